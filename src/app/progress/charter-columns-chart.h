/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-chart.h"

G_BEGIN_DECLS

/* One column a day: a filled part, and on it one of which only the outline is drawn. */
typedef struct {
  guint n_filled, n_outlined;
} CharterColumn;

typedef struct {
  int first_day;             /* of the first column, as of charter_scheme_get_day */
  GArray *columns;           /* CharterColumn */
  const char *filled_name;   /* for the legend; static */
  const char *outlined_name; /* NULL where nothing is outlined */
} CharterColumns;

CharterColumns *charter_columns_new (int first_day, const char *filled_name, const char *outlined_name);
void charter_columns_add (CharterColumns *self, guint n_filled, guint n_outlined);
void charter_columns_free (gpointer self);

/* Data is CharterColumns. */
extern const CharterChartKind charter_columns_chart;

G_END_DECLS
