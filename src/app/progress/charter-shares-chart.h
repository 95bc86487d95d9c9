/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-chart.h"

G_BEGIN_DECLS

/* Shares below each other, each with its name over the bar, its interval on it and a line of words below. */
typedef struct {
  char *name, *note;
  gboolean told;    /* else only the words are shown */
  double share;     /* 0 to 1 */
  double low, high; /* of its interval */
  double from, to;  /* a range to compare with, drawn as a bracket below; none where to is 0 */
} CharterShareLine;

/* Returns: (transfer full) */
GArray *charter_shares_new (void);
/* name, note: (transfer full) */
CharterShareLine *charter_shares_add (GArray *shares, char *name, char *note);
void charter_shares_free (gpointer shares);

/* Data is such an array. */
extern const CharterChartKind charter_shares_chart;

G_END_DECLS
