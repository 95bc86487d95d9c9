/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The loss of a card and how it leans. Forwards, charter_fsrs_review() leads the memory from review to review and
 * keeps it on a tape. Backwards, the pull of the loss on a memory is handed to the memory before it and to the weights
 * between them, formula by formula: the chain rule from behind (reverse-mode differentiation), in one pass whatever
 * the number of weights. Each function below undoes the one of the same name in charter-fsrs.c; letters are as there.
 */

#include "charter-fit-private.h"

#include <math.h>

/* What the loss gains for each unit of something. */
typedef struct {
  double stability, difficulty, recall;
} Pull;

/* One step backwards: what is known when it begins. */
typedef struct {
  const double *w;
  double *slopes;
  CharterMemory before, after;
  CharterGrade grade;
  double days, recall;
} Step;

static gboolean
is_inside (double value, double least, double most)
{
  return value > least && value < most;
}

/* A stability that was held at its end does not move with what made it. */
static gboolean
stability_is_free (const Step *step)
{
  return is_inside (step->after.stability, CHARTER_LEAST_STABILITY, CHARTER_MOST_STABILITY);
}

static gboolean
difficulty_is_free (const Step *step)
{
  return is_inside (step->after.difficulty, CHARTER_LEAST_DIFFICULTY, CHARTER_MOST_DIFFICULTY);
}

/* S = w[G−1]; D = w4 − e^(w5·(G−1)) + 1 */
static void
undo_first (const Step *step, Pull after)
{
  guint i = step->grade - 1;

  step->slopes[i] += after.stability;
  if (!difficulty_is_free (step))
    return;
  step->slopes[4] += after.difficulty;
  step->slopes[5] -= after.difficulty * i * exp (step->w[5] * i);
}

/* D′ = w7·E + (1−w7)·x with E = w4 − e^(3·w5) + 1 and x = D − w6·(G−3)·(10−D)/9 */
static void
undo_difficulty (const Step *step, double pull, Pull *before)
{
  const double *w = step->w;
  double steps = (int)step->grade - 3;
  double damped = steps * (10.0 - step->before.difficulty) / 9.0;
  double easy = w[4] - exp (3.0 * w[5]) + 1.0;

  if (!difficulty_is_free (step))
    return;
  step->slopes[4] += pull * w[7];
  step->slopes[5] -= pull * w[7] * 3.0 * exp (3.0 * w[5]);
  step->slopes[6] -= pull * (1.0 - w[7]) * damped;
  step->slopes[7] += pull * (easy - (step->before.difficulty - w[6] * damped));
  before->difficulty += pull * (1.0 - w[7]) * (1.0 + w[6] * steps / 9.0);
}

/* S′ = S·k with k = e^(w17·(G−3+w18))·S^(−w19), or S where that is more and it was recalled */
static void
undo_same_day (const Step *step, double pull, Pull *before)
{
  const double *w = step->w;
  double s = step->before.stability, next = step->after.stability;
  double steps = (int)step->grade - 3 + w[18];

  if (step->grade != CHARTER_GRADE_AGAIN && next <= s)
    {
      before->stability += pull;
      return;
    }
  step->slopes[17] += pull * next * steps;
  step->slopes[18] += pull * next * w[17];
  step->slopes[19] -= pull * next * log (s);
  before->stability += pull * next / s * (1.0 - w[19]);
}

/* S′ = w11·D^(−w12)·((S+1)^w13 − 1)·e^(w14·(1−R)), or S/e^(w17·w18) where that is less */
static void
undo_forgotten (const Step *step, double pull, Pull *before)
{
  const double *w = step->w;
  double s = step->before.stability, d = step->before.difficulty, lost = 1.0 - step->recall;
  double size = w[11] * pow (d, -w[12]) * exp (w[14] * lost);
  double power = pow (s + 1.0, w[13]);
  double relearned = size * (power - 1.0), most = s / exp (w[17] * w[18]);

  if (relearned > most)
    {
      step->slopes[17] -= pull * most * w[18];
      step->slopes[18] -= pull * most * w[17];
      before->stability += pull * most / s;
      return;
    }
  step->slopes[11] += pull * relearned / w[11];
  step->slopes[12] -= pull * relearned * log (d);
  step->slopes[13] += pull * size * power * log (s + 1.0);
  step->slopes[14] += pull * relearned * lost;
  before->difficulty -= pull * relearned * w[12] / d;
  before->stability += pull * size * w[13] * power / (s + 1.0);
  before->recall -= pull * relearned * w[14];
}

