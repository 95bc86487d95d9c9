/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file: who may read it, who has it, what is done with one that is damaged, newer or somebody else's, and its
 * backups. */
#include "store-support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define DAY G_TIME_SPAN_DAY
#define NOBODY 65534
#define PAGE 4096

/* A file with a session of n answers. */
static void
fill (const Place *place, const char *session, guint n)
{
  g_autoptr (CharterStore) store = open_store (place);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  commit (store, make_begun (session, n, NOW));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *item = g_strdup_printf ("item-%u", i);
      commit (store, make_answer (session, i, item, i % 2, NOW));
    }
}

static int
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
run_sql (const Place *place, const char *sql, int expected)
{
  sqlite3 *db = NULL;
  int rc;

  g_assert_cmpint (sqlite3_open (g_file_peek_path (place->file), &db), ==, SQLITE_OK);
  rc = sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_assert_cmpint (rc, ==, expected);
  sqlite3_close (db);
}

static char *
ask_sql (const Place *place, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *s = NULL;
  char *answer;

  g_assert_cmpint (sqlite3_open (g_file_peek_path (place->file), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  answer = g_strdup ((const char *)sqlite3_column_text (s, 0));
  sqlite3_finalize (s);
  sqlite3_close (db);
  return answer;
}

static void
assert_open_fails (const Place *place, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = charter_store_open (place->file, NOW, &error);

  g_assert_null (store);
  g_assert_error (error, G_IO_ERROR, (int)code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_private (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *wal = NULL;

  place_init (&place);
  store = open_store (&place);
  commit (store, make_begun ("one", 2, NOW));
  folder = g_path_get_dirname (g_file_peek_path (place.file));
  wal = place_find (&place, "-wal");
  g_assert_cmpint (mode_of (folder), ==, 0700);
  g_assert_cmpint (mode_of (g_file_peek_path (place.file)), ==, 0600);
  g_assert_cmpint (mode_of (wal), ==, 0600);
  g_assert_null (place_find (&place, "-shm"));
}

static void
test_marks (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *version = NULL;
  g_autofree char *journal = NULL;

  place_init (&place);
  fill (&place, "one", 2);
  id = ask_sql (&place, "PRAGMA application_id");
  version = ask_sql (&place, "PRAGMA user_version");
  journal = ask_sql (&place, "PRAGMA journal_mode");
  g_assert_cmpstr (id, ==, "1130919026");
  g_assert_cmpstr (version, ==, "5");
  g_assert_cmpstr (journal, ==, "wal");
}

static void
test_log_is_only_added_to (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  fill (&place, "one", 2);
  run_sql (&place, "UPDATE event SET payload = ''", SQLITE_CONSTRAINT);
  run_sql (&place, "DELETE FROM event WHERE seq = 1", SQLITE_CONSTRAINT);
  run_sql (&place, "UPDATE tally SET n_right = 5", SQLITE_OK); /* what is folded is not guarded: verify sees it */
  {
    g_autoptr (CharterStore) store = open_store (&place);
    g_autoptr (GError) error = NULL;
    g_assert_false (charter_store_verify (store, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_true (charter_store_rebuild (store, NULL));
    assert_verified (store);
  }
}

/* Each table that is folded is compared. */
static void
test_verify_sees (void)
{
  static const char *const changes[] = {
    "UPDATE session_state SET points = points + 0.000001",
    "DELETE FROM session_state",
    "UPDATE item_state SET time = 1 WHERE item = 'item-1'",
    "DELETE FROM item_state WHERE item = 'item-0'",
    "UPDATE group_state SET best = 0.9",
    "DELETE FROM group_state",
    "INSERT INTO tally VALUES (1, 1, 1, 0, 0, 0, 0, 0, 0, 0)",
    "DELETE FROM tally",
    "UPDATE item_state SET due_day = due_day + 1",
  };
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  fill (&place, "one", 2);
  store = open_store (&place);
  commit (store, make_ended ("one", TRUE, NOW));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_clear_object (&store);
      run_sql (&place, changes[i], SQLITE_OK);
      store = open_store (&place);
      g_assert_false (charter_store_verify (store, NULL));
      g_assert_true (charter_store_rebuild (store, NULL));
      assert_verified (store);
    }
}

static void
test_newer (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *version = NULL;

  place_init (&place);
  fill (&place, "one", 2);
  run_sql (&place, "PRAGMA user_version = 99", SQLITE_OK);
  assert_open_fails (&place, G_IO_ERROR_NOT_SUPPORTED);
  version = ask_sql (&place, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "99");
  g_assert_null (place_find (&place, "damaged"));
}

static void
test_another_program (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *journal = NULL;

  place_init (&place);
  folder = g_path_get_dirname (g_file_peek_path (place.file));
  g_mkdir (folder, 0700);
  run_sql (&place, "CREATE TABLE recipe (name TEXT)", SQLITE_OK);
  assert_open_fails (&place, G_IO_ERROR_NOT_SUPPORTED);
  journal = ask_sql (&place, "PRAGMA journal_mode");
  g_assert_cmpstr (journal, ==, "delete");
}

static void
test_two_in_one_process (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  assert_open_fails (&place, G_IO_ERROR_BUSY);
  commit (store, make_begun ("one", 2, NOW));
}

/* The other process is this program: it says how opening ended. */
static int
try_to_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = charter_store_open (file, NOW, &error);

  return store != NULL ? 0 : error->code + 1;
}

static int
open_elsewhere (const Place *place)
{
  const char *const argv[] = { "/proc/self/exe", "--open", g_file_peek_path (place->file), NULL };
  g_autofree char *self = g_file_read_link (argv[0], NULL);
  const char *const real[] = { self, argv[1], argv[2], NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)real, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_two_processes (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  g_assert_cmpint (open_elsewhere (&place), ==, G_IO_ERROR_BUSY + 1);
  commit (store, make_begun ("one", 2, NOW));
  g_assert_cmpint (open_elsewhere (&place), ==, G_IO_ERROR_BUSY + 1);
  charter_store_close (store);
  g_assert_cmpint (open_elsewhere (&place), ==, 0);
}

/* Root may write anywhere: as root, somebody else tries. */
static void
assert_refused (const Place *place)
{
  g_autoptr (GError) error = NULL;
  gboolean is_root = geteuid () == 0;
  g_autoptr (CharterStore) store = NULL;

  if (is_root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  store = charter_store_open (place->file, NOW, &error);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_null (store);
  g_assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
                 || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY));
}

static void
give_away (const char *path, int mode)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
test_read_only_folder (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *folder = NULL;

  place_init (&place);
  give_away (place.folder, 0500);
  assert_refused (&place); /* the folder can't be made */
  g_chmod (place.folder, 0700);
  fill (&place, "one", 2);
  folder = g_path_get_dirname (g_file_peek_path (place.file));
  give_away (place.folder, 0700);
  give_away (g_file_peek_path (place.file), 0600);
  give_away (folder, 0500);
  assert_refused (&place); /* no log of writes can be made beside the file */
  g_chmod (folder, 0700);
  give_away (g_file_peek_path (place.file), 0400);
  assert_refused (&place); /* the file can't be written */
  g_chmod (g_file_peek_path (place.file), 0600);
  g_assert_null (place_find (&place, "damaged"));
  {
    g_autoptr (CharterStore) store = open_store (&place);
    g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 2);
  }
}

static char *
damage (const Place *place, gsize from, gsize length, gsize *size)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (place->file), &bytes, size, NULL));
  g_assert_cmpuint (*size, >=, from + length);
  for (gsize i = from; i < from + length; i++)
    bytes[i] = g_rand_int_range (random, 0, 256);
  g_assert_true (g_file_set_contents (g_file_peek_path (place->file), bytes, *size, NULL));
  return bytes;
}

