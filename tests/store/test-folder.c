/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two stores and a folder between them, and all that can be wrong with its files. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "charter-segment.h"
#include "store-support.h"

static const char *program;

typedef struct {
  char *folder;
  CharterStore *desk, *lap;
} Pair;

static void
pair_init (Pair *pair)
{
  pair->folder = g_dir_make_tmp ("charter-folder-XXXXXX", NULL);
  pair->desk = charter_store_new_in_memory ();
  pair->lap = charter_store_new_in_memory ();
}

static void
pair_clear (Pair *pair)
{
  g_clear_object (&pair->desk);
  g_clear_object (&pair->lap);
  remove_tree (pair->folder);
  g_free (pair->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static CharterInStep *
try_step (CharterStore *store, const char *folder, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_keep_in_step_async (store, folder, NULL, keep_result, &result);
  return charter_store_keep_in_step_finish (store, await_result (&result), error);
}

/* Returns: how many came in and went out; nothing was wrong. */
static void
step (CharterStore *store, const char *folder, guint n_in, guint n_out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterInStep) in_step = try_step (store, folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < in_step->troubles->len; i++)
    g_test_message ("%s", ((CharterTrouble *)g_ptr_array_index (in_step->troubles, i))->sentence);
  g_assert_cmpuint (in_step->troubles->len, ==, 0);
  g_assert_cmpuint (in_step->n_in, ==, n_in);
  g_assert_cmpuint (in_step->n_out, ==, n_out);
  assert_verified (store);
}

/* The same where n troubles are told; the last of them. Returns: (transfer full) */
static CharterTrouble *
step_with_troubles (CharterStore *store, const char *folder, guint n_in, guint n_troubles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterInStep) in_step = try_step (store, folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (in_step->n_in, ==, n_in);
  g_assert_cmpuint (in_step->troubles->len, ==, n_troubles);
  assert_verified (store);
  return g_ptr_array_steal_index (in_step->troubles, n_troubles - 1);
}

static GPtrArray *
load_events (CharterStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_load_events_async (store, NULL, keep_result, &result);
  return charter_store_load_events_finish (store, await_result (&result), NULL);
}

static void
assert_same_logs (CharterStore *a, CharterStore *b)
{
  g_autoptr (GPtrArray) first = load_events (a);
  g_autoptr (GPtrArray) second = load_events (b);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    g_assert_true (charter_event_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)));
}

