/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads tables. With a first row that names the columns, in any order: docs/exchange.md lists the names. Without one:
 * question, options, and the letter of the right one at the end. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "charter-bank-csv.h"

#define MOST_OPTIONS 26

typedef enum {
  COLUMN_ID,
  COLUMN_KIND,
  COLUMN_TOPIC,
  COLUMN_QUESTION,
  COLUMN_ANSWER,
  COLUMN_TOLERANCE,
  COLUMN_UNIT,
  COLUMN_RATIONALE,
  COLUMN_HINT,
  COLUMN_POINTS,
  COLUMN_TAGS,
  N_COLUMNS
} Column;

static const char *const names[N_COLUMNS][10] = {
  [COLUMN_ID] = { "id", "question id", "no", "nr", "number of question", "#", NULL },
  [COLUMN_KIND] = { "kind", "type", "question type", NULL },
  [COLUMN_TOPIC] = { "topic", "category", "domain", "subject", "chapter", NULL },
  [COLUMN_QUESTION] = { "question", "stem", "question text", "text", "prompt", "item", NULL },
  [COLUMN_ANSWER] = { "answer", "correct", "key", "correct answer", "correct answers", "correct option", "right answer",
                      "answer key", "solution", NULL },
  [COLUMN_TOLERANCE] = { "tolerance", NULL },
  [COLUMN_UNIT] = { "unit", NULL },
  [COLUMN_RATIONALE] = { "rationale", "explanation", "general feedback", "feedback", "comment", NULL },
  [COLUMN_HINT] = { "hint", NULL },
  [COLUMN_POINTS] = { "points", "score", "marks", "grade", NULL },
  [COLUMN_TAGS] = { "tags", "labels", NULL },
};
static const char *const option_words[] = { "option ", "answer ", "choice ", "distractor ", "opt ", "" };
static const char *const why_words[] = { "why ", "feedback ", "reason " };

typedef struct {
  CharterBankBook *book;
  gboolean has_head;
  int columns[N_COLUMNS]; /* −1 where there is none */
  int options[MOST_OPTIONS];
  int whys[MOST_OPTIONS];
} Table;

/* ---- the first row ---- */

/* "Option_A" and "option a" are the same. */
static char *
dup_name (const char *cell)
{
  g_autofree char *lower = g_utf8_strdown (cell, -1), *spaced = NULL;

  for (char *at = lower; *at != '\0'; at++)
    if (strchr ("_-.:()", *at) != NULL)
      *at = ' ';
  spaced = charter_bank_words_fold (lower);
  return g_steal_pointer (&spaced);
}

/* "a", "A" or "1" is 0. Returns: −1 for anything else */
static int
read_letter (const char *text)
{
  if (g_ascii_isalpha (text[0]) && text[1] == '\0')
    return g_ascii_tolower (text[0]) - 'a';
  if (strspn (text, "0123456789") == strlen (text) && strlen (text) >= 1 && strlen (text) <= 2 && atoi (text) >= 1
      && atoi (text) <= MOST_OPTIONS)
    return atoi (text) - 1;
  return -1;
}

static int
find_place (const char *name, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      gsize length = strlen (words[i]);
      g_autofree char *tight = g_strchomp (g_strdup (words[i]));

      if (strncmp (name, words[i], length) == 0 && read_letter (name + length) >= 0)
        return read_letter (name + length);
      if (*tight != '\0' && g_str_has_prefix (name, tight) && g_ascii_isdigit (name[strlen (tight)]))
        return read_letter (name + strlen (tight));
    }
  return -1;
}

static void
read_column (Table *table, const char *cell, int index)
{
  g_autofree char *name = dup_name (cell);
  int option, why;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_strv_contains (names[i], name) && table->columns[i] < 0)
      {
        table->columns[i] = index;
        return;
      }
  why = find_place (name, why_words, G_N_ELEMENTS (why_words));
  option = why < 0 ? find_place (name, option_words, G_N_ELEMENTS (option_words)) : -1;
  if (why >= 0)
    table->whys[why] = index;
  else if (option >= 0)
    table->options[option] = index;
}

static void
read_head (Table *table, const CharterBankRow *row)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    table->columns[i] = -1;
  for (guint i = 0; i < MOST_OPTIONS; i++)
    table->options[i] = table->whys[i] = -1;
  for (guint i = 0; row->cells[i] != NULL; i++)
    read_column (table, row->cells[i], (int)i);
  table->has_head = table->columns[COLUMN_QUESTION] >= 0;
}

