/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-candidates.h"

#include <math.h>

#include "charter-band.h"
#include "charter-random.h"
#include "charter-readiness.h"

#define GUESS 0.25
#define PER_SCENARIO 4

typedef struct {
  guint n, n_knowledge, n_fresh, n_domains, n_domain_holds;
  guint n_secure, n_secure_wrong, n_secure_found;
  guint n_weak, n_weak_wrong, n_weak_found;
  double bias, width;
} Count;

/* ---- chance ---- */

static double
draw_even (CharterRandom *random)
{
  return (double)(charter_random_next (random) >> 11) * 0x1p-53;
}

/* G. E. P. Box, M. E. Muller, 1958. */
static double
draw_normal (CharterRandom *random)
{
  double radius = sqrt (-2 * log (1 - draw_even (random)));

  return radius * cos (2 * G_PI * draw_even (random));
}

static double
chance (double ability, double difficulty)
{
  return GUESS + (1 - GUESS) / (1 + exp (difficulty - ability));
}

/* The chance over all questions of the bank: a sum over the normal curve, five deviations to either side. */
static double
mean_chance (double ability, double spread)
{
  double sum = 0, weights = 0;

  for (int i = -50; i <= 50; i++)
    {
      double x = i / 10.0, weight = exp (-x * x / 2);

      sum += weight * chance (ability, x * spread);
      weights += weight;
    }
  return sum / weights;
}

/* ---- one candidate ---- */

/* Answers to questions drawn from the bank, those of a scenario together. */
static guint
answer (CharterRandom *random, const Population *population, double from, double to, guint n)
{
  double together = 0;
  guint n_right = 0;

  for (guint i = 0; i < n; i++)
    {
      double ability = n > 1 ? from + (to - from) * i / (n - 1) : to;

      if (population->scenario > 0 && i % PER_SCENARIO == 0)
        together = population->scenario * draw_normal (random);
      n_right += draw_even (random) < chance (ability + together, population->difficulties * draw_normal (random));
    }
  return n_right;
}

static guint
count_questions (const Population *population, guint domain)
{
  guint n = (guint)(population->weights[domain] * population->n_questions + 0.5), others = 0;

  for (guint i = 0; i + 1 < CANDIDATES_N_DOMAINS; i++)
    others += (guint)(population->weights[i] * population->n_questions + 0.5);
  return domain + 1 < CANDIDATES_N_DOMAINS ? n : population->n_questions - others;
}

static gboolean
holds (CharterInterval interval, double share)
{
  return interval.low <= share && share <= interval.high;
}

static void
count_domain (Count *count, const Population *population, const CharterStratum *seen, double truth)
{
  CharterBand band = charter_band_find (seen->n_right, seen->n, population->mark);
  gboolean secure = truth >= population->mark;

  count->n_domains++;
  count->n_domain_holds += holds (charter_interval_wilson (seen->n_right, seen->n), truth);
  count->n_secure += secure;
  count->n_weak += !secure;
  count->n_secure_wrong += band == CHARTER_BAND_SECURE && !secure;
  count->n_weak_wrong += band == CHARTER_BAND_WEAK && secure;
  count->n_secure_found += band == CHARTER_BAND_SECURE && secure;
  count->n_weak_found += band == CHARTER_BAND_WEAK && !secure;
}

static void
count_candidate (Count *count, const CharterReadiness *told, double truth, double fresh)
{
  if (told->verdict != CHARTER_READINESS_TOLD)
    return;
  count->n++;
  count->n_knowledge += holds (told->knowledge, truth);
  count->n_fresh += holds (told->fresh, fresh);
  count->bias += told->share - truth;
  count->width += told->fresh.high - told->fresh.low;
}

static void
try_one (CharterRandom *random, const Population *population, Count *count)
{
  double ability = population->ability + population->abilities * draw_normal (random);
  /* A scenario's luck spreads what somebody meets as the questions' own difficulty does. */
  double spread = hypot (population->difficulties, population->scenario);
  CharterStratum seen[CANDIDATES_N_DOMAINS];
  CharterReadiness told;
  double truth = 0;
  guint n_right = 0;

  for (guint i = 0; i < CANDIDATES_N_DOMAINS; i++)
    {
      double own = ability + population->domains * draw_normal (random);
      double share = mean_chance (own, spread);

      seen[i] = (CharterStratum){ population->weights[i], population->n[i],
                                  answer (random, population, own - population->growth, own, population->n[i]) };
      truth += population->weights[i] * share;
      n_right += answer (random, population, own, own, count_questions (population, i));
      count_domain (count, population, &seen[i], share);
    }
  told = charter_readiness_estimate (seen, CANDIDATES_N_DOMAINS, population->n_questions);
  count_candidate (count, &told, truth, (double)n_right / population->n_questions);
}

/* ---- all of them ---- */

static double
part (double number, guint of)
{
  return of > 0 ? number / of : 0;
}

Outcome
candidates_try (const Population *population)
{
  CharterRandom random = charter_random_new (population->seed);
  Count count = { 0 };

  for (guint i = 0; i < population->n_candidates; i++)
    try_one (&random, population, &count);
  return (Outcome){
    .n_told = count.n,
    .knowledge_holds = part (count.n_knowledge, count.n),
    .fresh_holds = part (count.n_fresh, count.n),
    .bias = part (count.bias, count.n),
    .width = part (count.width, count.n),
    .domain_holds = part (count.n_domain_holds, count.n_domains),
    .secure_wrong = part (count.n_secure_wrong, count.n_weak),
    .weak_wrong = part (count.n_weak_wrong, count.n_secure),
    .secure = part (count.n_secure_found, count.n_secure),
    .weak = part (count.n_weak_found, count.n_weak),
  };
}