/* S′ = S·(1 + c·(e^(w10·(1−R)) − 1)·b) with c = e^w8·(11−D)·S^(−w9) and b = w15 if hard, w16 if easy */
static void
undo_recalled (const Step *step, double pull, Pull *before)
{
  const double *w = step->w;
  double s = step->before.stability, d = step->before.difficulty, lost = 1.0 - step->recall;
  double c = exp (w[8]) * (11.0 - d) * pow (s, -w[9]);
  double rise = expm1 (w[10] * lost), steepness = (rise + 1.0) * w[10];
  double b = 1.0, growth;

  if (step->grade == CHARTER_GRADE_HARD || step->grade == CHARTER_GRADE_EASY)
    {
      guint i = step->grade == CHARTER_GRADE_HARD ? 15 : 16;

      b = w[i];
      step->slopes[i] += pull * s * c * rise;
    }
  growth = c * rise * b;
  step->slopes[8] += pull * s * growth;
  step->slopes[9] -= pull * s * growth * log (s);
  step->slopes[10] += pull * s * c * b * (rise + 1.0) * lost;
  before->difficulty -= pull * s * growth / (11.0 - d);
  before->stability += pull * (1.0 + growth - w[9] * growth);
  before->recall -= pull * s * c * b * steepness;
}

/* R = u^(−w20) with u = 1 + F·t/S and F = 0.9^(−1/w20) − 1, which moves with w20 too */
static void
undo_recall (const Step *step, Pull *before)
{
  double decay = step->w[20], s = step->before.stability;
  double power = pow (0.9, -1.0 / decay), factor = power - 1.0;
  double factor_slope = power * log (0.9) / (decay * decay);
  double ratio = step->days / s, u = 1.0 + factor * ratio;

  step->slopes[20] -= before->recall * step->recall * (log (u) + decay / u * ratio * factor_slope);
  before->stability += before->recall * step->recall * decay / u * factor * ratio / s;
}

/* The loss of a review: −ln R, or −ln (1−R) where it was not recalled. */
static double
review_loss (const CharterFitStep *step, double recall)
{
  if (step->weight <= 0.0)
    return 0.0;
  return -step->weight * log (step->grade == CHARTER_GRADE_AGAIN ? 1.0 - recall : recall);
}

static double
undo_loss (const CharterFitStep *step, double recall)
{
  return step->grade == CHARTER_GRADE_AGAIN ? step->weight / (1.0 - recall) : -step->weight / recall;
}

static Pull
undo_review (const Step *step, const CharterFitStep *review, Pull after)
{
  Pull before = { 0.0, 0.0, 0.0 };
  double pull = stability_is_free (step) ? after.stability : 0.0;

  undo_difficulty (step, after.difficulty, &before);
  if (review->days <= 0)
    {
      undo_same_day (step, pull, &before);
      return before;
    }
  if (review->weight > 0.0)
    before.recall = undo_loss (review, step->recall);
  if (review->grade == CHARTER_GRADE_AGAIN)
    undo_forgotten (step, pull, &before);
  else
    undo_recalled (step, pull, &before);
  undo_recall (step, &before);
  return before;
}

static void
go_back (const CharterWeights *weights, const CharterFitCard *card, const CharterMemory *tape, double *slopes)
{
  Pull pull = { 0.0, 0.0, 0.0 };

  for (guint i = card->n; i-- > 0;)
    {
      const CharterFitStep *review = &card->steps[i];
      Step step = { .w = weights->w, .slopes = slopes, .after = tape[i], .grade = review->grade, .days = review->days };

      if (i == 0)
        {
          undo_first (&step, pull);
          return;
        }
      step.before = tape[i - 1];
      if (review->days > 0)
        step.recall = charter_fsrs_get_recall (weights, step.before, review->days);
      pull = undo_review (&step, review, pull);
    }
}

double
charter_fit_card_loss (const CharterWeights *weights,
                       const CharterFitCard *card,
                       CharterMemory *tape,
                       double slopes[CHARTER_N_WEIGHTS])
{
  CharterMemory memory = CHARTER_MEMORY_NONE;
  double loss = 0.0;

  for (guint i = 0; i < card->n; i++)
    {
      const CharterFitStep *step = &card->steps[i];

      if (step->weight > 0.0)
        loss += review_loss (step, charter_fsrs_get_recall (weights, memory, step->days));
      memory = charter_fsrs_review (weights, memory, step->days, step->grade);
      if (tape != NULL)
        tape[i] = memory;
    }
  if (tape != NULL)
    go_back (weights, card, tape, slopes);
  return loss;
}
