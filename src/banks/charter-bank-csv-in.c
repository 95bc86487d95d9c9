/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads tables, a question a row. With a row that names the columns, in any order; without one: question, options, and
 * the letter of the right one at the end. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-csv.h"

/* A row without names: question, options, key. */
static void
lay_out (CharterBankTable *table, const CharterBankRow *row)
{
  guint n = g_strv_length (row->cells);

  while (n > 0 && *row->cells[n - 1] == '\0')
    n--;
  charter_bank_csv_clear_columns (table);
  for (guint i = 0; i < CHARTER_BANK_MOST_OPTIONS && i + 2 < n; i++)
    table->options[i] = (int)i + 1;
  table->columns[CHARTER_BANK_COLUMN_QUESTION] = 0;
  table->columns[CHARTER_BANK_COLUMN_ANSWER] = n >= 2 ? (int)n - 1 : -1;
}

/* ---- a row ---- */

static const char *
get (const CharterBankTable *table, const CharterBankRow *row, CharterBankColumn column)
{
  return charter_bank_csv_get (table, row, column);
}

void
charter_bank_csv_give_options (CharterBankItem *item, const GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      const CharterBankOption *option = g_ptr_array_index (options, i);
      CharterBankPart *part = charter_bank_item_add (item);

      part->text = charter_bank_inline_from_plain (option->words);
      part->value = g_strdup (option->words);
      part->why = charter_bank_blocks_from_plain (option->why);
      part->correct = option->is_right;
    }
}

void
charter_bank_csv_list_key (CharterBankQuestion *question, const char *key)
{
  charter_bank_question_list (question, "no-right-answer",
                              *key != '\0'
                                ? g_strdup_printf (_ ("the answer is “%s”, and there is no such option"), key)
                                : g_strdup (_ ("the row does not tell which option is right")),
                              g_strdup (_ ("letters, numbers or the words of the options that are right")),
                              g_strdup (_ ("mend it in the table")));
}

static void
read_pairs (CharterBankItem *item)
{
  for (guint i = 0; i < item->parts->len; i++)
    {
      CharterBankPart *part = g_ptr_array_index (item->parts, i);
      const char *arrow = strstr (part->value, CHARTER_BANK_ARROW);
      g_autofree char *left = arrow != NULL ? g_strndup (part->value, (gsize)(arrow - part->value)) : NULL;

      g_clear_pointer (&part->text, g_free);
      part->text = left != NULL ? charter_bank_inline_from_plain (left) : NULL;
      part->match = charter_bank_inline_from_plain (arrow != NULL ? arrow + strlen (CHARTER_BANK_ARROW) : part->value);
    }
}

static void
read_number (const CharterBankTable *table, const CharterBankRow *row, CharterBankItem *item)
{
  const char *unit = get (table, row, CHARTER_BANK_COLUMN_UNIT);
  CharterBankPart *part = charter_bank_item_add (item);

  part->value = charter_bank_words_dup_decimal (get (table, row, CHARTER_BANK_COLUMN_ANSWER));
  part->tolerance = charter_bank_words_dup_decimal (get (table, row, CHARTER_BANK_COLUMN_TOLERANCE));
  if (part->tolerance != NULL && g_ascii_strtod (part->tolerance, NULL) <= 0)
    g_clear_pointer (&part->tolerance, g_free);
  part->correct = part->value != NULL;
  item->unit = *unit != '\0' ? g_strdup (unit) : NULL;
}

static void
accept (CharterBankItem *item, const char *words)
{
  CharterBankPart *part = charter_bank_item_add (item);

  part->value = charter_bank_words_fold (words);
  part->correct = TRUE;
}

