/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies: made a few pages at a time between other jobs, and checked on a thread of their own. One a day by itself, and
 * one whenever somebody asks for it. */
#include "charter-store-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_closing (gpointer data)
{
  CharterStore *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->closing;
}

static void
on_backed_up (CharterStore *self, CharterJob *job)
{
  g_autofree char *notice = NULL;

  if (g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    notice = g_strdup (_ ("A part of the file of answers is damaged. Close Charter and open it again: "
                          "the file will be set aside and the latest good backup will take its place."));
  else
    /* Translators: %s is a sentence that tells the reason. */
    notice = g_strdup_printf (_ ("Today’s backup of your answers could not be made. %s"), job->error->message);
  charter_store_set_notice (self, notice, FALSE);
}

static void
tell_backup_failed (CharterStore *self, const GError *error)
{
  CharterJob *job;

  if (is_closing (self))
    return;
  charter_store_mark_suspect (self, error);
  job = charter_job_new (NULL, on_backed_up);
  job->error = g_error_copy (error);
  charter_store_deliver_job (self, job);
}

/* Looking through the copy may take seconds: a thread of its own, and nobody waits. */
static gpointer
check_backup (gpointer data)
{
  CharterStore *self = data;
  g_autoptr (GError) error = NULL;

  if (!charter_backup_finish (self->backup, is_closing, self, &error))
    tell_backup_failed (self, error);
  return NULL;
}

void
charter_store_run_backup (CharterStore *self, CharterJob *job)
{
  g_autoptr (GError) error = NULL;
  int more;

  if (self->backup == NULL)
    self->backup = charter_backup_new (charter_log_get_database (self->log), self->path, CHARTER_BACKUP_DAILY, 0,
                                       self->wall, &error);
  more = self->backup != NULL ? charter_backup_step (self->backup, &error) : -1;
  if (more > 0)
    charter_store_push_job (self, charter_job_new (charter_store_run_backup, NULL));
  else if (more == 0)
    self->checker = g_thread_new ("charter-backup", check_backup, self);
  else
    tell_backup_failed (self, error);
}

void
charter_store_stop_backup (CharterStore *self)
{
  g_clear_pointer (&self->checker, g_thread_join);
  g_clear_pointer (&self->backup, charter_backup_free);
}

/* --- asked for ---------------------------------------------------------------------------------------------------- */

typedef struct {
  gint64 wall;
  CharterBackup *work;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_pointer (&asked->work, charter_backup_free);
  g_free (asked);
}

static void
run_check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asked *asked = data;
  GError *error = NULL;
  gboolean done = charter_backup_finish (asked->work, NULL, NULL, &error);

  /* What is left of it goes before anybody is told: who tries again does so under the same name. */
  g_clear_pointer (&asked->work, charter_backup_free);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The checking thread has no hold of the store, which is then never let go there. */
static void
on_copied (CharterStore *self, CharterJob *job)
{
  g_autoptr (GTask) checking = NULL;

  if (job->task == NULL)
    return;
  if (job->error != NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return;
    }
  checking = g_task_new (NULL, NULL, on_checked, g_steal_pointer (&job->task));
  g_task_set_task_data (checking, g_steal_pointer (&job->query), asked_free);
  job->free_query = NULL;
  g_task_run_in_thread (checking, run_check);
}

static void
run_copy (CharterStore *self, CharterJob *job)
{
  Asked *asked = job->query;
  CharterJob *next;
  int more;

  if (asked->work == NULL)
    asked->work = charter_backup_new (charter_log_get_database (self->log), self->path, CHARTER_BACKUP_ASKED, 0,
                                      asked->wall, &job->error);
  more = asked->work != NULL ? charter_backup_step (asked->work, &job->error) : -1;
  if (more < 0)
    g_clear_pointer (&asked->work, charter_backup_free);
  if (more <= 0)
    return;
  next = charter_job_new (run_copy, on_copied);
  next->task = g_steal_pointer (&job->task);
  next->query = g_steal_pointer (&job->query);
  next->free_query = g_steal_pointer (&job->free_query);
  charter_store_push_job (self, next);
}

void
charter_store_back_up_async (
  CharterStore *self, gint64 wall, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Asked *asked;
  CharterJob *job;

  g_return_if_fail (CHARTER_IS_STORE (self) && self->path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_back_up_async);
  if (charter_store_is_closed (self, task))
    return;
  asked = g_new0 (Asked, 1);
  asked->wall = wall;
  job = charter_job_new (run_copy, on_copied);
  job->task = g_steal_pointer (&task);
  job->query = asked;
  job->free_query = asked_free;
  charter_store_push_job (self, job);
}

gboolean
charter_store_back_up_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
