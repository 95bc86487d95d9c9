/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-fold.h"

#include <string.h>

#include "charter-payload.h"

#define QUARTER (G_TIME_SPAN_MINUTE * 15)

/* A step; answered where device is not NULL. */
typedef struct {
  char *device;
  gint64 seq;
  double points, maximum;
  gboolean correct;
  gboolean unscored; /* asked like the others, and worth nothing */
  gint64 time;
  gboolean spoilt; /* answered before, and taken back after its feedback was seen */
  gboolean counted;
  CharterTally tally; /* as it was counted */
} Step;

struct _CharterSessionFold {
  CharterSessionRecord *record;
  GArray *steps;
  gboolean begun;
  gboolean part; /* of what its group had to ask */
  char *ending;  /* that a case came to, or NULL */
  double whole;  /* the maximum of an exam with what was not answered, or 0 */
};

gint64
charter_tally_quarter (gint64 wall)
{
  return wall >= 0 ? wall / QUARTER : -((-wall + QUARTER - 1) / QUARTER);
}

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->device, g_free);
}

CharterSessionFold *
charter_session_fold_new (const char *session)
{
  CharterSessionFold *fold = g_new0 (CharterSessionFold, 1);

  fold->record = g_new0 (CharterSessionRecord, 1);
  fold->record->session = g_strdup (session);
  fold->steps = g_array_new (FALSE, TRUE, sizeof (Step));
  g_array_set_clear_func (fold->steps, step_clear);
  return fold;
}

void
charter_session_fold_free (CharterSessionFold *fold)
{
  charter_session_record_free (fold->record);
  g_array_unref (fold->steps);
  g_free (fold->ending);
  g_free (fold);
}

const CharterSessionRecord *
charter_session_fold_get_record (const CharterSessionFold *fold)
{
  return fold->record;
}

gboolean
charter_session_fold_has_begun (const CharterSessionFold *fold)
{
  return fold->begun;
}

static void
add_times (CharterTally *sum, const CharterTally *tally, int times)
{
  sum->n_answers += times * tally->n_answers;
  sum->n_right += times * tally->n_right;
  sum->time += times * tally->time;
  for (guint i = 0; i < CHARTER_N_CONFIDENCES; i++)
    {
      sum->n_said[i] += times * tally->n_said[i];
      sum->n_said_right[i] += times * tally->n_said_right[i];
    }
}

void
charter_tally_add (CharterTally *sum, const CharterTally *tally)
{
  add_times (sum, tally, 1);
}

gboolean
charter_tally_equal (const CharterTally *a, const CharterTally *b)
{
  return a->quarter == b->quarter && a->n_answers == b->n_answers && a->n_right == b->n_right && a->time == b->time
         && memcmp (a->n_said, b->n_said, sizeof a->n_said) == 0
         && memcmp (a->n_said_right, b->n_said_right, sizeof a->n_said_right) == 0;
}

static void
uncount (Step *step, GArray *tallies)
{
  CharterTally tally = { .quarter = step->tally.quarter };

  add_times (&tally, &step->tally, -1);
  if (step->counted)
    g_array_append_val (tallies, tally);
  step->counted = FALSE;
}

static void
count (Step *step, gint64 wall, const CharterAnswer *answer, GArray *tallies)
{
  CharterTally tally = { charter_tally_quarter (wall), 1, answer->correct ? 1 : 0, answer->time };

  if (step->spoilt)
    return;
  if (answer->confidence > 0)
    {
      tally.n_said[answer->confidence - 1] = 1;
      tally.n_said_right[answer->confidence - 1] = tally.n_right;
    }
  step->counted = TRUE;
  step->tally = tally;
  g_array_append_val (tallies, tally);
}

static void
add_step (CharterSessionRecord *record, const Step *step)
{
  record->n_answered++;
  record->time += step->time;
  if (step->unscored)
    return;
  record->n_right += step->correct ? 1 : 0;
  record->points += step->points;
  record->maximum += step->maximum;
}

/* Nothing is ever taken off a sum, so that no rounding stays behind: what is answered first is added, and all is added
 * anew where an answer takes another's place or is taken back. */
static void
sum_up (CharterSessionFold *fold)
{
  CharterSessionRecord *record = fold->record;

  record->n_answered = record->n_right = 0;
  record->points = record->maximum = 0;
  record->time = 0;
  for (guint i = 0; i < fold->steps->len; i++)
    {
      const Step *step = &g_array_index (fold->steps, Step, i);
      if (step->device != NULL)
        add_step (record, step);
    }
}

static gboolean
apply_begun (CharterSessionFold *fold, const CharterEvent *event)
{
  g_auto (CharterBeginning) beginning = { 0 };

  if (fold->begun || event->pack == NULL || !charter_beginning_from_json (&beginning, event->payload))
    return FALSE;
  fold->begun = TRUE;
  fold->part = beginning.part;
  fold->record->pack = g_strdup (event->pack);
  fold->record->group = g_steal_pointer (&beginning.group);
  fold->record->n_steps = g_strv_length (beginning.items);
  fold->record->begun_wall = event->wall;
  g_array_set_size (fold->steps, fold->record->n_steps);
  for (guint i = 0; i < beginning.n_unscored; i++)
    g_array_index (fold->steps, Step, beginning.unscored[i]).unscored = TRUE;
  return TRUE;
}

