/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"

G_BEGIN_DECLS

#define CHARTER_BACKUP_KEPT 7 /* of the latest days */

/* Dated copies beside the file, in the folder "backups": one a day on which Charter was opened. */

/* Whether today's is still to be made: there is something to lose and no copy of this day.
 * wall: microseconds since 1970. */
gboolean charter_backup_is_due (sqlite3 *db, const char *path, gint64 wall);

/* A copy being made, a few pages at a time, so that an answer never waits for it. */
typedef struct _CharterBackup CharterBackup;

CharterBackup *charter_backup_new (sqlite3 *db, const char *path, gint64 wall, GError **error);
void charter_backup_free (CharterBackup *backup);
/* On the thread that has the connection. Returns: 1 for more to do, 0 when all is copied, -1 for an error. */
int charter_backup_step (CharterBackup *backup, GError **error);
/* Checks the copy, and only then puts it among the others and lets the oldest go. On any thread.
 * stop: asked now and then. error: G_IO_ERROR_INVALID_DATA where the copy, and so the file, is damaged. */
gboolean charter_backup_finish (CharterBackup *backup, gboolean (*stop) (gpointer data), gpointer data, GError **error);

/* Moves a damaged file and what belongs to it out of the way. Returns: (transfer full) (nullable) its new name */
char *charter_backup_set_aside (const char *path, gint64 wall, GError **error);
/* Puts the latest good copy in the file's place. Returns: (transfer full) (nullable) its date as YYYY-MM-DD, or NULL
 * where there is none. */
char *charter_backup_restore (const char *path);
gboolean charter_backup_exists (const char *path);

G_END_DECLS
