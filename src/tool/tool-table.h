/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool-out.h"

G_BEGIN_DECLS

/* Prints a table in columns where it fits into the width, else row by row, each cell with its column's name.
 * cells: row by row, n_rows * n_columns; the first row names the columns where has_head is set. */
void tool_table_print (const char *const *cells, guint n_rows, guint n_columns, gboolean has_head, ToolOut *out);

G_END_DECLS
