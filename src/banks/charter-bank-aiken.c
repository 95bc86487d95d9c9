/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aiken: a question in lines, its options with letters, and "ANSWER: B". It has one right answer and nothing else; but
 * people name several, and let an explanation follow. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-private.h"

/* "ANSWER: B", "Correct answer: b)", "Answer: B. the words of it", "ANSWER: A, C". */
#define ANSWER                                                                                                         \
  "^[ \\t]*(?:correct[ \\t]+)?answers?[ \\t]*:[ \\t]*"                                                                 \
  "((?:\\(?[a-z][).]?(?:[ \\t]*[,;&/][ \\t]*|[ \\t]+and[ \\t]+|[ \\t]*(?=$)))*\\(?[a-z](?:[).](?:[ \\t]+\\S.*)?)?)[ "  \
  "\\t]*$"
/* What other programs let follow the answer. */
#define REMARK "^(?:answer[_ ])?(explanation|rationale|feedback|justification|score|points)[ \\t]*:[ \\t]*(.*)$"

typedef struct {
  CharterBankBook *book;
  GRegex *answer;
  GRegex *remark;
  GString *stem;
  GPtrArray *options; /* char*, as they stand */
  guint line;
  CharterBankQuestion *last; /* the one that was just answered, or NULL */
  gboolean is_explained;     /* its rationale may go on */
} Reader;

static gboolean
recognize (GBytes *bytes, const char *text)
{
  return g_regex_match_simple ("^[A-Za-z][.)] *\\S", text, G_REGEX_MULTILINE, 0)
         && g_regex_match_simple (ANSWER, text, G_REGEX_MULTILINE | G_REGEX_CASELESS, 0);
}

/* ---- reading ---- */

/* "B) words", "B)words" or "B. words": the letter has to be the next one, else the line is words that begin so. */
static const char *
find_option (const Reader *reader, const char *line)
{
  if (!g_ascii_isalpha (line[0]) || (line[1] != ')' && (line[1] != '.' || !g_ascii_isspace (line[2]))))
    return NULL;
  if ((guint)(g_ascii_toupper (line[0]) - 'A') != reader->options->len || reader->stem->len == 0)
    return NULL;
  return line + 2;
}

static void
clear (Reader *reader)
{
  g_string_truncate (reader->stem, 0);
  g_ptr_array_set_size (reader->options, 0);
}

static CharterBankQuestion *
begin (Reader *reader)
{
  g_auto (GStrv) lines = g_strsplit (reader->stem->str, "\n", 2);
  g_autofree char *name = g_utf8_substring (lines[0] != NULL ? lines[0] : "", 0,
                                            MIN (g_utf8_strlen (lines[0] != NULL ? lines[0] : "", -1), 60));

  return charter_bank_book_begin (reader->book, reader->line, name);
}

/* Something stood there that had no answer. */
static void
abandon (Reader *reader)
{
  if (reader->stem->len + reader->options->len == 0)
    return;
  charter_bank_question_list (begin (reader), "no-right-answer", g_strdup (_ ("no line “ANSWER: …” follows")),
                              g_strdup (_ ("a question, options with A), B) …, and a line “ANSWER: A”")),
                              g_strdup (_ ("mend it in the file")));
  clear (reader);
}

/* The first letters of "A, C", "b)" and "B. the words of it". */
static gboolean
has_key (const char *answer, guint index)
{
  for (const char *at = answer; *at != '\0'; at++)
    {
      if (g_ascii_isalpha (*at) && !g_ascii_isalpha (at[1]) && (guint)(g_ascii_toupper (*at) - 'A') == index)
        return TRUE;
      if ((*at == ')' || *at == '.') && at[1] == ' ')
        return FALSE;
      if (g_ascii_isalpha (*at) && g_ascii_isalpha (at[1])) /* "and" */
        at += strcspn (at, " \t") - 1;
    }
  return FALSE;
}

static gboolean
names_no_option (const char *answer, guint n_options)
{
  for (guint i = n_options; i < 26; i++)
    if (has_key (answer, i))
      return TRUE;
  return FALSE;
}

static void
end_question (Reader *reader, const char *answer)
{
  CharterBankQuestion *question = begin (reader);
  CharterBankItem *item = charter_bank_question_add (question, CHARTER_ITEM_SINGLE);

  item->stem = charter_bank_blocks_from_plain (reader->stem->str);
  for (guint i = 0; i < reader->options->len; i++)
    {
      CharterBankPart *part = charter_bank_item_add (item);

      part->text = charter_bank_inline_from_plain (g_ptr_array_index (reader->options, i));
      part->correct = has_key (answer, i);
    }
  if (names_no_option (answer, reader->options->len) && reader->options->len >= 2)
    charter_bank_question_list (question, "no-right-answer",
                                g_strdup_printf (_ ("the answer is %s, and there is no such option"), answer),
                                g_strdup (_ ("“ANSWER:” names the letter of an option")),
                                g_strdup (_ ("mend it in the file")));
  else
    charter_bank_item_settle_choice (item);
  charter_bank_question_check (question);
  reader->last = question;
  clear (reader);
}

