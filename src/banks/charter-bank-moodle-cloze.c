/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moodle's texts with blanks. Where all blanks are choices, they become a cloze. A single blank to be typed becomes
 * words or a number. Several of them become a question each, with the whole text before it. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-moodle.h"
#include "charter-loader.h"

#define PLACE "\356\200\200" /* U+E000, for flows */
#define MOST_BLANKS 40

typedef enum { BLANK_CHOICE, BLANK_MULTIPLE, BLANK_SHORT, BLANK_NUMBER } BlankKind;

typedef struct {
  BlankKind kind;
  gboolean keeps_case;
  GPtrArray *parts; /* CharterBankPart; text and value are both set */
} Blank;

static const struct {
  const char *name;
  BlankKind kind;
  gboolean keeps_case;
} kinds[] = {
  { "SHORTANSWER_C", BLANK_SHORT, TRUE },
  { "SHORTANSWER", BLANK_SHORT, FALSE },
  { "SAC", BLANK_SHORT, TRUE },
  { "SA", BLANK_SHORT, FALSE },
  { "MWC", BLANK_SHORT, TRUE },
  { "MW", BLANK_SHORT, FALSE },
  { "NUMERICAL", BLANK_NUMBER, FALSE },
  { "NM", BLANK_NUMBER, FALSE },
  { "MULTIRESPONSE", BLANK_MULTIPLE, FALSE },
  { "MR", BLANK_MULTIPLE, FALSE },
  { "MULTICHOICE", BLANK_CHOICE, FALSE },
  { "MC", BLANK_CHOICE, FALSE },
};

static void
part_free (CharterBankPart *part)
{
  g_free (part->text);
  g_free (part->why);
  g_free (part->value);
  g_free (part->tolerance);
  g_free (part);
}

static void
blank_free (Blank *blank)
{
  g_ptr_array_unref (blank->parts);
  g_free (blank);
}

/* ---- answers ---- */

/* Up to the next unescaped one of the stops; what is escaped stands without its backslash. */
static char *
take (const char **at, const char *stops)
{
  GString *text = g_string_new (NULL);

  while (**at != '\0' && strchr (stops, **at) == NULL)
    {
      if ((*at)[0] == '\\' && (*at)[1] != '\0')
        (*at)++;
      g_string_append_c (text, *(*at)++);
    }
  return g_string_free (text, FALSE);
}

static void
set_number (CharterBankPart *part, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, ":", 2);

  part->value = charter_bank_words_dup_decimal (parts[0] != NULL ? parts[0] : "");
  part->tolerance = parts[0] != NULL && parts[1] != NULL ? charter_bank_words_dup_decimal (parts[1]) : NULL;
  if (part->tolerance != NULL && g_ascii_strtod (part->tolerance, NULL) <= 0)
    g_clear_pointer (&part->tolerance, g_free);
}

/* "=right#why", "%50%half right", "wrong" */
static void
add_answer (CharterBankMoodle *self, Blank *blank, const char **at)
{
  CharterBankPart *part = g_new0 (CharterBankPart, 1);
  g_autofree char *words = NULL, *feedback = NULL, *plain = NULL;
  char *end = NULL;

  *at += strspn (*at, " \t\n");
  if (**at == '=')
    {
      part->correct = TRUE;
      (*at)++;
    }
  else if (**at == '%')
    {
      double weight = g_ascii_strtod (*at + 1, &end);

      if (*end == '%')
        {
          part->correct = blank->kind == BLANK_MULTIPLE ? weight > 0 : weight >= 100;
          *at = end + 1;
        }
    }
  words = take (at, "#~");
  if (**at == '#')
    {
      (*at)++;
      feedback = take (at, "~");
    }
  plain = charter_bank_flow_plain (words);
  part->text = charter_bank_moodle_flow (self, words, TRUE, NULL);
  part->why = feedback != NULL ? charter_bank_moodle_flow (self, feedback, FALSE, NULL) : NULL;
  if (blank->kind == BLANK_NUMBER)
    set_number (part, plain);
  else
    part->value = g_steal_pointer (&plain);
  if (part->text == NULL || (blank->kind == BLANK_SHORT && g_strcmp0 (part->value, "*") == 0))
    part_free (part);
  else
    g_ptr_array_add (blank->parts, part);
}

