/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Statements that were used and will be again: to prepare one takes longer than to run it. Each connection has a pool,
 * which is used on whichever thread has the connection. */
void charter_statement_pool_open (sqlite3 *db);
/* Before the connection is closed. */
void charter_statement_pool_close (sqlite3 *db);

/* Returns: (transfer full) (nullable) a statement of this text, with nothing bound */
sqlite3_stmt *charter_statement_pool_take (sqlite3 *db, const char *sql);
/* Takes a statement back, where there is room, else finalizes it. statement: may be NULL. */
void charter_statement_pool_give_back (sqlite3_stmt *statement);

G_END_DECLS
