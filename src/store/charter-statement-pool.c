/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-statement-pool.h"

#define ROOM 64 /* statements of a connection; texts that are made for one use must not fill the memory */

static GMutex lock;
static GHashTable *pools; /* sqlite3 to a GHashTable of idle statements by their text */

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

void
charter_statement_pool_open (sqlite3 *db)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (pools == NULL)
    pools = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  g_hash_table_insert (pools, db, g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize));
}

void
charter_statement_pool_close (sqlite3 *db)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (pools != NULL)
    g_hash_table_remove (pools, db);
}

/* Returns: (nullable) which only the thread that has the connection uses */
static GHashTable *
find (sqlite3 *db)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return pools != NULL ? g_hash_table_lookup (pools, db) : NULL;
}

sqlite3_stmt *
charter_statement_pool_take (sqlite3 *db, const char *sql)
{
  GHashTable *pool = find (db);
  gpointer statement = NULL;

  if (pool != NULL)
    g_hash_table_steal_extended (pool, sql, NULL, &statement);
  return statement;
}

/* A pool's keys are its statements' own texts. */
void
charter_statement_pool_give_back (sqlite3_stmt *statement)
{
  GHashTable *pool = statement != NULL ? find (sqlite3_db_handle (statement)) : NULL;

  if (pool == NULL || g_hash_table_size (pool) >= ROOM || g_hash_table_contains (pool, sqlite3_sql (statement)))
    {
      sqlite3_finalize (statement);
      return;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  g_hash_table_insert (pool, (gpointer)sqlite3_sql (statement), statement);
}
