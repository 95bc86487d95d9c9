/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-bank-csv.h"

#include <string.h>

#define LOOKED_AT 20 /* rows that show what parts the cells */
#define MOST_CELLS 1000

static void
row_free (CharterBankRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

/* How often mark stands outside of quotes in the row that begins at text. Returns: where the next row begins */
static const char *
count_in_row (const char *text, char mark, guint *count)
{
  gboolean in_quotes = FALSE;

  for (*count = 0; *text != '\0' && (in_quotes || *text != '\n'); text++)
    {
      in_quotes ^= *text == '"';
      *count += !in_quotes && *text == mark;
    }
  return *text == '\n' ? text + 1 : text;
}

/* What parts cells stands in row after row as often; a mark that belongs to the words does not. */
static guint
weigh (const char *text, char mark)
{
  guint rows[LOOKED_AT] = { 0 }, n_rows = 0, best = 0;

  while (*text != '\0' && n_rows < LOOKED_AT)
    {
      text = count_in_row (text, mark, &rows[n_rows]);
      n_rows += rows[n_rows] > 0;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      guint n_alike = 0;

      for (guint k = 0; k < n_rows; k++)
        n_alike += rows[k] == rows[i];
      best = MAX (best, n_alike * MOST_CELLS + MIN (rows[i], MOST_CELLS - 1));
    }
  return best;
}

/* Spreadsheets may name it in the first line, "sep=;", which is passed then. */
static char
find_separator (const char **text, guint *line)
{
  static const char marks[] = ",;\t";
  guint best = 0;

  if (g_ascii_strncasecmp (*text, "sep=", 4) == 0 && (*text)[4] != '\0' && (*text)[5] == '\n')
    {
      *text += 6;
      *line = 2;
      return (*text)[-2];
    }
  for (guint i = 1; i < strlen (marks); i++)
    if (weigh (*text, marks[i]) > weigh (*text, marks[best]))
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
  guint line = 1, first;
  char separator = find_separator (&text, &line);
  gboolean in_quotes = FALSE;

  first = line;
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
