/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-erase.h"

#include <glib/gstdio.h>
#include <string.h>

#include "charter-backups.h"
#include "charter-event.h"

/* The latest erasure: all before it goes. latest: a row, or NULL where there was none. */
static gboolean
find_latest (sqlite3 *db, sqlite3_stmt **latest, GError **error)
{
  *latest = charter_database_prepare (
    db, "SELECT hlc, device, seq FROM event WHERE kind = 'erase' ORDER BY hlc DESC, device DESC, seq DESC LIMIT 1",
    error);
  if (*latest == NULL)
    return FALSE;
  switch (charter_database_step (db, *latest, error))
    {
    case 0:
      g_clear_pointer (latest, sqlite3_finalize);
      return TRUE;
    case 1:
      return TRUE;
    default:
      g_clear_pointer (latest, sqlite3_finalize);
      return FALSE;
    }
}

static gboolean
empty_events (sqlite3 *db, sqlite3_stmt *latest, gboolean *any, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (
    db,
    "UPDATE event SET hlc = " G_STRINGIFY (
      CHARTER_HLC_ERASED) ", wall = 0, tz = 0, v = 1, session = NULL, kind = 'erased', pack = NULL, item = NULL,"
                          "  key_hash = NULL, payload = NULL, undo_device = NULL, undo_seq = NULL"
                          " WHERE kind <> 'erased' AND (hlc, device, seq) < (?, ?, ?)",
    error);

  if (s == NULL)
    return FALSE;
  for (int i = 0; i < 3; i++)
    sqlite3_bind_value (s, i + 1, sqlite3_column_value (latest, i));
  if (!charter_database_run (db, s, error))
    return FALSE;
  *any = sqlite3_changes (db) > 0;
  return TRUE;
}

/* Plain tables, which no folding empties. */
static gboolean
empty_places (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "DELETE FROM session_place; DELETE FROM reading_place", error);
}

static gboolean
mark (sqlite3 *db, GError **error)
{
  return charter_database_exec (db, "REPLACE INTO meta VALUES ('erasing', '1')", error);
}

gboolean
charter_erase_scrub (sqlite3 *db, gboolean anew, gboolean *scrubbed, GError **error)
{
  g_autoptr (sqlite3_stmt) latest = NULL;
  gboolean any = FALSE;

  *scrubbed = FALSE;
  if (!find_latest (db, &latest, error))
    return FALSE;
  if (latest == NULL)
    return TRUE;
  if (!charter_database_lift_guard (db, error) || !empty_events (db, latest, &any, error)
      || !charter_database_set_guard (db, error))
    return FALSE;
  *scrubbed = any || anew;
  return (!anew || empty_places (db, error)) && (!*scrubbed || mark (db, error));
}

gboolean
charter_erase_is_pending (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, "SELECT 1 FROM meta WHERE name = 'erasing'", NULL);

  return s != NULL && charter_database_step (db, s, NULL) > 0;
}

static gboolean
is_backup (const char *path, const char *name)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (path);

  for (guint i = 0; i < backups->len; i++)
    if (g_str_equal (((CharterBackupFile *)g_ptr_array_index (backups, i))->name, name))
      return TRUE;
  return FALSE;
}

/* The file is "history.db": "history.db.damaged-…", "history.db.restored" and what belongs to them go, its own
 * "history.db-wal" stays. Among the backups go those that are, and those that were about to be. */
static void
delete_copies_in (const char *folder, const char *path, const char *prefix, gboolean backups)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *full = g_build_filename (folder, name, NULL);
      if (g_str_has_prefix (name, prefix) && (!backups || is_backup (path, name) || strstr (name, ".db.partial")))
        g_unlink (full);
    }
}

static void
delete_copies (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *with_dot = g_strconcat (name, ".", NULL);

  delete_copies_in (folder, path, with_dot, FALSE);
  delete_copies_in (backups, path, "", TRUE);
}

/* Pages that were let go are written over, all others are written anew, and the log of writes is cut to nothing. The
 * mark goes last: if this is killed, the next opening does it once more. */
gboolean
charter_erase_finish (sqlite3 *db, const char *path, GError **error)
{
  if (path != NULL)
    delete_copies (path);
  return charter_database_exec (db,
                                "PRAGMA secure_delete = ON; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);"
                                "DELETE FROM meta WHERE name = 'erasing'; PRAGMA secure_delete = OFF",
                                error);
}
