/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: which packs are at hand, and how one is added, replaced, refused and taken back. */
#include <string.h>

#include "charter-install.h"
#include "charter-library.h"
#include "charter-pack-media.h"
#include "charter-place.h"
#include "charter-plan.h"
#include "charter-shelf.h"

typedef struct {
  char *place;
  GFile *installed;
  GFile *added;
  CharterLibrary *library;
  guint n_changes;
} Fixture;

static void
spin_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

static void
note_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (charter_library_load_finish (CHARTER_LIBRARY (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
load (Fixture *fixture)
{
  gboolean done = FALSE;

  charter_library_load_async (fixture->library, NULL, note_done, &done);
  spin_until (&done);
}

static void
count (Fixture *fixture)
{
  fixture->n_changes++;
}

static const char *const english[] = { "en", "C", NULL }, *const spanish[] = { "es_ES", "es", "C", NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->place = g_dir_make_tmp ("charter-library-XXXXXX", NULL);
  fixture->installed = g_file_new_build_filename (fixture->place, "installed", NULL);
  fixture->added = g_file_new_build_filename (fixture->place, "added", NULL);
  g_file_make_directory (fixture->installed, NULL, NULL);
  fixture->library = charter_library_new (fixture->installed, fixture->added, english);
  g_signal_connect_swapped (fixture->library, "changed", G_CALLBACK (count), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->place);
  g_clear_object (&fixture->library);
  g_object_unref (fixture->installed);
  g_object_unref (fixture->added);
  g_free (fixture->place);
}

/* A copy of the test's pack with words exchanged. */
static GFile *
write_pack (GFile *folder, const char *name, const char *from, const char *to)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "comparison.xml", NULL);
  g_autofree char *xml = NULL;
  g_autoptr (GString) words = NULL;
  GFile *file = g_file_get_child (folder, name);
  g_autoptr (GError) error = NULL;

  g_file_make_directory_with_parents (folder, NULL, NULL);
  g_file_get_contents (source, &xml, NULL, &error);
  g_assert_no_error (error);
  words = g_string_new (xml);
  if (from != NULL)
    g_string_replace (words, from, to, 0);
  g_file_set_contents (g_file_peek_path (file), words->str, words->len, &error);
  g_assert_no_error (error);
  return file;
}

static void
write_picture (GFile *folder)
{
  g_autoptr (GFile) media = g_file_get_child (folder, "media");
  g_autoptr (GFile) picture = g_file_get_child (media, "apple.png");

  g_file_make_directory_with_parents (media, NULL, NULL);
  g_file_set_contents (g_file_peek_path (picture), "picture", -1, NULL);
}

static CharterPackFile *
read_own (Fixture *fixture, const char *from, const char *to)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (fixture->place, "own", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  CharterPackFile *own;

  write_picture (folder);
  file = write_pack (folder, "mine.xml", from, to);
  own = charter_pack_file_read (file, NULL, &error);
  g_assert_no_error (error);
  return own;
}

typedef struct {
  gboolean done;
  GVariant *undo;
  GError *error;
} Added;

static void
note_added (GObject *source, GAsyncResult *result, gpointer data)
{
  Added *added = data;

  added->undo = charter_library_add_finish (CHARTER_LIBRARY (source), result, &added->error);
  added->done = TRUE;
}

static Added
add (Fixture *fixture, CharterPackFile *own)
{
  Added added = { 0 };

  charter_library_add_async (fixture->library, own, NULL, note_added, &added);
  spin_until (&added.done);
  load (fixture);
  return added;
}

static gboolean
exists (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (fixture->added, path);

  return g_file_query_exists (file, NULL);
}

static const char *
title_of (Fixture *fixture)
{
  CharterPack *pack = charter_library_find_pack (fixture->library, "org.example.app");

  return pack != NULL ? pack->title.plain : NULL;
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (fixture->installed, "a.xml", NULL, NULL);
  g_autoptr (GFile) no_pack = g_file_get_child (fixture->installed, "b.xml");

  g_file_set_contents (g_file_peek_path (no_pack), "<nonsense/>", -1, NULL);
  g_assert_false (charter_library_is_loaded (fixture->library));
  load (fixture);
  g_assert_true (charter_library_is_loaded (fixture->library));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
  g_assert_cmpstr (title_of (fixture), ==, "Fruit & vegetables");
}

static void
test_add_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPackFile) own = read_own (fixture, NULL, NULL);
  g_autoptr (GError) error = NULL;
  Added added;

  load (fixture);
  added = add (fixture, own);
  g_assert_no_error (added.error);
  g_assert_true (exists (fixture, "org.example.app/pack.xml"));
  g_assert_true (exists (fixture, "org.example.app/media/apple.png"));
  g_assert_cmpstr (title_of (fixture), ==, "Fruit & vegetables");

  g_assert_true (charter_library_undo (fixture->library, added.undo, &error));
  g_assert_no_error (error);
  load (fixture);
  g_assert_false (exists (fixture, "org.example.app"));
  g_assert_null (title_of (fixture));
  g_variant_unref (added.undo);
}

