/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that learning platforms exchange. Blackboard: "MC, question, answer, correct, answer, incorrect", with a
 * row for each question. Brightspace: "NewQuestion, MC" and then a row for each thing that belongs to it. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-csv.h"

typedef struct {
  const char *code;
  CharterItemKind kind;
} Code;

static const Code blackboard_codes[] = {
  { "MC", CHARTER_ITEM_SINGLE }, { "MA", CHARTER_ITEM_MULTIPLE }, { "TF", CHARTER_ITEM_TRUEFALSE },
  { "FIB", CHARTER_ITEM_SHORT }, { "NUM", CHARTER_ITEM_NUMBER },  { "MAT", CHARTER_ITEM_MATCH },
  { "ORD", CHARTER_ITEM_ORDER },
};
static const char *const blackboard_others[]
  = { "ESS", "SR", "OP", "FIL", "FIB_PLUS", "JUMBLED_SENTENCE", "QUIZ_BOWL", NULL };
static const Code brightspace_codes[] = {
  { "MC", CHARTER_ITEM_SINGLE }, { "MS", CHARTER_ITEM_MULTIPLE }, { "TF", CHARTER_ITEM_TRUEFALSE },
  { "SA", CHARTER_ITEM_SHORT },  { "M", CHARTER_ITEM_MATCH },     { "O", CHARTER_ITEM_ORDER },
};

static const Code *
find_code (const Code *codes, guint n_codes, const char *name)
{
  for (guint i = 0; i < n_codes; i++)
    if (g_ascii_strcasecmp (codes[i].code, name) == 0)
      return &codes[i];
  return NULL;
}

static const char *
get (const CharterBankRow *row, guint index)
{
  return index < g_strv_length (row->cells) ? row->cells[index] : "";
}

static char *
dup_start (const char *words)
{
  return g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 60));
}

static void
accept (CharterBankItem *item, const char *words)
{
  CharterBankPart *part;

  if (*words == '\0')
    return;
  part = charter_bank_item_add (item);
  part->value = charter_bank_words_fold (words);
  part->correct = TRUE;
}

static void
add_pair (CharterBankItem *item, const char *left, const char *right)
{
  CharterBankPart *part = charter_bank_item_add (item);

  part->text = charter_bank_inline_from_plain (left);
  part->match = charter_bank_inline_from_plain (right);
}

static void
add_step (CharterBankItem *item, const char *words)
{
  if (*words != '\0')
    charter_bank_item_add (item)->text = charter_bank_inline_from_plain (words);
}

/* ---- Blackboard ---- */

static const Code *
find_blackboard (const CharterBankRow *row)
{
  return find_code (blackboard_codes, G_N_ELEMENTS (blackboard_codes), row->cells[0]);
}

static gboolean
is_blackboard_row (const CharterBankRow *row)
{
  g_autofree char *upper = g_ascii_strup (row->cells[0], -1);

  return find_blackboard (row) != NULL || g_strv_contains (blackboard_others, upper);
}

gboolean
charter_bank_csv_is_blackboard (const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += is_blackboard_row (g_ptr_array_index (rows, i))
         && g_strv_length (((CharterBankRow *)g_ptr_array_index (rows, i))->cells) >= 2;
  return n > 0 && n * 10 >= rows->len * 9; /* a row may be broken */
}

static void
read_options (CharterBankQuestion *question, CharterBankItem *item, const CharterBankRow *row)
{
  g_autoptr (GPtrArray) options = charter_bank_csv_new_options ();

  for (guint i = 2; i + 1 < g_strv_length (row->cells); i += 2)
    {
      CharterBankOption *option = charter_bank_csv_add_option (options, row->cells[i], "", options->len);

      if (option != NULL)
        option->is_right = g_ascii_strcasecmp (row->cells[i + 1], "correct") == 0;
    }
  charter_bank_csv_give_options (item, options);
  if (charter_bank_item_count_right (item) == 0)
    charter_bank_csv_list_key (question, "");
  else if (item->kind == CHARTER_ITEM_SINGLE)
    charter_bank_item_settle_choice (item);
}

static void
read_tolerant (CharterBankItem *item, const CharterBankRow *row)
{
  CharterBankPart *part = charter_bank_item_add (item);

  part->value = charter_bank_words_dup_decimal (get (row, 2));
  part->tolerance = charter_bank_words_dup_decimal (get (row, 3));
  if (part->tolerance != NULL && g_ascii_strtod (part->tolerance, NULL) <= 0)
    g_clear_pointer (&part->tolerance, g_free);
  part->correct = part->value != NULL;
}

static void
read_truth (CharterBankQuestion *question, CharterBankItem *item, const char *key)
{
  item->is_true = g_ascii_strcasecmp (key, "true") == 0;
  if (!item->is_true && g_ascii_strcasecmp (key, "false") != 0)
    charter_bank_question_list (question, "no-right-answer", g_strdup (_ ("neither true nor false is marked right")),
                                g_strdup (_ ("one of them is right")), g_strdup (_ ("mend it in the table")));
}

