/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-calibration.h"

#define THINK_SO_FROM (2.0 / 3.0)
#define SURE_FROM 0.8

static const struct {
  double low, high;
} meant[CHARTER_N_CONFIDENCES] = { { 0, THINK_SO_FROM }, { THINK_SO_FROM, SURE_FROM }, { SURE_FROM, 1 } };

static CharterCalibrationVerdict
judge (const CharterCalibration *word)
{
  if (word->n < CHARTER_INTERVAL_MIN_N)
    return CHARTER_CALIBRATION_TOO_FEW;
  if (word->interval.high < word->low)
    return CHARTER_CALIBRATION_TOO_SURE;
  if (word->interval.low > word->high)
    return CHARTER_CALIBRATION_TOO_MODEST;
  return CHARTER_CALIBRATION_FITS;
}

void
charter_calibration_fill (const GArray *tallies, CharterCalibration words[CHARTER_N_CONFIDENCES])
{
  for (guint i = 0; i < CHARTER_N_CONFIDENCES; i++)
    {
      CharterCalibration *word = &words[i];

      *word = (CharterCalibration){ .low = meant[i].low, .high = meant[i].high };
      for (guint j = 0; j < tallies->len; j++)
        {
          const CharterTally *tally = &g_array_index (tallies, CharterTally, j);

          word->n += (guint)tally->n_said[i];
          word->n_right += (guint)tally->n_said_right[i];
        }
      word->interval = charter_interval_wilson (word->n_right, word->n);
      word->verdict = judge (word);
    }
}
