/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-figures.h"

G_BEGIN_DECLS

/* Facts as a list whose rows can be gone through with the arrow keys and are read as “column: cell, …”. Where there is
 * little width, the first cell of a row stands over the others; where that is too little for the columns' names, each
 * figure stands after its own. */
#define CHARTER_TYPE_FIGURE_TABLE (charter_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (CharterFigureTable, charter_figure_table, CHARTER, FIGURE_TABLE, GtkWidget)

/* title: for screen readers. Returns: (transfer floating) */
GtkWidget *charter_figure_table_new (const CharterFigures *figures, const char *title);
void charter_figure_table_set_narrow (CharterFigureTable *self, gboolean narrow);

G_END_DECLS
