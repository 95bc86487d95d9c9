/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup takes the file's place while the store stays open: the backup is made ready beside it, the file is set aside
 * among the backups, and only when the other one could be opened in its place is the old one let go. */
#include "charter-restore.h"
#include "charter-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *name;
  gint64 wall;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  g_free (restoring->name);
  g_free (restoring);
}

/* What was said and is not yet written belongs to the file as it is now. */
static gboolean
check_all_written (CharterStore *self, GError **error)
{
  if (self->waiting->len == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                       _ ("The latest of what you did could not be saved yet, so the file was left as it is. "
                          "Free some space on the disk and try again."));
  return FALSE;
}

/* Tables of this release, and folded: what could fail later fails here. */
static gboolean
bring_up_to_date (const char *prepared, GError **error)
{
  sqlite3 *db = charter_database_open (prepared, FALSE, NULL, NULL, error);
  CharterLog *log = db != NULL ? charter_log_new (db, error) : NULL;
  gboolean done = log != NULL && charter_database_rest (db, error);

  g_clear_pointer (&log, charter_log_free);
  return done;
}

/* Returns: (transfer full) (nullable) */
static char *
prepare (CharterStore *self, const char *name, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *backup = g_build_filename (folder, "backups", name, NULL);
  g_autofree char *prepared = charter_restore_prepare (backup, self->path, error);

  if (prepared == NULL)
    return NULL;
  if (bring_up_to_date (prepared, error))
    return g_steal_pointer (&prepared);
  charter_database_remove (prepared);
  return NULL;
}

/* The old file stays open until the new one is. */
static gboolean
open_other (CharterStore *self, CharterJob *job)
{
  CharterLog *other = charter_store_open_log (self, FALSE, &job->error);

  if (other == NULL)
    return FALSE;
  job->known = charter_known_load (other, &job->error);
  if (job->known == NULL)
    {
      charter_log_free (other);
      return FALSE;
    }
  charter_log_free (self->log);
  self->log = other;
  charter_store_forget_pending_places (self);
  return TRUE;
}

static void
exchange (CharterStore *self, CharterJob *job, const char *prepared)
{
  const Restoring *restoring = job->query;
  sqlite3 *db = charter_log_get_database (self->log);
  g_autofree char *aside = NULL;

  if (!charter_database_rest (db, &job->error))
    return;
  aside = charter_restore_exchange (prepared, self->path, restoring->wall, &job->error);
  if (aside != NULL && open_other (self, job))
    return;
  if (aside != NULL)
    charter_restore_exchange_back (aside, self->path);
  charter_database_stir (db, NULL);
}

static void
run_restore (CharterStore *self, CharterJob *job)
{
  const Restoring *restoring = job->query;
  g_autofree char *prepared = NULL;

  charter_store_stop_backup (self);
  if (check_all_written (self, &job->error))
    prepared = prepare (self, restoring->name, &job->error);
  if (prepared == NULL)
    return;
  exchange (self, job, prepared);
  charter_database_remove (prepared);
}

static void
on_restored (CharterStore *self, CharterJob *job)
{
  if (job->known != NULL)
    {
      charter_store_replace_known (self, g_steal_pointer (&job->known));
      g_task_return_boolean (job->task, TRUE);
    }
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
}

static gboolean
is_known (CharterStore *self, const char *name, GTask *task)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (self->path);

  for (guint i = 0; i < backups->len; i++)
    if (g_str_equal (((CharterBackupFile *)g_ptr_array_index (backups, i))->name, name))
      return TRUE;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           /* Translators: %s is a file’s name. */
                           _ ("There is no backup “%s”."), name);
  return FALSE;
}

void
charter_store_restore_async (CharterStore *self,
                             const char *name,
                             gint64 wall,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Restoring *restoring;
  CharterJob *job;

  g_return_if_fail (CHARTER_IS_STORE (self) && self->path != NULL && name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_restore_async);
  g_task_set_check_cancellable (task, FALSE);
  if (charter_store_is_closed (self, task) || !is_known (self, name, task))
    return;
  self->n_restored++;
  charter_store_push_job (self, charter_job_new (charter_store_run_write, charter_store_on_flushed));
  restoring = g_new0 (Restoring, 1);
  restoring->name = g_strdup (name);
  restoring->wall = wall;
  job = charter_job_new (run_restore, on_restored);
  job->task = g_steal_pointer (&task);
  job->query = restoring;
  job->free_query = restoring_free;
  charter_store_push_job (self, job);
}

gboolean
charter_store_restore_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
