/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-moments.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOTHING 1e-12 /* a spread below this is rounding */

double
charter_class_mean (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return n > 0 ? sum / n : NAN;
}

double
charter_class_covariance (const double *x, const double *y, guint n)
{
  double mean_x = charter_class_mean (x, n), mean_y = charter_class_mean (y, n), sum = 0;

  for (guint i = 0; i < n; i++)
    sum += (x[i] - mean_x) * (y[i] - mean_y);
  return n > 1 ? sum / (n - 1) : NAN;
}

double
charter_class_deviation (const double *values, guint n)
{
  return sqrt (charter_class_covariance (values, values, n));
}

double
charter_class_discrimination (const double *x, const double *rest, guint n)
{
  double spread = charter_class_deviation (x, n) * charter_class_deviation (rest, n);

  return n > 1 && spread > NOTHING ? 100 * charter_class_covariance (x, rest, n) / spread : NAN;
}

double
charter_class_efficiency (const double *x, const double *rest, guint n)
{
  g_autofree double *sorted_x = g_memdup2 (x, n * sizeof *x);
  g_autofree double *sorted_rest = g_memdup2 (rest, n * sizeof *rest);
  double most;

  charter_class_sort (sorted_x, n);
  charter_class_sort (sorted_rest, n);
  most = charter_class_covariance (sorted_x, sorted_rest, n);
  return n > 1 && most > NOTHING ? 100 * charter_class_covariance (x, rest, n) / most : NAN;
}

void
charter_class_correlation_interval (double correlation, guint n, double *low, double *high)
{
  double bounded = CLAMP (correlation, -0.999999, 0.999999);
  double width = n > 3 ? 1.959964 / sqrt (n - 3.0) : INFINITY;

  *low = tanh (atanh (bounded) - width);
  *high = tanh (atanh (bounded) + width);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

void
charter_class_sort (double *values, guint n)
{
  if (n > 1)
    qsort (values, n, sizeof *values, compare);
}

double
charter_class_quantile (const double *values, guint n, double share)
{
  double place = share * (n - 1.0);
  guint below = (guint)MAX (place, 0);

  if (n == 0)
    return NAN;
  return below + 1 < n ? values[below] + (place - below) * (values[below + 1] - values[below]) : values[n - 1];
}
