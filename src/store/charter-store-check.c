/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look through the whole history, on the store's thread, between other jobs. */
#include "charter-store-private.h"

static void
run_check (CharterStore *self, CharterJob *job)
{
  charter_checkup_log (self->log, job->query, &job->error);
  if (job->error != NULL)
    charter_store_mark_suspect (self, job->error);
}

static void
on_checked (CharterStore *self, CharterJob *job)
{
  if (job->error != NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return;
    }
  g_task_return_pointer (job->task, g_steal_pointer (&job->query), g_free);
  job->free_query = NULL;
}

void
charter_store_check_async (CharterStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  CharterJob *job;

  g_return_if_fail (CHARTER_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_check_async);
  if (charter_store_is_closed (self, task))
    return;
  job = charter_job_new (run_check, on_checked);
  job->task = g_steal_pointer (&task);
  job->query = g_new0 (CharterCheckup, 1);
  job->free_query = g_free;
  charter_store_push_job (self, job);
}

CharterCheckup *
charter_store_check_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
