/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-fold.h"
#include "charter-scheme.h"

G_BEGIN_DECLS

/* What was done on one day of the learner's, which begins at the scheme's rollover. */
typedef struct {
  int day; /* from the 1st of January 1970, as of charter_scheme_get_day */
  guint n_answers, n_right;
  gint64 time; /* milliseconds of answering */
} CharterDay;

/* One for each day from first to last, those without an answer included.
 *
 * tallies: (element-type CharterTally) in order of time. Which day a quarter of an hour belongs to is told by zone, the
 * one in which somebody looks at it now: an evening abroad may then count for the day before or after, and no answer is
 * lost or counted twice. Returns: (transfer full) (element-type CharterDay) */
GArray *charter_days_new (const GArray *tallies, const CharterScheme *scheme, GTimeZone *zone, int first, int last);

/* The date of a numbered day, at midnight UTC, for writing it. Returns: (transfer full) */
GDateTime *charter_day_to_date (int day);
/* Monday is 1. */
int charter_day_get_weekday (int day);

G_END_DECLS
