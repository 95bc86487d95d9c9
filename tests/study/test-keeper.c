/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two studies that a folder keeps in step, without anybody asking. */
#include <glib/gstdio.h>

#include "charter-keeper.h"
#include "study-support.h"

#define DELAY 20 /* ms */

typedef struct {
  Fixture desk;
  TestClock time;
  CharterStore *store;
  CharterStudy *lap;
  char *folder;
} Pair;

static void
pair_open (Pair *pair, gconstpointer data)
{
  fixture_open (&pair->desk, data);
  pair->store = charter_store_new_in_memory ();
  pair->lap = charter_study_new (pair->store, test_clock (&pair->time));
  pair->folder = g_dir_make_tmp ("charter-keeper-XXXXXX", NULL);
}

static void
pair_close (Pair *pair, gconstpointer data)
{
  g_clear_object (&pair->lap);
  g_clear_object (&pair->store);
  remove_tree (pair->folder);
  g_free (pair->folder);
  fixture_close (&pair->desk, data);
}

static void
answer_first (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterSession) session = charter_study_begin (fixture->study, fixture->pack, fixture->pack->groups[0]->id,
                                                            NULL, 1, CHARTER_MOOD_STUDY, &error);

  g_assert_no_error (error);
  answer_key (fixture->study, session);
}

static guint
count_open (CharterStore *store)
{
  g_autoptr (GPtrArray) sessions = charter_store_list_open_sessions (store);

  return sessions->len;
}

static void
test_kept (Pair *pair, gconstpointer data)
{
  g_autoptr (CharterKeeper) here = charter_keeper_new (pair->desk.study, pair->folder, DELAY);
  g_autoptr (CharterKeeper) there = charter_keeper_new (pair->lap, pair->folder, DELAY);

  answer_first (&pair->desk);
  while (count_open (pair->store) == 0)
    g_main_context_iteration (NULL, TRUE);
  answer_first (&pair->desk);
  while (count_open (pair->store) == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (charter_keeper_get_trouble (there));
  g_assert_cmpuint (charter_keeper_get_last (there)->troubles->len, ==, 0);
}

static void
count_step (CharterKeeper *keeper, guint *n)
{
  (*n)++;
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_some_time (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* What a step writes makes another one look, and then there is rest. */
static void
test_comes_to_rest (Pair *pair, gconstpointer data)
{
  g_autoptr (CharterKeeper) keeper = charter_keeper_new (pair->desk.study, pair->folder, DELAY);
  guint n_steps = 0;
  guint n_then, n_in, n_out;

  g_signal_connect (keeper, "stepped", G_CALLBACK (count_step), &n_steps);
  answer_first (&pair->desk);
  while (n_steps < 2)
    g_main_context_iteration (NULL, TRUE);
  wait_some_time (3000); /* monitors tell the same change for two seconds */
  n_then = n_steps;
  wait_some_time (500);
  g_assert_cmpuint (n_steps, ==, n_then);
  g_assert_cmpuint (charter_keeper_get_last (keeper)->n_out, ==, 0);
  charter_keeper_get_totals (keeper, &n_in, &n_out);
  g_assert_cmpuint (n_in, ==, 0);
  g_assert_cmpuint (n_out, ==, 2); /* that the session began, and its answer */
}

static void
test_no_folder (Pair *pair, gconstpointer data)
{
  g_autofree char *none = g_build_filename (pair->folder, "stick", NULL);
  g_autoptr (CharterKeeper) keeper = charter_keeper_new (pair->lap, none, DELAY);

  while (charter_keeper_get_trouble (keeper) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (charter_keeper_get_last (keeper));
  g_assert_cmpint (charter_keeper_get_time (keeper), ==, 0);
  g_assert_cmpint (g_mkdir (none, 0700), ==, 0);
  charter_keeper_step (keeper);
  while (charter_keeper_get_last (keeper) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (charter_keeper_get_trouble (keeper));
  g_assert_cmpint (charter_keeper_get_time (keeper), ==, pair->time.wall);
  g_assert_cmpstr (charter_keeper_get_folder (keeper), ==, none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/keeper/kept", Pair, "pack.xml", pair_open, test_kept, pair_close);
  g_test_add ("/keeper/comes-to-rest", Pair, "pack.xml", pair_open, test_comes_to_rest, pair_close);
  g_test_add ("/keeper/no-folder", Pair, "pack.xml", pair_open, test_no_folder, pair_close);
  return g_test_run ();
}
