/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between the braces of GIFT, and which kind of item it makes. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-gift.h"

/* ---- answers ---- */

/* One of "=answer#feedback" or "~%50%answer". */
typedef struct {
  char sign;
  gboolean has_weight;
  double weight; /* per cent */
  char *text;
  char *feedback; /* or NULL */
} Answer;

static void
answer_free (Answer *answer)
{
  g_free (answer->text);
  g_free (answer->feedback);
  g_free (answer);
}

static const char *
read_weight (Answer *answer, const char *text)
{
  char *end;
  double weight;

  text += strspn (text, " \t\n");
  if (*text != '%')
    return text;
  weight = g_ascii_strtod (text + 1, &end);
  if (*end != '%' || end == text + 1)
    return text;
  answer->has_weight = TRUE;
  answer->weight = weight;
  return end + 1;
}

static Answer *
answer_new (char sign, const char *text, gsize length)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autofree char *whole = g_strndup (text, length);
  char *mark;

  answer->sign = sign;
  answer->weight = sign == '=' ? 100 : 0;
  text = read_weight (answer, whole);
  mark = strchr (text, '#');
  answer->text = mark != NULL ? g_strndup (text, (gsize)(mark - text)) : g_strdup (text);
  answer->feedback = mark != NULL ? g_strdup (mark + 1) : NULL;
  return answer;
}

/* An equals sign inside an HTML tag is no answer's. */
static GPtrArray *
split_answers (const char *text, const char *signs)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify)answer_free);
  const char *start = NULL, *last = strrchr (text, '>');
  gboolean in_tag = FALSE;

  for (const char *at = text;; at++)
    {
      if (*at == '<' || *at == '>')
        in_tag = *at == '<' && last != NULL && at < last && (g_ascii_isalpha (at[1]) || at[1] == '/');
      if (*at != '\0' && (strchr (signs, *at) == NULL || (*at == '=' && in_tag)))
        continue;
      if (start != NULL)
        g_ptr_array_add (answers, answer_new (*start, start + 1, (gsize)(at - start - 1)));
      start = at;
      if (*at == '\0')
        return answers;
    }
}

static CharterBankItem *
begin_item (CharterBankGift *gift, CharterItemKind kind)
{
  CharterBankItem *item = charter_bank_question_add (gift->question, kind);

  item->id = g_strdup (gift->id);
  for (guint i = 0; gift->tags != NULL && gift->tags[i] != NULL; i++)
    charter_bank_item_tag (item, gift->tags[i]);
  item->rationale = gift->rationale != NULL ? charter_bank_gift_dup_blocks (gift, gift->rationale) : NULL;
  return item;
}

static CharterBankPart *
add_part (CharterBankGift *gift, CharterBankItem *item, const Answer *answer)
{
  CharterBankPart *part = charter_bank_item_add (item);

  part->why = answer->feedback != NULL ? charter_bank_gift_dup_blocks (gift, answer->feedback) : NULL;
  return part;
}

/* With a blank in the middle of the text: what stands before and behind it. */
static char *
dup_around (const CharterBankGift *gift, const char *blank)
{
  return *gift->behind != '\0' ? g_strconcat (gift->stem, " ", blank, gift->behind, NULL) : g_strdup (gift->stem);
}

static void
set_stem (CharterBankGift *gift, CharterBankItem *item)
{
  g_autofree char *text = dup_around (gift, "_____");

  item->stem = charter_bank_gift_dup_blocks (gift, text);
}

/* ---- kinds ---- */

static void
warn_of_credit (CharterBankGift *gift, const GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);

      if (answer->weight <= 0 || answer->weight >= 100)
        continue;
      charter_bank_tell_credit (gift->question);
      return;
    }
}

static void
add_options (CharterBankGift *gift, CharterBankItem *item, const GPtrArray *answers, gboolean is_single)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      CharterBankPart *part = add_part (gift, item, answer);

      part->text = charter_bank_gift_dup_inline (gift, answer->text);
      part->correct = is_single ? answer->weight >= 100 : answer->weight > 0;
    }
  if (is_single)
    warn_of_credit (gift, answers);
}

/* A choice in the middle of a text is a text with a blank. */
static void
make_cloze (CharterBankGift *gift, CharterBankItem *item)
{
  g_autofree char *text = NULL, *shown = NULL, *blank = NULL;
  const char *inserts[2] = { NULL, NULL };

  if (charter_bank_item_count_right (item) != 1 || item->parts->len < 2)
    return;
  item->kind = CHARTER_ITEM_CLOZE;
  blank = charter_bank_blank_xml (0, item->parts);
  inserts[0] = blank;
  text = g_strconcat (gift->stem, "\356\200\200", gift->behind, NULL);
  shown = charter_bank_gift_reveal (text, " ");
  g_clear_pointer (&item->stem, g_free);
  item->passage = charter_bank_gift_dup_flow (gift, shown, TRUE, inserts);
  charter_bank_question_check (gift->question);
}