static Blank *
read_blank (CharterBankMoodle *self, const char *type, const char *answers)
{
  Blank *blank = g_new0 (Blank, 1);

  blank->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  for (guint i = G_N_ELEMENTS (kinds); i > 0; i--)
    if (g_str_has_prefix (type, kinds[i - 1].name))
      {
        blank->kind = kinds[i - 1].kind;
        blank->keeps_case = kinds[i - 1].keeps_case;
      }
  while (*answers != '\0')
    {
      add_answer (self, blank, &answers);
      answers += *answers == '~';
    }
  return blank;
}

/* ---- the text ---- */

/* "{2:MULTICHOICE:" at "{". Returns: behind it, or NULL where no blank begins here */
static const char *
begin_blank (const char *at, char **type)
{
  const char *colon, *end;

  at++;
  colon = at + strspn (at, "0123456789 ");
  if (*colon != ':')
    return NULL;
  end = colon + 1 + strspn (colon + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
  if (*end != ':' || end == colon + 1)
    return NULL;
  *type = g_strndup (colon + 1, (gsize)(end - colon - 1));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (*type, kinds[i].name))
      return end + 1;
  g_clear_pointer (type, g_free);
  return NULL;
}

/* Returns: (transfer full) the text with U+E000 where blanks stood */
static char *
find_blanks (CharterBankMoodle *self, const char *html, GPtrArray *blanks)
{
  GString *text = g_string_new (NULL);

  while (*html != '\0')
    {
      g_autofree char *type = NULL, *answers = NULL;
      const char *inside = *html == '{' ? begin_blank (html, &type) : NULL, *end = inside;

      while (end != NULL && *end != '\0' && *end != '}')
        end += end[0] == '\\' && end[1] != '\0' ? 2 : 1;
      if (end == NULL || *end == '\0')
        {
          g_string_append_c (text, *html++);
          continue;
        }
      answers = g_strndup (inside, (gsize)(end - inside));
      g_ptr_array_add (blanks, read_blank (self, type, answers));
      g_string_append (text, PLACE);
      html = end + 1;
    }
  return g_string_free (text, FALSE);
}

static guint
count_right (const Blank *blank)
{
  guint n = 0;

  for (guint i = 0; i < blank->parts->len; i++)
    {
      const CharterBankPart *part = g_ptr_array_index (blank->parts, i);

      n += part->correct && part->value != NULL;
    }
  return n;
}

/* Returns: (nullable) what is wrong with it */
static const char *
find_fault (const Blank *blank)
{
  if (count_right (blank) == 0)
    return blank->kind == BLANK_NUMBER ? _ ("a blank without a number that is right")
                                       : _ ("a blank without an answer that is wholly right");
  if (blank->kind <= BLANK_MULTIPLE && blank->parts->len < 2)
    return _ ("a blank with one choice only");
  if (blank->parts->len > CHARTER_MAX_PARTS)
    return _ ("more choices than can be shown");
  return NULL;
}

static gboolean
are_sound (CharterBankMoodle *self, const GPtrArray *blanks)
{
  const char *fault = blanks->len == 0            ? _ ("a text without a blank")
                      : blanks->len > MOST_BLANKS ? _ ("more blanks than can be asked")
                                                  : NULL;

  for (guint i = 0; fault == NULL && i < blanks->len; i++)
    fault = find_fault (g_ptr_array_index (blanks, i));
  if (fault != NULL)
    charter_bank_question_list (self->question, "bad-blank", g_strdup (fault),
                                g_strdup (_ ("each blank has what is right, and a choice something to choose from")),
                                g_strdup (_ ("mend it in the file, or write the question anew")));
  return fault == NULL;
}

/* ---- items ---- */