/* Returns: (transfer full) (nullable) what "ANSWER:" names, or NULL */
static char *
find_answer (const Reader *reader, const char *line)
{
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (reader->answer, line, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static CharterBankItem *
get_last (const Reader *reader)
{
  return reader->last != NULL && reader->last->items->len > 0 ? g_ptr_array_index (reader->last->items, 0) : NULL;
}

static void
explain (Reader *reader, const char *words)
{
  CharterBankItem *item = get_last (reader);
  g_autofree char *more = charter_bank_blocks_from_plain (words), *before = NULL;

  if (item == NULL || more == NULL)
    return;
  before = g_steal_pointer (&item->rationale);
  item->rationale = g_strconcat (before != NULL ? before : "", more, NULL);
}

static void
set_points (Reader *reader, const char *words)
{
  CharterBankItem *item = get_last (reader);
  g_autofree char *points = charter_bank_words_dup_decimal (words);

  if (item == NULL || points == NULL || g_ascii_strtod (points, NULL) <= 0 || g_ascii_strtod (points, NULL) == 1)
    return;
  g_free (item->points);
  item->points = g_steal_pointer (&points);
}

/* Returns: whether the line belongs to the question before */
static gboolean
read_remark (Reader *reader, const char *line)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL, *words = NULL;

  if (reader->last == NULL || reader->stem->len > 0 || !g_regex_match (reader->remark, line, 0, &match))
    return FALSE;
  name = g_match_info_fetch (match, 1);
  words = g_match_info_fetch (match, 2);
  if (g_ascii_strcasecmp (name, "score") == 0 || g_ascii_strcasecmp (name, "points") == 0)
    set_points (reader, words);
  else
    {
      explain (reader, words);
      reader->is_explained = TRUE;
    }
  return TRUE;
}

/* Lines between an explanation and the next blank one go on with it; what is followed by options was a question. */
static void
end_remark (Reader *reader)
{
  if (reader->is_explained && reader->stem->len > 0 && reader->options->len == 0)
    {
      explain (reader, reader->stem->str);
      g_string_truncate (reader->stem, 0);
    }
  reader->is_explained = FALSE;
}

static void
add_to_stem (Reader *reader, const char *line, guint number)
{
  if (reader->options->len > 0)
    abandon (reader);
  if (reader->stem->len == 0)
    reader->line = number;
  g_string_append_printf (reader->stem, "%s\n", line);
}

static void
read_line (Reader *reader, char *line, guint number)
{
  g_autofree char *answer = find_answer (reader, g_strstrip (line));
  const char *option = find_option (reader, line);

  if (*line == '\0')
    end_remark (reader);
  else if (answer != NULL && reader->stem->len > 0)
    end_question (reader, answer);
  else if (option != NULL)
    g_ptr_array_add (reader->options, g_strdup (option));
  else if (!read_remark (reader, line))
    add_to_stem (reader, line, number);
}

static gboolean
read_aiken (GBytes *bytes, CharterBankBook *book, GError **error)
{
  gboolean was_foreign;
  g_autofree char *text = charter_bank_words_decode (bytes, NULL, &was_foreign);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader reader = { .book = book, .stem = g_string_new (NULL), .options = g_ptr_array_new_with_free_func (g_free) };

  reader.answer = g_regex_new (ANSWER, G_REGEX_CASELESS, 0, NULL);
  reader.remark = g_regex_new (REMARK, G_REGEX_CASELESS, 0, NULL);
  if (was_foreign)
    charter_bank_tell_foreign (book);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reader, lines[i], i + 1);
  end_remark (&reader);
  abandon (&reader);
  g_string_free (reader.stem, TRUE);
  g_ptr_array_unref (reader.options);
  g_regex_unref (reader.answer);
  g_regex_unref (reader.remark);
  return TRUE;
}

/* ---- writing ---- */

/* True and false have no words of their own. */
static void
add_option (GString *text, const CharterItem *item, guint index)
{
  static const char *const truths[] = { N_ ("True"), N_ ("False") };
  const char *words = item->kind == CHARTER_ITEM_TRUEFALSE ? _ (truths[MIN (index, 1)]) : item->parts[index].text.plain;

  g_string_append_printf (text, "%c) %s\n", 'A' + (char)index, words);
}

static void
add_item (CharterBankSheet *sheet, GString *text, const CharterItem *item)
{
  g_autofree char *stem = charter_bank_line_from_blocks (item->stem);

  if ((item->kind != CHARTER_ITEM_SINGLE && item->kind != CHARTER_ITEM_TRUEFALSE) || item->n_parts > 26)
    {
      charter_bank_sheet_leave (sheet, item,
                                g_strdup_printf (_ ("not written: the format has no “%s”"),
                                                 charter_item_kind_name (item->kind)));
      return;
    }
  g_string_append_printf (text, "%s\n", stem);
  for (guint i = 0; i < item->n_parts; i++)
    add_option (text, item, i);
  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].correct)
      g_string_append_printf (text, "ANSWER: %c\n\n", 'A' + (char)i);
  charter_bank_sheet_tell_fields (sheet, item, 0);
  sheet->n_written++;
}

static GBytes *
write_aiken (CharterBankSheet *sheet, GError **error)
{
  GString *text = g_string_new (NULL);

  charter_bank_sheet_tell_situations (sheet);
  for (guint i = 0; i < sheet->pack->n_items; i++)
    add_item (sheet, text, sheet->pack->items[i]);
  return g_string_free_to_bytes (text);
}

const CharterBankFormat charter_bank_aiken = {
  .name = "aiken",
  .title = N_ ("Aiken"),
  .extensions = (const char *const[]){ "aiken", NULL },
  .recognize = recognize,
  .read = read_aiken,
  .write = write_aiken,
};