/* "~%100%right ~%0%wrong": many write one right answer so. Where a wrong one costs points, several were meant. */
static gboolean
is_plain_single (const GPtrArray *answers)
{
  guint n_right = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);

      if (answer->weight != 0 && answer->weight < 100)
        return FALSE;
      n_right += answer->weight >= 100;
    }
  return n_right == 1;
}

static void
read_choice (CharterBankGift *gift, const GPtrArray *answers)
{
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_SINGLE);
  gboolean is_single = FALSE;

  for (guint i = 0; i < answers->len; i++)
    is_single |= ((const Answer *)g_ptr_array_index (answers, i))->sign == '=';
  add_options (gift, item, answers, is_single);
  set_stem (gift, item);
  if (!is_single && !is_plain_single (answers))
    {
      item->kind = CHARTER_ITEM_MULTIPLE;
      item->is_partial = TRUE;
    }
  charter_bank_question_check (gift->question);
  if (!gift->question->is_listed && *gift->behind != '\0' && item->kind == CHARTER_ITEM_SINGLE)
    make_cloze (gift, item);
}

static gboolean
are_pairs (const GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    if (strstr (((const Answer *)g_ptr_array_index (answers, i))->text, "->") == NULL)
      return FALSE;
  return answers->len > 0;
}

static void
read_pairs (CharterBankGift *gift, const GPtrArray *answers)
{
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_MATCH);

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      const char *arrow = strstr (answer->text, "->");
      CharterBankPart *part = add_part (gift, item, answer);
      g_autofree char *left = g_strndup (answer->text, (gsize)(arrow - answer->text));

      part->text = charter_bank_gift_dup_inline (gift, left);
      part->match = charter_bank_gift_dup_inline (gift, arrow + 2);
    }
  set_stem (gift, item);
  charter_bank_question_check (gift->question);
}

/* Whether it is a pattern; "*" alone stands for all other answers. */
static gboolean
drop_pattern (CharterBankGift *gift, const char *words)
{
  if (strchr (words, '*') == NULL)
    return FALSE;
  charter_bank_question_warn (gift->question, "wildcard",
                              g_strdup_printf (_ ("the answer “%s” stands for many"), words),
                              g_strdup (_ ("Charter compares whole answers; it was left out")),
                              g_strdup (_ ("write down the answers that it stands for")));
  return TRUE;
}

static void
read_short (CharterBankGift *gift, const GPtrArray *answers)
{
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_SHORT);

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      g_autofree char *words = charter_bank_gift_dup_plain (gift, answer->text);
      CharterBankPart *part;

      if (strcmp (words, "*") == 0 || drop_pattern (gift, words))
        continue;
      part = add_part (gift, item, answer);
      part->value = g_steal_pointer (&words);
      part->correct = answer->weight >= 100;
    }
  warn_of_credit (gift, answers);
  set_stem (gift, item);
  charter_bank_question_check (gift->question);
}

/* "3:2" is 3 within 2, "1..5" is 3 within 2, too. */
static gboolean
read_number (CharterBankPart *part, const char *text)
{
  g_autofree char *folded = charter_bank_words_fold (text), *first = NULL, *second = NULL;
  const char *dots = strstr (folded, ".."), *colon = strchr (folded, ':');
  const char *split = dots != NULL ? dots : colon;

  if (split == NULL)
    return (part->value = charter_bank_words_dup_decimal (folded)) != NULL;
  folded[split - folded] = '\0';
  first = charter_bank_words_dup_decimal (folded);
  second = charter_bank_words_dup_decimal (split + (dots != NULL ? 2 : 1));
  if (first == NULL || second == NULL)
    return FALSE;
  if (dots != NULL)
    {
      double low = g_ascii_strtod (first, NULL), high = g_ascii_strtod (second, NULL);

      part->value = charter_bank_words_decimal ((low + high) / 2);
      part->tolerance = charter_bank_words_decimal ((high - low) / 2);
    }
  else
    {
      part->value = g_steal_pointer (&first);
      part->tolerance = g_steal_pointer (&second);
    }
  if (part->tolerance != NULL && strtod (part->tolerance, NULL) == 0)
    g_clear_pointer (&part->tolerance, g_free);
  return part->value != NULL && (part->tolerance == NULL || *part->tolerance != '-');
}

static void
list_number (CharterBankGift *gift, const char *text)
{
  charter_bank_question_list (gift->question, "bad-number", g_strdup_printf (_ ("“%s” is no number"), text),
                              g_strdup (_ ("a number such as 3, 3:0.5 or 1..5")),
                              g_strdup (_ ("mend it in the file, or write the question anew")));
}

