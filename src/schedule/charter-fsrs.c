/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formulas are those of "The Algorithm" in the wiki of fsrs4anki, section FSRS-6, and their names of things are
 * kept: w, S, D, R, G (the grade, 1 to 4), t (days), F (the curve's factor). */

#include "charter-fsrs.h"

#include <math.h>

static const CharterWeights default_weights = { {
  0.212,  1.2931, 2.3065, 8.2956, /* S after a first review: again, hard, good, easy */
  6.4133, 0.8334, 3.0194, 0.001,  /* D: at first, by grade, its steps, its pull to the middle */
  1.8722, 0.1666, 0.796,          /* S after success: its growth, less for large S, more for small R */
  1.4835, 0.0614, 0.2629, 1.6483, /* S after failure: its size, by D, by S, by R */
  0.6014, 1.8729,                 /* S after success: less where hard, more where easy */
  0.5425, 0.0912, 0.0658,         /* S on the same day */
  0.1542,                         /* how the curve of forgetting flattens */
} };

static const struct {
  double least, most;
} bounds[CHARTER_N_WEIGHTS] = {
  { 0.001, 100 },  { 0.001, 100 }, { 0.001, 100 }, { 0.001, 100 }, { 1, 10 },    { 0.001, 4 },    { 0.001, 4 },
  { 0.001, 0.75 }, { 0, 4.5 },     { 0, 0.8 },     { 0.001, 3.5 }, { 0.001, 5 }, { 0.001, 0.25 }, { 0.001, 0.9 },
  { 0, 4 },        { 0, 1 },       { 1, 6 },       { 0, 2 },       { 0, 2 },     { 0.01, 0.8 },   { 0.1, 0.8 },
};

gboolean
charter_memory_is_none (CharterMemory memory)
{
  return memory.stability <= 0;
}

const CharterWeights *
charter_weights_get_default (void)
{
  return &default_weights;
}

void
charter_weights_get_bounds (guint i, double *least, double *most)
{
  g_return_if_fail (i < CHARTER_N_WEIGHTS);

  *least = bounds[i].least;
  *most = bounds[i].most;
}

gboolean
charter_weights_are_equal (const CharterWeights *one, const CharterWeights *other)
{
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    if (one->w[i] != other->w[i])
      return FALSE;
  return TRUE;
}

gboolean
charter_weights_are_valid (const CharterWeights *weights)
{
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    {
      /* Written so that what is no number is not valid. */
      if (!(weights->w[i] >= bounds[i].least && weights->w[i] <= bounds[i].most))
        return FALSE;
    }
  return TRUE;
}

CharterWeights
charter_weights_clamp (const CharterWeights *weights)
{
  CharterWeights clamped;

  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    {
      if (isnan (weights->w[i]))
        clamped.w[i] = default_weights.w[i];
      else
        clamped.w[i] = CLAMP (weights->w[i], bounds[i].least, bounds[i].most);
    }
  return clamped;
}

/* F = 0.9^(−1/w20) − 1, which makes R(S, S) = 0.9 whatever w20 is. */
static double
curve_factor (const double *w)
{
  return pow (0.9, -1.0 / w[20]) - 1.0;
}

/* R = (1 + F·t/S)^(−w20) */
double
charter_fsrs_get_recall (const CharterWeights *weights, CharterMemory memory, double days)
{
  const double *w = weights->w;

  g_return_val_if_fail (!charter_memory_is_none (memory), 0.0);

  return pow (1.0 + curve_factor (w) * MAX (days, 0.0) / memory.stability, -w[20]);
}

/* D0(G) = w4 − e^(w5·(G−1)) + 1, which may lie outside of D's range. */
static double
first_difficulty (const double *w, CharterGrade grade)
{
  return w[4] - exp (w[5] * (grade - 1)) + 1.0;
}

/* D′ = w7·D0(4) + (1−w7)·(D − w6·(G−3)·(10−D)/9): steps get smaller near the hard end, and all of it is pulled a
 * little to what is easy. D0(4) is taken as it is, within the range or not. */
static double
next_difficulty (const double *w, double difficulty, CharterGrade grade)
{
  double moved = difficulty - w[6] * ((int)grade - 3) * (10.0 - difficulty) / 9.0;
  double next = w[7] * first_difficulty (w, CHARTER_GRADE_EASY) + (1.0 - w[7]) * moved;

  return CLAMP (next, CHARTER_LEAST_DIFFICULTY, CHARTER_MOST_DIFFICULTY);
}

/* S′ = S·k with k = e^(w17·(G−3+w18))·S^(−w19), and no less than S where it was recalled at all. (Some
 * implementations let "hard" shrink it.) */
static double
stability_same_day (const double *w, double stability, CharterGrade grade)
{
  double k = exp (w[17] * ((int)grade - 3 + w[18])) * pow (stability, -w[19]);

  return stability * (grade == CHARTER_GRADE_AGAIN ? k : MAX (k, 1.0));
}

/* S′ = min (w11·D^(−w12)·((S+1)^w13 − 1)·e^(w14·(1−R)), S/e^(w17·w18)): to have forgotten never makes a memory
 * stronger. */
static double
stability_forgotten (const double *w, CharterMemory memory, double recall)
{
  double relearned = w[11] * pow (memory.difficulty, -w[12]) * (pow (memory.stability + 1.0, w[13]) - 1.0)
                     * exp (w[14] * (1.0 - recall));

  return MIN (relearned, memory.stability / exp (w[17] * w[18]));
}

/* S′ = S·(1 + e^w8·(11−D)·S^(−w9)·(e^(w10·(1−R)) − 1)·[w15 if hard]·[w16 if easy]) */
static double
stability_recalled (const double *w, CharterMemory memory, double recall, CharterGrade grade)
{
  double growth
    = exp (w[8]) * (11.0 - memory.difficulty) * pow (memory.stability, -w[9]) * expm1 (w[10] * (1.0 - recall));

  if (grade == CHARTER_GRADE_HARD)
    growth *= w[15];
  else if (grade == CHARTER_GRADE_EASY)
    growth *= w[16];
  return memory.stability * (1.0 + growth);
}

static double
next_stability (const CharterWeights *weights, CharterMemory memory, int days, CharterGrade grade)
{
  double recall;

  if (days <= 0)
    return stability_same_day (weights->w, memory.stability, grade);
  recall = charter_fsrs_get_recall (weights, memory, days);
  if (grade == CHARTER_GRADE_AGAIN)
    return stability_forgotten (weights->w, memory, recall);
  return stability_recalled (weights->w, memory, recall, grade);
}

CharterMemory
charter_fsrs_review (const CharterWeights *weights, CharterMemory memory, int days, CharterGrade grade)
{
  const double *w = weights->w;
  CharterMemory next;

  g_return_val_if_fail (grade >= CHARTER_GRADE_AGAIN && grade <= CHARTER_GRADE_EASY, memory);

  if (charter_memory_is_none (memory))
    {
      next.stability = w[grade - 1];
      next.difficulty = CLAMP (first_difficulty (w, grade), CHARTER_LEAST_DIFFICULTY, CHARTER_MOST_DIFFICULTY);
      return next;
    }
  next.stability = next_stability (weights, memory, days, grade);
  next.stability = CLAMP (next.stability, CHARTER_LEAST_STABILITY, CHARTER_MOST_STABILITY);
  next.difficulty = next_difficulty (w, memory.difficulty, grade);
  return next;
}

/* The curve turned round: t = S/F·(R^(−1/w20) − 1), rounded. */
guint
charter_fsrs_get_interval (const CharterWeights *weights, CharterMemory memory, double retention, guint longest)
{
  const double *w = weights->w;
  double days;

  g_return_val_if_fail (retention > 0.0 && retention <= 1.0 && longest >= 1, 1);

  days = round (memory.stability / curve_factor (w) * (pow (retention, -1.0 / w[20]) - 1.0));
  return (guint)CLAMP (days, 1.0, (double)longest);
}

/* The part of an interval of so many days that lies between two others. */
static double
overlap (double interval, double from, double to)
{
  return MAX (MIN (interval, to) - from, 0.0);
}

/* ±(1 + 0.15 of what lies between 2.5 and 7 days, 0.1 of 7 to 20, 0.05 of the rest) */
void
charter_fsrs_get_fuzz_range (guint interval, int elapsed, guint longest, guint *low, guint *high)
{
  double delta;

  interval = MIN (interval, longest);
  *low = *high = interval;
  if (interval < 3)
    return;
  delta = 1.0 + 0.15 * overlap (interval, 2.5, 7.0) + 0.1 * overlap (interval, 7.0, 20.0)
          + 0.05 * overlap (interval, 20.0, G_MAXUINT);
  *high = MIN ((guint)round (interval + delta), longest);
  *low = MAX ((guint)round (interval - delta), 2);
  if (elapsed > 0 && interval > (guint)elapsed)
    *low = MAX (*low, (guint)elapsed + 1);
  *low = MIN (*low, *high);
}

guint
charter_fsrs_fuzz (guint interval, int elapsed, guint longest, double random)
{
  guint low, high;

  g_return_val_if_fail (random >= 0.0 && random < 1.0, interval);

  charter_fsrs_get_fuzz_range (interval, elapsed, longest, &low, &high);
  return low + (guint)(random * (high - low + 1));
}

void
charter_fsrs_look_ahead (const CharterWeights *weights,
                         CharterMemory memory,
                         int days,
                         double retention,
                         guint longest,
                         CharterOutlook outlook[CHARTER_N_GRADES])
{
  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    {
      CharterGrade grade = i + 1;

      outlook[i].memory = charter_fsrs_review (weights, memory, days, grade);
      if (grade == CHARTER_GRADE_AGAIN)
        outlook[i].interval = 0;
      else
        outlook[i].interval = charter_fsrs_get_interval (weights, outlook[i].memory, retention, longest);
    }
}
