/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-fit.h"

#include <glib/gi18n-lib.h>

#include "charter-study-private.h"
#include "charter-study-say.h"

/* A fit on its way, in the thread that fits. */
typedef struct {
  GArray *reviews; /* CharterFitReview in the order of time */
  CharterWeights now;
  CharterFitProgress progress;
  gpointer progress_data;
  GMainContext *context; /* where progress is told */
  GTask *task;           /* borrowed: it owns this */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->reviews, g_array_unref);
  g_main_context_unref (work->context);
  g_free (work);
}

/* ---- the history ---- */

typedef struct {
  CharterFitReview review;
  gint64 wall;
} Dated;

static int
compare_walls (gconstpointer a, gconstpointer b)
{
  const Dated *first = a, *second = b;

  return (first->wall > second->wall) - (first->wall < second->wall);
}

/* The histories of all items as one, a card each. */
static GArray *
join (GPtrArray *histories)
{
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));
  GArray *reviews = g_array_new (FALSE, FALSE, sizeof (CharterFitReview));

  for (guint i = 0; i < histories->len; i++)
    {
      const CharterItemHistory *history = g_ptr_array_index (histories, i);

      for (guint j = 0; j < history->reviews->len; j++)
        {
          const CharterItemReview *review = &g_array_index (history->reviews, CharterItemReview, j);
          Dated one = { { i, review->day, (CharterGrade)review->grade }, review->wall };
          g_array_append_val (dated, one);
        }
    }
  g_array_sort (dated, compare_walls);
  for (guint i = 0; i < dated->len; i++)
    g_array_append_val (reviews, g_array_index (dated, Dated, i).review);
  return reviews;
}

/* ---- in the thread ---- */

typedef struct {
  GTask *task;
  double done;
} Message;

static Message *
message_new (const Work *work, double done)
{
  Message *message = g_new0 (Message, 1);

  message->task = g_object_ref (work->task);
  message->done = done;
  return message;
}

static void
message_free (gpointer data)
{
  Message *message = data;

  g_object_unref (message->task);
  g_free (message);
}

/* What comes after the end, or after it was cancelled, is not told: whoever listened may be gone. */
static gboolean
tell (gpointer data)
{
  const Message *message = data;
  const Work *work = g_task_get_task_data (message->task);
  GCancellable *cancellable = g_task_get_cancellable (message->task);

  if (!g_task_get_completed (message->task) && !g_cancellable_is_cancelled (cancellable))
    work->progress (message->done, work->progress_data);
  return G_SOURCE_REMOVE;
}

static void
on_progress (double done, gpointer data)
{
  const Work *work = data;

  if (work->progress != NULL)
    g_main_context_invoke_full (work->context, G_PRIORITY_DEFAULT, tell, message_new (work, done), message_free);
}

static void
fit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autofree CharterStudyFit *fit = g_new0 (CharterStudyFit, 1);
  const CharterFitReview *reviews = (const CharterFitReview *)(void *)work->reviews->data;
  GError *error = NULL;

  if (!charter_fit_run (reviews, work->reviews->len, on_progress, work, cancellable, &fit->fit, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  fit->log_loss_now = charter_fit_get_log_loss (&work->now, reviews, work->reviews->len, 0, NULL);
  g_task_return_pointer (task, g_steal_pointer (&fit), g_free);
}

static void
on_histories (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) histories = charter_store_load_histories_finish (CHARTER_STORE (store), result, &error);
  Work *work = g_task_get_task_data (task);

  if (histories == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work->reviews = join (histories);
  g_task_run_in_thread (task, fit_in_thread);
}

/* ---- the public part ---- */

void
charter_study_fit_weights_async (CharterStudy *self,
                                 CharterFitProgress progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_fit_weights_async);
  work = g_new0 (Work, 1);
  work->now = charter_study_get_scheme (self)->weights;
  work->progress = progress;
  work->progress_data = progress_data;
  work->context = g_main_context_ref_thread_default ();
  work->task = task;
  g_task_set_task_data (task, work, work_free);
  charter_store_load_histories_async (self->store, NULL, NULL, NULL, cancellable, on_histories, task);
}

gboolean
charter_study_fit_weights_finish (CharterStudy *self, GAsyncResult *result, CharterStudyFit *fit, GError **error)
{
  g_autofree CharterStudyFit *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found != NULL)
    *fit = *found;
  return found != NULL;
}

static char *
dup_missing (guint n)
{
  guint n_missing = CHARTER_FIT_LEAST - n;

  return g_strdup_printf (ngettext ("There is too little history yet: %'u more review on a later day is needed.",
                                    "There is too little history yet: %'u more reviews on later days are needed.",
                                    n_missing),
                          n_missing);
}

char *
charter_study_fit_dup_words (const CharterStudyFit *fit)
{
  g_autofree char *reviews = NULL;

  if (fit->fit.n < CHARTER_FIT_LEAST)
    return dup_missing (fit->fit.n);
  reviews = g_strdup_printf (ngettext ("Measured on %'u review", "Measured on %'u reviews", fit->fit.n), fit->fit.n);
  if (fit->fit.log_loss >= fit->log_loss_now)
    return g_strdup_printf (_ ("%s: the schedule fits your memory already."), reviews);
  /* Translators: “Measured on 120 reviews”, and two figures of which the smaller is the better one. */
  return g_strdup_printf (_ ("%s: the surprise at what you recalled falls from %.3f to %.3f. Less is better."), reviews,
                          fit->log_loss_now, fit->fit.log_loss);
}

void
charter_study_use_weights_async (CharterStudy *self,
                                 const CharterWeights *weights,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_weights_are_valid (weights));

  text = charter_weights_to_string (weights);
  charter_study_set_setting_async (self, "weights", text, cancellable, callback, user_data);
}
