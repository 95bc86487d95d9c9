/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In step with a shared folder. The folder is on a disk that may be slow or gone: threads of their own read and write
 * it, while the store's thread goes on saving answers. The stages, one after the other: look into the folder; ask the
 * log what the two lack; segment by segment, ask the log for its events and write them; and, also segment by segment,
 * read and merge what came. So a long history is never in memory as a whole. */
#include <glib/gi18n-lib.h>

#include "charter-in-step.h"
#include "charter-merge.h"
#include "charter-store-private.h"
#include "charter-survey.h"
#include "charter-tables.h"

/* It goes from stage to stage; only one of them has it at a time. */
typedef struct {
  char *path;
  CharterFolder *folder;
  CharterErrand *errand;
  guint n_said;      /* of what is unsaid */
  guint n_read;      /* of what is unread */
  GPtrArray *events; /* of the segment that it is at; NULL where they can't be had */
  guint n_refused;
  CharterInStep *in_step;
  guint n_restored; /* as many times as the store had been restored when it began */
} Stages;

CharterInStep *
charter_in_step_new (void)
{
  CharterInStep *in_step = g_new0 (CharterInStep, 1);

  in_step->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_trouble_free);
  return in_step;
}

void
charter_in_step_free (CharterInStep *in_step)
{
  g_ptr_array_unref (in_step->troubles);
  g_free (in_step);
}

static void
stages_free (gpointer data)
{
  Stages *stages = data;

  g_free (stages->path);
  g_clear_pointer (&stages->folder, charter_folder_free);
  g_clear_pointer (&stages->errand, charter_errand_free);
  g_clear_pointer (&stages->events, g_ptr_array_unref);
  g_clear_pointer (&stages->in_step, charter_in_step_free);
  g_free (stages);
}

/* Goes to the next stage in a thread. task: taken. */
static void
go_on_in_thread (GTask *task, GTaskThreadFunc stage, GAsyncReadyCallback then)
{
  g_autoptr (GTask) part = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), then, task);

  g_task_set_task_data (part, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (part, stage);
}

/* What was read for a file that is no more would bring back into the other one what it was restored to be without. */
static gboolean
is_of_other_file (CharterStore *self, GTask *task)
{
  const Stages *stages = g_task_get_task_data (task);

  if (stages->n_restored == self->n_restored)
    return FALSE;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                           _ ("A backup was restored meanwhile, so nothing was taken in."));
  return TRUE;
}

/* Goes to the next stage on the store's thread. task: taken. */
static void
go_on_in_store (GTask *task, void (*stage) (CharterStore *, CharterJob *), void (*then) (CharterStore *, CharterJob *))
{
  CharterStore *self = g_task_get_source_object (task);
  CharterJob *job;

  if (charter_store_is_closed (self, task) || is_of_other_file (self, task))
    {
      g_object_unref (task);
      return;
    }
  job = charter_job_new (stage, then);
  job->task = task;
  job->query = g_task_get_task_data (task);
  charter_store_push_job (self, job);
}

/* Reading and merging */

static void
tell_refused (Stages *stages)
{
  g_autofree char *sentence = NULL;

  if (stages->n_refused == 0)
    return;
  sentence
    = g_strdup_printf (ngettext ("%'u entry in the folder says something else than what is known here of the same "
                                 "device; it was not taken in.",
                                 "%'u entries in the folder say something else than what is known here of the "
                                 "same device; they were not taken in.",
                                 stages->n_refused),
                       stages->n_refused);
  g_ptr_array_add (stages->in_step->troubles, charter_trouble_new (NULL, sentence));
}

static void
tell_missing (Stages *stages)
{
  if (stages->in_step->n_missing > 0)
    g_ptr_array_add (
      stages->in_step->troubles,
      charter_trouble_new (NULL, _ ("Some answers of another device have not arrived yet. What has arrived counts; the "
                                    "others are taken in when they come.")));
}

static gboolean
has_more_to_read (const Stages *stages)
{
  return stages->n_read < stages->errand->unread->len;
}

static void
run_merge (CharterStore *self, CharterJob *job)
{
  Stages *stages = job->query;
  g_autoptr (CharterMerged) merged = NULL;

  charter_store_merge_now (self, job, stages->events, has_more_to_read (stages), &merged);
  if (merged == NULL)
    return;
  stages->in_step->n_in += merged->n_new;
  stages->in_step->n_missing = merged->n_missing;
  stages->n_refused += merged->refused->len;
}

