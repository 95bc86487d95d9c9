/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-backups.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "charter-database.h"
#include "charter-tables.h"

#define SUFFIX ".db"
#define PARTIAL ".partial"
#define LEFT_AFTER G_TIME_SPAN_HOUR /* no copy takes as long */

void
charter_backup_file_free (CharterBackupFile *backup)
{
  g_free (backup->path);
  g_free (backup->name);
  g_free (backup->date);
  g_free (backup->time);
  g_free (backup);
}

static char *
dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/* "history-" for ".../history.db" */
static char *
dup_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_strconcat (name, "-", NULL);
}

/* --- names -------------------------------------------------------------------------------------------------------- */

static char *
format_local (gint64 wall, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) beginning = g_date_time_new_from_unix_utc (0);

  return g_date_time_format (local != NULL ? local : beginning, format);
}

char *
charter_backups_dup_day (gint64 wall)
{
  return format_local (wall, "%Y-%m-%d");
}

/* Between the prefix and what makes it unlike others. */
static char *
dup_middle (CharterBackupKind kind, guint version, gint64 wall)
{
  g_autofree char *day = charter_backups_dup_day (wall);
  g_autofree char *moment = format_local (wall, "%Y-%m-%d-%H%M%S");

  switch (kind)
    {
    case CHARTER_BACKUP_ASKED:
      return g_steal_pointer (&moment);
    case CHARTER_BACKUP_MIGRATION:
      return g_strdup_printf ("v%u-%s", version, day);
    case CHARTER_BACKUP_ASIDE:
      return g_strconcat ("before-restore-", moment, NULL);
    case CHARTER_BACKUP_DAILY:
    default:
      return g_steal_pointer (&day);
    }
}

char *
charter_backups_dup_partial (const char *backup)
{
  return g_strconcat (backup, PARTIAL, NULL);
}

/* By a backup, or by one that is being made. */
static gboolean
is_taken (const char *place)
{
  g_autofree char *partial = charter_backups_dup_partial (place);

  return g_file_test (place, G_FILE_TEST_EXISTS) || g_file_test (partial, G_FILE_TEST_EXISTS);
}

char *
charter_backups_new_path (const char *path, CharterBackupKind kind, guint version, gint64 wall, GError **error)
{
  g_autofree char *folder = dup_folder (path);
  g_autofree char *prefix = dup_prefix (path);
  g_autofree char *middle = dup_middle (kind, version, wall);
  char *place = g_strconcat (folder, G_DIR_SEPARATOR_S, prefix, middle, SUFFIX, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   /* Translators: the first %s is a folder’s place, the second the technical reason. */
                   _ ("The folder of backups, %s, can’t be made: %s."), folder, g_strerror (errno));
      g_clear_pointer (&place, g_free);
    }
  for (guint i = 2; kind != CHARTER_BACKUP_DAILY && place != NULL && is_taken (place); i++)
    {
      g_free (place);
      place = g_strdup_printf ("%s%c%s%s-%u%s", folder, G_DIR_SEPARATOR, prefix, middle, i, SUFFIX);
    }
  return place;
}

static char *
dup_time (const char *digits)
{
  if (*digits == '\0')
    return NULL;
  return g_strdup_printf ("%.2s:%.2s:%.2s", digits, digits + 2, digits + 4);
}

static CharterBackupKind
tell_kind (const CharterBackupFile *backup, const char *aside)
{
  if (backup->version > 0)
    return CHARTER_BACKUP_MIGRATION;
  if (*aside != '\0')
    return CHARTER_BACKUP_ASIDE;
  return backup->time != NULL ? CHARTER_BACKUP_ASKED : CHARTER_BACKUP_DAILY;
}