static gboolean
apply_answer (CharterSessionFold *fold, const CharterEvent *event, GArray *tallies)
{
  g_auto (CharterAnswer) answer = { 0 };
  gboolean first;
  Step *step;

  if (!charter_answer_from_json (&answer, event->payload) || answer.position >= fold->steps->len)
    return FALSE;
  step = &g_array_index (fold->steps, Step, answer.position);
  first = step->device == NULL;
  uncount (step, tallies);
  g_free (step->device);
  step->device = g_strdup (event->device);
  step->seq = event->seq;
  step->points = answer.points;
  step->maximum = answer.maximum;
  step->correct = answer.correct;
  step->time = answer.time;
  count (step, event->wall, &answer, tallies);
  if (first)
    add_step (fold->record, step);
  else
    sum_up (fold);
  fold->record->position = answer.position;
  return TRUE;
}

/* The steps of a case are the moves made, and are no answers to count. */
static gboolean
apply_move (CharterSessionFold *fold, const CharterEvent *event)
{
  g_auto (CharterMoveMade) made = { 0 };
  Step step = { 0 };

  if (fold->record->n_steps > 0 || !charter_move_made_from_json (&made, event->payload)
      || made.position > fold->steps->len)
    return FALSE;
  step = (Step){ .device = g_strdup (event->device), .seq = event->seq, .points = made.points };
  step.maximum = made.maximum;
  step.correct = made.points >= made.maximum;
  step.time = made.time;
  g_array_set_size (fold->steps, made.position);
  g_array_append_val (fold->steps, step);
  sum_up (fold);
  fold->record->position = made.position;
  return TRUE;
}

static gboolean
apply_undo (CharterSessionFold *fold, const CharterEvent *event, GArray *tallies)
{
  for (guint i = 0; i < fold->steps->len; i++)
    {
      Step *step = &g_array_index (fold->steps, Step, i);
      if (step->device == NULL || step->seq != event->undo_seq || g_strcmp0 (step->device, event->undo_device) != 0)
        continue;
      uncount (step, tallies);
      step_clear (step);
      step->spoilt = step->spoilt || charter_undo_from_json (event->payload);
      sum_up (fold);
      return TRUE;
    }
  return FALSE;
}

static gboolean
apply_ended (CharterSessionFold *fold, const CharterEvent *event)
{
  g_auto (CharterEnding) ending = { 0 };

  charter_ending_from_json (&ending, event->payload);
  fold->record->state = ending.finished ? CHARTER_SESSION_FINISHED : CHARTER_SESSION_LEFT;
  fold->ending = g_steal_pointer (&ending.ending);
  fold->whole = ending.maximum;
  return TRUE;
}

static gboolean
apply_kind (CharterSessionFold *fold, const CharterEvent *event, GArray *tallies)
{
  switch (event->kind)
    {
    case CHARTER_EVENT_ANSWER:
      return apply_answer (fold, event, tallies);
    case CHARTER_EVENT_UNDO:
      return apply_undo (fold, event, tallies);
    case CHARTER_EVENT_MOVE:
      return apply_move (fold, event);
    case CHARTER_EVENT_SESSION_ENDED:
      return apply_ended (fold, event);
    case CHARTER_EVENT_SESSION_BEGUN:
    case CHARTER_EVENT_GRADE:
    case CHARTER_EVENT_SUSPEND:
    case CHARTER_EVENT_RESET:
    case CHARTER_EVENT_DELETE:
    case CHARTER_EVENT_SETTING:
    case CHARTER_EVENT_NOTE:
    case CHARTER_EVENT_ERASE:
    case CHARTER_EVENT_ERASED:
    case CHARTER_EVENT_OTHER:
    default:
      return FALSE;
    }
}

/* Nothing can happen to it any more, and a log has many of them. */
static void
forget_steps (CharterSessionFold *fold)
{
  g_array_unref (fold->steps);
  fold->steps = g_array_new (FALSE, TRUE, sizeof (Step));
}

gboolean
charter_session_fold_apply (CharterSessionFold *fold, const CharterEvent *event, GArray *tallies)
{
  gboolean applied;

  if (!fold->begun)
    applied = event->kind == CHARTER_EVENT_SESSION_BEGUN && apply_begun (fold, event);
  else
    applied = fold->record->state == CHARTER_SESSION_OPEN && apply_kind (fold, event, tallies);
  if (!applied)
    return FALSE;
  fold->record->last_wall = event->wall;
  fold->record->last_hlc = event->hlc;
  if (fold->record->state != CHARTER_SESSION_OPEN)
    forget_steps (fold);
  return TRUE;
}

void
charter_group_record_add (CharterGroupRecord *record, const CharterSessionFold *fold)
{
  const CharterSessionRecord *session = fold->record;
  double maximum = MAX (session->maximum, fold->whole);
  double share;

  if (fold->part || session->state != CHARTER_SESSION_FINISHED || maximum <= 0)
    return;
  share = session->points / maximum;
  record->best = record->n_sessions == 0 ? share : MAX (record->best, share);
  record->last = share;
  record->last_wall = session->last_wall;
  g_free (record->last_ending);
  record->last_ending = g_strdup (fold->ending);
  record->n_sessions++;
}