/* Where no answer is told, what stands as options is what is accepted. */
static void
read_short (const CharterBankTable *table, const CharterBankRow *row, CharterBankItem *item, const GPtrArray *options)
{
  g_auto (GStrv) words = g_strsplit (get (table, row, CHARTER_BANK_COLUMN_ANSWER), "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    accept (item, words[i]);
  for (guint i = 0; words[0] == NULL && i < options->len; i++)
    accept (item, ((const CharterBankOption *)g_ptr_array_index (options, i))->words);
}

static gboolean
is_word (const char *text, const char *first, const char *second, const char *third)
{
  return g_ascii_strcasecmp (text, first) == 0 || g_ascii_strcasecmp (text, second) == 0
         || g_ascii_strcasecmp (text, third) == 0;
}

static gboolean
is_truth (const char *key)
{
  return is_word (key, "true", "t", "verdadero") || is_word (key, "false", "f", "falso");
}

static gboolean
is_any (const char *name, const char *const *words)
{
  return g_strv_contains (words, name);
}

/* The kind that a row tells, or the one that its cells look like. Returns: FALSE for a kind that tables can't hold */
static gboolean
find_kind (const CharterBankTable *table, const CharterBankRow *row, guint n_options, CharterItemKind *kind)
{
  static const char *const none[]
    = { "essay", "open", "open ended", "file upload", "poll", "draw", "survey", "slide", NULL };
  static const char *const truths[] = { "boolean", "true false", "true/false", "tf", "t/f", NULL };
  static const char *const typed[] = { "fill in the blank", "fill in the blanks", "fill in", "short answer", NULL };
  g_autofree char *name = charter_bank_csv_dup_name (get (table, row, CHARTER_BANK_COLUMN_KIND));
  const char *key = get (table, row, CHARTER_BANK_COLUMN_ANSWER);

  if (charter_item_kind_from_name (name, kind))
    return *kind != CHARTER_ITEM_CLOZE && *kind != CHARTER_ITEM_HOTSPOT && *kind != CHARTER_ITEM_DRILL;
  if (is_any (name, none))
    return FALSE;
  if (is_any (name, truths) && is_truth (key))
    *kind = CHARTER_ITEM_TRUEFALSE;
  else if (is_any (name, typed))
    *kind = CHARTER_ITEM_SHORT;
  else
    *kind = n_options > 0 ? CHARTER_ITEM_SINGLE : is_truth (key) ? CHARTER_ITEM_TRUEFALSE : CHARTER_ITEM_SHORT;
  return TRUE;
}

static void
set_fields (const CharterBankTable *table, const CharterBankRow *row, CharterBankItem *item)
{
  const char *id = get (table, row, CHARTER_BANK_COLUMN_ID);
  g_auto (GStrv) tags = g_strsplit_set (get (table, row, CHARTER_BANK_COLUMN_TAGS), ",;| ", -1);
  g_autofree char *points = charter_bank_words_dup_decimal (get (table, row, CHARTER_BANK_COLUMN_POINTS));

  item->id = charter_bank_words_is_id (id) && strspn (id, "0123456789") != strlen (id) ? g_strdup (id) : NULL;
  item->stem = charter_bank_blocks_from_plain (get (table, row, CHARTER_BANK_COLUMN_QUESTION));
  item->rationale = charter_bank_blocks_from_plain (get (table, row, CHARTER_BANK_COLUMN_RATIONALE));
  item->hint = charter_bank_blocks_from_plain (get (table, row, CHARTER_BANK_COLUMN_HINT));
  if (points != NULL && g_ascii_strtod (points, NULL) > 0 && g_ascii_strtod (points, NULL) != 1)
    item->points = g_steal_pointer (&points);
  for (guint i = 0; tags[i] != NULL; i++)
    charter_bank_item_tag (item, tags[i]);
}

/* Others call "multiple" what has several options: only where a table has the columns of ours it means several right.
 */
static void
read_choice (const CharterBankTable *table,
             const CharterBankRow *row,
             CharterBankQuestion *question,
             CharterBankItem *item,
             GPtrArray *options)
{
  const char *key = get (table, row, CHARTER_BANK_COLUMN_ANSWER);
  gboolean is_declared = item->kind == CHARTER_ITEM_MULTIPLE && table->columns[CHARTER_BANK_COLUMN_TOLERANCE] >= 0;

  if (*key != '\0' && charter_bank_csv_mark (options, key, table))
    {
      charter_bank_csv_give_options (item, options);
      if (!is_declared)
        charter_bank_item_settle_choice (item);
    }
  else
    charter_bank_csv_list_key (question, key);
}

static void
read_truth (CharterBankQuestion *question, CharterBankItem *item, const char *key)
{
  item->is_true = is_word (key, "true", "t", "verdadero");
  if (!is_truth (key))
    charter_bank_question_list (question, "no-right-answer", g_strdup (_ ("neither true nor false is marked right")),
                                g_strdup (_ ("one of them is right")), g_strdup (_ ("mend it in the table")));
}

static void
read_sides (CharterBankItem *item, const GPtrArray *options)
{
  charter_bank_csv_give_options (item, options);
  if (item->kind == CHARTER_ITEM_MATCH || item->kind == CHARTER_ITEM_CLASSIFY)
    read_pairs (item);
}

static void
read_answers (const CharterBankTable *table,
              const CharterBankRow *row,
              CharterBankQuestion *question,
              CharterBankItem *item,
              GPtrArray *options)
{
  if (item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE)
    read_choice (table, row, question, item, options);
  else if (item->kind == CHARTER_ITEM_TRUEFALSE)
    read_truth (question, item, get (table, row, CHARTER_BANK_COLUMN_ANSWER));
  else if (item->kind == CHARTER_ITEM_NUMBER)
    read_number (table, row, item);
  else if (item->kind == CHARTER_ITEM_SHORT)
    read_short (table, row, item, options);
  else
    read_sides (item, options);
}

/* Where there is no column for it, the question's first words are its name. */
static CharterBankQuestion *
begin (const CharterBankTable *table, const CharterBankRow *row)
{
  const char *id = get (table, row, CHARTER_BANK_COLUMN_ID), *words = get (table, row, CHARTER_BANK_COLUMN_QUESTION);
  g_autofree char *start = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 60));

  return charter_bank_book_begin (table->book, row->line, *id != '\0' ? id : start);
}

