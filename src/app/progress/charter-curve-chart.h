/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-chart.h"

G_BEGIN_DECLS

/* A forgetting curve: what was, then dashed what is foretold. Data is CharterCurve. */
extern const CharterChartKind charter_curve_chart;

G_END_DECLS
