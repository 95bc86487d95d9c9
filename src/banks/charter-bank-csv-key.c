/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which options of a row are right. Tables tell it by letter, by number or by the option's own words; where the options
 * are numbers themselves, only the whole table shows what is meant. */
#include <stdlib.h>
#include <string.h>

#include "charter-bank-csv.h"

static gboolean
are_same (const char *a, const char *b)
{
  g_autofree char *x = charter_bank_words_fold (a), *y = charter_bank_words_fold (b);
  g_autofree char *folded_x = g_utf8_casefold (x, -1), *folded_y = g_utf8_casefold (y, -1);

  return *folded_x != '\0' && strcmp (folded_x, folded_y) == 0;
}

static CharterBankOption *
find_words (const GPtrArray *options, const char *key)
{
  for (guint i = 0; i < options->len; i++)
    {
      CharterBankOption *option = g_ptr_array_index (options, i);

      if (are_same (option->words, key))
        return option;
    }
  return NULL;
}

/* "B", "2", "option 2", and "B) the words". */
static int
read_key (const char *key, guint first)
{
  g_autofree char *folded = charter_bank_words_fold (key), *name = NULL;

  if (g_ascii_isalpha (folded[0])
      && (folded[1] == ')' || (folded[1] == '.' && (folded[2] == ' ' || folded[2] == '\0'))))
    return g_ascii_tolower (folded[0]) - 'a';
  if (charter_bank_csv_read_place (folded, first) >= 0)
    return charter_bank_csv_read_place (folded, first);
  name = charter_bank_csv_dup_name (folded);
  return strlen (name) > 2 ? charter_bank_csv_read_option_name (name) : -1;
}

static CharterBankOption *
find_place (const GPtrArray *options, const char *key, guint first)
{
  int place = read_key (key, first);

  for (guint i = 0; i < options->len; i++)
    {
      CharterBankOption *option = g_ptr_array_index (options, i);

      if (place >= 0 && option->place == (guint)place)
        return option;
    }
  return NULL;
}

static gboolean
mark_one (const GPtrArray *options, const char *key, const CharterBankTable *table)
{
  CharterBankOption *by_words = find_words (options, key), *by_place = find_place (options, key, table->first_place);
  CharterBankOption *found = table->keys_are_places ? by_place : by_words;

  if (found == NULL)
    found = by_words != NULL ? by_words : by_place;
  if (found != NULL)
    found->is_right = TRUE;
  return found != NULL;
}

static gboolean
mark_each (const GPtrArray *options, char **keys, const CharterBankTable *table)
{
  gboolean all = TRUE, any = FALSE;

  for (guint i = 0; i < options->len; i++)
    ((CharterBankOption *)g_ptr_array_index (options, i))->is_right = FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    if (*g_strstrip (keys[i]) != '\0' && g_ascii_strcasecmp (keys[i], "and") != 0)
      {
        any = TRUE;
        all &= mark_one (options, keys[i], table);
      }
  return any && all;
}

/* "ACD". */
static gboolean
mark_letters (const GPtrArray *options, const char *key, const CharterBankTable *table)
{
  g_autofree char *spread = NULL;
  g_auto (GStrv) keys = NULL;
  GString *letters = g_string_new (NULL);

  for (const char *at = key; *at != '\0'; at++)
    g_string_append_printf (letters, "%c ", *at);
  spread = g_string_free (letters, FALSE);
  keys = g_strsplit (spread, " ", -1);
  return strspn (key, "ABCDEFGHIJabcdefghij") == strlen (key) && mark_each (options, keys, table);
}

gboolean
charter_bank_csv_mark (const GPtrArray *options, const char *key, const CharterBankTable *table)
{
  static const char *const separators[] = { "", "|", "\n", ";", ",", ",;|/&+ \n" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_auto (GStrv) keys = g_strsplit_set (key, separators[i], -1);

      if (mark_each (options, keys, table))
        return TRUE;
    }
  return mark_letters (options, key, table);
}

/* A table that counts from 0 has a 0, and no number behind the last option. */
static void
find_first_place (CharterBankTable *table, const GPtrArray *rows)
{
  gboolean has_zero = FALSE, has_last = FALSE;

  for (guint i = table->first; i < rows->len; i++)
    {
      const CharterBankRow *row = g_ptr_array_index (rows, i);
      const char *key = charter_bank_csv_get (table, row, CHARTER_BANK_COLUMN_ANSWER);
      g_autoptr (GPtrArray) options = charter_bank_csv_list_options (table, row);

      if (*key == '\0' || strspn (key, "0123456789") != strlen (key) || find_words (options, key) != NULL)
        continue;
      has_zero |= atoi (key) == 0;
      has_last |= atoi (key) >= (int)options->len;
    }
  table->first_place = has_zero && !has_last ? 0 : 1;
}

void
charter_bank_csv_learn_keys (CharterBankTable *table, const GPtrArray *rows)
{
  guint n_words = 0, n_places = 0;

  find_first_place (table, rows);
  for (guint i = table->first; i < rows->len; i++)
    {
      const CharterBankRow *row = g_ptr_array_index (rows, i);
      const char *key = charter_bank_csv_get (table, row, CHARTER_BANK_COLUMN_ANSWER);
      g_autoptr (GPtrArray) options = charter_bank_csv_list_options (table, row);

      n_words += find_words (options, key) != NULL;
      n_places += find_place (options, key, table->first_place) != NULL;
    }
  table->keys_are_places = n_places > n_words;
}
