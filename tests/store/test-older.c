/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of earlier releases, saved by those (tests/fixtures/store): each is copied first, gets what came since, and
 * keeps what it has. The last is of today's tables, and is ready for what comes next. */
#include "charter-backups.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_OLDER 5
#define PACK "org.example.study"

static sqlite3 *
open_sql (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

static void
put_older (const Place *place, guint version)
{
  g_autofree char *name = g_strdup_printf ("history-v%u.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "store", name, NULL);
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (place->file));
  g_autofree char *sql = NULL;
  sqlite3 *db;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  g_mkdir (folder, 0700);
  g_unlink (g_file_peek_path (place->file));
  db = open_sql (g_file_peek_path (place->file));
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_chmod (g_file_peek_path (place->file), 0600);
}

static int
read_version (const char *path)
{
  sqlite3 *db = open_sql (path);
  sqlite3_stmt *s = NULL;
  int version;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  version = sqlite3_column_int (s, 0);
  sqlite3_finalize (s);
  sqlite3_close (db);
  return version;
}

/* Two rounds finished, one left before its fourth question; from version 4 on two exams of one question each. */
static void
assert_kept (CharterStore *store, guint version)
{
  const CharterGroupRecord *group = charter_store_get_group (store, PACK, "case");
  const CharterReadingPlace *place = charter_store_get_reading_place (store, PACK, "lesson");
  g_autoptr (GPtrArray) sessions = charter_store_list_open_sessions (store);
  const CharterSessionRecord *session;
  guint n_answers, n_right;

  g_assert_nonnull (group);
  g_assert_cmpuint (group->n_sessions, ==, 2);
  g_assert_cmpfloat (group->best, ==, 1);
  g_assert_cmpfloat_with_epsilon (group->last, 4 / 9.0, 1e-9);
  g_assert_nonnull (place);
  g_assert_cmpfloat (place->fraction, ==, 0.5);
  g_assert_cmpuint (sessions->len, ==, 1);
  session = g_ptr_array_index (sessions, 0);
  g_assert_cmpuint (session->n_answered, ==, 3);
  g_assert_nonnull (strstr (charter_store_get_session_place (store, session->session), "\"position\":3"));
  g_assert_cmpuint (charter_store_get_open_session_events (store, session->session)->len, ==, 4);
  charter_store_count_answers (store, 0, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, version >= 4 ? 15 : 13);
  g_assert_cmpuint (n_right, ==, version >= 4 ? 11 : 9);
}

/* Right on 1 May, wrong on the 3rd, right on the 9th: also where nobody scheduled when that was answered. */
static void
assert_scheduled (CharterStore *store)
{
  g_autoptr (CharterItemRecord) who = load_item_of (store, PACK, "who");
  g_autoptr (CharterItemRecord) sort = load_item_of (store, PACK, "sort");

  g_assert_nonnull (who);
  g_assert_cmpuint (who->n_attempts, ==, 3);
  g_assert_cmpuint (who->n_reviews, ==, 3);
  g_assert_cmpuint (who->n_lapses, ==, 1);
  g_assert_cmpint (who->last_day, ==, 20582);
  g_assert_cmpint (who->due_day, >, who->last_day);
  g_assert_true (who->first.correct && who->last.correct);
  g_assert_cmpuint (sort->n_reviews, ==, 2);
  g_assert_cmpint (sort->due_day, >=, sort->last_day);
}

static void
assert_walked (CharterStore *store)
{
  const CharterGroupRecord *group = charter_store_get_group (store, "org.charterstudy.test.mill", "the-wheel");

  g_assert_nonnull (group);
  g_assert_cmpstr (group->last_ending, ==, "sold");
  g_assert_cmpfloat (group->best, ==, 0.25);
}

/* Moves of then do not say what they stand for, and stay as they are; those of now are told apart from them. */
static void
assert_moves_tell_from_now_on (CharterStore *store)
{
  CharterSlip slip;

  g_assert_false (load_scene_slip (store, "yard", "one", &slip));
  commit (store, make_case_begun ("walk", NOW));
  commit (store, make_move ("walk", 0, "yard", NULL, NULL, NOW + 1));
  g_assert_false (load_scene_slip (store, "yard", "one", &slip));
  commit (store, make_move ("walk", 1, "yard", "one two", "one", NOW + 2));
  g_assert_true (load_scene_slip (store, "yard", "one", &slip));
  g_assert_cmpuint (slip.n_offered, ==, 1);
  g_assert_cmpuint (slip.n_shown, ==, 1);
  assert_verified (store);
}

static void
assert_said (CharterStore *store)
{
  g_autoptr (CharterItemRecord) which = load_item_of (store, PACK, "which");
  g_autoptr (CharterItemRecord) when = load_item_of (store, PACK, "when");

  g_assert_true (which->suspended);
  g_assert_null (when);
  g_assert_cmpstr (charter_store_get_setting (store, "retention"), ==, "0.85");
}

/* An exam's answer was changed after another exam had asked the same. What wrote the file counted that as a further
 * attempt. */
static void
assert_changed (CharterStore *store)
{
  g_autoptr (CharterItemRecord) steps = load_item_of (store, PACK, "steps");

  g_assert_cmpuint (steps->n_attempts, ==, 5);
  g_assert_cmpuint (steps->n_right, ==, 4);
  g_assert_cmpuint (steps->n_reviews, ==, 5);
}

/* Of two moves that could show it, one did, and the other later did not. */
static void
assert_misled (CharterStore *store)
{
  CharterSlip slip;

  g_assert_true (load_scene_slip (store, "gate", "two", &slip));
  g_assert_cmpuint (slip.n_offered, ==, 2);
  g_assert_cmpuint (slip.n_shown, ==, 1);
  g_assert_false (slip.shows_still);
}

static void
assert_backed_up (const Place *place, guint version)
{
  g_autoptr (GPtrArray) backups = charter_backups_list (place->file);
  const CharterBackupFile *backup = NULL;

  for (guint i = 0; i < backups->len && (backup == NULL || backup->kind != CHARTER_BACKUP_MIGRATION); i++)
    backup = g_ptr_array_index (backups, i);
  g_assert_nonnull (backup);
  g_assert_cmpint (backup->kind, ==, CHARTER_BACKUP_MIGRATION);
  g_assert_cmpuint (backup->version, ==, version);
  g_assert_cmpint (backup->n_answers, ==, version >= 4 ? 16 : 13);
  g_assert_cmpint (read_version (backup->path), ==, version);
}

static void
test_older (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  put_older (&place, version);
  store = open_store (&place);
  g_assert_null (charter_store_get_notice (store));
  assert_verified (store);
  assert_kept (store, version);
  assert_scheduled (store);
  if (version >= 2)
    assert_walked (store);
  if (version >= 3)
    assert_said (store);
  if (version >= 4)
    assert_changed (store);
  if (version >= 5)
    assert_misled (store);
  assert_moves_tell_from_now_on (store);
  commit (store, make_begun ("after", 2, NOW));
  assert_verified (store);
  g_clear_object (&store);
  if (version < (guint)read_version (g_file_peek_path (place.file)))
    assert_backed_up (&place, version);
}

/* No folder of backups can be made where a file has its name. */
static void
test_without_backup (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  place_init (&place);
  put_older (&place, 1);
  folder = g_path_get_dirname (g_file_peek_path (place.file));
  name = g_build_filename (folder, "backups", NULL);
  g_assert_true (g_file_set_contents (name, "in the way", -1, NULL));
  g_assert_true (g_file_get_contents (g_file_peek_path (place.file), &before, &size, NULL));
  store = charter_store_open (place.file, NOW, &error);
  g_assert_null (store);
  g_assert_true (error->domain == G_IO_ERROR && error->code != G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "left as it is"));
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_file_get_contents (g_file_peek_path (place.file), &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  g_unlink (name);
  store = open_store (&place);
  assert_kept (store, 1);
}

static void
test_three_are_kept (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GPtrArray) backups = NULL;
  guint n = 0;

  place_init (&place);
  for (guint day = 0; day < 5; day++)
    {
      g_autoptr (CharterStore) store = NULL;
      put_older (&place, 1);
      store = charter_store_open (place.file, NOW + day * G_TIME_SPAN_DAY, NULL);
      g_assert_nonnull (store);
    }
  backups = charter_backups_list (place.file);
  for (guint i = 0; i < backups->len; i++)
    n += ((CharterBackupFile *)g_ptr_array_index (backups, i))->kind == CHARTER_BACKUP_MIGRATION;
  g_assert_cmpuint (n, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint version = 1; version <= N_OLDER; version++)
    {
      g_autofree char *name = g_strdup_printf ("/older/version-%u", version);
      g_test_add_data_func (name, GUINT_TO_POINTER (version), test_older);
    }
  g_test_add_func ("/older/without-backup", test_without_backup);
  g_test_add_func ("/older/three-are-kept", test_three_are_kept);
  return g_test_run ();
}
