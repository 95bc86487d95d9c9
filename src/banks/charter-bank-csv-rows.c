/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-bank-csv.h"

#include <string.h>

static void
row_free (CharterBankRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

static char
find_separator (const char *text)
{
  const char marks[] = ",;\t";
  guint counts[3] = { 0 }, best = 0;
  gboolean in_quotes = FALSE;

  for (; *text != '\0' && (in_quotes || *text != '\n'); text++)
    {
      const char *mark = strchr (marks, *text);

      if (*text == '"')
        in_quotes = !in_quotes;
      else if (!in_quotes && mark != NULL)
        counts[mark - marks]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return marks[best];
}

static void
end_cell (GPtrArray *cells, GString *cell)
{
  g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
  g_string_truncate (cell, 0);
}

static void
end_row (GPtrArray *rows, GPtrArray *cells, GString *cell, guint line)
{
  CharterBankRow *row;
  gboolean is_empty = TRUE;

  end_cell (cells, cell);
  for (guint i = 0; i < cells->len; i++)
    is_empty &= *(char *)g_ptr_array_index (cells, i) == '\0';
  if (!is_empty)
    {
      row = g_new0 (CharterBankRow, 1);
      row->line = line;
      row->cells = g_new0 (char *, cells->len + 1);
      for (guint i = 0; i < cells->len; i++)
        row->cells[i] = g_strdup (g_ptr_array_index (cells, i));
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_set_size (cells, 0);
}

/* A quote that is never closed would swallow the rest of the file: it is one of the words then. */
static gboolean
opens_quotes (const char *at, const GString *cell, char separator)
{
  if (*at != '"' || strspn (cell->str, " ") != cell->len)
    return FALSE;
  for (at++; (at = strchr (at, '"')) != NULL; at += 2)
    if (at[1] != '"')
      return at[1] == separator || at[1] == '\n' || at[1] == '\0' || at[1] == ' ';
  return FALSE;
}

GPtrArray *
charter_bank_csv_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  char separator = find_separator (text);
  guint line = 1, first = 1;
  gboolean in_quotes = FALSE;

  for (; *text != '\0'; text++)
    {
      line += *text == '\n';
      if (in_quotes && text[0] == '"' && text[1] == '"')
        g_string_append_c (cell, *text++);
      else if (in_quotes)
        {
          in_quotes = *text != '"';
          if (in_quotes)
            g_string_append_c (cell, *text);
        }
      else if (opens_quotes (text, cell, separator))
        {
          in_quotes = TRUE;
          g_string_truncate (cell, 0);
        }
      else if (*text == separator)
        end_cell (cells, cell);
      else if (*text == '\n')
        {
          end_row (rows, cells, cell, first);
          first = line;
        }
      else
        g_string_append_c (cell, *text);
    }
  end_row (rows, cells, cell, first);
  g_string_free (cell, TRUE);
  return rows;
}

void
charter_bank_csv_add (GString *csv, const char *cell, gboolean is_last)
{
  g_autofree char *guarded = g_strconcat (*cell != '\0' && strchr ("=+-@\t", *cell) != NULL ? "'" : "", cell, NULL);

  if (strpbrk (guarded, ",;\"\n\t") == NULL)
    g_string_append (csv, guarded);
  else
    {
      g_auto (GStrv) parts = g_strsplit (guarded, "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);

      g_string_append_printf (csv, "\"%s\"", doubled);
    }
  g_string_append (csv, is_last ? "\r\n" : ",");
}
