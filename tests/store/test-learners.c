/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several learners on one login: each has a history, and nobody's is lost. */
#include "charter-learners.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

static GFile *
get_folder (const Place *place)
{
  return g_file_new_build_filename (place->folder, "charter", NULL);
}

static CharterLearners *
open_learners (const Place *place)
{
  g_autoptr (GFile) folder = get_folder (place);

  return charter_learners_new (folder);
}

static char *
add (CharterLearners *learners, const char *name)
{
  g_autoptr (GError) error = NULL;
  const CharterLearner *learner = charter_learners_add (learners, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (learner->name, ==, name);
  return g_strdup (learner->id);
}

/* names: with commas between them. */
static void
assert_names (CharterLearners *learners, gboolean removed, const char *names)
{
  g_autoptr (GPtrArray) list = charter_learners_list (learners, removed);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "," : "", ((CharterLearner *)g_ptr_array_index (list, i))->name);
  g_assert_cmpstr (found->str, ==, names);
}

/* As it has always been, and nothing is written to say so. */
static void
test_alone (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *expected = NULL;

  place_init (&place);
  learners = open_learners (&place);
  assert_names (learners, FALSE, "First learner");
  assert_names (learners, TRUE, "");
  g_assert_cmpstr (charter_learners_get_current (learners)->id, ==, CHARTER_LEARNER_FIRST);
  file = charter_learners_dup_file (learners, CHARTER_LEARNER_FIRST);
  expected = g_build_filename (place.folder, "charter", "history.db", NULL);
  g_assert_cmpstr (g_file_peek_path (file), ==, expected);
  g_clear_pointer (&expected, g_free);
  expected = g_build_filename (place.folder, "charter", NULL);
  g_assert_false (g_file_test (expected, G_FILE_TEST_EXISTS));
}

static void
test_several (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autoptr (CharterLearners) again = NULL;
  g_autofree char *zoe = NULL;
  g_autofree char *ana = NULL;

  place_init (&place);
  learners = open_learners (&place);
  zoe = add (learners, "Zoé");
  ana = add (learners, "Ana / ../ \"[x]\"");
  g_assert_true (charter_learner_is_named (charter_learners_find (learners, zoe)));
  g_assert_false (charter_learner_is_named (charter_learners_find (learners, CHARTER_LEARNER_FIRST)));
  g_assert_true (charter_learners_rename (learners, CHARTER_LEARNER_FIRST, "  Mira ", NULL));
  g_assert_true (charter_learner_is_named (charter_learners_find (learners, CHARTER_LEARNER_FIRST)));
  g_assert_true (charter_learners_set_current (learners, zoe, NULL));
  again = open_learners (&place);
  assert_names (again, FALSE, "Mira,Ana / ../ \"[x]\",Zoé");
  g_assert_cmpstr (charter_learners_get_current (again)->name, ==, "Zoé");
}

/* Each has a store of their own, at the same time. */
static void
test_histories (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autofree char *ana = NULL;
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;
  g_autoptr (CharterStore) mine = NULL;
  g_autoptr (CharterStore) theirs = NULL;

  place_init (&place);
  learners = open_learners (&place);
  ana = add (learners, "Ana");
  first = charter_learners_dup_file (learners, CHARTER_LEARNER_FIRST);
  second = charter_learners_dup_file (learners, ana);
  mine = charter_store_open (first, NOW, NULL);
  theirs = charter_store_open (second, NOW, NULL);
  commit (mine, make_begun ("one", 2, NOW));
  g_assert_null (charter_store_get_open_session (theirs, "one"));
  commit (theirs, make_begun ("two", 2, NOW));
  g_assert_null (charter_store_get_open_session (mine, "two"));
}