/* A row without names: question, options, key. */
static void
lay_out (Table *table, const CharterBankRow *row)
{
  guint n = g_strv_length (row->cells);

  while (n > 0 && *row->cells[n - 1] == '\0')
    n--;
  for (guint i = 0; i < N_COLUMNS; i++)
    table->columns[i] = -1;
  for (guint i = 0; i < MOST_OPTIONS; i++)
    table->options[i] = i + 2 < n ? (int)i + 1 : -1;
  table->columns[COLUMN_QUESTION] = 0;
  table->columns[COLUMN_ANSWER] = n >= 2 ? (int)n - 1 : -1;
}

/* ---- a row ---- */

static const char *
get_at (const CharterBankRow *row, int index)
{
  const char *cell = index >= 0 && index < (int)g_strv_length (row->cells) ? row->cells[index] : "";

  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL ? cell + 1 : cell;
}

static const char *
get (const Table *table, const CharterBankRow *row, Column column)
{
  return get_at (row, table->columns[column]);
}

/* The options of the row, those without words left out. */
static void
add_options (const Table *table, const CharterBankRow *row, CharterBankItem *item)
{
  for (guint i = 0; i < MOST_OPTIONS; i++)
    {
      const char *words = get_at (row, table->options[i]), *why = get_at (row, table->whys[i]);
      CharterBankPart *part;

      if (*words == '\0')
        continue;
      part = charter_bank_item_add (item);
      part->text = charter_bank_inline_from_plain (words);
      part->value = g_strdup (words);
      part->why = charter_bank_blocks_from_plain (why);
      part->at = g_strdup_printf ("%u", i);
    }
}

static gboolean
mark_option (CharterBankItem *item, const char *key)
{
  g_autofree char *folded = charter_bank_words_fold (key);
  int place = read_letter (folded);

  for (guint i = 0; i < item->parts->len; i++)
    {
      CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (g_ascii_strcasecmp (part->value, folded) == 0)
        return part->correct = TRUE;
    }
  for (guint i = 0; i < item->parts->len; i++)
    {
      CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (place >= 0 && atoi (part->at) == place)
        return part->correct = TRUE;
    }
  return FALSE;
}

/* "B", "2", "A,C", "A;C", "AC", or the option's own words. */
static gboolean
mark_options (CharterBankItem *item, const char *key)
{
  g_auto (GStrv) keys = NULL;
  gboolean all = TRUE;

  if (mark_option (item, key))
    return TRUE;
  keys = g_strsplit_set (key, ",;|/& ", -1);
  for (guint i = 0; keys[i] != NULL; i++)
    if (*keys[i] != '\0')
      all &= mark_option (item, keys[i]);
  if (all || strspn (key, "ABCDEFGHIJabcdefghij") != strlen (key))
    return all;
  for (all = TRUE; *key != '\0'; key++)
    {
      const char one[] = { *key, '\0' };

      all &= mark_option (item, one);
    }
  return all;
}

