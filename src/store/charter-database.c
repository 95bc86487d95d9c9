/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* How long another process, about to close, is waited for. */
#define BUSY_TIMEOUT 250 /* ms */

#define GUARD                                                                                                          \
  "CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN"                                                            \
  "  SELECT raise(ABORT, 'the log is only added to'); END;"

/* The log is written to and never changed. Everything below it is folded from it, but for the two tables of places. */
/* clang-format off */
static const char schema_1[] =
  "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"

  "CREATE TABLE event ("
  "  device TEXT NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL, wall INTEGER NOT NULL, tz INTEGER NOT NULL,"
  "  v INTEGER NOT NULL, session TEXT, kind TEXT NOT NULL, pack TEXT, item TEXT, key_hash TEXT, payload TEXT,"
  "  undo_device TEXT, undo_seq INTEGER, PRIMARY KEY (device, seq)) STRICT;"
  "CREATE INDEX event_order ON event (hlc, device, seq);"
  "CREATE INDEX event_session ON event (session, hlc) WHERE session IS NOT NULL;"
  "CREATE INDEX event_item ON event (item, pack) WHERE item IS NOT NULL;"
  "CREATE INDEX event_undo ON event (undo_device, undo_seq) WHERE undo_seq IS NOT NULL;"
  GUARD
  "CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN"
  "  SELECT raise(ABORT, 'the log is only added to'); END;"

  "CREATE TABLE session_state ("
  "  session TEXT PRIMARY KEY, pack TEXT NOT NULL, grp TEXT NOT NULL, state INTEGER NOT NULL, n_steps INTEGER NOT NULL,"
  "  n_answered INTEGER NOT NULL, n_right INTEGER NOT NULL, position INTEGER NOT NULL, points REAL NOT NULL,"
  "  maximum REAL NOT NULL, time INTEGER NOT NULL, begun_wall INTEGER NOT NULL, last_wall INTEGER NOT NULL,"
  "  last_hlc INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE INDEX session_open ON session_state (last_hlc) WHERE state = 0;"
  "CREATE INDEX session_group ON session_state (pack, grp);"

  "CREATE TABLE item_state ("
  "  pack TEXT NOT NULL, item TEXT NOT NULL, key_hash TEXT NOT NULL, n_attempts INTEGER NOT NULL,"
  "  n_right INTEGER NOT NULL, time INTEGER NOT NULL, has_first INTEGER NOT NULL, spoilt INTEGER NOT NULL,"
  "  first_points REAL NOT NULL, first_maximum REAL NOT NULL, first_correct INTEGER NOT NULL,"
  "  first_wall INTEGER NOT NULL, first_time INTEGER NOT NULL,"
  "  last_points REAL NOT NULL, last_maximum REAL NOT NULL, last_correct INTEGER NOT NULL,"
  "  last_wall INTEGER NOT NULL, last_time INTEGER NOT NULL, last_session TEXT,"
  "  PRIMARY KEY (pack, item, key_hash)) STRICT, WITHOUT ROWID;"

  "CREATE TABLE group_state ("
  "  pack TEXT NOT NULL, grp TEXT NOT NULL, n_sessions INTEGER NOT NULL, best REAL NOT NULL, last REAL NOT NULL,"
  "  last_wall INTEGER NOT NULL, PRIMARY KEY (pack, grp)) STRICT, WITHOUT ROWID;"

  "CREATE TABLE tally (quarter INTEGER PRIMARY KEY, n_answers INTEGER NOT NULL, n_right INTEGER NOT NULL) STRICT;"

  "CREATE TABLE session_place (session TEXT PRIMARY KEY, place TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE reading_place ("
  "  pack TEXT NOT NULL, lesson TEXT NOT NULL, section TEXT, fraction REAL NOT NULL, opened INTEGER NOT NULL,"
  "  PRIMARY KEY (pack, lesson)) STRICT, WITHOUT ROWID;";

static const char schema_2[] = "ALTER TABLE group_state ADD COLUMN last_ending TEXT;";

