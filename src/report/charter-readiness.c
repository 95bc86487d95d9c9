/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-readiness.h"

#define Z CHARTER_READINESS_Z

static double
square (double x)
{
  return x * x;
}

static CharterReadinessVerdict
judge (const CharterStratum *strata, guint n_strata, CharterReadiness *found)
{
  gboolean any_unseen = FALSE;

  for (guint i = 0; i < n_strata; i++)
    if (strata[i].weight > 0)
      {
        if (strata[i].n < CHARTER_READINESS_MIN_DOMAIN && !any_unseen)
          found->domain = i;
        any_unseen |= strata[i].n < CHARTER_READINESS_MIN_DOMAIN;
        found->n += strata[i].n;
      }
  if (found->n < CHARTER_READINESS_MIN_N)
    return CHARTER_READINESS_TOO_FEW;
  return any_unseen ? CHARTER_READINESS_DOMAIN_UNSEEN : CHARTER_READINESS_TOLD;
}

/* What all strata together say. */
typedef struct {
  double share;
  double middle;   /* q */
  double variance; /* V */
  double luck;     /* of a single question */
} Sum;

static Sum
add_up (const CharterStratum *strata, guint n_strata)
{
  Sum sum = { 0 };

  for (guint i = 0; i < n_strata; i++)
    if (strata[i].weight > 0)
      {
        double weight = strata[i].weight, n = strata[i].n;
        double middle = (strata[i].n_right + square (Z) / 2) / (n + square (Z));

        sum.share += weight * strata[i].n_right / n;
        sum.middle += weight * middle;
        sum.variance += square (weight) * middle * (1 - middle) / n;
        sum.luck += weight * middle * (1 - middle);
      }
  return sum;
}

static CharterInterval
find_interval (const Sum *sum, double luck)
{
  double spread = sum->middle * (1 - sum->middle);
  double freedom = MAX (spread / sum->variance - 1, 1);
  double z = Z + (Z * Z * Z + Z) / (4 * freedom);

  return charter_interval_wilson_at (MIN (sum->share, 1), spread / (sum->variance + luck), z);
}

static CharterInterval
widen (CharterInterval interval, double by)
{
  return (CharterInterval){ MAX (interval.low - by, 0), MIN (interval.high + by, 1) };
}

CharterReadiness
charter_readiness_estimate (const CharterStratum *strata, guint n_strata, guint n_questions)
{
  CharterReadiness found = { 0 };
  Sum sum;

  g_return_val_if_fail (n_questions > 0, found);

  found.verdict = judge (strata, n_strata, &found);
  if (found.verdict != CHARTER_READINESS_TOLD)
    return found;
  sum = add_up (strata, n_strata);
  found.share = MIN (sum.share, 1); /* weights need not come to 1 to the last digit */
  found.knowledge = find_interval (&sum, 0);
  found.fresh = widen (find_interval (&sum, sum.luck / n_questions), 0.5 / n_questions);
  return found;
}
