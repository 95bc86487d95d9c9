/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-record.h"

G_BEGIN_DECLS

/* How the memory of one item faded and was brought back: the chance to recall it, day by day, from its first review to
 * some days beyond the next. */
typedef struct {
  double day;    /* as of charter_scheme_get_day, with fractions in between */
  double recall; /* 0 to 1 */
} CharterCurvePoint;

typedef struct {
  int day;
  guint grade;      /* 1 to 4 */
  double recall;    /* just before it; negative for the first, before which there was nothing to recall */
  double stability; /* days after which recall falls to 90 %, from this review on */
} CharterCurveReview;

typedef struct {
  GArray *reviews; /* CharterCurveReview, in order */
  GArray *points;  /* CharterCurvePoint: down from each review to the next, whose first point is 1 again */
  int today, due_day;
  double recall_today, recall_due;
  double last_day; /* where it ends */
} CharterCurve;

/* history: with a review at least. due_day: the item's. Returns: (transfer full) */
CharterCurve *
charter_curve_new (const CharterItemHistory *history, const CharterWeights *weights, int today, int due_day);
void charter_curve_free (CharterCurve *curve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterCurve, charter_curve_free)

G_END_DECLS
