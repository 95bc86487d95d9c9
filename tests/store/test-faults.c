/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change to a file fails once, in turn: it is told, nothing that was safe is lost, and the next try works. */
#include "charter-backups.h"
#include "fault-vfs.h"
#include "store-support.h"

#include <errno.h>
#include <sqlite3.h>

#define N_STEPS 4
#define N_MORE 9 /* said afterwards */

/* What was said to be safe: payloads. */
static GPtrArray *safe;

static void
note_safe (CharterEvent *event)
{
  g_ptr_array_add (safe, charter_event_ref (event));
}

/* A commit as the application makes it; after an error it is tried once more. */
static void
commit_with_retry (CharterStore *store, CharterEvent *event, gboolean forever)
{
  g_autoptr (CharterEvent) owned = event;
  g_autoptr (GError) error = NULL;

  if (commit_events (store, &error, charter_event_ref (event), NULL))
    {
      note_safe (event);
      return;
    }
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_cmpint (error->code, !=, G_IO_ERROR_INVALID_DATA);
  g_assert_true (fault_vfs_struck ());
  if (forever)
    return;
  g_clear_error (&error);
  commit_events (store, &error, charter_event_ref (event), NULL);
  g_assert_no_error (error);
  note_safe (event);
}

static CharterStore *
open_with_retry (const Place *place)
{
  g_autoptr (GError) error = NULL;
  CharterStore *store = charter_store_open (place->file, NOW, &error);

  if (store != NULL)
    return store;
  g_assert_true (fault_vfs_struck ());
  g_assert_cmpint (error->code, !=, G_IO_ERROR_INVALID_DATA);
  return charter_store_open (place->file, NOW, NULL);
}

/* What is folded from these is in every table, and two of them fold everything anew. */
static void
say_more (CharterStore *store, const CharterEvent *answer, gboolean forever)
{
  g_autoptr (CharterEvent) reset = make_reset ("item", NOW);

  commit_with_retry (store, make_grade (answer, 2, NOW), forever);
  commit_with_retry (store, make_undo (answer, TRUE, NOW), forever);
  commit_with_retry (store, make_note ("note", "item", "Words", NOW), forever);
  commit_with_retry (store, make_note ("note", "item", NULL, NOW), forever);
  commit_with_retry (store, make_suspend ("item", TRUE, NOW), forever);
  commit_with_retry (store, make_setting ("retention", "0.85", NOW), forever);
  commit_with_retry (store, charter_event_ref (reset), forever);
  commit_with_retry (store, make_undo_of (reset, NOW), forever);
  commit_with_retry (store, make_delete ("one", NOW), forever);
}

static void
play (const Place *place, gboolean forever)
{
  g_autoptr (CharterStore) store = open_with_retry (place);
  g_autoptr (CharterEvent) answer = make_answer ("one", 0, "item", 1, NOW);

  if (store == NULL)
    {
      g_assert_true (forever);
      return;
    }
  charter_store_set_reading_place (store, "pack", "lesson", "section", 0.5);
  commit_with_retry (store, make_begun ("one", N_STEPS, NOW), forever);
  for (guint i = 0; i < N_STEPS; i++)
    {
      charter_store_set_session_place (store, "one", "{}", FALSE);
      commit_with_retry (store, i > 0 ? make_answer ("one", i, "item", i % 2, NOW) : charter_event_ref (answer),
                         forever);
    }
  commit_with_retry (store, make_ended ("one", TRUE, NOW), forever);
  say_more (store, answer, forever);
}

/* Every payload that was said to be safe is there, once. */
static void
assert_all_safe (const Place *place, gboolean exactly)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = charter_store_open (place->file, NOW, &error);
  g_autofree char *path = g_file_get_path (place->file);
  sqlite3 *db = NULL;
  sqlite3_stmt *s = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_null (charter_store_get_notice (store));
  assert_verified (store);
  g_clear_object (&store);
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, "unix"), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT kind, payload FROM event ORDER BY seq", -1, &s, NULL), ==, 0);
  for (; sqlite3_step (s) == SQLITE_ROW; n++)
    if (n < safe->len)
      {
        const CharterEvent *event = g_ptr_array_index (safe, n);
        g_assert_cmpstr ((const char *)sqlite3_column_text (s, 0), ==, charter_event_get_kind_name (event));
        g_assert_cmpstr ((const char *)sqlite3_column_text (s, 1), ==, event->payload);
      }
  g_assert_cmpuint (n, >=, safe->len);
  if (exactly)
    g_assert_cmpuint (n, ==, safe->len);
  sqlite3_finalize (s);
  sqlite3_close (db);
}