static void
answer (CharterStore *store, const char *session, guint n)
{
  for (guint i = 0; i < n; i++)
    commit (store, make_answer (session, i % 3, "item-0", i % 2, NOW + i));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Names of all files, sorted. */
static char **
list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* Without waiting for the disk, as it is done often. */
static void
put_file (const char *path, const char *text, gsize length)
{
  FILE *file = g_fopen (path, "we");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static char *
only_file (const char *folder)
{
  g_auto (GStrv) names = list (folder);

  g_assert_cmpuint (g_strv_length (names), ==, 1);
  return g_build_filename (folder, names[0], NULL);
}

static void
test_there_and_back (void)
{
  g_auto (Pair) pair = { 0 };

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  answer (pair.desk, "one", 2);
  step (pair.desk, pair.folder, 0, 3);
  step (pair.desk, pair.folder, 0, 0);
  step (pair.lap, pair.folder, 3, 0);
  g_assert_cmpuint (charter_store_get_open_session (pair.lap, "one")->n_answered, ==, 2);
  commit (pair.lap, make_answer ("one", 2, "item-2", 1, NOW + 9));
  commit (pair.lap, make_ended ("one", TRUE, NOW + 10));
  step (pair.lap, pair.folder, 0, 2);
  step (pair.desk, pair.folder, 2, 0);
  g_assert_null (charter_store_get_open_session (pair.desk, "one"));
  step (pair.lap, pair.folder, 0, 0);
  assert_same_logs (pair.desk, pair.lap);
}

/* A new folder, or an emptied one, gets all that either knows. */
static void
test_new_folder (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *other = g_dir_make_tmp ("charter-folder-XXXXXX", NULL);
  g_autoptr (CharterStore) third = charter_store_new_in_memory ();

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  commit (pair.lap, make_begun ("two", 3, NOW));
  step (pair.desk, pair.folder, 0, 1);
  step (pair.lap, pair.folder, 1, 1);
  step (pair.lap, other, 0, 2);
  step (third, other, 2, 0);
  assert_same_logs (pair.lap, third);
  remove_tree (other);
}

/* 200 rounds leave few files, and nothing is missing. */
static void
test_few_files (void)
{
  g_auto (Pair) pair = { 0 };
  g_auto (GStrv) names = NULL;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CharterInStep) in_step = NULL;
      answer (pair.desk, "one", 1);
      in_step = try_step (pair.desk, pair.folder, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (in_step->n_out, ==, i == 0 ? 2 : 1);
    }
  names = list (pair.folder);
  g_assert_cmpuint (g_strv_length (names), <=, 9);
  step (pair.lap, pair.folder, 201, 0);
  assert_same_logs (pair.desk, pair.lap);
}

/* A program that was stopped between writing the large file and removing the small ones. */
static void
test_leftovers (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *small = NULL;
  g_autofree char *text = NULL;
  g_autofree char *large = NULL;
  g_autofree char *part = NULL;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  step (pair.desk, pair.folder, 0, 1);
  small = only_file (pair.folder);
  g_assert_true (g_file_get_contents (small, &text, NULL, NULL));
  answer (pair.desk, "one", 1);
  step (pair.desk, pair.folder, 0, 1);
  large = only_file (pair.folder);
  g_assert_cmpstr (small, !=, large);
  g_assert_true (g_file_set_contents (small, text, -1, NULL));
  part = g_build_filename (pair.folder, ".0123456789abcdef.part", NULL);
  g_assert_true (g_file_set_contents (part, "{\"form", -1, NULL));
  step (pair.desk, pair.folder, 0, 0);
  g_assert_false (g_file_test (small, G_FILE_TEST_EXISTS));
  step (pair.lap, pair.folder, 2, 0);
}

/* What one device has forgotten is not in any file any more, once the devices have met; nor does it come back from one
 * that did not hear of it. */
static gboolean
is_named (const char *folder, const char *text)
{
  g_auto (GStrv) names = list (folder);
  gboolean named = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *content = NULL;
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      named = named || strstr (content, text) != NULL;
    }
  return named;
}

static void
test_erased (void)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (CharterStore) third = charter_store_new_in_memory ();

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  answer (pair.desk, "one", 3);
  step (pair.desk, pair.folder, 0, 4);
  step (pair.lap, pair.folder, 4, 0);
  step (third, pair.folder, 4, 0);
  commit (pair.lap, make_answer ("one", 1, "item-1", 1, NOW + 5));
  step (pair.lap, pair.folder, 0, 1);
  step (third, pair.folder, 1, 0);
  g_assert_true (is_named (pair.folder, "item-0"));
  commit (pair.desk, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW + G_TIME_SPAN_HOUR));
  step (pair.desk, pair.folder, 0, 1); /* the answer of the other is erased as it comes in */
  step (pair.desk, pair.folder, 0, 0);
  g_assert_false (is_named (pair.folder, "item-0"));
  step (third, pair.folder, 1, 0);
  step (pair.lap, pair.folder, 1, 0);
  step (pair.lap, pair.folder, 0, 0);
  g_assert_false (is_named (pair.folder, "item-1"));
  g_assert_null (charter_store_get_open_session (third, "one"));
  commit (third, make_begun ("two", 3, NOW + 2 * G_TIME_SPAN_HOUR));
  step (third, pair.folder, 0, 1);
  step (pair.desk, pair.folder, 1, 0);
  g_assert_nonnull (charter_store_get_open_session (pair.desk, "two"));
}

/* Files that are not what they should be */