/* Returns: (nullable) what a name without its prefix and suffix says */
static CharterBackupFile *
parse (const char *middle)
{
  g_autoptr (GRegex) form = g_regex_new ("^(?:v(\\d{1,6})-|(before-restore)-)?(\\d{4}-\\d\\d-\\d\\d)(?:-(\\d{6}))?"
                                         "(?:-(\\d{1,5}))?$",
                                         0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  CharterBackupFile *backup;

  if (!g_regex_match (form, middle, 0, &match))
    return NULL;
  {
    g_autofree char *version = g_match_info_fetch (match, 1);
    g_autofree char *aside = g_match_info_fetch (match, 2);
    g_autofree char *digits = g_match_info_fetch (match, 4);
    g_autofree char *copy = g_match_info_fetch (match, 5);

    backup = g_new0 (CharterBackupFile, 1);
    backup->version = (guint)g_ascii_strtoull (version, NULL, 10);
    backup->date = g_match_info_fetch (match, 3);
    backup->time = digits != NULL ? dup_time (digits) : NULL;
    backup->copy = copy != NULL && *copy != '\0' ? (guint)g_ascii_strtoull (copy, NULL, 10) : 1;
    backup->kind = tell_kind (backup, aside);
  }
  return backup;
}

static CharterBackupFile *
backup_file_new (const char *folder, const char *prefix, const char *name)
{
  g_autofree char *middle = NULL;
  CharterBackupFile *backup;

  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, SUFFIX)
      || strlen (name) < strlen (prefix) + strlen (SUFFIX))
    return NULL;
  middle = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - strlen (SUFFIX));
  backup = parse (middle);
  if (backup == NULL)
    return NULL;
  backup->name = g_strdup (name);
  backup->path = g_build_filename (folder, name, NULL);
  return backup;
}

/* --- the list ----------------------------------------------------------------------------------------------------- */

/* A day's own is made when it begins, so what has a time of the same day is later; of two set aside or made at one
 * moment the one with the greater number is. */
static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const CharterBackupFile *first = *(CharterBackupFile *const *)a;
  const CharterBackupFile *second = *(CharterBackupFile *const *)b;
  int order = strcmp (second->date, first->date);

  if (order == 0)
    order = g_strcmp0 (second->time, first->time);
  if (order == 0)
    order = (int)second->version - (int)first->version;
  return order != 0 ? order : (int)second->copy - (int)first->copy;
}

GPtrArray *
charter_backups_find (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_backup_file_free);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *prefix = dup_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      CharterBackupFile *backup = backup_file_new (folder, prefix, name);
      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_latest_first);
  return backups;
}

/* --- what was never finished -------------------------------------------------------------------------------------- */

/* A backup's name, with what SQLite may put beside it while it is made. */
static gboolean
is_partial (const char *folder, const char *prefix, const char *name)
{
  static const char *const ends[] = { PARTIAL, PARTIAL "-journal", PARTIAL "-wal", PARTIAL "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      {
        g_autofree char *whole = g_strndup (name, strlen (name) - strlen (ends[i]));
        g_autoptr (CharterBackupFile) backup = backup_file_new (folder, prefix, whole);

        return backup != NULL;
      }
  return FALSE;
}

static gboolean
is_older (const char *path, gint64 wall)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_mtime < wall / G_TIME_SPAN_SECOND;
}

void
charter_backups_remove_leftovers (const char *path, gint64 wall)
{
  g_autofree char *folder = dup_folder (path);
  g_autofree char *prefix = dup_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *full = g_build_filename (folder, name, NULL);

      if (is_partial (folder, prefix, name) && is_older (full, wall - LEFT_AFTER))
        g_unlink (full);
    }
}

/* --- what they hold ----------------------------------------------------------------------------------------------- */

/* Nothing is written beside it, and nobody's lock is in the way. */
static void
look_into (CharterBackupFile *backup)
{
  g_autoptr (sqlite3) db = charter_database_open_still (backup->path, NULL);
  g_autoptr (sqlite3_stmt) s = NULL;

  backup->n_answers = -1;
  if (db != NULL)
    s = charter_database_prepare (db, "SELECT count(*) FILTER (WHERE kind = 'answer'), ifnull(max(wall), 0) FROM event",
                                  NULL);
  if (s == NULL || charter_database_step (db, s, NULL) <= 0)
    return;
  backup->n_answers = sqlite3_column_int64 (s, 0);
  backup->last_wall = sqlite3_column_int64 (s, 1);
}

GPtrArray *
charter_backups_list (GFile *history)
{
  GPtrArray *backups;

  g_return_val_if_fail (G_IS_FILE (history) && g_file_peek_path (history) != NULL, NULL);

  backups = charter_backups_find (g_file_peek_path (history));
  for (guint i = 0; i < backups->len; i++)
    look_into (g_ptr_array_index (backups, i));
  return backups;
}

static void
run_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, charter_backups_list (source), (GDestroyNotify)g_ptr_array_unref);
}

void
charter_backups_list_async (
  GFile *history, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (history, cancellable, callback, user_data);

  g_task_set_source_tag (task, charter_backups_list_async);
  g_task_run_in_thread (task, run_list);
}

GPtrArray *
charter_backups_list_finish (GFile *history, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
charter_backup_load_events (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = charter_database_open_still (path, error);

  return db != NULL ? charter_tables_load_events (db, "ORDER BY hlc, device, seq", NULL, error) : NULL;
}