/* Set aside as it was, said, and gone on without. */
static void
assert_set_aside (const Place *place, const char *bytes, gsize size, gboolean restored)
{
  g_autoptr (CharterStore) store = open_store (place);
  g_autofree char *aside = place_find (place, "damaged-2026");
  g_autofree char *found = NULL;
  g_autofree char *name = NULL;
  gsize found_size;

  g_assert_nonnull (aside);
  name = g_path_get_basename (aside);
  g_assert_nonnull (strstr (charter_store_get_notice (store), name));
  g_assert_true (g_file_get_contents (aside, &found, &found_size, NULL));
  g_assert_cmpmem (found, found_size, bytes, size);
  g_assert_cmpint (charter_store_get_open_session (store, "one") != NULL, ==, restored);
  commit (store, make_begun ("after", 2, NOW));
  assert_verified (store);
  charter_store_clear_notice (store);
  g_assert_null (charter_store_get_notice (store));
}

static void
test_damaged_header (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *bytes = NULL;
  gsize size;

  place_init (&place);
  fill (&place, "one", 20);
  bytes = damage (&place, 0, 100, &size);
  assert_set_aside (&place, bytes, size, FALSE);
}

static void
test_damaged_middle (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *bytes = NULL;
  gsize size;

  place_init (&place);
  fill (&place, "one", 60);
  bytes = damage (&place, 3 * PAGE, 4 * PAGE, &size);
  assert_set_aside (&place, bytes, size, FALSE);
}

