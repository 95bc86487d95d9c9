/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-interval.h"

G_BEGIN_DECLS

/* How somebody would do in a fresh exam of a profile: the share of its questions that would be right, as a range.
 *
 * Each domain of the exam is a stratum. Of each, first answers are known, to questions as new to the learner as those
 * of a fresh exam. Drawn by chance from all that could be asked, they are right as often as a fresh question would be:
 * their number is binomial. The estimate is the sum of the domains' shares by their weights wᵢ,
 *
 *   p = Σ wᵢ xᵢ / nᵢ   with the variance V = Σ wᵢ² qᵢ (1 − qᵢ) / nᵢ,   qᵢ = (xᵢ + z²/2) / (nᵢ + z²)
 *
 * and its interval is Wilson's for as many answers as would tell as much if all were drawn alike, the effective number
 * n* = q (1 − q) / V with q = Σ wᵢ qᵢ (E. L. Korn, B. I. Graubard, Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data, 1998; with Wilson's interval in C. Franco and others,
 * Comparative study of confidence intervals for proportions in complex sample surveys, 2019). As the variance is itself
 * estimated, z is widened to Student's with n* − 1 degrees, by the first term of its expansion: z + (z³ + z) / (4 (n* −
 * 1)) (M. Abramowitz, I. A. Stegun, Handbook of mathematical functions, 26.7.5).
 *
 * That is where the knowledge lies. One exam of m questions has luck of its own besides: its interval is the same with
 * Σ wᵢ qᵢ (1 − qᵢ) / m added to V, and reaches half a question further at either end, for an exam has whole ones only.
 *
 * tests/report/test-readiness.c holds both against ten thousand simulated candidates; docs/readiness.md says what came
 * of it, and what the method can't see. */

#define CHARTER_READINESS_CERTAINTY 90 /* per cent */
#define CHARTER_READINESS_Z 1.6448536269514722

/* With fewer answers the range reaches more than 15 points to either side, which helps nobody. */
#define CHARTER_READINESS_MIN_N 30
/* A domain with fewer of them than that is not known. */
#define CHARTER_READINESS_MIN_DOMAIN CHARTER_INTERVAL_MIN_N
/* Days: somebody who studies knows more than was known before. */
#define CHARTER_READINESS_DAYS 42

typedef struct {
  double weight;    /* 0 to 1; all come to 1 */
  guint n, n_right; /* first answers */
} CharterStratum;

typedef enum {
  CHARTER_READINESS_TOLD,
  CHARTER_READINESS_TOO_FEW,       /* n is below MIN_N */
  CHARTER_READINESS_DOMAIN_UNSEEN, /* one with a weight is below MIN_DOMAIN: the first of them is domain */
} CharterReadinessVerdict;

typedef struct {
  CharterReadinessVerdict verdict;
  guint n;                   /* answers of domains with a weight */
  guint domain;              /* index of a stratum, see above */
  double share;              /* 0 to 1, as what follows, where it is told */
  CharterInterval knowledge; /* of the share over all exams that could be drawn */
  CharterInterval fresh;     /* of the share in one exam */
} CharterReadiness;

/* n_questions: that count in one exam, above 0. */
CharterReadiness charter_readiness_estimate (const CharterStratum *strata, guint n_strata, guint n_questions);

G_END_DECLS
