/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In step with a shared folder. The folder is on a disk that may be slow or gone: threads of their own read and write
 * it, while the store's thread goes on saving answers. Four stages, one after the other: look into the folder, ask the
 * log what the two lack, write and read files, merge what came. */
#include <glib/gi18n-lib.h>

#include "charter-in-step.h"
#include "charter-merge.h"
#include "charter-store-private.h"
#include "charter-survey.h"

/* It goes from stage to stage; only one of them has it at a time. */
typedef struct {
  char *path;
  CharterFolder *folder;
  CharterErrand *errand;
  GPtrArray *events; /* that were read */
  CharterInStep *in_step;
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

/* Goes to the next stage on the store's thread. task: taken. */
static void
go_on_in_store (GTask *task, void (*stage) (CharterStore *, CharterJob *), void (*then) (CharterStore *, CharterJob *))
{
  CharterStore *self = g_task_get_source_object (task);
  CharterJob *job;

  if (charter_store_is_closed (self, task))
    {
      g_object_unref (task);
      return;
    }
  job = charter_job_new (stage, then);
  job->task = task;
  job->query = g_task_get_task_data (task);
  charter_store_push_job (self, job);
}

/* Merging */

static void
tell_refused (Stages *stages, const CharterMerged *merged)
{
  g_autofree char *sentence = NULL;

  if (merged->refused->len == 0)
    return;
  sentence
    = g_strdup_printf (ngettext ("%'u entry in the folder says something else than what is known here of the same "
                                 "device; it was not taken in.",
                                 "%'u entries in the folder say something else than what is known here of the "
                                 "same device; they were not taken in.",
                                 merged->refused->len),
                       merged->refused->len);
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

static void
run_merge (CharterStore *self, CharterJob *job)
{
  Stages *stages = job->query;
  g_autoptr (CharterMerged) merged = NULL;

  charter_store_merge_now (self, job, stages->events, &merged);
  if (merged == NULL)
    return;
  stages->in_step->n_in = merged->n_new;
  stages->in_step->n_missing = merged->n_missing;
  tell_refused (stages, merged);
  tell_missing (stages);
}

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
  g_task_return_pointer (job->task, g_steal_pointer (&stages->in_step), (GDestroyNotify)charter_in_step_free);
}

/* Files */

static void
run_errand (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Stages *stages = data;

  stages->in_step->n_out = charter_folder_write (stages->path, stages->errand, stages->in_step->troubles);
  stages->events = charter_folder_read (stages->path, stages->errand, stages->in_step->troubles);
  g_task_return_boolean (part, TRUE);
}

/* What is in files already is safe, and merged: from here on it is not cancelled. */
static void
on_errand_run (GObject *source, GAsyncResult *result, gpointer data)
{
  go_on_in_store (data, run_merge, on_merged);
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
    go_on_in_thread (g_steal_pointer (&job->task), run_errand, on_errand_run);
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