static void
test_update_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPackFile) first = read_own (fixture, NULL, NULL);
  g_autoptr (CharterPackFile) second = NULL;
  Added added;

  load (fixture);
  added = add (fixture, first);
  g_variant_unref (added.undo);
  second = read_own (fixture, "Fruit &amp; vegetables", "Second edition");
  added = add (fixture, second);
  g_assert_no_error (added.error);
  g_assert_cmpstr (title_of (fixture), ==, "Second edition");

  g_assert_true (charter_library_undo (fixture->library, added.undo, NULL));
  load (fixture);
  g_assert_cmpstr (title_of (fixture), ==, "Fruit & vegetables");
  g_assert_true (exists (fixture, "org.example.app/media/apple.png"));
  g_variant_unref (added.undo);
}

static void
test_update_of_installed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (fixture->installed, "a.xml", NULL, NULL);
  g_autoptr (CharterPackFile) own = read_own (fixture, "Fruit &amp; vegetables", "Second edition");
  Added added;

  load (fixture);
  added = add (fixture, own);
  g_assert_no_error (added.error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
  g_assert_cmpstr (title_of (fixture), ==, "Second edition");
  g_variant_unref (added.undo);
}

static void
test_other_author (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (fixture->installed, "a.xml", NULL, NULL);
  g_autoptr (CharterPackFile) own = read_own (fixture, "The testers", "Somebody else");
  Added added;

  load (fixture);
  added = add (fixture, own);
  g_assert_error (added.error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (strstr (added.error->message, "The testers"));
  g_assert_false (exists (fixture, "org.example.app"));
  g_assert_cmpstr (title_of (fixture), ==, "Fruit & vegetables");
  g_error_free (added.error);
}

static void
test_nothing_to_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPackFile) own = read_own (fixture, "<pack ", "<park ");
  Added added;

  g_assert_null (charter_pack_file_get_pack (own));
  g_assert_cmpuint (charter_pack_file_get_diagnostics (own)->len, >, 0);
  load (fixture);
  added = add (fixture, own);
  g_assert_error (added.error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_error_free (added.error);
}

/* A kill while copying leaves a half that is never read, and is gone after the next start. */
static void
test_half (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) half = g_file_get_child (fixture->added, ".half-org.example.app");
  g_autoptr (GFile) file = write_pack (half, "pack.xml", NULL, NULL);

  load (fixture);
  g_assert_null (title_of (fixture));
  g_assert_false (exists (fixture, ".half-org.example.app"));
}

