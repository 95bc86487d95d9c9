/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-interval.h"

#include <math.h>

#define Z 1.959963984540054 /* the normal distribution's quantile at 97.5 % */

CharterInterval
charter_interval_wilson_at (double share, double n, double z)
{
  double middle, reach, scale;

  g_return_val_if_fail (share >= 0 && share <= 1 && n > 0, ((CharterInterval){ 0, 1 }));

  scale = 1 + z * z / n;
  middle = (share + z * z / (2.0 * n)) / scale;
  reach = z * sqrt (share * (1 - share) / n + z * z / (4.0 * n * n)) / scale;
  /* At none and all of n the ends are 0 and 1, but for what rounding leaves. */
  return (CharterInterval){ share <= 0 ? 0 : middle - reach, share >= 1 ? 1 : middle + reach };
}

CharterInterval
charter_interval_wilson (guint n_right, guint n)
{
  g_return_val_if_fail (n_right <= n, ((CharterInterval){ 0, 1 }));

  if (n == 0)
    return (CharterInterval){ 0, 1 };
  return charter_interval_wilson_at ((double)n_right / n, n, Z);
}