static void
test_truncated_at_every_length (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  gsize length;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  step (pair.desk, pair.folder, 0, 1);
  file = only_file (pair.folder);
  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (CharterTrouble) trouble = NULL;
      g_autofree char *after = NULL;
      gsize n;
      put_file (file, text, i);
      trouble = step_with_troubles (pair.lap, pair.folder, 0, 1);
      g_assert_nonnull (strstr (file, trouble->file));
      g_assert_true (g_file_get_contents (file, &after, &n, NULL));
      g_assert_cmpuint (n, ==, i);
    }
  g_assert_true (g_file_set_contents (file, text, (gssize)length, NULL));
  step (pair.lap, pair.folder, 1, 0);
}

/* The device that wrote it puts a damaged file right, where it sees that it is. */
static void
test_own_file_truncated (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (CharterTrouble) trouble = NULL;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  step (pair.desk, pair.folder, 0, 1);
  file = only_file (pair.folder);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (file, text, 100, NULL));
  trouble = step_with_troubles (pair.desk, pair.folder, 0, 1);
  step (pair.desk, pair.folder, 0, 0);
  step (pair.lap, pair.folder, 1, 0);
}

/* Any byte that is changed is noticed by whoever reads the file. */
static void
test_any_byte_changed (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  gsize length;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 1, NOW));
  step (pair.desk, pair.folder, 0, 1);
  file = only_file (pair.folder);
  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (CharterTrouble) trouble = NULL;
      text[i] ^= 1;
      put_file (file, text, length);
      trouble = step_with_troubles (pair.lap, pair.folder, 0, 1);
      text[i] ^= 1;
    }
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &text, &length, NULL));
  g_assert_true (g_file_set_contents (to, text, (gssize)length, NULL));
}

/* The content of one file under the name of another, a copy beside it, somebody's letter, a folder, a link. */
static void
test_foreign_files (void)
{
  static const char *const odd[] = { "0123456789abcdef-1-1.jsonl", "letter.txt", "0123456789abcdef-1.jsonl",
                                     "0123456789abcdef-2-1.jsonl", "0123456789abcdef-01-1.jsonl" };
  g_auto (Pair) pair = { 0 };
  g_autofree char *file = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *conflict = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *link = NULL;
  g_autofree char *hidden = NULL;
  g_autoptr (CharterTrouble) trouble = NULL;
  g_autoptr (CharterTrouble) again = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 1, NOW));
  step (pair.desk, pair.folder, 0, 1);
  file = only_file (pair.folder);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = g_build_filename (pair.folder, odd[i], NULL);
      copy_file (file, path);
    }
  stem = g_strndup (file, strlen (file) - strlen (".jsonl"));
  conflict = g_strconcat (stem, ".sync-conflict-20261123-160000-ABCDEFG.jsonl", NULL);
  copy_file (file, conflict);
  folder = g_build_filename (pair.folder, "fedcba9876543210-1-1.jsonl", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  link = g_build_filename (pair.folder, "fedcba9876543210-2-2.jsonl", NULL);
  g_assert_cmpint (symlink (file, link), ==, 0);
  hidden = g_build_filename (pair.folder, ".stignore", NULL);
  copy_file (file, hidden);
  before = list (pair.folder);
  trouble = step_with_troubles (pair.lap, pair.folder, 1, 8);
  again = step_with_troubles (pair.desk, pair.folder, 0, 8);
  after = list (pair.folder);
  g_assert_cmpstrv (before, after);
}

/* What a later release writes is left for a later release. */
static void
test_later_version (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (CharterTrouble) trouble = NULL;

  pair_init (&pair);
  path = g_build_filename (pair.folder, "0123456789abcdef-1-1.jsonl", NULL);
  g_assert_true (g_file_set_contents (
    path,
    "{\"format\":\"charter-history\",\"version\":2,\"device\":\"0123456789abcdef\",\"first\":1,\"last\":1}\n"
    "what nobody knows yet, and is long enough to have a sum of its own behind it, whatever that may be like\n",
    -1, NULL));
  trouble = step_with_troubles (pair.lap, pair.folder, 0, 1);
  g_assert_nonnull (strstr (trouble->sentence, "newer"));
}

