/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-history-save.h"

#include "charter-history-out.h"

static const struct {
  const char *ending;
  CharterHistoryFormat format;
} ways[] = {
  { "jsonl", CHARTER_HISTORY_LINES },
  { "csv", CHARTER_HISTORY_CSV },
  { "json", CHARTER_HISTORY_XAPI },
};

typedef struct {
  GFile *file;
  GPtrArray *events;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->file);
  g_clear_pointer (&saving->events, g_ptr_array_unref);
  g_free (saving);
}

const char *const *
charter_history_save_get_endings (void)
{
  static const char *endings[G_N_ELEMENTS (ways) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    endings[i] = ways[i].ending;
  return endings;
}

static CharterHistoryFormat
tell_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *suffix = g_strconcat (".", ways[i].ending, NULL);

      if (g_str_has_suffix (name, suffix))
        return ways[i].format;
    }
  return ways[0].format;
}

/* A stream that was replaced and is not closed leaves what was there; one that is closed after a failure would not, so
 * that is cancelled first. */
static void
run_write (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream
    = g_file_replace (saving->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);
  gboolean written = stream != NULL
                     && charter_history_write (saving->events, tell_format (saving->file), NULL,
                                               G_OUTPUT_STREAM (stream), NULL, &error)
                     && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);

  if (!written && stream != NULL)
    {
      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
    }
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  saving->events = charter_store_load_events_finish (CHARTER_STORE (store), result, &error);
  if (saving->events != NULL)
    g_task_run_in_thread (task, run_write);
  else
    g_task_return_error (task, error);
}

void
charter_history_save_async (CharterStore *store, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  g_task_set_source_tag (task, charter_history_save_async);
  saving->file = g_object_ref (file);
  g_task_set_task_data (task, saving, saving_free);
  charter_store_load_events_async (store, NULL, on_loaded, task);
}

gboolean
charter_history_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
