/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-fold.h"
#include "charter-interval.h"

G_BEGIN_DECLS

typedef enum {
  CHARTER_CALIBRATION_TOO_FEW, /* answers, to say anything */
  CHARTER_CALIBRATION_FITS,
  CHARTER_CALIBRATION_TOO_SURE,
  CHARTER_CALIBRATION_TOO_MODEST,
} CharterCalibrationVerdict;

/* How often somebody who said a word was right.
 *
 * What a word should mean is taken from confidence marking (A. R. Gardner-Medwin, Confidence-based marking, 2006, with
 * the marks +1/0, +2/−2 and +3/−6): under it “sure” pays from 80 % on, “think so” from 2/3 on and “guess” below that.
 * The verdict speaks only where the whole interval lies outside of that range. There is no Brier score: it is defined
 * for stated probabilities, and a word is not one; to give it a number would be our invention. */
typedef struct {
  guint n, n_right;
  CharterInterval interval; /* of the share right, Wilson's 95 % */
  double low, high;         /* the share that the word stands for, 0 to 1 */
  CharterCalibrationVerdict verdict;
} CharterCalibration;

/* tallies: (element-type CharterTally). words: by confidence − 1: guess, think so, sure. */
void charter_calibration_fill (const GArray *tallies, CharterCalibration words[CHARTER_N_CONFIDENCES]);

G_END_DECLS
