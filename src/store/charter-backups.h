/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The copies of a learner's file in the folder "backups" beside it, told by their names:
 *   history-2026-11-23.db                        one a day on which Charter was opened, of the latest seven
 *   history-2026-11-23-101500.db                 made when somebody asked for it
 *   history-v2-2026-11-23.db                     made before tables of version 2 were brought up to date, at most three
 *   history-before-restore-2026-11-23-101500.db  the file itself, set aside when a backup took its place
 * Dates and times are those of the learner's clock. Where a name is taken, a number is put behind it. */
typedef enum {
  CHARTER_BACKUP_DAILY,
  CHARTER_BACKUP_ASKED,
  CHARTER_BACKUP_MIGRATION,
  CHARTER_BACKUP_ASIDE,
} CharterBackupKind;

typedef struct {
  char *path;
  char *name; /* its last part, without the folder */
  CharterBackupKind kind;
  guint version; /* of the tables; for CHARTER_BACKUP_MIGRATION only */
  char *date;    /* YYYY-MM-DD */
  char *time;    /* HH:MM:SS, or NULL where only the day is known */
  guint copy;    /* 1, or the number behind a name that was taken */
  /* Looked up by charter_backups_list: */
  gint64 n_answers; /* -1 where the file can't be read */
  gint64 last_wall; /* of its latest event, microseconds since 1970; 0 for none */
} CharterBackupFile;

void charter_backup_file_free (CharterBackupFile *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBackupFile, charter_backup_file_free)

/* What is there, the latest first, and what each holds: it may be asked from any thread, and while the history is in
 * use, for a backup never changes. Looks into each file; with a million answers that takes a while. history: the
 * learner's file, which need not be there. Returns: (transfer full) (element-type CharterBackupFile) */
GPtrArray *charter_backups_list (GFile *history);
/* The same on a thread of its own. Returns from finish: (transfer full) (element-type CharterBackupFile) */
void charter_backups_list_async (
  GFile *history, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *charter_backups_list_finish (GFile *history, GAsyncResult *result, GError **error);
/* The same by names alone, which takes no time. path: the learner's file. */
GPtrArray *charter_backups_find (const char *path);

/* All events of a backup, in the order of the log. path: of the backup, which stays as it is.
 * Returns: (transfer full) (nullable) (element-type CharterEvent) */
GPtrArray *charter_backup_load_events (const char *path, GError **error);

/* Where to put a new one: full path, with its folder made. Only a daily one's may be there already, or be made already.
 * version: for CHARTER_BACKUP_MIGRATION, else 0. wall: microseconds since 1970. Returns: (transfer full) (nullable) */
char *
charter_backups_new_path (const char *path, CharterBackupKind kind, guint version, gint64 wall, GError **error);

/* What it is called until it is whole. backup: its path. Returns: (transfer full) */
char *charter_backups_dup_partial (const char *backup);
/* Removes what a program that was killed had not made whole, where an hour has gone since. wall: as above. */
void charter_backups_remove_leftovers (const char *path, gint64 wall);

/* The day of a wall time by the learner's clock, YYYY-MM-DD. Returns: (transfer full) */
char *charter_backups_dup_day (gint64 wall);

G_END_DECLS
