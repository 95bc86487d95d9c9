/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card with rows and columns of wrapping cells. Where there is too little width, the first cell of each row lies
 * over the others of its row like a caption; nothing is scrolled or cut. */
#define CHARTER_TYPE_TABLE_VIEW (charter_table_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterTableView, charter_table_view, CHARTER, TABLE_VIEW, GtkWidget)

/* even: all columns but the first get the same width; else each gets what its words ask for.
 * head: the first row names the columns. Returns: (transfer floating) */
GtkWidget *charter_table_view_new (guint n_columns, gboolean head, gboolean even);

/* Cells are appended row by row. cell: (transfer floating) */
void charter_table_view_append (CharterTableView *self, GtkWidget *cell);

G_END_DECLS