static void
read_numbers (CharterBankGift *gift, const char *text)
{
  g_autofree char *signed_text = *text == '=' || *text == '~' ? g_strdup (text) : g_strconcat ("=", text, NULL);
  g_autoptr (GPtrArray) answers = split_answers (signed_text, "=~");
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_NUMBER);
  gboolean has_right = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      g_autofree char *words = charter_bank_gift_dup_plain (gift, answer->text);
      CharterBankPart *part;

      if (strcmp (words, "*") == 0 || (*words == '\0' && has_right))
        continue;
      part = add_part (gift, item, answer);
      if (!read_number (part, words))
        {
          list_number (gift, words);
          return;
        }
      part->correct = answer->weight >= 100 && !has_right;
      has_right |= part->correct;
    }
  warn_of_credit (gift, answers);
  set_stem (gift, item);
  charter_bank_question_check (gift->question);
}

/* The first feedback is for those who were wrong, the second for those who were right. */
static gboolean
read_truth (CharterBankGift *gift)
{
  g_auto (GStrv) parts = g_strsplit (gift->answer, "#", 3);
  const char *word = g_strstrip (parts[0]);
  gboolean is_true = g_ascii_strcasecmp (word, "T") == 0 || g_ascii_strcasecmp (word, "TRUE") == 0;
  CharterBankItem *item;
  CharterBankPart *whys[2];

  if (!is_true && g_ascii_strcasecmp (word, "F") != 0 && g_ascii_strcasecmp (word, "FALSE") != 0)
    return FALSE;
  item = begin_item (gift, CHARTER_ITEM_TRUEFALSE);
  item->is_true = is_true;
  whys[0] = charter_bank_item_add (item);
  whys[1] = charter_bank_item_add (item);
  if (parts[1] != NULL)
    whys[is_true ? 1 : 0]->why = charter_bank_gift_dup_blocks (gift, parts[1]);
  if (parts[1] != NULL && parts[2] != NULL)
    whys[is_true ? 0 : 1]->why = charter_bank_gift_dup_blocks (gift, parts[2]);
  set_stem (gift, item);
  charter_bank_question_check (gift->question);
  return TRUE;
}

/* The plug-in's own words for how to show and grade it stand in the first line. */
static gboolean
is_setting (const char *word)
{
  static const char *const settings[]
    = { "ALL",      "RANDOM",   "CONTIGUOUS", "VERTICAL", "HORIZONTAL", "ALL_OR_NOTHING", "ABSOLUTE_POSITION",
        "RELATIVE", "ABSOLUTE", "V",          "H",        "VERT",       "HORI",           "REL",
        "CONTIG",   "EXACT",    NULL };
  g_autofree char *upper = g_ascii_strup (word, -1);

  return *upper == '\0' || strspn (upper, "0123456789") == strlen (upper) || g_strv_contains (settings, upper)
         || g_str_has_prefix (upper, "RELATIVE_") || g_str_has_prefix (upper, "LONGEST_");
}

static gboolean
are_settings (const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!is_setting (words[i]) && g_ascii_strcasecmp (words[i], "none") != 0)
      return FALSE;
  return TRUE;
}

static void
read_order (CharterBankGift *gift)
{
  g_auto (GStrv) lines = g_strsplit (gift->answer + 1, "\n", -1);
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_ORDER);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      CharterBankPart *part;

      if (*g_strstrip (lines[i]) == '\0' || (i == 0 && are_settings (lines[i])))
        continue;
      part = charter_bank_item_add (item);
      part->text = charter_bank_gift_dup_inline (gift, lines[i]);
    }
  set_stem (gift, item);
  charter_bank_question_check (gift->question);
}

static void
read_answers (CharterBankGift *gift)
{
  g_autoptr (GPtrArray) answers = split_answers (gift->answer, "=~");

  if (answers->len == 0)
    charter_bank_question_list (gift->question, "unreadable", g_strdup (_ ("no answer begins with “=” or “~”")),
                                g_strdup (_ ("“=” before what is right, “~” before what is wrong")),
                                g_strdup (_ ("mend it in the file")));
  else if (strchr (gift->answer, '~') != NULL)
    read_choice (gift, answers);
  else if (are_pairs (answers))
    read_pairs (gift, answers);
  else
    read_short (gift, answers);
}

void
charter_bank_gift_read_body (CharterBankGift *gift)
{
  g_strstrip (gift->answer);
  if (*gift->answer == '\0')
    charter_bank_question_list_type (gift->question, "essay");
  else if (*gift->answer == '#')
    read_numbers (gift, gift->answer + 1 + strspn (gift->answer + 1, " \t\n"));
  else if (*gift->answer == '>')
    read_order (gift);
  else if (!read_truth (gift))
    read_answers (gift);
}