/* Folded tables are begun anew: what is in them is folded from the log when it is opened. */
static const char schema_3[] =
  "CREATE INDEX event_standing ON event (kind) WHERE kind IN ('delete', 'reset', 'setting');"
  "DROP TABLE item_state;"
  "CREATE TABLE item_state ("
  "  pack TEXT NOT NULL, item TEXT NOT NULL, key_hash TEXT NOT NULL, n_attempts INTEGER NOT NULL,"
  "  n_right INTEGER NOT NULL, time INTEGER NOT NULL, has_first INTEGER NOT NULL, spoilt INTEGER NOT NULL,"
  "  first_points REAL NOT NULL, first_maximum REAL NOT NULL, first_correct INTEGER NOT NULL,"
  "  first_wall INTEGER NOT NULL, first_time INTEGER NOT NULL,"
  "  last_points REAL NOT NULL, last_maximum REAL NOT NULL, last_correct INTEGER NOT NULL,"
  "  last_wall INTEGER NOT NULL, last_time INTEGER NOT NULL, last_session TEXT, spoilt_session TEXT,"
  "  n_reviews INTEGER NOT NULL, n_lapses INTEGER NOT NULL, stability REAL NOT NULL, difficulty REAL NOT NULL,"
  "  last_day INTEGER NOT NULL, due_day INTEGER NOT NULL, last_grade INTEGER NOT NULL, suspended INTEGER NOT NULL,"
  "  PRIMARY KEY (pack, item, key_hash)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX item_due ON item_state (due_day) WHERE n_reviews > 0 AND suspended = 0;"
  "CREATE TABLE slip ("
  "  pack TEXT NOT NULL, item TEXT NOT NULL, key_hash TEXT NOT NULL, misconception TEXT NOT NULL,"
  "  n_offered INTEGER NOT NULL, n_shown INTEGER NOT NULL, last_shown INTEGER NOT NULL, shows_still INTEGER NOT NULL,"
  "  PRIMARY KEY (pack, item, key_hash, misconception)) STRICT, WITHOUT ROWID;"
  "DROP TABLE tally;"
  "CREATE TABLE tally ("
  "  quarter INTEGER PRIMARY KEY, n_answers INTEGER NOT NULL, n_right INTEGER NOT NULL, time INTEGER NOT NULL,"
  "  guess INTEGER NOT NULL, guess_right INTEGER NOT NULL, think INTEGER NOT NULL, think_right INTEGER NOT NULL,"
  "  sure INTEGER NOT NULL, sure_right INTEGER NOT NULL) STRICT;";

/* Of each note which event holds; its words stay in the log alone. */
static const char schema_4[] =
  "CREATE TABLE note ("
  "  id TEXT PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, made INTEGER NOT NULL,"
  "  removed INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

static const char schema_5[] =
  "CREATE TABLE scene_move ("
  "  device TEXT NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL, wall INTEGER NOT NULL, session TEXT NOT NULL,"
  "  position INTEGER NOT NULL, pack TEXT NOT NULL, grp TEXT NOT NULL, scene TEXT NOT NULL, offered TEXT NOT NULL,"
  "  shown TEXT, PRIMARY KEY (device, seq)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX scene_move_session ON scene_move (session, position);"
  "CREATE INDEX session_over ON session_state (last_hlc) WHERE state <> 0;";
/* clang-format on */

/* migrations[n] leads from version n to n + 1. */
static const char *const migrations[] = { schema_1, schema_2, schema_3, schema_4, schema_5 };
#define VERSION ((int)G_N_ELEMENTS (migrations))

/* GError's code for what SQLite said, and the sentence for the person. */
static const struct {
  int rc;
  GIOErrorEnum code;
  const char *sentence;
} meanings[] = {
  { SQLITE_FULL, G_IO_ERROR_NO_SPACE,
    N_ ("The disk is full. What was saved before is safe; free some space and try again.") },
  { SQLITE_READONLY, G_IO_ERROR_READ_ONLY,
    N_ ("The place where answers are kept can’t be written to. What was saved before is safe.") },
  { SQLITE_PERM, G_IO_ERROR_PERMISSION_DENIED, N_ ("The file of answers may not be opened by you.") },
  { SQLITE_CANTOPEN, G_IO_ERROR_PERMISSION_DENIED, N_ ("The file of answers can’t be opened or made in its folder.") },
  { SQLITE_BUSY, G_IO_ERROR_BUSY,
    N_ ("The file of answers is in use by another program, probably by Charter itself.") },
  { SQLITE_LOCKED, G_IO_ERROR_BUSY,
    N_ ("The file of answers is in use by another program, probably by Charter itself.") },
  { SQLITE_CORRUPT, G_IO_ERROR_INVALID_DATA, N_ ("The file of answers is damaged.") },
  { SQLITE_NOTADB, G_IO_ERROR_INVALID_DATA, N_ ("The file of answers is damaged.") },
};