static void
read_blackboard_answers (CharterBankQuestion *question, CharterBankItem *item, const CharterBankRow *row)
{
  guint n = g_strv_length (row->cells);

  if (item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE)
    read_options (question, item, row);
  else if (item->kind == CHARTER_ITEM_TRUEFALSE)
    read_truth (question, item, get (row, 2));
  else if (item->kind == CHARTER_ITEM_NUMBER)
    read_tolerant (item, row);
  else
    for (guint i = 2; i < n; i += item->kind == CHARTER_ITEM_MATCH ? 2 : 1)
      if (item->kind == CHARTER_ITEM_SHORT)
        accept (item, row->cells[i]);
      else if (item->kind == CHARTER_ITEM_ORDER)
        add_step (item, row->cells[i]);
      else if (i + 1 < n && *row->cells[i] != '\0')
        add_pair (item, row->cells[i], row->cells[i + 1]);
}

gboolean
charter_bank_csv_read_blackboard (CharterBankBook *book, const GPtrArray *rows)
{
  if (!charter_bank_csv_is_blackboard (rows))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterBankRow *row = g_ptr_array_index (rows, i);
      const Code *code = find_blackboard (row);
      g_autofree char *start = dup_start (get (row, 1));
      CharterBankQuestion *question = charter_bank_book_begin (book, row->line, start);
      CharterBankItem *item;

      if (code == NULL)
        {
          charter_bank_question_list_type (question, row->cells[0]);
          continue;
        }
      item = charter_bank_question_add (question, code->kind);
      item->stem = charter_bank_blocks_from_plain (get (row, 1));
      read_blackboard_answers (question, item, row);
    }
  return TRUE;
}

/* ---- Brightspace ---- */

typedef struct {
  CharterBankBook *book;
  CharterBankQuestion *question; /* the one that rows belong to, or NULL */
  CharterBankItem *item;         /* or NULL */
  const char *type;              /* as the table calls it */
  GPtrArray *lefts;              /* of a match: its "Choice" rows */
  gboolean has_truth;
} Record;

static gboolean
begins_record (const CharterBankRow *row)
{
  return g_ascii_strcasecmp (row->cells[0], "NewQuestion") == 0;
}

gboolean
charter_bank_csv_is_brightspace (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len && i < 200; i++) /* the template explains itself at length */
    if (begins_record (g_ptr_array_index (rows, i)))
      return TRUE;
  return FALSE;
}

/* Texts say in a cell of their own whether they are HTML. */
static char *
dup_text (const CharterBankRow *row, guint index, guint mark, gboolean is_inline, CharterBankQuestion *question)
{
  g_autoptr (CharterBankFlow) flow = NULL;
  char *xml;

  if (g_ascii_strcasecmp (get (row, mark), "HTML") != 0)
    return is_inline ? charter_bank_inline_from_plain (get (row, index))
                     : charter_bank_blocks_from_plain (get (row, index));
  flow = charter_bank_flow_new (is_inline);
  charter_bank_flow_html (flow, get (row, index), NULL);
  xml = charter_bank_flow_finish (flow);
  charter_bank_tell_lost (question, flow);
  return xml;
}

/* What stands in two rows is one text of both. more: taken */
static void
add_blocks (char **blocks, char *more)
{
  g_autofree char *before = g_steal_pointer (blocks), *behind = more;

  if (before != NULL || behind != NULL)
    *blocks = g_strconcat (before != NULL ? before : "", behind, NULL);
}

static void
end_record (Record *self)
{
  if (self->item != NULL && self->item->kind == CHARTER_ITEM_TRUEFALSE && !self->has_truth)
    read_truth (self->question, self->item, "");
  if (self->question != NULL && self->item == NULL)
    charter_bank_question_list_type (self->question, self->type);
  g_ptr_array_set_size (self->lefts, 0);
  self->question = NULL;
  self->item = NULL;
  self->has_truth = FALSE;
}

static void
begin_record (Record *self, const CharterBankRow *row)
{
  const Code *code = find_code (brightspace_codes, G_N_ELEMENTS (brightspace_codes), get (row, 1));

  end_record (self);
  self->question = charter_bank_book_begin (self->book, row->line, NULL);
  self->item = code != NULL ? charter_bank_question_add (self->question, code->kind) : NULL;
  self->type = get (row, 1);
}

static void
name_question (Record *self, const char *words)
{
  g_autofree char *plain = charter_bank_flow_plain (words);

  if (self->question->name == NULL && *plain != '\0')
    self->question->name = dup_start (plain);
}

/* Some leave out the cell that says whether the option is HTML. */
static guint
find_feedback (const CharterBankRow *row)
{
  return *get (row, 4) == '\0' && g_ascii_strcasecmp (get (row, 3), "HTML") != 0 ? 3 : 4;
}

