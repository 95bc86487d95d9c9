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

void
charter_store_merge_async (
  CharterStore *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  CharterJob *job;

  g_return_if_fail (CHARTER_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_merge_async);
  if (g_task_return_error_if_cancelled (task) || charter_store_is_closed (self, task))
    return;
  g_task_set_check_cancellable (task, FALSE);
  job = charter_job_new (run_merge, on_merged);
  job->task = g_steal_pointer (&task);
  job->events = charter_event_array_new ();
  charter_event_array_extend (job->events, events);
  charter_store_push_job (self, job);
}

CharterMerged *
charter_store_merge_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