/* A full or read-only disk is said, and what was there stays. Root may write anywhere, so that a file stands in the
 * folder's place. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPackFile) own = read_own (fixture, NULL, NULL);
  Added added;

  load (fixture);
  g_file_set_contents (g_file_peek_path (fixture->added), "in the way", -1, NULL);
  added = add (fixture, own);
  g_assert_nonnull (added.error);
  g_assert_null (added.undo);
  g_error_free (added.error);
}

static void
test_guests (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (fixture->installed, "a.xml", NULL, NULL);
  g_autoptr (CharterPackFile) own = read_own (fixture, "Fruit &amp; vegetables", "Second edition");

  load (fixture);
  charter_library_welcome (fixture->library, own);
  g_assert_cmpstr (title_of (fixture), ==, "Second edition");
  g_assert_true (charter_library_is_guest (fixture->library, charter_pack_file_get_pack (own)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
  charter_library_dismiss (fixture->library, own);
  g_assert_cmpstr (title_of (fixture), ==, "Fruit & vegetables");
  g_assert_false (
    charter_library_is_guest (fixture->library, charter_library_find_pack (fixture->library, "org.example.app")));
}

static void
note_gone (gpointer over, GObject *library)
{
  g_atomic_int_set ((gint *)over, TRUE);
}

/* A pack that a session still shows leads into the library as it was read last, and into nothing once that has gone. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) one = write_pack (fixture->installed, "a.xml", NULL, NULL);
  g_autoptr (GFile) two = write_pack (fixture->installed, "b.xml", "org.example.app", "org.example.other");
  g_autoptr (CharterPack) shown = NULL, home = NULL, gone = NULL;
  gint over = FALSE;

  load (fixture);
  shown = charter_pack_ref (charter_library_find_pack (fixture->library, "org.example.app"));
  load (fixture);
  g_assert_true (charter_library_find_pack (fixture->library, "org.example.app") != shown);
  home = charter_pack_follow (shown, "org.example.other#word");
  g_assert_nonnull (home);
  g_assert_true (home == charter_library_find_pack (fixture->library, "org.example.other"));
  g_object_weak_ref (G_OBJECT (fixture->library), note_gone, &over);
  g_clear_object (&fixture->library);
  while (!g_atomic_int_get (&over)) /* the thread that read it may hold it a moment longer */
    g_usleep (100);
  gone = charter_pack_follow (shown, "org.example.other#word");
  g_assert_null (gone);
}

/* What was read before stands for what the library has of it now, so that no question is there twice. */
static void
test_packs_with_one_read_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) one = write_pack (fixture->installed, "a.xml", NULL, NULL);
  g_autoptr (GFile) two = write_pack (fixture->installed, "b.xml", "org.example.app", "org.example.other");
  g_autoptr (CharterPack) before = NULL;
  g_autoptr (GPtrArray) packs = NULL;

  load (fixture);
  before = charter_pack_ref (charter_library_find_pack (fixture->library, "org.example.app"));
  load (fixture);
  packs = charter_library_list_packs_with (fixture->library, before);
  g_assert_cmpuint (packs->len, ==, 2);
  g_assert_true (packs->pdata[0] == before);
  g_assert_cmpstr (((CharterPack *)packs->pdata[1])->id, ==, "org.example.other");
}

static void
test_media (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPackFile) own = read_own (fixture, NULL, NULL);
  g_autoptr (GPtrArray) media = charter_pack_media_list (charter_pack_file_get_pack (own));

  g_assert_cmpuint (media->len, ==, 1);
  g_assert_cmpstr (media->pdata[0], ==, "media/apple.png");
}

/* --- what Today proposes ------------------------------------------------------------------------------------------ */

static CharterDeed *
best (GPtrArray *plan)
{
  g_assert_cmpuint (plan->len, >, 0);
  return plan->pdata[0];
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (fixture->installed, "a.xml", NULL, NULL);
  g_autoptr (CharterStudy) study = charter_study_new (NULL, charter_clock_system ());
  g_autoptr (GPtrArray) plan = charter_plan_make (fixture->library, study, NULL);

  g_assert_cmpuint (plan->len, ==, 0);
  load (fixture);
  g_assert_true (charter_plan_is_first_time (study));
  g_clear_pointer (&plan, g_ptr_array_unref);
  plan = charter_plan_make (fixture->library, study, NULL);
  g_assert_cmpint (best (plan)->proposal.kind, ==, CHARTER_PROPOSAL_READ);
  g_assert_cmpstr (best (plan)->lesson->id, ==, "kinds");
  g_assert_cmpuint (plan->len, ==, 2);
  g_assert_cmpint (((CharterDeed *)plan->pdata[1])->proposal.kind, ==, CHARTER_PROPOSAL_TRY);

  charter_study_set_reading_place (study, "org.example.app", "kinds", "part", .4);
  g_assert_false (charter_plan_is_first_time (study));
  g_clear_pointer (&plan, g_ptr_array_unref);
  plan = charter_plan_make (fixture->library, study, NULL);
  g_assert_cmpint (best (plan)->proposal.kind, ==, CHARTER_PROPOSAL_READ_ON);
  g_assert_cmpfloat_with_epsilon (best (plan)->done, .4, 1e-9);

  charter_study_set_reading_place (study, "org.example.app", "kinds", "part", 1);
  g_clear_pointer (&plan, g_ptr_array_unref);
  plan = charter_plan_make (fixture->library, study, NULL);
  g_assert_cmpint (best (plan)->proposal.kind, ==, CHARTER_PROPOSAL_READ);
  g_assert_cmpstr (best (plan)->lesson->id, ==, "second");
}

