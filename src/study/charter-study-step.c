/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In step with other devices. */
#include "charter-study-private.h"

static void
on_in_step (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  CharterInStep *in_step = charter_store_keep_in_step_finish (CHARTER_STORE (source), result, &error);

  if (in_step != NULL)
    g_task_return_pointer (task, in_step, (GDestroyNotify)charter_in_step_free);
  else
    g_task_return_error (task, error);
}

void
charter_study_keep_in_step_async (
  CharterStudy *self, const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_keep_in_step_async);
  g_task_set_check_cancellable (task, FALSE);
  charter_store_keep_in_step_async (self->store, folder, cancellable, on_in_step, task);
}

CharterInStep *
charter_study_keep_in_step_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
