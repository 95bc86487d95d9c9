/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-calibration.h"
#include "charter-chart-card.h"
#include "charter-curve.h"

G_BEGIN_DECLS

/* What is known and how surely, on cards of Progress. Each takes figures of the report and finds the words, the chart
 * and the table for them. */

/* topics: (element-type CharterMastery) of a pack. */
void charter_mastery_card_fill (CharterChartCard *card, const GArray *topics);
/* words: by confidence − 1. */
void charter_calibration_card_fill (CharterChartCard *card, const CharterCalibration words[CHARTER_N_CONFIDENCES]);
/* curve: (transfer full) */
void charter_curve_card_fill (CharterChartCard *card, CharterCurve *curve);

G_END_DECLS
