/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-chart.h"
#include "charter-figures.h"

G_BEGIN_DECLS

/* A section of Progress: a heading, a line that says what is to be seen, and a chart, which can be shown as a table
 * instead, and saved as a picture. The table is made when it is first asked for. */
#define CHARTER_TYPE_CHART_CARD (charter_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (CharterChartCard, charter_chart_card, CHARTER, CHART_CARD, GtkBox)

/* file_name: proposed when it is saved, without an ending; static. Returns: (transfer floating) */
GtkWidget *charter_chart_card_new (const char *title, const char *file_name);

/* As charter_chart_show. figures: (transfer full) */
void charter_chart_card_show (CharterChartCard *self,
                              const CharterChartKind *kind,
                              gpointer data,
                              GDestroyNotify free_data,
                              const char *summary,
                              CharterFigures *figures);
/* In the place of a chart that has nothing to show yet, says what it will show. */
void charter_chart_card_show_nothing (CharterChartCard *self, const char *words);

/* Something to choose by, between the heading and the chart. widget: (transfer floating) */
void charter_chart_card_set_choice (CharterChartCard *self, GtkWidget *widget);

G_END_DECLS