/* Options have what they are worth, in per cent, and their text. */
static void
read_option (Record *self, const CharterBankRow *row)
{
  CharterBankPart *part = charter_bank_item_add (self->item);
  double worth = g_ascii_strtod (get (row, 1), NULL);

  part->text = dup_text (row, 2, 3, TRUE, self->question);
  part->why = dup_text (row, find_feedback (row), 5, FALSE, self->question);
  part->correct = worth >= (self->item->kind == CHARTER_ITEM_SINGLE ? 100 : 1);
  if (self->item->kind == CHARTER_ITEM_SINGLE && worth > 0 && worth < 100)
    charter_bank_tell_credit (self->question);
}

static void
read_brightspace_truth (Record *self, const CharterBankRow *row, gboolean is_true)
{
  if (g_ascii_strtod (get (row, 1), NULL) < 100)
    return;
  self->item->is_true = is_true;
  self->has_truth = TRUE;
}

static void
read_match (Record *self, const CharterBankRow *row)
{
  for (guint i = 0; i < self->lefts->len; i++)
    {
      const CharterBankRow *left = g_ptr_array_index (self->lefts, i);

      if (strcmp (get (left, 1), get (row, 1)) == 0)
        add_pair (self->item, get (left, 2), get (row, 2));
    }
}

/* What belongs to any kind. Returns: FALSE where the row is none of that */
static gboolean
read_field (Record *self, const CharterBankRow *row)
{
  const char *field = row->cells[0];
  g_autofree char *points = NULL;

  if (g_ascii_strcasecmp (field, "QuestionText") == 0)
    add_blocks (&self->item->stem, dup_text (row, 1, 2, FALSE, self->question));
  else if (g_ascii_strcasecmp (field, "Hint") == 0)
    add_blocks (&self->item->hint, dup_text (row, 1, 2, FALSE, self->question));
  else if (g_ascii_strcasecmp (field, "Feedback") == 0)
    add_blocks (&self->item->rationale, dup_text (row, 1, 2, FALSE, self->question));
  else if (g_ascii_strcasecmp (field, "Points") == 0)
    {
      points = charter_bank_words_dup_decimal (get (row, 1));
      if (points != NULL && g_ascii_strtod (points, NULL) > 0 && g_ascii_strtod (points, NULL) != 1)
        {
          g_free (self->item->points);
          self->item->points = g_steal_pointer (&points);
        }
    }
  else if (g_ascii_strcasecmp (field, "Image") == 0 && *get (row, 1) != '\0')
    charter_bank_question_warn (self->question, "lost-media",
                                g_strdup_printf (_ ("“%s” can’t be shown here"), get (row, 1)),
                                g_strdup (_ ("texts hold words, lists, tables, and pictures that come with the file")),
                                g_strdup (_ ("say in words what it shows, or add the picture to the stem")));
  else
    return FALSE;
  return TRUE;
}

static void
read_record_row (Record *self, const CharterBankRow *row)
{
  const char *field = row->cells[0];
  CharterItemKind kind;

  if (g_ascii_strcasecmp (field, "Title") == 0 || g_ascii_strcasecmp (field, "QuestionText") == 0)
    name_question (self, get (row, 1));
  if (self->item == NULL || self->question->is_listed || read_field (self, row))
    return;
  kind = self->item->kind;
  if (g_ascii_strcasecmp (field, "Option") == 0 && (kind == CHARTER_ITEM_SINGLE || kind == CHARTER_ITEM_MULTIPLE))
    read_option (self, row);
  else if (g_ascii_strcasecmp (field, "Answer") == 0 && kind == CHARTER_ITEM_SHORT
           && g_ascii_strtod (get (row, 1), NULL) >= 100)
    accept (self->item, get (row, 2));
  else if ((g_ascii_strcasecmp (field, "TRUE") == 0 || g_ascii_strcasecmp (field, "FALSE") == 0)
           && kind == CHARTER_ITEM_TRUEFALSE)
    read_brightspace_truth (self, row, g_ascii_strcasecmp (field, "TRUE") == 0);
  else if (g_ascii_strcasecmp (field, "Choice") == 0 && kind == CHARTER_ITEM_MATCH)
    g_ptr_array_add (self->lefts, (gpointer)row);
  else if (g_ascii_strcasecmp (field, "Match") == 0 && kind == CHARTER_ITEM_MATCH)
    read_match (self, row);
  else if (g_ascii_strcasecmp (field, "Item") == 0 && kind == CHARTER_ITEM_ORDER)
    add_step (self->item, get (row, 1));
}

gboolean
charter_bank_csv_read_brightspace (CharterBankBook *book, const GPtrArray *rows)
{
  g_autoptr (GPtrArray) lefts = g_ptr_array_new ();
  Record self = { .book = book, .lefts = lefts };

  if (!charter_bank_csv_is_brightspace (rows))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterBankRow *row = g_ptr_array_index (rows, i);

      if (begins_record (row))
        begin_record (&self, row);
      else if (self.question != NULL)
        read_record_row (&self, row);
    }
  end_record (&self);
  return TRUE;
}