/* Returns: FALSE when there was no n-th change */
static gboolean
play_with_fault (guint n, int rc, gboolean forever)
{
  g_auto (Place) place = { 0 };
  gboolean struck;

  place_init (&place);
  g_ptr_array_set_size (safe, 0);
  fault_vfs_plan (n, rc, forever);
  play (&place, forever);
  struck = fault_vfs_struck ();
  fault_vfs_plan (0, 0, FALSE);
  if (!forever)
    g_assert_cmpuint (safe->len, ==, N_STEPS + 2 + N_MORE);
  assert_all_safe (&place, !forever);
  return struck;
}

static char *
ask (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *s = NULL;
  char *answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, "unix"), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  answer = g_strdup ((const char *)sqlite3_column_text (s, 0));
  sqlite3_finalize (s);
  sqlite3_close (db);
  return answer;
}

/* Erased or not erased, and told which; what is told to be erased is, and in the end nothing of it is in the file. */
static gboolean
erase_with_fault (guint n)
{
  g_auto (Place) place = { 0 };
  g_autofree char *left = NULL;
  g_autofree char *guards = NULL;
  gboolean struck, erased;

  place_init (&place);
  fault_vfs_plan (0, 0, FALSE);
  play (&place, FALSE);
  {
    g_autoptr (CharterStore) store = open_with_retry (&place);
    fault_vfs_plan (n, SQLITE_FULL, FALSE);
    erased = commit_events (store, NULL, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW), NULL);
    struck = fault_vfs_struck ();
    fault_vfs_plan (0, 0, FALSE);
    assert_verified (store);
    if (!erased)
      g_assert_true (commit_events (store, NULL, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW), NULL));
  }
  {
    g_autoptr (CharterStore) store = charter_store_open (place.file, NOW, NULL);
    assert_verified (store);
    g_assert_null (charter_store_get_notice (store));
  }
  left = ask (g_file_peek_path (place.file), "SELECT (SELECT count(*) FROM event WHERE kind NOT IN ('erase', 'erased'))"
                                             " + (SELECT count(*) FROM meta WHERE name = 'erasing')");
  guards = ask (g_file_peek_path (place.file), "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'");
  g_assert_cmpstr (left, ==, "0");
  g_assert_cmpstr (guards, ==, "2");
  return struck;
}

static void
test_erase (void)
{
  guint n = 1;

  while (erase_with_fault (n))
    n++;
  g_test_message ("%u changes failed in turn", n - 1);
  g_assert_cmpuint (n, >, 10);
}

/* ---- files ---- */

static gboolean
merge_once (CharterStore *store, const Place *place, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterMerged) merged = NULL;
  CharterEvent *of_another[] = { make_begun ("two", 1, NOW), make_answer ("two", 0, "item", 1, NOW) };

  for (guint i = 0; i < G_N_ELEMENTS (of_another); i++)
    {
      of_another[i]->device = g_strdup ("00000000000000aa");
      of_another[i]->seq = i + 1;
      of_another[i]->hlc = charter_hlc_next (i, NOW + i * G_TIME_SPAN_SECOND);
      g_ptr_array_add (events, of_another[i]);
    }
  charter_store_merge_async (store, events, NULL, keep_result, &result);
  merged = charter_store_merge_finish (store, await_result (&result), error);
  return merged != NULL;
}

static gboolean
back_up_once (CharterStore *store, const Place *place, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_back_up_async (store, NOW, NULL, keep_result, &result);
  return charter_store_back_up_finish (store, await_result (&result), error);
}

static gboolean
restore_once (CharterStore *store, const Place *place, GError **error)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (place->file));
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < backups->len && result == NULL; i++)
    if (((CharterBackupFile *)g_ptr_array_index (backups, i))->kind == CHARTER_BACKUP_ASKED)
      charter_store_restore_async (store, ((CharterBackupFile *)g_ptr_array_index (backups, i))->name, NOW, NULL,
                                   keep_result, &result);
  return charter_store_restore_finish (store, await_result (&result), error);
}

static void
do_with_retry (CharterStore *store, const Place *place, gboolean (*act) (CharterStore *, const Place *, GError **))
{
  g_autoptr (GError) error = NULL;

  if (act (store, place, &error))
    return;
  g_assert_true (fault_vfs_struck ());
  assert_verified (store);
  g_clear_error (&error);
  act (store, place, &error);
  g_assert_no_error (error);
}

/* What another device said is taken in, a backup made of it, and the backup put in the file's place: all of it or
 * nothing, and told. */
