/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs go to the store's thread one after the other, and come back done, by way of a source in the owner's main
 * context. */
#include "charter-store-private.h"

CharterJob *
charter_job_new (void (*run) (CharterStore *, CharterJob *), void (*done) (CharterStore *, CharterJob *))
{
  CharterJob *job = g_new0 (CharterJob, 1);

  job->run = run;
  job->done = done;
  return job;
}

void
charter_job_free (CharterJob *job)
{
  g_clear_object (&job->task);
  g_clear_pointer (&job->events, g_ptr_array_unref);
  g_clear_pointer (&job->changes, charter_changes_free);
  g_clear_pointer (&job->known, charter_known_free);
  if (job->free_query != NULL)
    job->free_query (job->query);
  g_clear_error (&job->error);
  g_free (job);
}

void
charter_store_deliver_job (CharterStore *self, CharterJob *job)
{
  if (job->reply != NULL)
    {
      g_async_queue_push (job->reply, job);
      return;
    }
  g_async_queue_push (self->finished, job);
  g_source_set_ready_time (self->source, 0);
}

static void
on_job (gpointer data, gpointer user_data)
{
  CharterJob *job = data;

  job->run (user_data, job);
  charter_store_deliver_job (user_data, job);
}

/* From the owner's thread, or from the store's own. A job that comes too late is dropped: only backups can. */
void
charter_store_push_job (CharterStore *self, CharterJob *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!self->closing)
    {
      g_thread_pool_push (self->thread, job, NULL);
      return;
    }
  if (job->task != NULL)
    charter_store_tell_closed (job->task);
  charter_job_free (job);
}

void
charter_store_finish_jobs (CharterStore *self)
{
  CharterJob *job;

  while ((job = g_async_queue_try_pop (self->finished)) != NULL)
    {
      if (job->done != NULL)
        job->done (self, job);
      charter_job_free (job);
    }
}

static gboolean
on_finished (gpointer data)
{
  g_autoptr (CharterStore) self = g_object_ref (data);

  g_source_set_ready_time (self->source, -1);
  charter_store_finish_jobs (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs source_funcs = { NULL, NULL, dispatch, NULL, NULL, NULL };

void
charter_store_run_and_wait (CharterStore *self, CharterJob *job)
{
  job->reply = g_async_queue_new ();
  charter_store_push_job (self, job);
  g_async_queue_pop (job->reply);
  g_clear_pointer (&job->reply, g_async_queue_unref);
}

void
charter_store_start_thread (CharterStore *self, GMainContext *context)
{
  self->context = context != NULL ? g_main_context_ref (context) : g_main_context_ref (g_main_context_default ());
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_callback (self->source, on_finished, self, NULL);
  g_source_set_ready_time (self->source, -1);
  g_source_set_static_name (self->source, "charter-store");
  g_source_attach (self->source, self->context);
  self->thread = g_thread_pool_new (on_job, self, 1, TRUE, NULL);
}
