/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "simulated-learner.h"

/* The defaults, times these. */
static const struct {
  const char *name;
  double factors[CHARTER_N_WEIGHTS];
} people[SIMULATED_LEARNERS] = {
  { "as-most", { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 } },
  { "forgets-fast", { 0.5, 0.4, 0.4, 0.5, 1.1, 1, 1, 1, 0.75, 1.3, 0.9, 0.8, 1, 0.8, 0.8, 1, 1, 1, 1, 1, 1.5 } },
  { "forgets-slowly", { 3, 3, 4, 3, 0.8, 1, 0.8, 1, 1.15, 0.8, 1.2, 1.3, 1, 1.3, 1, 1.2, 1, 1, 1, 1, 0.8 } },
  { "learns-by-failing", { 1, 1.5, 0.7, 0.6, 1, 1, 0.5, 10, 0.8, 1, 1.3, 2, 0.7, 1.6, 1.1, 0.6, 1.3, 1.5, 2, 1, 1.2 } },
};

const char *
simulated_learner_get_name (guint person)
{
  return people[person].name;
}

CharterWeights
simulated_learner_get_weights (guint person)
{
  CharterWeights weights = *charter_weights_get_default ();

  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    weights.w[i] *= people[person].factors[i];
  return weights;
}

typedef struct {
  const CharterWeights *weights;
  GRand *random;
  GArray *reviews;
  int n_days;
} Learner;

static double
draw (Learner *self)
{
  return g_rand_int (self->random) / 4294967296.0;
}

static CharterGrade
draw_first_grade (Learner *self)
{
  double x = draw (self);

  return x < 0.3    ? CHARTER_GRADE_AGAIN
         : x < 0.4  ? CHARTER_GRADE_HARD
         : x < 0.85 ? CHARTER_GRADE_GOOD
                    : CHARTER_GRADE_EASY;
}

static CharterGrade
draw_grade (Learner *self, double recall)
{
  double x = draw (self);

  if (draw (self) >= recall)
    return CHARTER_GRADE_AGAIN;
  return x < 0.12 ? CHARTER_GRADE_HARD : x < 0.9 ? CHARTER_GRADE_GOOD : CHARTER_GRADE_EASY;
}

/* A third early or late by up to half, the others drawn from the range. */
static int
draw_delay (Learner *self, CharterMemory believed)
{
  guint interval = charter_fsrs_get_interval (charter_weights_get_default (), believed, 0.88, 365);

  if (draw (self) < 1.0 / 3)
    return MAX ((int)(interval * (0.5 + draw (self))), 1);
  return charter_fsrs_fuzz (interval, 0, 365, draw (self));
}

static void
review (Learner *self, CharterFitReview now, int days, CharterMemory *memory, CharterMemory *believed)
{
  g_array_append_val (self->reviews, now);
  *memory = charter_fsrs_review (self->weights, *memory, days, now.grade);
  *believed = charter_fsrs_review (charter_weights_get_default (), *believed, days, now.grade);
}

static void
study_card (Learner *self, guint card)
{
  CharterMemory memory = CHARTER_MEMORY_NONE, believed = CHARTER_MEMORY_NONE;
  CharterFitReview now = { card, (int)(draw (self) * self->n_days * 0.9), draw_first_grade (self) };
  int days = 0;

  while (now.day < self->n_days)
    {
      review (self, now, days, &memory, &believed);
      if (now.grade == CHARTER_GRADE_AGAIN)
        {
          now.grade = draw (self) < 0.2 ? CHARTER_GRADE_HARD : CHARTER_GRADE_GOOD;
          review (self, now, 0, &memory, &believed);
        }
      days = draw_delay (self, believed);
      now.day += days;
      now.grade = draw_grade (self, charter_fsrs_get_recall (self->weights, memory, days));
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const CharterFitReview *first = a, *second = b;

  return first->day - second->day;
}

GArray *
simulated_learner_study (const CharterWeights *weights, guint n_cards, int n_days, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Learner self = { weights, random, g_array_new (FALSE, FALSE, sizeof (CharterFitReview)), n_days };

  for (guint card = 0; card < n_cards; card++)
    study_card (&self, card);
  g_array_sort (self.reviews, compare_days); /* stable, so that a day's reviews of a card stay in order */
  return self.reviews;
}