/* Where any one of several choices is right, the first is kept. */
static void
keep_one_right (CharterBankMoodle *self, const Blank *blank)
{
  guint seen = 0;

  for (guint i = 0; i < blank->parts->len;)
    {
      const CharterBankPart *part = g_ptr_array_index (blank->parts, i);

      if (part->correct && seen++ > 0)
        g_ptr_array_remove_index (blank->parts, i);
      else
        i++;
    }
  if (seen > 1)
    charter_bank_question_warn (self->question, "several-right",
                                g_strdup_printf (_ ("%u options are right, and any one of them is enough"), seen),
                                g_strdup (_ ("where one is to be chosen, one is right; the first was kept")),
                                g_strdup (_ ("make it a question with several right answers, if it is one")));
}

static gboolean
are_choices (const GPtrArray *blanks)
{
  for (guint i = 0; i < blanks->len; i++)
    if (((const Blank *)g_ptr_array_index (blanks, i))->kind != BLANK_CHOICE)
      return FALSE;
  return TRUE;
}

static void
make_cloze (CharterBankMoodle *self, const char *text, const GPtrArray *blanks)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_CLOZE);
  g_auto (GStrv) inserts = g_new0 (char *, blanks->len + 1);

  for (guint i = 0; i < blanks->len; i++)
    {
      const Blank *blank = g_ptr_array_index (blanks, i);

      keep_one_right (self, blank);
      inserts[i] = charter_bank_blank_xml (i, blank->parts);
    }
  item->passage = charter_bank_moodle_flow (self, text, TRUE, (const char *const *)inserts);
}

static void
move_parts (CharterBankItem *item, Blank *blank)
{
  gboolean has_right = FALSE;

  while (blank->parts->len > 0)
    {
      CharterBankPart *part = g_ptr_array_steal_index (blank->parts, 0);

      if (item->kind == CHARTER_ITEM_NUMBER)
        part->correct = part->correct && part->value != NULL && !has_right;
      has_right |= part->correct;
      g_ptr_array_add (item->parts, part);
    }
}

/* The whole text, with each blank but the one that is asked for numbered. */
static char *
dup_stem (CharterBankMoodle *self, const char *text, guint n, guint asked)
{
  g_auto (GStrv) marks = g_new0 (char *, n + 1);
  g_autofree char *stem = NULL, *question = NULL, *escaped = NULL;

  for (guint i = 0; i < n; i++)
    marks[i] = n == 1 ? g_strdup ("_____") : g_strdup_printf ("(%u) _____", i + 1);
  stem = charter_bank_moodle_flow (self, text, FALSE, (const char *const *)marks);
  if (n == 1 || stem == NULL)
    return g_steal_pointer (&stem);
  question = g_strdup_printf (_ ("What belongs into blank (%u)?"), asked + 1);
  escaped = charter_bank_words_dup_escaped (question);
  return g_strconcat (stem, "<p>", escaped, "</p>", NULL);
}

static void
make_item (CharterBankMoodle *self, const char *text, const GPtrArray *blanks, guint index)
{
  static const CharterItemKind item_kinds[] = { [BLANK_CHOICE] = CHARTER_ITEM_SINGLE,
                                                [BLANK_MULTIPLE] = CHARTER_ITEM_MULTIPLE,
                                                [BLANK_SHORT] = CHARTER_ITEM_SHORT,
                                                [BLANK_NUMBER] = CHARTER_ITEM_NUMBER };
  Blank *blank = g_ptr_array_index (blanks, index);
  CharterBankItem *item = charter_bank_moodle_begin (self, item_kinds[blank->kind]);

  g_free (item->stem);
  item->stem = dup_stem (self, text, blanks->len, index);
  item->keeps_case = blank->keeps_case;
  if (blanks->len > 1)
    {
      g_clear_pointer (&item->points, g_free);
      g_clear_pointer (&item->id, g_free);
    }
  move_parts (item, blank);
}

static void
make_items (CharterBankMoodle *self, const char *text, const GPtrArray *blanks)
{
  for (guint i = 0; i < blanks->len; i++)
    make_item (self, text, blanks, i);
  if (blanks->len > 1)
    charter_bank_question_warn (self->question, "divided",
                                g_strdup_printf (_ ("a text with %u blanks, of which some are typed"), blanks->len),
                                g_strdup (_ ("a cloze has choices only; each blank became a question of its own")),
                                g_strdup (_ ("look whether each can be asked alone")));
}

