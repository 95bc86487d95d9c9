/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two studies that a folder keeps in step, without anybody asking. */
#include <glib/gstdio.h>

#include "charter-backups.h"
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

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_stopped (Pair *pair, gconstpointer data)
{
  g_autoptr (CharterKeeper) here = charter_keeper_new (pair->desk.study, pair->folder, DELAY);
  g_autoptr (CharterKeeper) there = charter_keeper_new (pair->lap, pair->folder, DELAY);
  guint n_steps = 0;

  while (charter_keeper_get_last (there) == NULL)
    g_main_context_iteration (NULL, TRUE);
  charter_keeper_stop (there);
  g_signal_connect (there, "stepped", G_CALLBACK (count_step), &n_steps);
  answer_first (&pair->desk);
  charter_keeper_step (there);
  wait_some_time (500);
  g_assert_cmpuint (n_steps, ==, 0);
  g_assert_cmpuint (count_open (pair->store), ==, 0);
}

static void
back_up (Fixture *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  charter_store_back_up_async (desk->store, desk->time.wall, NULL, on_result, &result);
  charter_store_back_up_finish (desk->store, await (&result), &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full) the name of the backup that back_up made */
static char *
dup_backup (Fixture *desk)
{
  g_autoptr (GFile) file = charter_store_dup_file (desk->store);
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (file));

  for (guint i = 0; i < backups->len; i++)
    if (((CharterBackupFile *)backups->pdata[i])->kind == CHARTER_BACKUP_ASKED)
      return g_strdup (((CharterBackupFile *)backups->pdata[i])->name);
  g_assert_not_reached ();
}

static void
let_turn (guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* A backup is restored while a step is on its way, a little later each time: what the step read is not taken in. */
static void
test_restored_meanwhile (Pair *pair, gconstpointer data)
{
  CharterStore *store = pair->desk.store;
  g_autoptr (CharterKeeper) there = charter_keeper_new (pair->lap, pair->folder, DELAY);
  g_autofree char *name = NULL;

  back_up (&pair->desk);
  name = dup_backup (&pair->desk);
  answer_first (&pair->desk);
  for (guint turns = 0; turns < 30; turns++)
    {
      g_autoptr (CharterKeeper) here = charter_keeper_new (pair->desk.study, pair->folder, DELAY);
      g_autoptr (GAsyncResult) restored = NULL;
      g_autoptr (GError) error = NULL;

      while (turns == 0 && count_open (pair->store) == 0) /* what was answered is in the folder */
        g_main_context_iteration (NULL, TRUE);
      let_turn (turns);
      charter_keeper_stop (here);
      charter_store_restore_async (store, name, pair->desk.time.wall, NULL, on_result, &restored);
      charter_store_restore_finish (store, await (&restored), &error);
      g_assert_no_error (error);
      wait_some_time (60);
      g_assert_cmpuint (count_open (store), ==, 0);
    }
  assert_verified (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/keeper/kept", Pair, "pack.xml", pair_open, test_kept, pair_close);
  g_test_add ("/keeper/comes-to-rest", Pair, "pack.xml", pair_open, test_comes_to_rest, pair_close);
  g_test_add ("/keeper/no-folder", Pair, "pack.xml", pair_open, test_no_folder, pair_close);
  g_test_add ("/keeper/stopped", Pair, "pack.xml", pair_open, test_stopped, pair_close);
  g_test_add ("/keeper/restored-meanwhile", Pair, "pack.xml", pair_open, test_restored_meanwhile, pair_close);
  return g_test_run ();
}
