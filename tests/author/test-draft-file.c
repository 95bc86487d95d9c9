/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a draft and its file: saved, changed by others, and killed before it was saved. */
#include "charter-draft-file.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *place;
  GFile *journals, *file;
  GMainLoop *loop;
  CharterDraftFile *opened;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->place = g_dir_make_tmp ("charter-author-XXXXXX", NULL);
  path = g_build_filename (fixture->place, "pack.xml", NULL);
  fixture->journals = g_file_new_build_filename (fixture->place, "drafts", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  g_assert_true (g_file_set_contents (path, "one", -1, NULL));
}

static void
remove_all (GFile *folder)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (folder, "standard::name,standard::type", 0, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_all (child);
  g_file_delete (folder, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) place = g_file_new_for_path (fixture->place);

  g_clear_object (&fixture->opened);
  remove_all (place);
  g_clear_object (&fixture->journals);
  g_clear_object (&fixture->file);
  g_main_loop_unref (fixture->loop);
  g_free (fixture->place);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_object (&fixture->opened);
  fixture->opened = charter_draft_file_open_finish (result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static CharterDraft *
open_file (Fixture *fixture)
{
  charter_draft_file_open_async (fixture->file, fixture->journals, NULL, on_opened, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
  return charter_draft_file_get_draft (fixture->opened);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  charter_draft_file_save_finish (CHARTER_DRAFT_FILE (source), result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
save (Fixture *fixture, GFile *to)
{
  charter_draft_file_save_async (fixture->opened, to, NULL, on_saved, fixture);
  g_main_loop_run (fixture->loop);
}

static void
assert_text (CharterDraft *draft, const char *expected)
{
  gsize length;

  g_assert_cmpstr (charter_draft_peek (draft, &length), ==, expected);
}

static void
assert_file (GFile *file, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
write_outside (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, -1, NULL));
}

/* Until the draft has the text; the test's own time limit ends what never comes. */
static void
wait_for_text (CharterDraft *draft, const char *expected)
{
  gsize length;

  while (!g_str_equal (charter_draft_peek (draft, &length), expected))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_journals (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (fixture->journals), 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  CharterDraft *draft = open_file (fixture);

  g_assert_false (charter_draft_file_is_modified (fixture->opened));
  charter_draft_splice (draft, 3, 0, " two", -1);
  g_assert_true (charter_draft_file_is_modified (fixture->opened));
  charter_draft_file_journal_now (fixture->opened);
  g_assert_cmpuint (count_journals (fixture), ==, 1);
  save (fixture, NULL);
  g_assert_no_error (fixture->error);
  assert_file (fixture->file, "one two");
  g_assert_false (charter_draft_file_is_modified (fixture->opened));
  g_assert_cmpuint (count_journals (fixture), ==, 0);
  charter_draft_undo (draft, NULL);
  g_assert_true (charter_draft_file_is_modified (fixture->opened));
  assert_text (draft, "one");
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = g_file_new_build_filename (fixture->place, "other.xml", NULL);
  CharterDraft *draft = open_file (fixture);

  charter_draft_splice (draft, 0, 3, "new", -1);
  save (fixture, other);
  g_assert_no_error (fixture->error);
  assert_file (other, "new");
  assert_file (fixture->file, "one");
  g_assert_true (g_file_equal (charter_draft_file_get_file (fixture->opened), other));
}

/* As though the program had been killed: another one opens what is there. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) saved = g_bytes_new_static ("one", 3);
  CharterDraft *draft = open_file (fixture);

  g_assert_null (charter_draft_file_get_unsaved (fixture->opened));
  charter_draft_splice (draft, 3, 0, " more", -1);
  charter_draft_file_journal_now (fixture->opened);
  draft = open_file (fixture);
  assert_text (draft, "one");
  g_assert_nonnull (charter_draft_file_get_unsaved (fixture->opened));
  g_assert_true (charter_journal_is_upon (charter_draft_file_get_unsaved (fixture->opened), saved));
  charter_draft_file_recover (fixture->opened);
  assert_text (draft, "one more");
  g_assert_true (charter_draft_file_is_modified (fixture->opened));
  charter_draft_undo (draft, NULL);
  assert_text (draft, "one");
}

static void
test_unnamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("template", 8);
  g_autoptr (CharterDraftFile) file = charter_draft_file_new (fixture->journals, text);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (CharterJournal) journal = NULL;
  g_autoptr (CharterDraftFile) again = NULL;

  charter_draft_splice (charter_draft_file_get_draft (file), 8, 0, " filled", -1);
  charter_draft_file_journal_now (file);
  names = charter_journal_list_unnamed (fixture->journals);
  g_assert_cmpuint (names->len, ==, 1);
  journal = charter_journal_read (fixture->journals, names->pdata[0]);
  g_assert_nonnull (journal);
  g_assert_null (journal->uri);
  again = charter_draft_file_new_from_journal (fixture->journals, journal);
  assert_text (charter_draft_file_get_draft (again), "template filled");
  g_assert_true (charter_draft_file_is_modified (again));
  charter_draft_file_discard (again);
  g_assert_cmpuint (count_journals (fixture), ==, 0);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  CharterDraft *draft = open_file (fixture);

  write_outside (fixture, "one, by another editor");
  wait_for_text (draft, "one, by another editor");
  g_assert_false (charter_draft_file_is_modified (fixture->opened));
  charter_draft_undo (draft, NULL);
  assert_text (draft, "one");
}

static void
note (CharterDraftFile *file, gboolean *told)
{
  *told = TRUE;
}

static void
test_both_changed (Fixture *fixture, gconstpointer data)
{
  CharterDraft *draft = open_file (fixture);
  gboolean told = FALSE;

  g_signal_connect (fixture->opened, "changed-outside", G_CALLBACK (note), &told);
  charter_draft_splice (draft, 0, 0, "mine ", -1);
  write_outside (fixture, "theirs");
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  assert_text (draft, "mine one");
  save (fixture, NULL);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_file (fixture->file, "theirs");
  charter_draft_file_keep_mine (fixture->opened);
  save (fixture, NULL);
  g_assert_no_error (fixture->error);
  assert_file (fixture->file, "mine one");
}

static void
test_take_theirs (Fixture *fixture, gconstpointer data)
{
  CharterDraft *draft = open_file (fixture);
  gboolean told = FALSE;

  g_signal_connect (fixture->opened, "changed-outside", G_CALLBACK (note), &told);
  charter_draft_splice (draft, 0, 0, "mine ", -1);
  write_outside (fixture, "theirs");
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  charter_draft_file_take_outside (fixture->opened);
  assert_text (draft, "theirs");
  g_assert_false (charter_draft_file_is_modified (fixture->opened));
  charter_draft_undo (draft, NULL);
  assert_text (draft, "mine one");
}

/* What is no journal is none, and is left alone. */
static void
test_broken_journal (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[]
    = { "", "charter-journal 1\n", "charter-journal 1\nfile:///x\n", "charter-journal 2\na\nb\nc" };

  g_assert_cmpint (g_mkdir_with_parents (g_file_peek_path (fixture->journals), 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_build_filename (g_file_peek_path (fixture->journals), "new-a", NULL);

      g_assert_true (g_file_set_contents (path, broken[i], -1, NULL));
      g_assert_null (charter_journal_read (fixture->journals, "new-a"));
    }
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/author/draft-file/save", test_save);
  add ("/author/draft-file/save-as", test_save_as);
  add ("/author/draft-file/killed", test_killed);
  add ("/author/draft-file/unnamed", test_unnamed);
  add ("/author/draft-file/follows", test_follows);
  add ("/author/draft-file/both-changed", test_both_changed);
  add ("/author/draft-file/take-theirs", test_take_theirs);
  add ("/author/draft-file/broken-journal", test_broken_journal);
  return g_test_run ();
}
