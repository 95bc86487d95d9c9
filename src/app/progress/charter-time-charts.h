/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-chart-card.h"

G_BEGIN_DECLS

/* What happened and what is to come, day by day, on cards of Progress. Each takes figures of the report and finds the
 * words, the chart and the table for them. */

#define CHARTER_CALENDAR_WEEKS 26
#define CHARTER_DAILY_DAYS 30
#define CHARTER_FORECAST_DAYS 30

/* days: (element-type CharterDay) from a Monday to today, of each. */
void charter_calendar_card_fill (CharterChartCard *card, const GArray *days);
void charter_daily_card_fill (CharterChartCard *card, const GArray *days);
/* due: (element-type CharterDueDay) as they were read, in order. */
void charter_forecast_card_fill (CharterChartCard *card, const GArray *due, int today);

/* A numbered day in words, as short as it can be understood. Returns: (transfer full) */
char *charter_day_to_words (int day);

G_END_DECLS
