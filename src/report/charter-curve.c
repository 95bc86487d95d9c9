/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-curve.h"

#define SAMPLES 40    /* of one stretch between two reviews */
#define LEAST_AHEAD 7 /* days shown beyond the next review, so that one sees what waiting costs */

void
charter_curve_free (CharterCurve *self)
{
  g_array_unref (self->reviews);
  g_array_unref (self->points);
  g_free (self);
}

static void
add_point (CharterCurve *self, double day, double recall)
{
  CharterCurvePoint point = { day, recall };

  g_array_append_val (self->points, point);
}

/* Memories fade fastest at first, so the points stand closest there. */
static void
add_stretch (CharterCurve *self, const CharterItemReview *review, const CharterWeights *weights, double end)
{
  double length = end - review->day;

  add_point (self, review->day, 1);
  if (length <= 0)
    return;
  for (int i = 1; i <= SAMPLES; i++)
    {
      double days = length * i * i / (SAMPLES * SAMPLES);
      add_point (self, review->day + days, charter_fsrs_get_recall (weights, review->memory, days));
    }
}

static double
get_recall (const CharterItemReview *review, const CharterWeights *weights, int day)
{
  return charter_fsrs_get_recall (weights, review->memory, MAX (0, day - review->day));
}

static void
add_review (CharterCurve *self,
            const CharterItemReview *review,
            const CharterItemReview *before,
            const CharterWeights *weights)
{
  CharterCurveReview added = { review->day, review->grade, -1, review->memory.stability };

  if (before != NULL)
    added.recall = get_recall (before, weights, review->day);
  g_array_append_val (self->reviews, added);
}

CharterCurve *
charter_curve_new (const CharterItemHistory *history, const CharterWeights *weights, int today, int due_day)
{
  CharterCurve *self = g_new0 (CharterCurve, 1);
  const CharterItemReview *reviews = (const CharterItemReview *)(gpointer)history->reviews->data;
  guint n = history->reviews->len;
  const CharterItemReview *last = &reviews[n - 1];

  self->reviews = g_array_new (FALSE, FALSE, sizeof (CharterCurveReview));
  self->points = g_array_new (FALSE, FALSE, sizeof (CharterCurvePoint));
  self->today = today;
  self->due_day = due_day;
  self->recall_today = get_recall (last, weights, today);
  self->recall_due = get_recall (last, weights, due_day);
  self->last_day = MAX (today, due_day) + MAX (LEAST_AHEAD, (due_day - last->day) / 2);
  for (guint i = 0; i < n; i++)
    {
      add_review (self, &reviews[i], i > 0 ? &reviews[i - 1] : NULL, weights);
      add_stretch (self, &reviews[i], weights, i + 1 < n ? reviews[i + 1].day : self->last_day);
    }
  return self;
}