void
charter_bank_moodle_read_cloze (CharterBankMoodle *self)
{
  g_autoptr (GPtrArray) blanks = g_ptr_array_new_with_free_func ((GDestroyNotify)blank_free);
  g_autofree char *html = charter_bank_moodle_dup_html (charter_bank_node_find (self->node, "questiontext"));
  g_autofree char *text = find_blanks (self, html, blanks);

  if (!are_sound (self, blanks))
    return;
  if (are_choices (blanks))
    make_cloze (self, text, blanks);
  else
    make_items (self, text, blanks);
  charter_bank_question_check (self->question);
}

/* ---- gaps ---- */

/* One of the words that may be put into gaps of its group. */
typedef struct {
  char *text;
  char *group;
} Word;

static void
word_free (Word *word)
{
  g_free (word->text);
  g_free (word->group);
  g_free (word);
}

static GPtrArray *
list_words (CharterBankMoodle *self)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify)word_free);

  for (const CharterBankNode *at = self->node->first; at != NULL; at = at->next)
    if (charter_bank_node_is (at, "selectoption") || charter_bank_node_is (at, "dragbox"))
      {
        Word *word = g_new0 (Word, 1);

        word->text = charter_bank_moodle_dup_inline (self, at);
        word->group = charter_bank_node_dup_words (charter_bank_node_find (at, "group"));
        g_ptr_array_add (words, word);
      }
  return words;
}

static gboolean
is_among (const GPtrArray *choices, const char *text)
{
  for (guint i = 0; i < choices->len; i++)
    if (strcmp (((const CharterBankPart *)g_ptr_array_index (choices, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* All words of the right one's group, each once. */
static char *
dup_gap (const GPtrArray *words, guint right, guint index)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  const Word *key = g_ptr_array_index (words, right);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);
      CharterBankPart *choice;

      if (word->text == NULL || key->text == NULL || strcmp (word->group, key->group) != 0
          || is_among (choices, word->text))
        continue;
      choice = g_new0 (CharterBankPart, 1);
      choice->text = word->text;
      choice->correct = strcmp (word->text, key->text) == 0;
      g_ptr_array_add (choices, choice);
    }
  return choices->len >= 2 ? charter_bank_blank_xml (index, choices) : NULL;
}

/* Returns: (transfer full) (nullable) the text with U+E000 at its gaps; NULL where one of them has nothing to choose */
static char *
find_gaps (const char *html, const GPtrArray *words, GPtrArray *inserts)
{
  GString *text = g_string_new (NULL);

  while (*html != '\0')
    {
      char *end = NULL;
      guint64 number = g_str_has_prefix (html, "[[") ? g_ascii_strtoull (html + 2, &end, 10) : 0;
      char *gap;

      if (number == 0 || !g_str_has_prefix (end, "]]"))
        {
          g_string_append_c (text, *html++);
          continue;
        }
      gap = number <= words->len ? dup_gap (words, (guint)number - 1, inserts->len) : NULL;
      if (gap == NULL)
        {
          g_string_free (text, TRUE);
          return NULL;
        }
      g_ptr_array_add (inserts, gap);
      g_string_append (text, PLACE);
      html = end + 2;
    }
  return g_string_free (text, FALSE);
}

void
charter_bank_moodle_read_gaps (CharterBankMoodle *self)
{
  g_autoptr (GPtrArray) words = list_words (self), inserts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *html = charter_bank_moodle_dup_html (charter_bank_node_find (self->node, "questiontext"));
  g_autofree char *text = find_gaps (html, words, inserts);
  CharterBankItem *item;

  if (text == NULL)
    {
      charter_bank_question_list (self->question, "bad-blank",
                                  g_strdup (_ ("a gap with fewer than two words to choose from")),
                                  g_strdup (_ ("each blank has what is right, and a choice something to choose from")),
                                  g_strdup (_ ("mend it in the file, or write the question anew")));
      return;
    }
  g_ptr_array_add (inserts, NULL);
  item = charter_bank_moodle_begin (self, CHARTER_ITEM_CLOZE);
  item->passage = charter_bank_moodle_flow (self, text, TRUE, (const char *const *)inserts->pdata);
  charter_bank_question_check (self->question);
}
