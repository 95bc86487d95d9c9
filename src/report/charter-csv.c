/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-csv.h"

#include <math.h>
#include <string.h>

static void
add_cell (GString *csv, const char *text)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  g_string_append (csv, text);
}

void
charter_csv_add_text (GString *csv, const char *text)
{
  const char *guard = text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? "'" : "";
  g_autoptr (GString) cell = g_string_new (guard);

  g_string_append (cell, text != NULL ? text : "");
  if (strpbrk (cell->str, ",\"\r\n") != NULL)
    {
      g_string_replace (cell, "\"", "\"\"", 0);
      g_string_prepend_c (cell, '"');
      g_string_append_c (cell, '"');
    }
  add_cell (csv, cell->str);
}

void
charter_csv_add_number (GString *csv, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (isfinite (number))
    g_ascii_formatd (text, sizeof text, "%.6g", number);
  add_cell (csv, text);
}

void
charter_csv_add_boolean (GString *csv, gboolean boolean)
{
  add_cell (csv, boolean ? "true" : "false");
}

void
charter_csv_add_empty (GString *csv, guint n)
{
  for (guint i = 0; i < n; i++)
    add_cell (csv, "");
}

void
charter_csv_end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}
