/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of a row: a column for each, all in one cell, or the right one here and the wrong ones there. */
#include <string.h>

#include "charter-bank-csv.h"

static void
option_free (CharterBankOption *option)
{
  g_free (option->words);
  g_free (option->why);
  g_free (option);
}

GPtrArray *
charter_bank_csv_new_options (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)option_free);
}

CharterBankOption *
charter_bank_csv_add_option (GPtrArray *options, const char *words, const char *why, guint place)
{
  CharterBankOption *option;

  if (*words == '\0')
    return NULL;
  option = g_new0 (CharterBankOption, 1);
  option->words = g_strdup (words);
  option->why = g_strdup (why);
  option->place = place;
  g_ptr_array_add (options, option);
  return option;
}

static const char *
get_at (const CharterBankRow *row, int index)
{
  const char *cell = index >= 0 && index < (int)g_strv_length (row->cells) ? row->cells[index] : "";

  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL ? cell + 1 : cell;
}

const char *
charter_bank_csv_get (const CharterBankTable *table, const CharterBankRow *row, CharterBankColumn column)
{
  return get_at (row, table->columns[column]);
}

/* A cell that holds several: with "|", in lines, or with ";" between them, else with commas. */
static char **
split_cell (const char *cell)
{
  static const char *const separators[] = { "|", "\n", ";", "," };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (cell, separators[i]) != NULL)
      return g_strsplit (cell, separators[i], -1);
  return g_strsplit (cell, "\n", -1);
}

/* Whether each begins with its own letter, "A) …". */
static gboolean
are_lettered (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (g_ascii_toupper (cells[i][0]) != (char)('A' + i)
        || (cells[i][1] != ')' && (cells[i][1] != '.' || cells[i][2] != ' ')))
      return FALSE;
  return cells[0] != NULL;
}

static void
add_cell (GPtrArray *options, const char *cell)
{
  g_auto (GStrv) cells = split_cell (cell);
  gboolean lettered;

  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  lettered = are_lettered (cells);
  for (guint i = 0; cells[i] != NULL; i++)
    charter_bank_csv_add_option (options, g_strchug (cells[i] + (lettered ? 2 : 0)), "", options->len);
}

/* Where a table has wrong answers of their own, its right answer is an option, too. */
static gboolean
has_wrongs (const CharterBankTable *table, const CharterBankRow *row)
{
  for (guint i = 0; i < CHARTER_BANK_MOST_OPTIONS; i++)
    if (*get_at (row, table->wrongs[i]) != '\0')
      return TRUE;
  return *charter_bank_csv_get (table, row, CHARTER_BANK_COLUMN_WRONGS) != '\0';
}

static void
add_right (GPtrArray *options, const char *key)
{
  g_auto (GStrv) keys = g_strsplit (key, "|", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    charter_bank_csv_add_option (options, g_strstrip (keys[i]), "", options->len);
}

GPtrArray *
charter_bank_csv_list_options (const CharterBankTable *table, const CharterBankRow *row)
{
  GPtrArray *options = charter_bank_csv_new_options ();

  for (guint i = 0; i < CHARTER_BANK_MOST_OPTIONS; i++)
    charter_bank_csv_add_option (options, get_at (row, table->options[i]), get_at (row, table->whys[i]), i);
  if (options->len == 0 && has_wrongs (table, row))
    add_right (options, charter_bank_csv_get (table, row, CHARTER_BANK_COLUMN_ANSWER));
  if (options->len == 0)
    add_cell (options, charter_bank_csv_get (table, row, CHARTER_BANK_COLUMN_OPTIONS));
  for (guint i = 0; i < CHARTER_BANK_MOST_OPTIONS; i++)
    charter_bank_csv_add_option (options, get_at (row, table->wrongs[i]), "", options->len);
  if (*charter_bank_csv_get (table, row, CHARTER_BANK_COLUMN_WRONGS) != '\0')
    add_cell (options, charter_bank_csv_get (table, row, CHARTER_BANK_COLUMN_WRONGS));
  return options;
}