static void
test_not_a_database (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *folder = NULL;
  const char *text = "Dear diary, this file was overwritten by something else entirely.\n";

  place_init (&place);
  folder = g_path_get_dirname (g_file_peek_path (place.file));
  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (g_file_peek_path (place.file), text, -1, NULL));
  assert_set_aside (&place, text, strlen (text), FALSE);
}

static guint
count_backups (const Place *place, char **last)
{
  g_autofree char *learner = g_path_get_dirname (g_file_peek_path (place->file));
  g_autofree char *folder = g_build_filename (learner, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        GStatBuf info;

        if (g_stat (path, &info) != 0)
          continue; /* the store's thread has just let it go */
        g_assert_cmpint (info.st_mode & 0777, ==, 0600);
        if (last != NULL && g_strcmp0 (path, *last) > 0)
          {
            g_free (*last);
            *last = g_steal_pointer (&path);
          }
        n++;
      }
  return n;
}

/* Opens on a day and waits until its backup is there: it has a new name, or takes the place of the oldest. */
static void
open_until_backed_up (const Place *place, gint64 wall)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (wall / G_TIME_SPAN_SECOND);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d.db");
  g_autoptr (CharterStore) store = charter_store_open (place->file, wall, NULL);
  g_autofree char *last = NULL;

  g_assert_nonnull (store);
  for (guint i = 0; i < 500 && (last == NULL || !g_str_has_suffix (last, date)); i++)
    {
      count_backups (place, &last);
      g_usleep (10000);
    }
  g_assert_true (g_str_has_suffix (last, date));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (charter_store_get_notice (store));
}

static void
test_backups (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *last = NULL;

  place_init (&place);
  fill (&place, "one", 5);
  g_assert_cmpuint (count_backups (&place, NULL), ==, 0); /* there was nothing to lose yet */
  for (guint day = 0; day < 9; day++)
    open_until_backed_up (&place, NOW + day * DAY);
  g_assert_cmpuint (count_backups (&place, &last), ==, 7);
  open_until_backed_up (&place, NOW + 8 * DAY);
  g_assert_cmpuint (count_backups (&place, NULL), ==, 7);
  g_assert_null (place_find (&place, "partial"));
}

static void
test_restored (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *bytes = NULL;
  g_autofree char *devices = NULL;
  gsize size;

  place_init (&place);
  fill (&place, "one", 20);
  open_until_backed_up (&place, NOW);
  bytes = damage (&place, 0, PAGE, &size);
  assert_set_aside (&place, bytes, size, TRUE);
  devices = ask_sql (&place, "SELECT count(DISTINCT device) FROM event");
  g_assert_cmpstr (devices, ==, "2"); /* who goes on from a copy numbers anew */
}

