/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-chart.h"

G_BEGIN_DECLS

/* Weeks side by side, a square a day: the more answers, the larger what is filled of it. Where there is too little
 * width, the oldest weeks are left out. Data is a GArray of CharterDay that begins on a Monday. */
extern const CharterChartKind charter_calendar_chart;

G_END_DECLS