static void
read_choice (CharterBankQuestion *question, CharterBankItem *item, const char *key)
{
  gboolean found = *key != '\0' && mark_options (item, key);

  if (!found)
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
read_number (const Table *table, const CharterBankRow *row, CharterBankItem *item)
{
  const char *unit = get (table, row, COLUMN_UNIT);
  CharterBankPart *part = charter_bank_item_add (item);

  part->value = charter_bank_words_dup_decimal (get (table, row, COLUMN_ANSWER));
  part->tolerance = charter_bank_words_dup_decimal (get (table, row, COLUMN_TOLERANCE));
  if (part->tolerance != NULL && g_ascii_strtod (part->tolerance, NULL) <= 0)
    g_clear_pointer (&part->tolerance, g_free);
  part->correct = part->value != NULL;
  item->unit = *unit != '\0' ? g_strdup (unit) : NULL;
}

static void
read_short (const Table *table, const CharterBankRow *row, CharterBankItem *item)
{
  g_auto (GStrv) words = g_strsplit (get (table, row, COLUMN_ANSWER), "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      CharterBankPart *part = charter_bank_item_add (item);

      part->value = charter_bank_words_fold (words[i]);
      part->correct = TRUE;
    }
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

/* The kind that a row tells, or the one that its cells look like. Returns: FALSE for a kind that tables can't hold */
static gboolean
find_kind (const Table *table, const CharterBankRow *row, guint n_options, CharterItemKind *kind)
{
  g_autofree char *name = dup_name (get (table, row, COLUMN_KIND));
  const char *key = get (table, row, COLUMN_ANSWER);

  if (charter_item_kind_from_name (name, kind))
    return *kind != CHARTER_ITEM_CLOZE && *kind != CHARTER_ITEM_HOTSPOT && *kind != CHARTER_ITEM_DRILL;
  if (is_word (name, "essay", "open", "file upload"))
    return FALSE;
  *kind = n_options > 0 ? CHARTER_ITEM_SINGLE : is_truth (key) ? CHARTER_ITEM_TRUEFALSE : CHARTER_ITEM_SHORT;
  return TRUE;
}

static void
set_fields (const Table *table, const CharterBankRow *row, CharterBankItem *item)
{
  const char *id = get (table, row, COLUMN_ID);
  g_auto (GStrv) tags = g_strsplit_set (get (table, row, COLUMN_TAGS), ",;| ", -1);
  g_autofree char *points = charter_bank_words_dup_decimal (get (table, row, COLUMN_POINTS));

  item->id = charter_bank_words_is_id (id) && strspn (id, "0123456789") != strlen (id) ? g_strdup (id) : NULL;
  item->stem = charter_bank_blocks_from_plain (get (table, row, COLUMN_QUESTION));
  item->rationale = charter_bank_blocks_from_plain (get (table, row, COLUMN_RATIONALE));
  item->hint = charter_bank_blocks_from_plain (get (table, row, COLUMN_HINT));
  if (points != NULL && g_ascii_strtod (points, NULL) > 0 && g_ascii_strtod (points, NULL) != 1)
    item->points = g_steal_pointer (&points);
  for (guint i = 0; tags[i] != NULL; i++)
    charter_bank_item_tag (item, tags[i]);
}

static void
read_answers (const Table *table, const CharterBankRow *row, CharterBankQuestion *question, CharterBankItem *item)
{
  const char *key = get (table, row, COLUMN_ANSWER);

  if (item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE)
    {
      gboolean is_declared = item->kind == CHARTER_ITEM_MULTIPLE;

      read_choice (question, item, key);
      if (!question->is_listed && !is_declared)
        charter_bank_item_settle_choice (item);
    }
  else if (item->kind == CHARTER_ITEM_TRUEFALSE)
    {
      item->is_true = is_word (key, "true", "t", "verdadero");
      if (!is_truth (key))
        charter_bank_question_list (question, "no-right-answer",
                                    g_strdup (_ ("neither true nor false is marked right")),
                                    g_strdup (_ ("one of them is right")), g_strdup (_ ("mend it in the table")));
    }
  else if (item->kind == CHARTER_ITEM_MATCH || item->kind == CHARTER_ITEM_CLASSIFY)
    read_pairs (item);
  else if (item->kind == CHARTER_ITEM_NUMBER)
    read_number (table, row, item);
  else if (item->kind == CHARTER_ITEM_SHORT)
    read_short (table, row, item);
}

/* Where there is no column for it, the question's first words are its name. */
static CharterBankQuestion *
begin (const Table *table, const CharterBankRow *row)
{
  const char *id = get (table, row, COLUMN_ID), *words = get (table, row, COLUMN_QUESTION);
  g_autofree char *start = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 60));

  return charter_bank_book_begin (table->book, row->line, *id != '\0' ? id : start);
}

static void
read_row (Table *table, const CharterBankRow *row)
{
  CharterBankQuestion *question;
  CharterBankItem *item;
  CharterItemKind kind;
  guint n_options = 0;
  g_autofree char *path = NULL;

  if (!table->has_head)
    lay_out (table, row);
  path = charter_bank_category_to_path (get (table, row, COLUMN_TOPIC));
  charter_bank_book_enter (table->book, path);
  question = begin (table, row);
  for (guint i = 0; i < MOST_OPTIONS; i++)
    n_options += *get_at (row, table->options[i]) != '\0';
  if (!find_kind (table, row, n_options, &kind))
    {
      charter_bank_question_list_type (question, get (table, row, COLUMN_KIND));
      return;
    }
  item = charter_bank_question_add (question, kind);
  set_fields (table, row, item);
  if (kind != CHARTER_ITEM_SHORT && kind != CHARTER_ITEM_NUMBER && kind != CHARTER_ITEM_TRUEFALSE)
    add_options (table, row, item);
  read_answers (table, row, question, item);
}

gboolean
charter_bank_csv_read (GBytes *bytes, CharterBankBook *book, GError **error)
{
  gboolean was_foreign;
  g_autofree char *text = charter_bank_words_decode (bytes, NULL, &was_foreign);
  g_autoptr (GPtrArray) rows = charter_bank_csv_parse (text);
  Table table = { .book = book };

  if (was_foreign)
    charter_bank_tell_foreign (book);
  if (rows->len > 0)
    read_head (&table, g_ptr_array_index (rows, 0));
  for (guint i = table.has_head ? 1 : 0; i < rows->len; i++)
    read_row (&table, g_ptr_array_index (rows, i));
  return TRUE;
}
