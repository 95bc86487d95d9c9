/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-table.h"

#include <string.h>

#define GAP 2 /* columns of the terminal between two of the table */

typedef struct {
  const char *const *cells;
  guint n_rows;
  guint n_columns;
  gboolean has_head;
  guint *widths;
} Table;

static const char *
get_cell (const Table *table, guint row, guint column)
{
  return table->cells[row * table->n_columns + column];
}

static guint
measure_columns (Table *table)
{
  guint sum = 0;

  for (guint column = 0; column < table->n_columns; column++)
    {
      for (guint row = 0; row < table->n_rows; row++)
        table->widths[column] = MAX (table->widths[column], tool_out_measure (get_cell (table, row, column)));
      sum += table->widths[column] + (column > 0 ? GAP : 0);
    }
  return sum;
}

static void
print_in_columns (const Table *table, ToolOut *out)
{
  for (guint row = 0; row < table->n_rows; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      gboolean is_head = row == 0 && table->has_head;

      for (guint column = 0; column < table->n_columns; column++)
        {
          const char *cell = get_cell (table, row, column);
          int missing = (int)(table->widths[column] - tool_out_measure (cell));

          if (column + 1 == table->n_columns)
            missing = -GAP;
          g_string_append_printf (line, "%s%s%s%*s", is_head ? TOOL_BOLD : "", cell, is_head ? TOOL_PLAIN : "",
                                  missing + GAP, "");
        }
      tool_out_line (out, line->str);
    }
}

static void
print_row (const Table *table, guint row, ToolOut *out)
{
  tool_out_wrapf (out, "", TOOL_BOLD "%s" TOOL_PLAIN, get_cell (table, row, 0));
  for (guint column = 1; column < table->n_columns; column++)
    {
      const char *head = table->has_head ? get_cell (table, 0, column) : "";
      g_autofree char *lead = g_strdup_printf ("  %s%s", head, *head != '\0' ? ": " : "");

      if (*get_cell (table, row, column) != '\0')
        tool_out_wrap (out, lead, get_cell (table, row, column));
    }
}

void
tool_table_print (const char *const *cells, guint n_rows, guint n_columns, gboolean has_head, ToolOut *out)
{
  g_autofree guint *widths = g_new0 (guint, n_columns);
  Table table = { cells, n_rows, n_columns, has_head, widths };

  if (measure_columns (&table) <= tool_out_get_width (out))
    print_in_columns (&table, out);
  else
    for (guint row = has_head ? 1 : 0; row < n_rows; row++)
      print_row (&table, row, out);
}