static void
read_row (CharterBankTable *table, const CharterBankRow *row)
{
  g_autofree char *path = charter_bank_category_to_path (get (table, row, CHARTER_BANK_COLUMN_TOPIC));
  g_autoptr (GPtrArray) options = charter_bank_csv_list_options (table, row);
  CharterBankQuestion *question;
  CharterBankItem *item;
  CharterItemKind kind;

  charter_bank_book_enter (table->book, path);
  question = begin (table, row);
  if (!find_kind (table, row, options->len, &kind))
    {
      charter_bank_question_list_type (question, get (table, row, CHARTER_BANK_COLUMN_KIND));
      return;
    }
  item = charter_bank_question_add (question, kind);
  set_fields (table, row, item);
  read_answers (table, row, question, item, options);
}

static void
read_rows (CharterBankTable *table, const GPtrArray *rows)
{
  charter_bank_csv_read_head (table, rows);
  if (table->has_head)
    charter_bank_csv_learn_keys (table, rows);
  for (guint i = table->first; i < rows->len; i++)
    {
      if (!table->has_head)
        lay_out (table, g_ptr_array_index (rows, i));
      read_row (table, g_ptr_array_index (rows, i));
    }
}

gboolean
charter_bank_csv_read (GBytes *bytes, CharterBankBook *book, GError **error)
{
  gboolean was_foreign;
  g_autofree char *text = charter_bank_words_decode (bytes, NULL, &was_foreign);
  g_autoptr (GPtrArray) rows = charter_bank_csv_parse (text);
  CharterBankTable table = { .book = book, .first_place = 1 };

  if (was_foreign)
    charter_bank_tell_foreign (book);
  if (!charter_bank_csv_read_blackboard (book, rows) && !charter_bank_csv_read_brightspace (book, rows))
    read_rows (&table, rows);
  return TRUE;
}
