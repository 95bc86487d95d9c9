/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-history-load.h"

static void
run_read (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (G_FILE (source), cancellable, &error);
  CharterHistoryRead *read
    = stream != NULL ? charter_history_read (G_INPUT_STREAM (stream), cancellable, &error) : NULL;

  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify)charter_history_read_free);
  else
    g_task_return_error (task, error);
}

void
charter_history_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, charter_history_load_async);
  g_task_run_in_thread (task, run_read);
}

CharterHistoryRead *
charter_history_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
