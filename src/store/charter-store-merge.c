/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from other devices. */
#include "charter-merge.h"
#include "charter-store-private.h"

void
charter_store_merge_now (CharterStore *self, CharterJob *job, GPtrArray *events, gboolean more, CharterMerged **merged)
{
  job->changes = charter_log_merge (self->log, events, more, merged, &job->error);
  if (job->changes == NULL)
    {
      charter_store_mark_suspect (self, job->error);
      return;
    }
  if (job->changes->scrubbed)
    charter_store_finish_erasure (self);
  if (job->changes->refolded)
    job->known = charter_known_load (self->log, NULL);
}

static void
run_merge (CharterStore *self, CharterJob *job)
{
  CharterMerged *merged = NULL;

  charter_store_merge_now (self, job, job->events, FALSE, &merged);
  job->query = merged;
  job->free_query = merged != NULL ? (GDestroyNotify)charter_merged_free : NULL;
}

static void
on_merged (CharterStore *self, CharterJob *job)
{
  if (job->changes == NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return;
    }
  charter_store_apply_changes (self, job);
  g_task_return_pointer (job->task, g_steal_pointer (&job->query), (GDestroyNotify)charter_merged_free);
  job->free_query = NULL;
}

/* job: with what to do. Takes task and job. */
static void
push (CharterStore *self, GTask *task, CharterJob *job, GPtrArray *events)
{
  job->task = task;
  if (g_task_return_error_if_cancelled (task) || charter_store_is_closed (self, task))
    {
      charter_job_free (job);
      return;
    }
  g_task_set_check_cancellable (task, FALSE);
  job->events = charter_event_array_new ();
  charter_event_array_extend (job->events, events);
  charter_store_push_job (self, job);
}

void
charter_store_merge_async (
  CharterStore *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_merge_async);
  push (self, task, charter_job_new (run_merge, on_merged), events);
}

CharterMerged *
charter_store_merge_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_weigh (CharterStore *self, CharterJob *job)
{
  job->query = charter_log_weigh (self->log, job->events, &job->error);
  job->free_query = job->query != NULL ? (GDestroyNotify)charter_merged_free : NULL;
}

static void
on_weighed (CharterStore *self, CharterJob *job)
{
  job->free_query = NULL;
  if (job->query != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->query), (GDestroyNotify)charter_merged_free);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
}

void
charter_store_weigh_async (
  CharterStore *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_weigh_async);
  push (self, task, charter_job_new (run_weigh, on_weighed), events);
}

CharterMerged *
charter_store_weigh_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