static void
assert_name_refused (CharterLearners *learners, const char *name, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (charter_learners_add (learners, name, &error));
  g_assert_error (error, G_IO_ERROR, (int)code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_names (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autofree char *sixty = g_strnfill (60, 'x');
  g_autofree char *longer = g_strnfill (61, 'x');
  g_autofree char *id = NULL;

  place_init (&place);
  learners = open_learners (&place);
  g_free (add (learners, "Ana"));
  id = add (learners, sixty);
  assert_name_refused (learners, "", G_IO_ERROR_INVALID_ARGUMENT);
  assert_name_refused (learners, "   ", G_IO_ERROR_INVALID_ARGUMENT);
  assert_name_refused (learners, longer, G_IO_ERROR_INVALID_ARGUMENT);
  assert_name_refused (learners, "two\nlines", G_IO_ERROR_INVALID_ARGUMENT);
  assert_name_refused (learners, "\xff", G_IO_ERROR_INVALID_ARGUMENT);
  assert_name_refused (learners, " ANA ", G_IO_ERROR_EXISTS);
  g_assert_false (charter_learners_rename (learners, id, "ana", NULL));
  g_assert_true (charter_learners_rename (learners, id, "Bo", NULL));
  g_assert_true (charter_learners_rename (learners, id, "BO", NULL)); /* one's own */
  g_assert_true (charter_learners_rename (learners, charter_learners_find (learners, id)->id, "BO", NULL));
  g_assert_false (charter_learners_rename (learners, "00000000", "Cy", NULL));
  assert_names (learners, FALSE, "First learner,Ana,BO");
}

static void
test_removed (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *ana = NULL;
  g_autofree char *other = NULL;

  place_init (&place);
  learners = open_learners (&place);
  ana = add (learners, "Ana");
  file = charter_learners_dup_file (learners, ana);
  {
    g_autoptr (CharterStore) store = charter_store_open (file, NOW, NULL);
    commit (store, make_begun ("one", 2, NOW));
  }
  g_assert_false (charter_learners_remove (learners, CHARTER_LEARNER_FIRST, &error)); /* whose turn it is */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (charter_learners_remove (learners, ana, NULL));
  assert_names (learners, FALSE, "First learner");
  assert_names (learners, TRUE, "Ana");
  other = add (learners, "Ana");
  g_assert_true (charter_learners_put_back (learners, ana, NULL));
  assert_names (learners, FALSE, "First learner,Ana,Ana 2");
  g_assert_true (charter_learners_set_current (learners, ana, NULL));
  g_assert_true (charter_learners_remove (learners, CHARTER_LEARNER_FIRST, NULL));
  assert_names (learners, FALSE, "Ana,Ana 2");
  {
    g_autoptr (CharterStore) store = charter_store_open (file, NOW, NULL);
    g_assert_nonnull (charter_store_get_open_session (store, "one"));
  }
}

/* The list is lost, not the histories; and a list that leads elsewhere leads nowhere. */
static void
test_lost_list (void)
{
  static const char *const lists[] = { NULL, "", "[first\nname", "[state]\ncurrent=../../etc\n[../../etc]\nname=Eve\n",
                                       "[state]\ncurrent=12345678\n[12345678]\nname=Eve\nremoved=true\n" };
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *ana = NULL;
  g_autofree char *list = NULL;

  place_init (&place);
  learners = open_learners (&place);
  ana = add (learners, "Ana");
  file = charter_learners_dup_file (learners, ana);
  g_object_unref (charter_store_open (file, NOW, NULL));
  list = g_build_filename (place.folder, "charter", "learners.ini", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (CharterLearners) again = NULL;
      g_unlink (list);
      if (lists[i] != NULL)
        g_assert_true (g_file_set_contents (list, lists[i], -1, NULL));
      again = open_learners (&place);
      g_assert_cmpstr (charter_learners_get_current (again)->id, ==, CHARTER_LEARNER_FIRST);
      g_assert_nonnull (charter_learners_find (again, ana));
      g_assert_true (charter_learners_rename (again, ana, "Ana", NULL));
      assert_names (again, FALSE, "First learner,Ana");
    }
}

/* A change that can't be saved has not happened. */
static void
assert_shared (const Place *place, const char *id, const char *folder)
{
  g_autoptr (CharterLearners) learners = open_learners (place);

  g_assert_cmpstr (charter_learners_find (learners, id)->shared, ==, folder);
}

/* Each has a folder of their own or none, whatever it is called, and another change leaves it. */
static void
test_shared (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autofree char *ana = NULL;
  const char *odd = "/home/ana/Sync; 100 %/\xe4[1]=\\";

  place_init (&place);
  learners = open_learners (&place);
  ana = add (learners, "Ana");
  assert_shared (&place, ana, NULL);
  g_assert_true (charter_learners_set_shared (learners, ana, odd, NULL));
  g_assert_true (charter_learners_rename (learners, ana, "Ana María", NULL));
  assert_shared (&place, ana, odd);
  assert_shared (&place, CHARTER_LEARNER_FIRST, NULL);
  g_assert_true (charter_learners_set_shared (learners, CHARTER_LEARNER_FIRST, "/media/stick", NULL));
  g_assert_true (charter_learners_set_shared (learners, ana, NULL, NULL));
  assert_shared (&place, ana, NULL);
  assert_shared (&place, CHARTER_LEARNER_FIRST, "/media/stick");
}

static void
test_not_saved (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterLearners) learners = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  place_init (&place);
  path = g_build_filename (place.folder, "charter", NULL);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  learners = open_learners (&place);
  g_assert_null (charter_learners_add (learners, "Ana", &error));
  g_assert_true (error->domain == G_IO_ERROR);
  assert_names (learners, FALSE, "First learner");
  g_clear_error (&error);
  g_assert_false (charter_learners_set_shared (learners, CHARTER_LEARNER_FIRST, "/media/stick", &error));
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_null (charter_learners_get_current (learners)->shared);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/learners/alone", test_alone);
  g_test_add_func ("/learners/several", test_several);
  g_test_add_func ("/learners/histories", test_histories);
  g_test_add_func ("/learners/names", test_names);
  g_test_add_func ("/learners/removed", test_removed);
  g_test_add_func ("/learners/lost-list", test_lost_list);
  g_test_add_func ("/learners/shared", test_shared);
  g_test_add_func ("/learners/not-saved", test_not_saved);
  return g_test_run ();
}