void
charter_database_set_error (sqlite3 *db, int rc, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].rc == (rc & 0xff))
      {
        g_set_error_literal (error, G_IO_ERROR, meanings[i].code, _ (meanings[i].sentence));
        return;
      }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is the technical reason, such as “disk I/O error”. */
               _ ("The disk did not take what was to be saved (%s). What was saved before is safe; try again."),
               db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc));
}

gboolean
charter_database_exec (sqlite3 *db, const char *sql, GError **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    return TRUE;
  charter_database_set_error (db, rc, error);
  return FALSE;
}

gboolean
charter_database_begin (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "BEGIN IMMEDIATE", error);
}

gboolean
charter_database_commit (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "COMMIT", error);
}

void
charter_database_rollback (sqlite3 *db)
{
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}

sqlite3_stmt *
charter_database_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = charter_statement_pool_take (db, sql);
  int rc
    = statement == NULL ? sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) : SQLITE_OK;

  if (rc != SQLITE_OK)
    charter_database_set_error (db, rc, error);
  return statement;
}

int
charter_database_step (sqlite3 *db, sqlite3_stmt *statement, GError **error)
{
  int rc = sqlite3_step (statement);

  if (rc == SQLITE_ROW)
    return 1;
  if (rc == SQLITE_DONE)
    return 0;
  charter_database_set_error (db, rc, error);
  return -1;
}

gboolean
charter_database_run (sqlite3 *db, sqlite3_stmt *statement, GError **error)
{
  return charter_database_step (db, statement, error) == 0;
}

gboolean
charter_database_lift_guard (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "DROP TRIGGER event_stays", error);
}

gboolean
charter_database_set_guard (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, GUARD, error);
}

static gboolean
get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = charter_database_prepare (db, sql, error);

  if (statement == NULL || charter_database_step (db, statement, error) < 0)
    return FALSE;
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

gboolean
charter_database_check (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = charter_database_prepare (db, "PRAGMA quick_check(1)", error);

  if (statement == NULL || charter_database_step (db, statement, error) < 0)
    return FALSE;
  if (g_strcmp0 ((const char *)sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  charter_database_set_error (db, SQLITE_CORRUPT, error);
  return FALSE;
}

/* Whose file it is: ours, or an empty one. */
static gboolean
check_owner (sqlite3 *db, int *version, GError **error)
{
  gint64 id, user_version, n_tables;

  if (!get_int (db, "PRAGMA application_id", &id, error) || !get_int (db, "PRAGMA user_version", &user_version, error)
      || !get_int (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  *version = user_version;
  if (id != CHARTER_DATABASE_APPLICATION_ID && (id != 0 || n_tables > 0))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The file of answers belongs to another program; it was left as it is."));
      return FALSE;
    }
  if (user_version > VERSION)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The file of answers was written by a newer Charter; it was left as it is. "
                              "Install that release or a later one to go on with it."));
      return FALSE;
    }
  return TRUE;
}

gboolean
charter_database_put_device (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "REPLACE INTO meta VALUES ('device', lower(hex(randomblob(8))))", error);
}

static gboolean
run_migrations (sqlite3 *db, int version, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            CHARTER_DATABASE_APPLICATION_ID, VERSION);

  for (int i = version; i < VERSION; i++)
    if (!charter_database_exec (db, migrations[i], error))
      return FALSE;
  return (version > 0 || charter_database_put_device (db, error)) && charter_database_exec (db, marks, error);
}

static gboolean
migrate (sqlite3 *db, int version, GError **error)
{
  if (version == VERSION)
    return TRUE;
  if (charter_database_begin (db, error) && run_migrations (db, version, error) && charter_database_commit (db, error))
    return TRUE;
  charter_database_rollback (db);
  return FALSE;
}

/* The lock comes first: in exclusive mode the log of writes needs no shared memory, and SQLite's fault of several
 * connections that reset it (up to 3.51.2) can't happen. */
static gboolean
configure (sqlite3 *db, GError **error)
{
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return charter_database_exec (db,
                                "PRAGMA locking_mode = EXCLUSIVE;"
                                "PRAGMA trusted_schema = OFF;"
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA recursive_triggers = ON;"
                                "PRAGMA temp_store = MEMORY;",
                                error);
}

