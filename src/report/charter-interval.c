/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-interval.h"

#include <math.h>

#define Z 1.959963984540054 /* the normal distribution's quantile at 97.5 % */

CharterInterval
charter_interval_wilson (guint n_right, guint n)
{
  double share, middle, reach, scale;

  g_return_val_if_fail (n_right <= n, ((CharterInterval){ 0, 1 }));

  if (n == 0)
    return (CharterInterval){ 0, 1 };
  share = (double)n_right / n;
  scale = 1 + Z * Z / n;
  middle = (share + Z * Z / (2.0 * n)) / scale;
  reach = Z * sqrt (share * (1 - share) / n + Z * Z / (4.0 * n * n)) / scale;
  /* At none and all of n the ends are 0 and 1, but for what rounding leaves. */
  return (CharterInterval){ n_right == 0 ? 0 : middle - reach, n_right == n ? 1 : middle + reach };
}
