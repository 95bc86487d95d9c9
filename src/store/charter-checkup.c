/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-checkup.h"

#include <glib/gstdio.h>

#include "charter-log.h"

static gboolean
count (CharterLog *log, CharterCheckup *checkup, GError **error)
{
  sqlite3 *db = charter_log_get_database (log);
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db,
                                "SELECT count(*), count(*) FILTER (WHERE kind = 'answer'),"
                                "  (SELECT count(*) FROM session_state), (SELECT count(*) FROM item_state) FROM event",
                                error);

  if (s == NULL || charter_database_step (db, s, error) <= 0)
    return FALSE;
  checkup->n_events = sqlite3_column_int64 (s, 0);
  checkup->n_answers = sqlite3_column_int64 (s, 1);
  checkup->n_sessions = sqlite3_column_int64 (s, 2);
  checkup->n_items = sqlite3_column_int64 (s, 3);
  return TRUE;
}

gboolean
charter_checkup_log (CharterLog *log, CharterCheckup *checkup, GError **error)
{
  gint64 begun = g_get_monotonic_time ();
  gboolean agrees = charter_log_verify (log, error) && count (log, checkup, error);

  checkup->time = g_get_monotonic_time () - begun;
  return agrees;
}

static gboolean
check_copy (const char *path, CharterCheckup *checkup, GError **error)
{
  sqlite3 *db = charter_database_open (path, TRUE, NULL, NULL, error);
  CharterLog *log = db != NULL ? charter_log_new (db, error) : NULL;
  gboolean agrees = log != NULL && charter_checkup_log (log, checkup, error);

  g_clear_pointer (&log, charter_log_free);
  return agrees;
}

gboolean
charter_checkup_backup (const char *path, CharterCheckup *checkup, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("charter-XXXXXX", error);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, "copy.db", NULL) : NULL;
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = copy != NULL ? g_file_new_for_path (copy) : NULL;
  gboolean agrees;

  if (folder == NULL)
    return FALSE;
  agrees = g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error) && check_copy (copy, checkup, error);
  charter_database_remove (copy);
  g_rmdir (folder);
  return agrees;
}