static void
read_in (Fixture *fixture, const char *const *languages)
{
  g_clear_object (&fixture->library);
  fixture->library = charter_library_new (fixture->installed, fixture->added, languages);
  load (fixture);
}

static const char *
get_language (Fixture *fixture)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
  return charter_library_find_pack (fixture->library, "org.example.app")->language;
}

/* Both have one id, so that what was learnt counts in both. */
static void
test_translation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) original = write_pack (fixture->installed, "fruit.xml", NULL, NULL);
  g_autoptr (GFile) translation = write_pack (fixture->installed, "fruit.es.xml", "xml:lang=\"en\"", "xml:lang=\"es\"");

  read_in (fixture, spanish);
  g_assert_cmpstr (get_language (fixture), ==, "es");
  read_in (fixture, english);
  g_assert_cmpstr (get_language (fixture), ==, "en");
}

/* Better in another language than not at all. */
static void
test_broken_translation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) original = write_pack (fixture->installed, "fruit.xml", NULL, NULL);
  g_autoptr (GFile) broken
    = write_pack (fixture->installed, "fruit.es.xml", "xml:lang=\"en\">", "xml:lang=\"es\" format=\"1.0\">");

  read_in (fixture, spanish);
  g_assert_cmpstr (get_language (fixture), ==, "en");
}

/* What was unpacked is deleted when nobody has asked for it in a week. */
static void
test_opened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) opened = g_file_new_build_filename (g_get_user_cache_dir (), "charter", "opened", NULL);
  g_autoptr (GFile) old = g_file_get_child (opened, "old");
  g_autoptr (GFile) young = g_file_get_child (opened, "young");
  guint64 now = (guint64)(g_get_real_time () / G_USEC_PER_SEC);

  g_assert_true (g_file_make_directory_with_parents (old, NULL, NULL));
  g_assert_true (g_file_make_directory_with_parents (young, NULL, NULL));
  g_assert_true (g_file_set_attribute_uint64 (old, G_FILE_ATTRIBUTE_TIME_MODIFIED, now - 8 * 24 * 60 * 60,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
  load (fixture);
  g_assert_false (g_file_query_exists (old, NULL));
  g_assert_true (g_file_query_exists (young, NULL));
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("charter-cache-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE); /* GLib's own isolation leaks */
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/library/load", test_load);
  ADD ("/library/add-and-undo", test_add_and_undo);
  ADD ("/library/update-and-undo", test_update_and_undo);
  ADD ("/library/update-of-installed", test_update_of_installed);
  ADD ("/library/other-author", test_other_author);
  ADD ("/library/nothing-to-use", test_nothing_to_use);
  ADD ("/library/half", test_half);
  ADD ("/library/no-room", test_no_room);
  ADD ("/library/guests", test_guests);
  ADD ("/library/reload", test_reload);
  ADD ("/library/packs-with-one-read-before", test_packs_with_one_read_before);
  ADD ("/library/media", test_media);
  ADD ("/library/plan", test_plan);
  ADD ("/library/opened", test_opened);
  ADD ("/library/translation", test_translation);
  ADD ("/library/broken-translation", test_broken_translation);
#undef ADD
  status = g_test_run ();
  remove_tree (cache);
  return status;
}
