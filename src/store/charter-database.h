/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "charter-statement-pool.h"

G_BEGIN_DECLS

/* The connection: how the file is opened, what its tables are, and what SQLite's errors mean to a person. */

#define CHARTER_DATABASE_APPLICATION_ID 0x43687472 /* "Chtr" */

/* Asked before tables of an older version are brought up to date, when nothing has been changed yet; FALSE, and all
 * stays as it is. */
typedef gboolean (*CharterBeforeMigration) (sqlite3 *db, int version, gpointer data, GError **error);

/* path: of a file that is created where it is not there, readable by its owner only; NULL for memory. The file is
 * then this connection's alone. check: look through the whole structure too. before: may be NULL.
 * error: G_IO_ERROR_INVALID_DATA where the file is damaged, the others as charter_store_open.
 * Returns: (transfer full) (nullable) */
sqlite3 *charter_database_open (
  const char *path, gboolean check, CharterBeforeMigration before, gpointer data, GError **error);
/* To read a file that nobody changes, a backup; nothing is locked, nor written beside it.
 * Returns: (transfer full) (nullable) */
sqlite3 *charter_database_open_still (const char *path, GError **error);
/* The same, for a file that stands still: a backup. */
gboolean
charter_database_check_file (const char *path, gboolean (*stop) (gpointer data), gpointer data, GError **error);

/* Checks a copy and gives it a device id of its own: two writers that go on from the same copy must not number their
 * events alike. Its tables stay of the version that they are. */
gboolean charter_database_mint_device (const char *path, GError **error);
/* Writes all into the one file, with no log of writes beside it, until charter_database_stir; still open. */
gboolean charter_database_rest (sqlite3 *db, GError **error);
gboolean charter_database_stir (sqlite3 *db, GError **error);

/* Deletes a file, where it is there, and what belongs to it. */
void charter_database_remove (const char *path);

/* A new name for this device, from which no event has come yet. */
gboolean charter_database_put_device (sqlite3 *db, GError **error);
/* Lets events be changed, and no more: for charter-erase.c, both in one transaction. */
gboolean charter_database_lift_guard (sqlite3 *db, GError **error);
gboolean charter_database_set_guard (sqlite3 *db, GError **error);

/* PRAGMA quick_check */
gboolean charter_database_check (sqlite3 *db, GError **error);

/* Says what SQLite said, for the person. rc: not SQLITE_OK. */
void charter_database_set_error (sqlite3 *db, int rc, GError **error);

gboolean charter_database_exec (sqlite3 *db, const char *sql, GError **error);
gboolean charter_database_begin (sqlite3 *db, GError **error);
gboolean charter_database_commit (sqlite3 *db, GError **error);
/* Leaves the connection fit for the next transaction. */
void charter_database_rollback (sqlite3 *db);

/* Statements wait to be used again when they go out of scope; sqlite3_stmt *s = prepare (…) is NULL on an error. */
sqlite3_stmt *charter_database_prepare (sqlite3 *db, const char *sql, GError **error);
/* Steps a statement that returns no rows. */
gboolean charter_database_run (sqlite3 *db, sqlite3_stmt *statement, GError **error);
/* Steps a statement: 1 for a row, 0 at the end, -1 for an error. */
int charter_database_step (sqlite3 *db, sqlite3_stmt *statement, GError **error);

static inline void
charter_statement_free (sqlite3_stmt *statement)
{
  charter_statement_pool_give_back (statement);
}

/* text: may be NULL, and has to outlive the statement's run. */
static inline void
charter_statement_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

/* Returns: (transfer full) (nullable) */
static inline char *
charter_statement_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, charter_statement_free)

static inline void
charter_database_close (sqlite3 *db)
{
  charter_statement_pool_close (db);
  sqlite3_close_v2 (db);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, charter_database_close)

G_END_DECLS
