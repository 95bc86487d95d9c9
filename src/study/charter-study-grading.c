/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-grading.h"

#include "charter-item-fold.h"
#include "charter-study-private.h"
#include "charter-study-say.h"

typedef struct {
  CharterSession *session;
  guint position;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->session);
  g_free (step);
}

static const CharterItemReview *
get_review (const CharterItemHistory *history, guint i)
{
  return &g_array_index (history->reviews, CharterItemReview, i);
}

/* The review that an answer made. Returns: how many there are where it made none */
static guint
find_review (const CharterItemHistory *history, const CharterEvent *answer)
{
  for (guint i = history->reviews->len; answer != NULL && i > 0; i--)
    if (get_review (history, i - 1)->wall == answer->wall)
      return i - 1;
  return history->reviews->len;
}

/* The memory as the first n reviews left it. */
static CharterDueCard
make_card (CharterStudy *self, const CharterItemHistory *history, guint n)
{
  const CharterItemReview *last = n > 0 ? get_review (history, n - 1) : NULL;
  CharterDueCard card = { .memory = CHARTER_MEMORY_NONE };
  int due_days[CHARTER_N_GRADES];

  if (last == NULL)
    return card;
  charter_item_history_look_ahead (history, n - 1, charter_study_get_scheme (self), due_days);
  card.memory = last->memory;
  card.last_day = last->day;
  card.due_day = due_days[last->grade - 1];
  card.lapsed = last->grade == CHARTER_GRADE_AGAIN;
  return card;
}

/* today: the day on which it is, or was, asked. */
static CharterDue
explain (CharterStudy *self, const CharterItemHistory *history, guint n, int today)
{
  const CharterScheme *scheme = charter_study_get_scheme (self);
  CharterDuePlan plan = { .today = today, .weights = &scheme->weights, .retention = scheme->retention };
  CharterDueCard card = make_card (self, history, n);

  return charter_due_explain (&plan, &card);
}

static const CharterGradeRule *
find_rule (CharterStudy *self, const Step *step)
{
  CharterScore score = { 0 };

  charter_study_get_score (self, step->session, step->position, &score);
  return charter_grade_find_rule (score.correct       ? 1
                                  : score.maximum > 0 ? score.points / score.maximum
                                                      : 0,
                                  charter_session_get_confidence (step->session, step->position),
                                  charter_session_get_hint_used (step->session, step->position));
}

static void
grade (CharterStudy *self, const Step *step, const CharterItemHistory *history, guint i, CharterGrading *grading)
{
  const CharterItemReview *review = get_review (history, i);
  int due_days[CHARTER_N_GRADES];

  charter_item_history_look_ahead (history, i, charter_study_get_scheme (self), due_days);
  for (guint g = 0; g < CHARTER_N_GRADES; g++)
    grading->days[g] = (guint)MAX (due_days[g] - review->day, 0);
  grading->grade = (CharterGrade)review->grade;
  grading->rule = find_rule (self, step);
}

static CharterGrading *
make_grading (CharterStudy *self, const Step *step, const CharterItemHistory *history)
{
  CharterGrading *grading = g_new0 (CharterGrading, 1);
  const CharterEvent *answer = charter_track_get (step->session)->steps[step->position].answer;
  guint i = find_review (history, answer);
  gboolean counts = i < history->reviews->len;

  grading->due = explain (self, history, i, counts ? get_review (history, i)->day : charter_study_get_today (self));
  grading->suspended = history->suspended;
  if (counts)
    grade (self, step, history, i, grading);
  return grading;
}

static void
on_histories (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) histories = charter_store_load_histories_finish (CHARTER_STORE (store), result, &error);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (CharterItemReview));
  CharterItemHistory empty = { .reviews = none };

  if (histories == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           make_grading (g_task_get_source_object (task), g_task_get_task_data (task),
                                         histories->len > 0 ? g_ptr_array_index (histories, 0) : &empty),
                           g_free);
}

void
charter_study_load_grading_async (CharterStudy *self,
                                  CharterSession *session,
                                  guint position,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  CharterPath *path = charter_session_get_path (session);
  g_autofree char *key_hash = NULL;
  const CharterStep *asked;
  GTask *task;
  Step *step;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_track_get (session) != NULL && position < charter_session_get_n_steps (session));

  asked = charter_path_get_step (path, position);
  key_hash = charter_item_dup_key_hash (asked->item);
  step = g_new0 (Step, 1);
  step->session = g_object_ref (session);
  step->position = position;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_grading_async);
  g_task_set_task_data (task, step, step_free);
  charter_store_load_histories_async (self->store, asked->pack->id, asked->item->id, key_hash, cancellable,
                                      on_histories, task);
}

gboolean
charter_study_load_grading_finish (CharterStudy *self, GAsyncResult *result, CharterGrading *grading, GError **error)
{
  g_autofree CharterGrading *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found != NULL)
    *grading = *found;
  return found != NULL;
}
