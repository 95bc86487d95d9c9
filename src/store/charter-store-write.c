/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is committed, posted and kept as places: one transaction each, on the store's thread. */
#include "charter-store-private.h"

#include <glib/gi18n-lib.h>

GPtrArray *
charter_event_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
}

void
charter_store_mark_suspect (CharterStore *self, const GError *error)
{
  g_autofree char *mark = NULL;

  if (self->path == NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return;
  mark = g_strconcat (self->path, ".suspect", NULL);
  g_file_set_contents (mark, "", 0, NULL);
}

static CharterPlaces *
take_pending_places (CharterStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  CharterPlaces *places = g_steal_pointer (&self->pending_places);

  self->pending_places = charter_places_new ();
  self->flush_queued = FALSE;
  return places;
}

void
charter_store_forget_pending_places (CharterStore *self)
{
  charter_places_free (take_pending_places (self));
}

/* What was set since is later, and stays. */
static void
put_back_pending_places (CharterStore *self, CharterPlaces *places)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  charter_places_take_older (self->pending_places, places);
}

void
charter_event_array_extend (GPtrArray *events, GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    g_ptr_array_add (events, charter_event_ref (g_ptr_array_index (more, i)));
}

/* What waits is older, and written first in the same transaction. */
void
charter_store_run_write (CharterStore *self, CharterJob *job)
{
  g_autoptr (CharterPlaces) places = take_pending_places (self);
  g_autoptr (GPtrArray) events = charter_event_array_new ();

  charter_event_array_extend (events, self->waiting);
  charter_event_array_extend (events, job->events);
  if (events->len == 0 && charter_places_is_empty (places))
    return;
  job->changes = charter_log_write (self->log, events, places, &job->error);
  if (job->changes != NULL)
    {
      g_ptr_array_set_size (self->waiting, 0);
      if (job->changes->scrubbed)
        charter_store_finish_erasure (self);
      if (job->changes->refolded)
        job->known = charter_known_load (self->log, NULL);
      return;
    }
  charter_store_mark_suspect (self, job->error);
  put_back_pending_places (self, places);
  if (job->keep)
    charter_event_array_extend (self->waiting, job->events);
}

void
charter_store_on_flushed (CharterStore *self, CharterJob *job)
{
  if (job->changes != NULL)
    charter_store_apply_changes (self, job);
  else if (job->error != NULL)
    charter_store_set_notice (self, job->error->message, TRUE);
}

static void
on_committed (CharterStore *self, CharterJob *job)
{
  if (job->changes != NULL)
    charter_store_apply_changes (self, job);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
}

void
charter_store_tell_closed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _ ("The file of answers is closed."));
}

gboolean
charter_store_is_closed (CharterStore *self, GTask *task)
{
  if (self->thread != NULL)
    return FALSE;
  charter_store_tell_closed (task);
  return TRUE;
}

void
charter_store_commit_async (
  CharterStore *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  CharterJob *job;

  g_return_if_fail (CHARTER_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_commit_async);
  if (g_task_return_error_if_cancelled (task) || charter_store_is_closed (self, task))
    return;
  g_task_set_check_cancellable (task, FALSE);
  job = charter_job_new (charter_store_run_write, on_committed);
  job->task = g_steal_pointer (&task);
  job->events = charter_event_array_new ();
  charter_event_array_extend (job->events, events);
  charter_store_push_job (self, job);
}

gboolean
charter_store_commit_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* One flush on its way is enough: it takes all that waits when it starts. */
void
charter_store_queue_flush (CharterStore *self)
{
  gboolean needed;

  g_mutex_lock (&self->lock);
  needed = !self->flush_queued && self->thread != NULL;
  self->flush_queued = TRUE;
  g_mutex_unlock (&self->lock);
  if (needed)
    charter_store_push_job (self, charter_job_new (charter_store_run_write, charter_store_on_flushed));
}

void
charter_store_post (CharterStore *self, CharterEvent *event)
{
  CharterJob *job;

  g_return_if_fail (CHARTER_IS_STORE (self));

  job = charter_job_new (charter_store_run_write, charter_store_on_flushed);
  job->keep = TRUE;
  job->events = charter_event_array_new ();
  g_ptr_array_add (job->events, charter_event_ref (event));
  charter_store_push_job (self, job);
}