/* What has arrived counts; what has not is told until it comes. */
static void
test_gap (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *first = NULL;
  g_autoptr (CharterTrouble) trouble = NULL;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  answer (pair.desk, "one", 3);
  step (pair.desk, pair.folder, 0, 4);
  first = only_file (pair.folder);
  answer (pair.desk, "one", 1);
  step (pair.desk, pair.folder, 0, 1);
  {
    g_autofree char *elsewhere = g_dir_make_tmp ("charter-elsewhere-XXXXXX", NULL);
    g_autofree char *moved = g_build_filename (elsewhere, "kept", NULL);
    copy_file (first, moved);
    g_assert_cmpint (g_unlink (first), ==, 0);
    trouble = step_with_troubles (pair.lap, pair.folder, 1, 1);
    g_assert_null (trouble->file);
    copy_file (moved, first);
    remove_tree (elsewhere);
  }
  step (pair.lap, pair.folder, 4, 0);
  assert_same_logs (pair.desk, pair.lap);
}

/* A home folder that was copied to a second computer: both write under one name. */
static void
test_copied_home (void)
{
  g_auto (Pair) pair = { 0 };
  g_auto (Place) place = { 0 };
  g_auto (Place) copy = { 0 };
  g_autoptr (CharterTrouble) trouble = NULL;
  CharterStore *here;
  g_autoptr (CharterStore) there = NULL;

  pair_init (&pair);
  place_init (&place);
  place_init (&copy);
  here = open_store (&place);
  commit (here, make_begun ("one", 3, NOW));
  g_object_unref (here);
  {
    g_autofree char *folder = g_path_get_dirname (g_file_peek_path (copy.file));
    g_mkdir_with_parents (folder, 0700);
  }
  copy_file (g_file_peek_path (place.file), g_file_peek_path (copy.file));
  here = open_store (&place);
  there = open_store (&copy);
  commit (here, make_answer ("one", 0, "item-0", 1, NOW + G_TIME_SPAN_SECOND));
  commit (there, make_answer ("one", 1, "item-1", 1, NOW + G_TIME_SPAN_MINUTE));
  step (here, pair.folder, 0, 2);
  trouble = step_with_troubles (there, pair.folder, 0, 1);
  commit (there, make_answer ("one", 2, "item-2", 1, NOW + G_TIME_SPAN_HOUR));
  {
    g_autoptr (CharterTrouble) again = step_with_troubles (there, pair.folder, 0, 1);
  }
  step (here, pair.folder, 1, 0);
  g_object_unref (here);
}

/* Disks */