static void
run_read (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Stages *stages = data;

  g_clear_pointer (&stages->events, g_ptr_array_unref);
  stages->events = charter_folder_read (stages->path, stages->errand, &stages->n_read, stages->in_step->troubles);
  g_task_return_boolean (part, TRUE);
}

static void on_read (GObject *source, GAsyncResult *result, gpointer data);

static void
on_merged (CharterStore *self, CharterJob *job)
{
  Stages *stages = job->query;

  if (job->changes == NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return;
    }
  charter_store_apply_changes (self, job);
  if (has_more_to_read (stages))
    {
      go_on_in_thread (g_steal_pointer (&job->task), run_read, on_read);
      return;
    }
  tell_refused (stages);
  tell_missing (stages);
  g_task_return_pointer (job->task, g_steal_pointer (&stages->in_step), (GDestroyNotify)charter_in_step_free);
}

/* What is in files already is safe, and merged: from here on it is not cancelled. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  go_on_in_store (data, run_merge, on_merged);
}

/* Writing */

static void say_or_read (GTask *task);

static void
on_said (GObject *source, GAsyncResult *result, gpointer data)
{
  say_or_read (data);
}

/* Where one can't be written, the others can't either. */
static void
run_say (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Stages *stages = data;
  const CharterSaying *saying = g_ptr_array_index (stages->errand->unsaid, stages->n_said);

  if (charter_folder_write (stages->path, stages->errand, saying, stages->events, stages->in_step->troubles))
    stages->n_said++;
  else
    {
      g_ptr_array_set_size (stages->errand->absorbed, 0);
      stages->errand->n_unsaid = 0;
      stages->n_said = stages->errand->unsaid->len;
    }
  g_task_return_boolean (part, TRUE);
}

static void
run_load (CharterStore *self, CharterJob *job)
{
  Stages *stages = job->query;
  const CharterSaying *saying = g_ptr_array_index (stages->errand->unsaid, stages->n_said);

  g_clear_pointer (&stages->events, g_ptr_array_unref);
  stages->events = charter_tables_load_run (charter_log_get_database (self->log), saying->run.device, saying->run.first,
                                            saying->run.last, &job->error);
}

static void
on_loaded (CharterStore *self, CharterJob *job)
{
  Stages *stages = job->query;

  if (stages->events != NULL)
    go_on_in_thread (g_steal_pointer (&job->task), run_say, on_said);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
}

static void
run_clean_and_read (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Stages *stages = data;

  charter_folder_remove_absorbed (stages->path, stages->errand);
  stages->in_step->n_out = stages->errand->n_unsaid;
  run_read (part, source, data, cancellable);
}

/* task: taken. */
static void
say_or_read (GTask *task)
{
  Stages *stages = g_task_get_task_data (task);

  if (stages->n_said < stages->errand->unsaid->len)
    go_on_in_store (task, run_load, on_loaded);
  else
    go_on_in_thread (task, run_clean_and_read, on_read);
}

static void
run_survey (CharterStore *self, CharterJob *job)
{
  Stages *stages = job->query;

  stages->errand = charter_survey (charter_log_get_database (self->log), charter_log_get_device (self->log),
                                   stages->folder->segments, &job->error);
}

static void
on_surveyed (CharterStore *self, CharterJob *job)
{
  Stages *stages = job->query;

  if (stages->errand != NULL)
    say_or_read (g_steal_pointer (&job->task));
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
}

static void
run_scan (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Stages *stages = data;
  GError *error = NULL;

  stages->folder = charter_folder_scan (stages->path, &error);
  if (stages->folder == NULL)
    {
      g_task_return_error (part, error);
      return;
    }
  g_ptr_array_extend_and_steal (stages->in_step->troubles, g_steal_pointer (&stages->folder->troubles));
  stages->folder->troubles = g_ptr_array_new ();
  g_task_return_boolean (part, TRUE);
}

static void
on_scanned (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      go_on_in_store (task, run_survey, on_surveyed);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

void
charter_store_keep_in_step_async (
  CharterStore *self, const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Stages *stages;

  g_return_if_fail (CHARTER_IS_STORE (self));
  g_return_if_fail (folder != NULL);

  stages = g_new0 (Stages, 1);
  stages->path = g_strdup (folder);
  stages->in_step = charter_in_step_new ();
  stages->n_restored = self->n_restored;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_keep_in_step_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, stages, stages_free);
  go_on_in_thread (task, run_scan, on_scanned);
}

CharterInStep *
charter_store_keep_in_step_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