/* A damaged backup is passed over. */
static void
test_restored_from_the_last_good_one (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *last = NULL;
  gsize size;

  place_init (&place);
  fill (&place, "one", 20);
  open_until_backed_up (&place, NOW);
  open_until_backed_up (&place, NOW + DAY);
  count_backups (&place, &last);
  g_assert_true (g_file_set_contents (last, "nothing", -1, NULL));
  bytes = damage (&place, 0, PAGE, &size);
  store = open_store (&place);
  g_assert_nonnull (strstr (charter_store_get_notice (store), "1 backup is damaged too"));
  g_assert_nonnull (charter_store_get_open_session (store, "one"));
}

static void
test_emptied (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  fill (&place, "one", 20);
  open_until_backed_up (&place, NOW);
  g_assert_cmpint (truncate (g_file_peek_path (place.file), 0), ==, 0);
  assert_set_aside (&place, "", 0, TRUE);
}

/* Taken away by somebody, or never put in place by a program that was killed. */
static void
test_missing (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  fill (&place, "one", 20);
  open_until_backed_up (&place, NOW);
  g_assert_cmpint (g_unlink (g_file_peek_path (place.file)), ==, 0);
  store = open_store (&place);
  g_assert_nonnull (strstr (charter_store_get_notice (store), "missing"));
  g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 20);
  assert_verified (store);
}

/* Returns: (nullable) the store that a backup began, which took the place of what can't be opened */
static CharterStore *
open_backup (const Place *place, const char *backup, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = g_path_get_basename (backup);

  charter_store_open_backup_async (place->file, name, NOW + DAY, NULL, keep_result, &result);
  return charter_store_open_finish (await_result (&result), error);
}

/* Twenty answers are in the backup, and two more in the file, which a newer release has had since. */
static char *
fill_beyond_backup (const Place *place)
{
  char *backup = NULL;

  fill (place, "one", 20);
  open_until_backed_up (place, NOW);
  count_backups (place, &backup);
  fill (place, "two", 2);
  run_sql (place, "PRAGMA user_version = 99", SQLITE_OK);
  return backup;
}

static void
test_newer_replaced (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *backup = NULL, *before = NULL, *aside = NULL, *after = NULL;
  gsize size, size_after;

  place_init (&place);
  backup = fill_beyond_backup (&place);
  g_assert_true (g_file_get_contents (g_file_peek_path (place.file), &before, &size, NULL));
  store = open_backup (&place, backup, NULL);
  g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 20);
  g_assert_null (charter_store_get_open_session (store, "two"));
  assert_verified (store);
  aside = place_find (&place, "damaged");
  g_assert_nonnull (strstr (charter_store_get_notice (store), "set aside as “"));
  g_assert_true (g_file_get_contents (aside, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
}

/* What is in the way may be no file at all. */
static void
test_folder_replaced (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *backup = NULL, *aside = NULL;

  place_init (&place);
  backup = fill_beyond_backup (&place);
  g_assert_cmpint (g_unlink (g_file_peek_path (place.file)), ==, 0);
  g_assert_cmpint (g_mkdir (g_file_peek_path (place.file), 0700), ==, 0);
  assert_open_fails (&place, G_IO_ERROR_NOT_REGULAR_FILE);
  store = open_backup (&place, backup, NULL);
  g_assert_nonnull (store);
  aside = place_find (&place, "damaged");
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_DIR));
}

