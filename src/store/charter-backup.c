/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define PAGES_AT_A_TIME 64
#define DATE_LENGTH 10 /* YYYY-MM-DD */
#define SUFFIX ".db"

struct _CharterBackup {
  char *path;
  char *partial;
  char *final;
  sqlite3 *copy;
  sqlite3_backup *work;
};

static char *
dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/* "charter-" for ".../charter.db" */
static char *
dup_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_strconcat (name, "-", NULL);
}

static char *
dup_date (gint64 wall)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("0000-00-00");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
is_backup (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix) && g_str_has_suffix (name, SUFFIX)
         && strlen (name) == strlen (prefix) + DATE_LENGTH + strlen (SUFFIX);
}

/* Full paths, the oldest first. */
static GPtrArray *
list (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *prefix = dup_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup (name, prefix))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

gboolean
charter_backup_exists (const char *path)
{
  g_autoptr (GPtrArray) names = list (path);

  return names->len > 0;
}

static char *
dup_date_of (const char *name)
{
  return g_strndup (name + strlen (name) - strlen (SUFFIX) - DATE_LENGTH, DATE_LENGTH);
}

static gboolean
has_events (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, "SELECT 1 FROM event LIMIT 1", NULL);

  return s != NULL && sqlite3_step (s) == SQLITE_ROW;
}

gboolean
charter_backup_is_due (sqlite3 *db, const char *path, gint64 wall)
{
  g_autoptr (GPtrArray) names = list (path);
  g_autofree char *today = dup_date (wall);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *date = dup_date_of (g_ptr_array_index (names, i));
      if (g_str_equal (date, today))
        return FALSE;
    }
  return has_events (db);
}

static gboolean
make_partial (CharterBackup *backup, GError **error)
{
  g_autofree char *folder = dup_folder (backup->path);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      g_unlink (backup->partial);
      fd = g_open (backup->partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    }
  if (fd >= 0)
    return g_close (fd, error);
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
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
charter_backup_new (sqlite3 *db, const char *path, gint64 wall, GError **error)
{
  CharterBackup *backup = g_new0 (CharterBackup, 1);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *prefix = dup_prefix (path);
  g_autofree char *date = dup_date (wall);
  g_autofree char *name = g_strconcat (prefix, date, SUFFIX, NULL);

  backup->path = g_strdup (path);
  backup->final = g_build_filename (folder, name, NULL);
  backup->partial = g_strconcat (backup->final, ".partial", NULL);
  if (make_partial (backup, error) && start (backup, db, error))
    return backup;
  charter_backup_free (backup);
  return NULL;
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
  g_unlink (backup->partial);
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

/* Only days that are older than what is kept go: a clock that was once ahead loses nothing. */
static void
rotate (CharterBackup *backup)
{
  g_autoptr (GPtrArray) names = list (backup->path);

  for (guint i = 0; i + CHARTER_BACKUP_KEPT < names->len; i++)
    if (!g_str_equal (g_ptr_array_index (names, i), backup->final))
      g_unlink (g_ptr_array_index (names, i));
}

gboolean
charter_backup_finish (CharterBackup *backup, gboolean (*stop) (gpointer data), gpointer data, GError **error)
{
  if (!charter_database_check_file (backup->partial, stop, data, error))
    return FALSE;
  if (g_rename (backup->partial, backup->final) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  rotate (backup);
  return TRUE;
}

static char *
dup_aside_name (const char *path, gint64 wall)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / G_TIME_SPAN_SECOND);
  g_autofree char *stamp = utc != NULL ? g_date_time_format (utc, "%Y%m%d-%H%M%S") : g_strdup ("undated");
  char *name = g_strdup_printf ("%s.damaged-%s", path, stamp);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%s-%u", path, stamp, i);
    }
  return name;
}

char *
charter_backup_set_aside (const char *path, gint64 wall, GError **error)
{
  static const char *const belongings[] = { "-wal", "-shm" };
  g_autofree char *name = dup_aside_name (path, wall);

  if (g_rename (path, name) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("The file of answers is damaged and can’t be set aside: %s."), g_strerror (errno));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      g_autofree char *from = g_strconcat (path, belongings[i], NULL);
      g_autofree char *to = g_strconcat (name, belongings[i], NULL);
      g_rename (from, to);
    }
  return g_path_get_basename (name);
}

/* Two writers that go on from the same copy must not number their events alike. */
static gboolean
mint_device (const char *path)
{
  g_autoptr (sqlite3) db = charter_database_open (path, TRUE, NULL);

  return db != NULL
         && charter_database_exec (db, "UPDATE meta SET value = lower(hex(randomblob(8))) WHERE name = 'device'", NULL);
}

static gboolean
put_back (const char *backup, const char *path)
{
  g_autofree char *partial = g_strconcat (path, ".restored", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autoptr (GFile) to = g_file_new_for_path (partial);

  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL) && g_chmod (partial, 0600) == 0
      && mint_device (partial) && g_rename (partial, path) == 0)
    return TRUE;
  g_unlink (partial);
  return FALSE;
}

char *
charter_backup_restore (const char *path)
{
  g_autoptr (GPtrArray) names = list (path);

  for (guint i = names->len; i > 0; i--)
    if (put_back (g_ptr_array_index (names, i - 1), path))
      return dup_date_of (g_ptr_array_index (names, i - 1));
  return NULL;
}
