/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sums that item analysis is made of; pure functions. What can't be told (too few values, no spread) is NAN. Variances
 * and covariances are those of a sample, over n − 1. */

double charter_class_mean (const double *values, guint n);
double charter_class_deviation (const double *values, guint n);
/* n: 2 at least */
double charter_class_covariance (const double *x, const double *y, guint n);

/* How the answers to an item go with the rest of the test: 100 · cov(x, rest) / √(var x · var rest), the correlation of
 * an item with all others together, −100 to 100. */
double charter_class_discrimination (const double *x, const double *rest, guint n);
/* The same beside the most that answers with this spread could reach, were they in the best order:
 * 100 · cov(x, rest) / cov(x sorted, rest sorted). An item that nearly all or hardly any get right can reach little. */
double charter_class_efficiency (const double *x, const double *rest, guint n);
/* The 95 % interval of a correlation by R. A. Fisher's transformation (1921), n: 4 at least, else −1 to 1. */
void charter_class_correlation_interval (double correlation, guint n, double *low, double *high);

/* A quantile by linear interpolation between the two nearest (Hyndman and Fan's type 7, 1996). values: sorted. */
double charter_class_quantile (const double *values, guint n, double share);
/* Sorts in place. */
void charter_class_sort (double *values, guint n);

G_END_DECLS
