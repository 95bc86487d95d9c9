/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <math.h>

/* ln (n! / (k! (n-k)!) p^k (1-p)^(n-k)), the binomial distribution */
static double
log_probability (guint n, double p, guint k)
{
  return lgamma (n + 1.0) - lgamma (k + 1.0) - lgamma (n - k + 1.0) + k * log (p) + (n - k) * log1p (-p);
}

static double
sum (guint n, double p, guint from, guint to)
{
  double probability = 0;

  for (guint k = from; k <= to; k++)
    probability += exp (log_probability (n, p, k));
  return MIN (probability, 1);
}

double
lint_odds_at_least (guint n, double p, guint k)
{
  return k > n ? 0 : sum (n, p, k, n);
}

double
lint_odds_at_most (guint n, double p, guint k)
{
  return sum (n, p, 0, MIN (k, n));
}