gboolean
charter_database_stir (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error)
         && charter_database_begin (db, error) && charter_database_commit (db, error);
}

gboolean
charter_database_rest (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "PRAGMA journal_mode = DELETE", error);
}

static void
set_place_error (const char *path, int reason, GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (reason),
               /* Translators: the first %s is a file’s place, the second the technical reason. */
               _ ("Answers can’t be kept in %s: %s."), path, g_strerror (reason));
}

static void
set_taken_error (const char *path, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
               /* Translators: %s is the place of a file or folder. */
               _ ("Answers can’t be kept in %s: something else has this name. It was left as it is."), path);
}

/* SQLite makes its other files readable like the first one, which is made here. A file that is there is not touched:
 * closing any other handle of it would drop the locks of a connection in this process. */
static gboolean
make_private_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = -1, reason;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0)
    return g_close (fd, error);
  reason = errno;
  if (reason == EEXIST && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  if (reason == EEXIST || reason == ENOTDIR)
    set_taken_error (g_file_test (folder, G_FILE_TEST_IS_DIR) ? path : folder, error);
  else
    set_place_error (path, reason, error);
  return FALSE;
}

static sqlite3 *
open_connection (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int rc
    = sqlite3_open_v2 (path != NULL ? path : ":memory:", &db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  /* SQLite is content to read where it may not write. */
  if (rc == SQLITE_OK && sqlite3_db_readonly (db, "main") == 1)
    rc = SQLITE_READONLY;
  if (rc == SQLITE_OK)
    {
      charter_statement_pool_open (db);
      return g_steal_pointer (&db);
    }
  charter_database_set_error (db, rc, error);
  return NULL;
}

/* Whose file it is, and whether it is whole; nothing of it has been changed when this comes back. */
static sqlite3 *
open_checked (const char *path, gboolean check, int *version, GError **error)
{
  g_autoptr (sqlite3) db = open_connection (path, error);

  if (db == NULL || !configure (db, error) || !check_owner (db, version, error)
      || (check && !charter_database_check (db, error)))
    return NULL;
  return g_steal_pointer (&db);
}

sqlite3 *
charter_database_open (const char *path, gboolean check, CharterBeforeMigration before, gpointer data, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int version = 0;

  if (path != NULL && !make_private_file (path, error))
    return NULL;
  db = open_checked (path, check, &version, error);
  if (db == NULL || (before != NULL && version > 0 && version < VERSION && !before (db, version, data, error))
      || !charter_database_stir (db, error) || !migrate (db, version, error))
    return NULL;
  return g_steal_pointer (&db);
}

sqlite3 *
charter_database_open_still (const char *path, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  g_autoptr (sqlite3) db = NULL;
  int version;
  int rc = sqlite3_open_v2 (uri, &db,
                            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc != SQLITE_OK)
    {
      charter_database_set_error (db, rc, error);
      return NULL;
    }
  return check_owner (db, &version, error) ? g_steal_pointer (&db) : NULL;
}

/* An empty file may become one of ours, but is no copy of one. */
static gboolean
check_begun (sqlite3 *db, int version, GError **error)
{
  if (version > 0)
    return TRUE;
  charter_database_set_error (db, SQLITE_CORRUPT, error);
  return FALSE;
}

gboolean
charter_database_mint_device (const char *path, GError **error)
{
  int version;
  g_autoptr (sqlite3) db = open_checked (path, TRUE, &version, error);

  return db != NULL && check_begun (db, version, error) && charter_database_put_device (db, error)
         && charter_database_rest (db, error);
}

typedef struct {
  gboolean (*stop) (gpointer data);
  gpointer data;
} Stop;

static int
on_progress (void *data)
{
  Stop *stop = data;

  return stop->stop (stop->data);
}

gboolean
charter_database_check_file (const char *path, gboolean (*stop) (gpointer data), gpointer data, GError **error)
{
  Stop handler = { stop, data };
  int version;
  g_autoptr (sqlite3) db = open_checked (path, FALSE, &version, error);

  if (db == NULL || !check_begun (db, version, error))
    return FALSE;
  if (stop != NULL)
    sqlite3_progress_handler (db, 100000, on_progress, &handler);
  return charter_database_check (db, error) && charter_database_rest (db, error);
}

void
charter_database_remove (const char *path)
{
  static const char *const belongings[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      g_autofree char *name = g_strconcat (path, belongings[i], NULL);
      g_unlink (name);
    }
}
