/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of a table is what, by the names that people and other programs give them: docs/exchange.md lists them.
 * The names may stand below a title and other words about the table. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "charter-bank-csv.h"

static const char *const names[CHARTER_BANK_N_COLUMNS][24] = {
  [CHARTER_BANK_COLUMN_ID]
  = { "id", "question id", "no", "nr", "number", "number of question", "question number", "#", "question #", NULL },
  [CHARTER_BANK_COLUMN_KIND] = { "kind", "type", "question type", "tipo", "typ", NULL },
  [CHARTER_BANK_COLUMN_TOPIC] = { "topic", "category", "domain", "subject", "chapter", "section", "tema", "categoría",
                                  "thema", "kategorie", "catégorie", "categoria", NULL },
  [CHARTER_BANK_COLUMN_QUESTION] = { "question", "stem", "question text", "question stem", "text", "prompt", "item",
                                     "pregunta", "enunciado", "frage", "pergunta", "domanda", NULL },
  [CHARTER_BANK_COLUMN_ANSWER] = { "answer",           "correct",         "key",
                                   "correct answer",   "correct answers", "correct option",
                                   "correct options",  "correct choice",  "correct response",
                                   "correct letter",   "right answer",    "right answers",
                                   "answer key",       "solution",        "respuesta correcta",
                                   "respuesta",        "correcta",        "richtig",
                                   "richtige antwort", "bonne réponse",   "réponse correcte",
                                   "resposta correta", "resposta",        NULL },
  [CHARTER_BANK_COLUMN_OPTIONS] = { "options", "choices", "answers", "answer options", "answer choices",
                                    "possible answers", "alternatives", "opciones", NULL },
  [CHARTER_BANK_COLUMN_WRONGS] = { "incorrect answers", "wrong answers", "distractors", "incorrect answer",
                                   "wrong answer", "incorrect options", "wrong options", NULL },
  [CHARTER_BANK_COLUMN_TOLERANCE] = { "tolerance", NULL },
  [CHARTER_BANK_COLUMN_UNIT] = { "unit", NULL },
  [CHARTER_BANK_COLUMN_RATIONALE] = { "rationale", "explanation", "general feedback", "feedback", "comment",
                                      "answer explanation", "overall explanation", "justification", "explicación",
                                      "justificación", "erklärung", "explication", "explicação", NULL },
  [CHARTER_BANK_COLUMN_HINT] = { "hint", "pista", NULL },
  [CHARTER_BANK_COLUMN_POINTS] = { "points", "score", "marks", "grade", "puntos", "punkte", NULL },
  [CHARTER_BANK_COLUMN_TAGS] = { "tags", "labels", NULL },
};
static const char *const option_words[]
  = { "answer option ", "possible answer ", "option ",  "answer ",  "choice ",   "alternative ", "opt ", "opción ",
      "opcion ",        "respuesta ",       "antwort ", "réponse ", "resposta ", "opção ",       "" };
static const char *const wrong_words[] = { "incorrect answer ", "wrong answer ", "incorrect option ", "wrong option ",
                                           "incorrect ",        "wrong ",        "distractor " };
static const char *const why_words[] = { "why ", "feedback ", "reason ", "explanation ", "rationale " };

/* "correctAnswer" is of two words. */
static char *
part_words (const char *cell)
{
  GString *parted = g_string_new (NULL);

  for (const char *at = cell; *at != '\0'; at++)
    {
      if (at > cell && g_ascii_isupper (*at) && g_ascii_islower (at[-1]))
        g_string_append_c (parted, ' ');
      g_string_append_c (parted, *at);
    }
  return g_string_free (parted, FALSE);
}

/* "Correct answer(s) – choose at least one" names the correct answer; "Option_A" and "option (a)" are the same. */
char *
charter_bank_csv_dup_name (const char *cell)
{
  static const char *const dashes[] = { " - ", " – ", " — " };
  g_autofree char *parted = part_words (cell), *lower = g_utf8_strdown (parted, -1);
  char *plural;

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      char *dash = strstr (lower, dashes[i]);

      if (dash != NULL && dash > lower)
        *dash = '\0';
    }
  plural = strstr (lower, "(s)");
  if (plural != NULL && plural > lower && g_ascii_isalpha (plural[-1]))
    memset (plural, ' ', strlen ("(s)"));
  for (char *at = lower; *at != '\0'; at++)
    if (strchr ("_-.:()", *at) != NULL)
      *at = ' ';
  return charter_bank_words_fold (lower);
}

int
charter_bank_csv_read_place (const char *text, guint first)
{
  if (g_ascii_isalpha (text[0]) && text[1] == '\0')
    return g_ascii_tolower (text[0]) - 'a';
  if (*text != '\0' && strspn (text, "0123456789") == strlen (text) && strlen (text) <= 2 && atoi (text) >= (int)first
      && atoi (text) < (int)first + CHARTER_BANK_MOST_OPTIONS)
    return atoi (text) - (int)first;
  return -1;
}

/* "option b", "option 2", and without the space "option2" and "optionb". */
static int
find_place (const char *name, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      gsize length = strlen (words[i]);

      if (strncmp (name, words[i], length) == 0 && charter_bank_csv_read_place (name + length, 1) >= 0)
        return charter_bank_csv_read_place (name + length, 1);
      if (length > 1 && strncmp (name, words[i], length - 1) == 0
          && (g_ascii_isdigit (name[length - 1]) || (name[length - 1] >= 'a' && name[length - 1] <= 'h')))
        return charter_bank_csv_read_place (name + length - 1, 1);
    }
  return -1;
}