static void
test_folder_vanishes (void)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;

  pair_init (&pair);
  none = g_build_filename (pair.folder, "stick", NULL);
  commit (pair.desk, make_begun ("one", 3, NOW));
  g_assert_null (try_step (pair.desk, none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
  step (pair.desk, pair.folder, 0, 1);
}

static void
test_closed_and_cancelled (void)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) reason = NULL;

  pair_init (&pair);
  g_cancellable_cancel (cancellable);
  charter_store_keep_in_step_async (pair.desk, pair.folder, cancellable, keep_result, &result);
  g_assert_null (charter_store_keep_in_step_finish (pair.desk, await_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  charter_store_keep_in_step_async (pair.desk, pair.folder, NULL, keep_result, &closed);
  charter_store_close (pair.desk);
  g_assert_null (charter_store_keep_in_step_finish (pair.desk, await_result (&closed), &reason));
  g_assert_error (reason, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* A disk that takes only so many bytes: whatever the place at which writing fails, there is no file but whole ones,
 * what comes in still does, and the next time all goes out. */
static void
test_disk_full (void)
{
  g_auto (Pair) pair = { 0 };
  struct rlimit limit;
  struct rlimit none;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  gsize length;

  pair_init (&pair);
  commit (pair.desk, make_begun ("one", 3, NOW));
  step (pair.desk, pair.folder, 0, 1);
  file = only_file (pair.folder);
  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  g_assert_cmpint (g_unlink (file), ==, 0);
  getrlimit (RLIMIT_FSIZE, &none);
  signal (SIGXFSZ, SIG_IGN);
  for (gsize i = 0; i < length; i += 23)
    {
      g_autoptr (CharterTrouble) trouble = NULL;
      g_auto (GStrv) names = NULL;
      limit = (struct rlimit){ i, none.rlim_max };
      setrlimit (RLIMIT_FSIZE, &limit);
      trouble = step_with_troubles (pair.desk, pair.folder, 0, 1);
      setrlimit (RLIMIT_FSIZE, &none);
      g_assert_null (trouble->file);
      names = list (pair.folder);
      g_assert_cmpuint (g_strv_length (names), ==, 0);
    }
  step (pair.desk, pair.folder, 0, 1);
  step (pair.lap, pair.folder, 1, 0);
}

/* Killed at any moment while it writes and takes together: the folder has whole files only, and nothing is missing. */
static int
write_until_killed (const char *folder, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CharterStore) store = charter_store_open (file, NOW, NULL);

  g_assert_nonnull (store);
  if (write (STDOUT_FILENO, "r", 1) != 1)
    return 1;
  for (;;)
    {
      g_autoptr (CharterInStep) in_step = NULL;
      answer (store, "one", 1);
      in_step = try_step (store, folder, NULL);
    }
}

/* longest: milliseconds that it lives at most */
static void
run_and_kill (const char *work, const char *folder, GFile *file, guint longest)
{
  const char *argv[] = { program, work, folder, g_file_peek_path (file), NULL };
  g_autoptr (GError) error = NULL;
  GPid child;
  int out;
  char byte;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child,
                                           NULL, &out, NULL, &error));
  g_assert_cmpint (read (out, &byte, 1), ==, 1);
  close (out);
  g_usleep ((gulong)g_test_rand_int_range (0, (gint32)longest * 1000));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

static guint
step_after_kill (CharterStore *store, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterInStep) in_step = try_step (store, folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (in_step->troubles->len, ==, 0);
  g_assert_cmpint (in_step->n_missing, ==, 0);
  return in_step->n_in;
}

static void
test_killed (void)
{
  g_auto (Pair) pair = { 0 };
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  guint n_in = 0;

  pair_init (&pair);
  place_init (&place);
  store = open_store (&place);
  commit (store, make_begun ("one", 3, NOW));
  g_clear_object (&store);
  for (guint i = 0; i < 25; i++)
    {
      run_and_kill ("--write", pair.folder, place.file, 60);
      n_in += step_after_kill (pair.lap, pair.folder);
    }
  g_assert_cmpuint (n_in, >, 25);
  store = open_store (&place);
  step_after_kill (store, pair.folder);
  step_after_kill (pair.lap, pair.folder);
  assert_same_logs (store, pair.lap);
  assert_verified (pair.lap);
}

/* A history of three segments is taken in by a program that is killed at any moment: at each opening what is there
 * agrees, nothing is lost that was there before, and at the end all is. */

#define LONG (2 * CHARTER_SEGMENT_MOST_EVENTS + 100)

static int
read_until_killed (const char *folder, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CharterStore) store = charter_store_open (file, NOW, NULL);
  g_autoptr (CharterInStep) in_step = NULL;

  g_assert_nonnull (store);
  if (write (STDOUT_FILENO, "r", 1) != 1)
    return 1;
  in_step = try_step (store, folder, NULL);
  return in_step != NULL ? 0 : 1;
}

