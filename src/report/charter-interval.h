/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below so many items a share says too little to be told as one: even 4 of 4 would only mean "51 % or more". */
#define CHARTER_INTERVAL_MIN_N 5

/* Where a share lies, 0 to 1. */
typedef struct {
  double low, high;
} CharterInterval;

/* The 95 % interval of a share of which n_right of n were seen (E. B. Wilson, Probable inference, the law of
 * succession, and statistical inference, 1927; without continuity correction). n: 0 gives 0 to 1. */
CharterInterval charter_interval_wilson (guint n_right, guint n);
/* The same with another certainty, around any share. share: 0 to 1. n: above 0, need not be a whole number. z: the
 * normal distribution's quantile, 1.645 for 90 %. */
CharterInterval charter_interval_wilson_at (double share, double n, double z);

G_END_DECLS
