/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-apportion.h"

#define MILLION 1000000

static guint64
count_millionths (double weight)
{
  return (guint64)(weight * MILLION + .5);
}

/* Returns: which part has the largest remainder, the first of equal ones; its remainder is taken away */
static guint
take_largest (guint64 *remainders, guint n)
{
  guint largest = 0;

  for (guint i = 1; i < n; i++)
    if (remainders[i] > remainders[largest])
      largest = i;
  remainders[largest] = 0;
  return largest;
}

guint
charter_apportion (const double *weights, guint n, double whole, guint total, guint *parts)
{
  g_autofree guint64 *shares = g_new0 (guint64, n + 1);
  g_autofree guint64 *remainders = g_new (guint64, n + 1);
  guint64 sum = 0, all;
  guint left = total, rest;

  for (guint i = 0; i < n; i++)
    sum += shares[i] = count_millionths (weights[i]);
  all = count_millionths (whole);
  all = MAX (all, sum);
  all = MAX (all, 1);
  shares[n] = all - sum;
  rest = (guint)(shares[n] * total / all);
  left -= rest;
  for (guint i = 0; i <= n; i++)
    remainders[i] = shares[i] * total % all;
  for (guint i = 0; i < n; i++)
    left -= parts[i] = (guint)(shares[i] * total / all);
  for (; left > 0; left--)
    {
      guint i = take_largest (remainders, n + 1);

      if (i < n)
        parts[i]++;
      else
        rest++;
    }
  return rest;
}