static void
put_long_history (CharterStore *store)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < LONG; i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u", i / 50);
      g_autofree char *item = g_strdup_printf ("item-%u", i % 50);
      g_ptr_array_add (events, i % 50 == 0
                                 ? make_begun (session, 50, NOW + i)
                                 : make_answer (session, i % 50, item, i % 3 / 2.0, NOW + i * G_TIME_SPAN_SECOND));
    }
  charter_store_commit_async (store, events, NULL, keep_result, &result);
  g_assert_true (charter_store_commit_finish (store, await_result (&result), NULL));
}

static guint
count_events (CharterStore *store)
{
  g_autoptr (GPtrArray) events = load_events (store);

  return events->len;
}

static guint
open_and_count (const Place *place)
{
  g_autoptr (CharterStore) store = open_store (place);

  assert_verified (store);
  return count_events (store);
}

static void
test_killed_while_reading (void)
{
  g_auto (Pair) pair = { 0 };
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  guint n_before = 0, n_partly = 0;

  pair_init (&pair);
  place_init (&place);
  put_long_history (pair.desk);
  step (pair.desk, pair.folder, 0, LONG);
  for (guint i = 0; i < 6; i++)
    {
      guint n;
      run_and_kill ("--read", pair.folder, place.file, 250 * (i + 1));
      n = open_and_count (&place);
      g_assert_cmpuint (n, >=, n_before);
      n_partly += n > 0 && n < LONG;
      n_before = n;
    }
  g_test_message ("%u of 6 kills left a part", n_partly);
  store = open_store (&place);
  step_after_kill (store, pair.folder);
  assert_same_logs (store, pair.desk);
  assert_verified (store);
}

static void
test_names (void)
{
  static const char *const wrong[] = { "",
                                       "x",
                                       "0123456789abcdef",
                                       "0123456789abcdef-",
                                       "0123456789abcdef-1-2",
                                       "0123456789abcdef-0-2.jsonl",
                                       "0123456789abcdef-3-2.jsonl",
                                       "0123456789abcdef--1-2.jsonl",
                                       "0123456789abcdef-1-2.jsonl.bak",
                                       "0123456789ABCDEF-1-2.jsonl",
                                       "0123456789abcdef-1-99999999999999999999.jsonl" };
  CharterSegment segment;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (charter_segment_from_name (&segment, wrong[i]));
  g_assert_true (charter_segment_from_name (&segment, "0123456789abcdef-7-12.jsonl"));
  g_assert_cmpstr (segment.device, ==, "0123456789abcdef");
  g_assert_cmpint (segment.first, ==, 7);
  g_assert_cmpint (segment.last, ==, 12);
  charter_segment_clear (&segment);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_until_killed (argv[2], argv[3]);
  if (argc == 4 && g_str_equal (argv[1], "--read"))
    return read_until_killed (argv[2], argv[3]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder/names", test_names);
  g_test_add_func ("/folder/killed", test_killed);
  g_test_add_func ("/folder/killed-while-reading", test_killed_while_reading);
  g_test_add_func ("/folder/there-and-back", test_there_and_back);
  g_test_add_func ("/folder/new-folder", test_new_folder);
  g_test_add_func ("/folder/few-files", test_few_files);
  g_test_add_func ("/folder/leftovers", test_leftovers);
  g_test_add_func ("/folder/erased", test_erased);
  g_test_add_func ("/folder/truncated-at-every-length", test_truncated_at_every_length);
  g_test_add_func ("/folder/own-file-truncated", test_own_file_truncated);
  g_test_add_func ("/folder/any-byte-changed", test_any_byte_changed);
  g_test_add_func ("/folder/foreign-files", test_foreign_files);
  g_test_add_func ("/folder/later-version", test_later_version);
  g_test_add_func ("/folder/gap", test_gap);
  g_test_add_func ("/folder/copied-home", test_copied_home);
  g_test_add_func ("/folder/vanishes", test_folder_vanishes);
  g_test_add_func ("/folder/closed-and-cancelled", test_closed_and_cancelled);
  g_test_add_func ("/folder/disk-full", test_disk_full);
  return g_test_run ();
}
