/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-backups.h"
#include "charter-database.h"

G_BEGIN_DECLS

#define CHARTER_BACKUP_KEPT 7            /* of the latest days */
#define CHARTER_BACKUP_KEPT_MIGRATIONS 3 /* of those made before a migration */

/* Whether today's is still to be made: there is something to lose and no copy of this day.
 * wall: microseconds since 1970. */
gboolean charter_backup_is_due (sqlite3 *db, const char *path, gint64 wall);

/* A copy being made, a few pages at a time, so that an answer never waits for it. */
typedef struct _CharterBackup CharterBackup;

/* path: of the learner's file. version: of its tables, for CHARTER_BACKUP_MIGRATION, else 0. */
CharterBackup *charter_backup_new (
  sqlite3 *db, const char *path, CharterBackupKind kind, guint version, gint64 wall, GError **error);
void charter_backup_free (CharterBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBackup, charter_backup_free)
/* On the thread that has the connection. Returns: 1 for more to do, 0 when all is copied, -1 for an error. */
int charter_backup_step (CharterBackup *backup, GError **error);
/* Checks the copy, and only then puts it among the others and lets the oldest of its kind go. On any thread.
 * stop: asked now and then, may be NULL. error: G_IO_ERROR_INVALID_DATA where the copy, and so the file, is damaged. */
gboolean charter_backup_finish (CharterBackup *backup, gboolean (*stop) (gpointer data), gpointer data, GError **error);

/* All of it at once. */
gboolean charter_backup_make (
  sqlite3 *db, const char *path, CharterBackupKind kind, guint version, gint64 wall, GError **error);

G_END_DECLS
