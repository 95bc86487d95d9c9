/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-report.h"

G_BEGIN_DECLS

/* How an exam's time went, against the pace that its limit gives each question. Unscored questions take time like the
 * others and are in all of it. Times are microseconds. */

/* Answered in less than this part of the pace: hardly read. Our own figure: at 80 seconds a question, under 27, in
 * which 60 words are read (at 238 a minute: M. Brysbaert, 2019) and little more than ten seconds are left to think. */
#define CHARTER_PACE_RUSHED (1 / 3.0)
/* Took more than so many times the pace. */
#define CHARTER_PACE_SLOW 2.0

#define CHARTER_PACE_N_PARTS 3

typedef struct {
  guint n, n_answered;
  guint n_counted, n_right; /* of those that count */
  gint64 time;
} CharterPacePart;

typedef struct {
  gint64 given; /* for a question; 0 without a limit: n_rushed and n_slow are then 0 */
  gint64 taken; /* mean of those that were seen */
  gint64 left;  /* of all time; 0 without a limit */
  guint n_open; /* without an answer */
  guint n_rushed, n_rushed_wrong;
  guint n_slow;
  CharterPacePart parts[CHARTER_PACE_N_PARTS]; /* the first, middle and last third of the questions, in their order */
} CharterExamPace;

/* limit: 0 for none. left: of it. */
CharterExamPace charter_exam_pace_find (const CharterReport *report, gint64 limit, gint64 left);

G_END_DECLS
