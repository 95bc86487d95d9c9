/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PAGES_AT_A_TIME 64

struct _CharterBackup {
  char *path;
  CharterBackupKind kind;
  char *partial; /* NULL until it is there */
  char *final;
  sqlite3 *copy;
  sqlite3_backup *work;
};

static gboolean
has_events (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, "SELECT 1 FROM event LIMIT 1", NULL);

  return s != NULL && sqlite3_step (s) == SQLITE_ROW;
}

gboolean
charter_backup_is_due (sqlite3 *db, const char *path, gint64 wall)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (path);
  g_autofree char *today = charter_backups_dup_day (wall);

  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      if (backup->kind == CHARTER_BACKUP_DAILY && g_str_equal (backup->date, today))
        return FALSE;
    }
  return has_events (db);
}

/* Only a day's own takes the place of what is there, which nobody makes any more: its store has the file alone. What
 * was asked for has a name that nobody else has. */
static gboolean
make_partial (CharterBackup *backup, GError **error)
{
  g_autofree char *partial = charter_backups_dup_partial (backup->final);
  int fd;

  if (backup->kind == CHARTER_BACKUP_DAILY)
    charter_database_remove (partial);
  fd = g_open (partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0)
    {
      backup->partial = g_steal_pointer (&partial);
      return g_close (fd, error);
    }
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               /* Translators: the first %s is a file’s place, the second the technical reason. */
               _ ("The backup %s can’t be written: %s."), backup->final, g_strerror (errno));
  return FALSE;
}

static gboolean
start (CharterBackup *backup, sqlite3 *db, GError **error)
{
  int rc = sqlite3_open_v2 (backup->partial, &backup->copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (rc == SQLITE_OK)
    backup->work = sqlite3_backup_init (backup->copy, "main", db, "main");
  if (backup->work == NULL)
    charter_database_set_error (backup->copy, rc != SQLITE_OK ? rc : sqlite3_errcode (backup->copy), error);
  return backup->work != NULL;
}

CharterBackup *
charter_backup_new (
  sqlite3 *db, const char *path, CharterBackupKind kind, guint version, gint64 wall, GError **error)
{
  g_autofree char *final = charter_backups_new_path (path, kind, version, wall, error);
  g_autoptr (CharterBackup) backup = NULL;

  if (final == NULL)
    return NULL;
  backup = g_new0 (CharterBackup, 1);
  backup->path = g_strdup (path);
  backup->kind = kind;
  backup->final = g_steal_pointer (&final);
  if (!make_partial (backup, error) || !start (backup, db, error))
    return NULL;
  return g_steal_pointer (&backup);
}

static void
stop_work (CharterBackup *backup)
{
  g_clear_pointer (&backup->work, sqlite3_backup_finish);
  g_clear_pointer (&backup->copy, sqlite3_close);
}

void
charter_backup_free (CharterBackup *backup)
{
  stop_work (backup);
  if (backup->partial != NULL)
    charter_database_remove (backup->partial);
  g_free (backup->path);
  g_free (backup->partial);
  g_free (backup->final);
  g_free (backup);
}

int
charter_backup_step (CharterBackup *backup, GError **error)
{
  int rc = sqlite3_backup_step (backup->work, PAGES_AT_A_TIME);

  if (rc == SQLITE_OK)
    return 1;
  if (rc != SQLITE_DONE)
    charter_database_set_error (NULL, rc, error);
  stop_work (backup);
  return rc == SQLITE_DONE ? 0 : -1;
}

/* How many of a kind are kept; what a person asked for, or what was theirs, goes only by their own hand. */
static guint
get_kept (CharterBackupKind kind)
{
  if (kind == CHARTER_BACKUP_DAILY)
    return CHARTER_BACKUP_KEPT;
  return kind == CHARTER_BACKUP_MIGRATION ? CHARTER_BACKUP_KEPT_MIGRATIONS : G_MAXUINT;
}

/* Only those that are older than what is kept go: a clock that was once ahead loses nothing. */
static void
rotate (CharterBackup *made)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (made->path);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      if (backup->kind == made->kind && ++n > get_kept (made->kind) && !g_str_equal (backup->path, made->final))
        g_unlink (backup->path);
    }
}

gboolean
charter_backup_finish (CharterBackup *backup, gboolean (*stop) (gpointer data), gpointer data, GError **error)
{
  if (!charter_database_check_file (backup->partial, stop, data, error))
    return FALSE;
  if (g_rename (backup->partial, backup->final) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The backup %s can’t be written: %s."),
                   backup->final, g_strerror (errno));
      return FALSE;
    }
  rotate (backup);
  return TRUE;
}

gboolean
charter_backup_make (
  sqlite3 *db, const char *path, CharterBackupKind kind, guint version, gint64 wall, GError **error)
{
  g_autoptr (CharterBackup) backup = charter_backup_new (db, path, kind, version, wall, error);
  int more = 1;

  while (backup != NULL && more > 0)
    more = charter_backup_step (backup, error);
  return backup != NULL && more == 0 && charter_backup_finish (backup, NULL, NULL, error);
}
