/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-restore.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "charter-backups.h"
#include "charter-database.h"

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

/* What belongs to it follows. Returns: FALSE with errno where it stays */
static gboolean
move_whole (const char *from, const char *to)
{
  static const char *const belongings[] = { "-wal", "-shm" };

  if (g_rename (from, to) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      g_autofree char *part = g_strconcat (from, belongings[i], NULL);
      g_autofree char *there = g_strconcat (to, belongings[i], NULL);
      g_rename (part, there);
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable) its new path */
static char *
set_aside (const char *path, gint64 wall, GError **error)
{
  g_autofree char *name = dup_aside_name (path, wall);

  if (move_whole (path, name))
    return g_steal_pointer (&name);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               /* Translators: %s is the technical reason. */
               _ ("The file of answers can’t be set aside: %s. It is as it was."), g_strerror (errno));
  return NULL;
}

char *
charter_restore_set_aside (const char *path, gint64 wall, GError **error)
{
  g_autofree char *name = set_aside (path, wall, error);

  return name != NULL ? g_path_get_basename (name) : NULL;
}

static gboolean
copy (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error) && g_chmod (to, 0600) == 0;
}

static void
tell_damaged (GError **error)
{
  if (error == NULL || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return;
  g_clear_error (error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This backup is damaged and can’t be used. Your answers are as they were; "
                          "choose another backup."));
}

char *
charter_restore_prepare (const char *backup, const char *path, GError **error)
{
  g_autofree char *prepared = g_strconcat (path, ".restored", NULL);

  charter_database_remove (prepared);
  if (copy (backup, prepared, error) && charter_database_mint_device (prepared, error))
    return g_steal_pointer (&prepared);
  tell_damaged (error);
  charter_database_remove (prepared);
  return NULL;
}

static gboolean
put_back (const char *backup, const char *path)
{
  g_autofree char *prepared = charter_restore_prepare (backup, path, NULL);

  if (prepared == NULL)
    return FALSE;
  if (g_rename (prepared, path) == 0)
    return TRUE;
  charter_database_remove (prepared);
  return FALSE;
}

char *
charter_restore_latest (const char *path, gboolean with_aside, guint *n_damaged)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (path);

  *n_damaged = 0;
  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      if (backup->kind == CHARTER_BACKUP_ASIDE && !with_aside)
        continue;
      if (put_back (backup->path, path))
        return g_strdup (backup->date);
      ++*n_damaged;
    }
  return NULL;
}

gboolean
charter_restore_is_possible (const char *path)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (path);

  return backups->len > 0;
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               /* Translators: %s is the technical reason. */
               _ ("The backup can’t be put in place: %s. Your answers are as they were."), g_strerror (errno));
  return FALSE;
}

void
charter_restore_replace_back (const char *aside, const char *path)
{
  charter_database_remove (path);
  if (aside != NULL)
    move_whole (aside, path);
}

gboolean
charter_restore_replace (const char *backup, const char *path, gint64 wall, char **aside, GError **error)
{
  g_autofree char *prepared = charter_restore_prepare (backup, path, error);
  gboolean done = prepared != NULL;

  *aside = NULL;
  if (done && g_file_test (path, G_FILE_TEST_EXISTS))
    done = (*aside = set_aside (path, wall, error)) != NULL;
  if (done && move (prepared, path, error))
    return TRUE;
  if (prepared != NULL)
    charter_database_remove (prepared);
  if (*aside != NULL)
    move_whole (*aside, path);
  g_clear_pointer (aside, g_free);
  return FALSE;
}

char *
charter_restore_exchange (const char *prepared, const char *path, gint64 wall, GError **error)
{
  g_autofree char *aside = charter_backups_new_path (path, CHARTER_BACKUP_ASIDE, 0, wall, error);

  if (aside == NULL || !move (path, aside, error))
    return NULL;
  if (move (prepared, path, error))
    return g_steal_pointer (&aside);
  g_rename (aside, path);
  return NULL;
}

void
charter_restore_exchange_back (const char *aside, const char *path)
{
  g_rename (aside, path);
}