int
charter_bank_csv_read_option_name (const char *name)
{
  return find_place (name, option_words, G_N_ELEMENTS (option_words));
}

/* Returns: whether the column is one of those that are read */
static gboolean
read_column (CharterBankTable *table, const char *cell, int index)
{
  g_autofree char *name = charter_bank_csv_dup_name (cell);
  int place;

  for (guint i = 0; i < CHARTER_BANK_N_COLUMNS; i++)
    if (g_strv_contains (names[i], name))
      {
        if (table->columns[i] >= 0)
          return FALSE;
        table->columns[i] = index;
        return TRUE;
      }
  if ((place = find_place (name, why_words, G_N_ELEMENTS (why_words))) >= 0)
    table->whys[place] = index;
  else if ((place = find_place (name, wrong_words, G_N_ELEMENTS (wrong_words))) >= 0)
    table->wrongs[place] = index;
  else if ((place = charter_bank_csv_read_option_name (name)) >= 0)
    table->options[place] = index;
  return place >= 0;
}

void
charter_bank_csv_clear_columns (CharterBankTable *table)
{
  for (guint i = 0; i < CHARTER_BANK_N_COLUMNS; i++)
    table->columns[i] = -1;
  for (guint i = 0; i < CHARTER_BANK_MOST_OPTIONS; i++)
    table->options[i] = table->wrongs[i] = table->whys[i] = -1;
}

static gboolean
has_options (const CharterBankTable *table)
{
  for (guint i = 0; i < CHARTER_BANK_MOST_OPTIONS; i++)
    if (table->options[i] >= 0 || table->wrongs[i] >= 0)
      return TRUE;
  return table->columns[CHARTER_BANK_COLUMN_OPTIONS] >= 0 || table->columns[CHARTER_BANK_COLUMN_WRONGS] >= 0;
}

/* Whether a row names the columns. In the first row a question is enough, and what else there is stays unread. */
static gboolean
read_names (CharterBankTable *table, const CharterBankRow *row, gboolean is_first)
{
  charter_bank_csv_clear_columns (table);
  for (guint i = 0; row->cells[i] != NULL; i++)
    read_column (table, row->cells[i], (int)i);
  return table->columns[CHARTER_BANK_COLUMN_QUESTION] >= 0
         && (is_first || table->columns[CHARTER_BANK_COLUMN_ANSWER] >= 0 || has_options (table));
}

gboolean
charter_bank_csv_names_columns (const CharterBankRow *row)
{
  CharterBankTable table = { 0 };

  return read_names (&table, row, FALSE);
}

/* A column without a name, or with nothing in it, is none that anybody misses. */
static gboolean
is_missed (const GPtrArray *rows, guint first, guint column)
{
  for (guint i = first; i < rows->len; i++)
    {
      const CharterBankRow *row = g_ptr_array_index (rows, i);

      if (column < g_strv_length (row->cells) && *row->cells[column] != '\0')
        return TRUE;
    }
  return FALSE;
}

/* What nobody understood is not left out in silence. */
static void
tell_unread (const CharterBankTable *table, const GPtrArray *rows)
{
  const CharterBankRow *head = g_ptr_array_index (rows, table->first - 1);
  CharterBankTable scratch = { 0 };
  g_autoptr (GPtrArray) unread = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  charter_bank_csv_clear_columns (&scratch);
  for (guint i = 0; head->cells[i] != NULL; i++)
    if (!read_column (&scratch, head->cells[i], (int)i) && *head->cells[i] != '\0' && is_missed (rows, table->first, i))
      g_ptr_array_add (unread, g_strdup_printf (_ ("“%s”"), head->cells[i]));
  if (unread->len == 0)
    return;
  g_ptr_array_add (unread, NULL);
  list = g_strjoinv (", ", (char **)unread->pdata);
  charter_bank_book_tell (table->book, CHARTER_SEVERITY_WARNING, "unread-columns", head->line,
                          g_strdup_printf (_ ("columns that are not read: %s"), list),
                          g_strdup (_ ("the help lists the names that are understood")),
                          g_strdup (_ ("if questions lack something, name its column so")));
}

static void
tell_title (const CharterBankTable *table, const GPtrArray *rows)
{
  const CharterBankRow *head = g_ptr_array_index (rows, table->first - 1);

  if (table->first > 1)
    charter_bank_book_tell (table->book, CHARTER_SEVERITY_WARNING, "title-rows", head->line,
                            g_strdup (_ ("the names of the columns stand here; the rows above were taken for a title")),
                            g_strdup (_ ("nothing above is a question")), NULL);
}

void
charter_bank_csv_read_head (CharterBankTable *table, const GPtrArray *rows)
{
  table->first = 0;
  for (guint i = 0; i < rows->len && i < CHARTER_BANK_LOWEST_HEAD && table->first == 0; i++)
    if (read_names (table, g_ptr_array_index (rows, i), FALSE))
      table->first = i + 1;
  if (table->first == 0 && rows->len > 0 && read_names (table, g_ptr_array_index (rows, 0), TRUE))
    table->first = 1;
  table->has_head = table->first > 0;
  if (!table->has_head)
    return;
  tell_title (table, rows);
  tell_unread (table, rows);
}