static gboolean
keep_files_with_fault (guint n, int rc)
{
  g_auto (Place) place = { 0 };
  g_autofree char *events = NULL;
  gboolean struck;

  place_init (&place);
  fault_vfs_plan (0, 0, FALSE);
  {
    g_autoptr (CharterStore) store = open_store (&place);
    commit (store, make_begun ("one", 2, NOW));
    commit (store, make_answer ("one", 0, "item", 1, NOW));
    fault_vfs_plan (n, rc, FALSE);
    do_with_retry (store, &place, merge_once);
    do_with_retry (store, &place, back_up_once);
    do_with_retry (store, &place, restore_once);
    struck = fault_vfs_struck ();
    fault_vfs_plan (0, 0, FALSE);
    assert_verified (store);
    commit (store, make_answer ("one", 1, "item", 1, NOW));
  }
  {
    g_autoptr (CharterStore) store = charter_store_open (place.file, NOW, NULL);
    assert_verified (store);
    g_assert_null (charter_store_get_notice (store));
  }
  events = ask (g_file_peek_path (place.file), "SELECT count(*) FROM event");
  g_assert_cmpstr (events, ==, "5");
  return struck;
}

static void
test_files (void)
{
  guint n = 1;

  while (keep_files_with_fault (n, n % 2 > 0 ? SQLITE_FULL : SQLITE_IOERR_WRITE))
    n++;
  g_test_message ("%u changes failed in turn", n - 1);
  g_assert_cmpuint (n, >, 30);
}

static void
fail_each (int rc, gboolean forever)
{
  guint n = 1;

  while (play_with_fault (n, rc, forever))
    n++;
  g_test_message ("%u changes failed in turn", n - 1);
  g_assert_cmpuint (n, >, 30);
}

static void
test_disk_full (void)
{
  fail_each (SQLITE_FULL, FALSE);
}

static void
test_disk_error (void)
{
  fail_each (SQLITE_IOERR_WRITE, FALSE);
}

static void
test_disk_full_for_good (void)
{
  fail_each (SQLITE_FULL, TRUE);
}

/* The same once more below SQLite, for the sentence that a full disk gives. */
static gssize
no_space (int fd, const void *data, gsize n, gint64 offset)
{
  errno = ENOSPC;
  return -1;
}

static void
set_calls (sqlite3_syscall_ptr call)
{
  static const char *const names[] = { "write", "pwrite", "pwrite64" };
  sqlite3_vfs *unix_vfs = sqlite3_vfs_find ("unix");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    unix_vfs->xSetSystemCall (unix_vfs, names[i], call);
}

static void
test_sentence (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  store = open_store (&place);
  g_assert_true (commit_events (store, NULL, make_begun ("one", 2, NOW), NULL));
  set_calls ((sqlite3_syscall_ptr)(void *)no_space);
  g_assert_false (commit_events (store, &error, make_answer ("one", 0, "item", 1, NOW), NULL));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 0);
  set_calls (NULL);
  g_assert_true (commit_events (store, NULL, make_answer ("one", 0, "item", 1, NOW), NULL));
  g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 1);
  assert_verified (store);
}

/* What nobody waits for is kept until it can be written, and said meanwhile. */
static void
test_posted (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterEvent) begun = make_begun ("one", 2, NOW);
  g_autoptr (CharterEvent) ended = make_ended ("one", FALSE, NOW);

  place_init (&place);
  store = open_store (&place);
  fault_vfs_plan (1, SQLITE_FULL, TRUE);
  charter_store_post (store, begun);
  charter_store_set_session_place (store, "one", "{}", TRUE);
  while (charter_store_get_notice (store) == NULL)
    g_main_context_iteration (NULL, TRUE);
  charter_store_post (store, ended);
  g_assert_false (commit_events (store, NULL, make_begun ("two", 1, NOW), NULL));
  fault_vfs_plan (0, 0, FALSE);
  settle (store);
  g_assert_null (charter_store_get_notice (store));
  g_assert_null (charter_store_get_open_session (store, "one"));
  g_assert_null (charter_store_get_open_session (store, "two"));
  g_assert_null (charter_store_get_session_place (store, "one"));
  assert_verified (store);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  safe = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_test_add_func ("/faults/disk-full", test_disk_full);
  g_test_add_func ("/faults/disk-error", test_disk_error);
  g_test_add_func ("/faults/disk-full-for-good", test_disk_full_for_good);
  g_test_add_func ("/faults/erase", test_erase);
  g_test_add_func ("/faults/files", test_files);
  g_test_add_func ("/faults/sentence", test_sentence);
  g_test_add_func ("/faults/posted", test_posted);
  result = g_test_run ();
  g_ptr_array_unref (safe);
  return result;
}