static void
assert_not_replaced (const Place *place, const char *backup, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize size, size_after;

  g_assert_true (g_file_get_contents (g_file_peek_path (place->file), &before, &size, NULL));
  g_assert_null (open_backup (place, backup, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_true (g_file_get_contents (g_file_peek_path (place->file), &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_null (place_find (place, "damaged"));
  g_assert_null (place_find (place, "restored"));
}

/* Not by a damaged backup, nor by one that is not there, nor where somebody has the file open. */
static void
test_not_replaced (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *backup = NULL;

  place_init (&place);
  backup = fill_beyond_backup (&place);
  assert_not_replaced (&place, "history-2020-01-01.db", G_IO_ERROR_NOT_FOUND);
  run_sql (&place, "PRAGMA user_version = 5", SQLITE_OK);
  store = open_store (&place);
  assert_not_replaced (&place, backup, G_IO_ERROR_BUSY);
  charter_store_close (store);
  run_sql (&place, "PRAGMA user_version = 99", SQLITE_OK);
  g_assert_true (g_file_set_contents (backup, "nothing", -1, NULL));
  assert_not_replaced (&place, backup, G_IO_ERROR_INVALID_DATA);
}

/* What can be opened after all is opened, whatever was asked for. */
static void
test_no_need_to_replace (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *backup = NULL;

  place_init (&place);
  backup = fill_beyond_backup (&place);
  run_sql (&place, "PRAGMA user_version = 5", SQLITE_OK);
  store = open_backup (&place, backup, NULL);
  g_assert_nonnull (charter_store_get_open_session (store, "two"));
  g_assert_nonnull (strstr (charter_store_get_notice (store), "no backup was restored"));
  g_assert_null (place_find (&place, "damaged"));
}

/* A great file is not looked through when it is opened: the backup finds the damage, keeps the good copy, says so,
 * and the next opening puts it right. */
static void
test_damage_found_by_backup (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *filler = g_strnfill (20000, 'x');
  g_autofree char *bytes = NULL;
  gsize size;

  place_init (&place);
  store = open_store (&place);
  commit (store, make_begun ("one", 2, NOW));
  for (guint i = 0; i < 150; i++)
    {
      CharterEvent *event = charter_event_new (CHARTER_EVENT_OTHER, NULL, NOW);
      event->payload = g_strdup (filler);
      commit (store, event);
    }
  g_clear_object (&store);
  open_until_backed_up (&place, NOW);
  bytes = damage (&place, 40 * PAGE, 200 * PAGE, &size);
  g_assert_cmpuint (size, >, 2 * 1024 * 1024);
  store = charter_store_open (place.file, NOW + DAY, NULL);
  g_assert_nonnull (store);
  while (charter_store_get_notice (store) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&store);
  g_assert_cmpuint (count_backups (&place, NULL), ==, 1);
  assert_set_aside (&place, bytes, size, TRUE);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--open"))
    return try_to_open (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/private", test_private);
  g_test_add_func ("/file/marks", test_marks);
  g_test_add_func ("/file/log-is-only-added-to", test_log_is_only_added_to);
  g_test_add_func ("/file/verify-sees", test_verify_sees);
  g_test_add_func ("/file/newer", test_newer);
  g_test_add_func ("/file/another-program", test_another_program);
  g_test_add_func ("/file/two-in-one-process", test_two_in_one_process);
  g_test_add_func ("/file/two-processes", test_two_processes);
  g_test_add_func ("/file/read-only-folder", test_read_only_folder);
  g_test_add_func ("/file/damaged-header", test_damaged_header);
  g_test_add_func ("/file/damaged-middle", test_damaged_middle);
  g_test_add_func ("/file/not-a-database", test_not_a_database);
  g_test_add_func ("/file/backups", test_backups);
  g_test_add_func ("/file/restored", test_restored);
  g_test_add_func ("/file/restored-from-the-last-good-one", test_restored_from_the_last_good_one);
  g_test_add_func ("/file/emptied", test_emptied);
  g_test_add_func ("/file/missing", test_missing);
  g_test_add_func ("/file/newer-replaced", test_newer_replaced);
  g_test_add_func ("/file/folder-replaced", test_folder_replaced);
  g_test_add_func ("/file/not-replaced", test_not_replaced);
  g_test_add_func ("/file/no-need-to-replace", test_no_need_to_replace);
  g_test_add_func ("/file/damage-found-by-backup", test_damage_found_by_backup);
  return g_test_run ();
}
