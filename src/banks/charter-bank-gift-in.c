/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads GIFT. Questions are parted by blank lines; so a fault in one of them can't reach the next. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-gift.h"

/* What stands behind a backslash is put out of the way first: U+E010 and on. */
static const char escapable[] = "~=#{}:\\n";
#define HIDDEN 0xE010
#define LINE_FEED (HIDDEN + 7)

typedef struct {
  CharterBankBook *book;
  GString *block;   /* the lines of the question that is being read */
  GString *remark;  /* its comments */
  guint line;       /* on which it begins */
  gboolean is_open; /* a brace of it is */
  char *path;       /* of the category */
  char *scenario;   /* id of the scenario that is open, or NULL */
} Reader;

typedef struct {
  CharterBankQuestion *question;
  char *format; /* "html", "plain" … */
  char *stem;   /* what stands before the braces, */
  char *answer; /* in them, or NULL */
  char *behind; /* and after them */
  char *rationale;
  char *id;
  char **tags;
} Gift;

/* ---- text ---- */

static char *
hide (const char *text)
{
  GString *hidden = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      const char *which = text[0] == '\\' && text[1] != '\0' ? strchr (escapable, text[1]) : NULL;

      if (which == NULL)
        g_string_append_c (hidden, *text);
      else
        {
          g_string_append_unichar (hidden, HIDDEN + (gunichar)(which - escapable));
          text++;
        }
    }
  return g_string_free (hidden, FALSE);
}

static char *
reveal (const char *text, const char *line_feed)
{
  GString *shown = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == LINE_FEED)
        g_string_append (shown, line_feed);
      else if (c >= HIDDEN && c < LINE_FEED)
        g_string_append_c (shown, escapable[c - HIDDEN]);
      else
        g_string_append_unichar (shown, c);
    }
  return g_string_free (shown, FALSE);
}

static gboolean
is_html (const Gift *gift)
{
  return strcmp (gift->format, "plain") != 0;
}

/* A text may begin with its own format in brackets. Returns: behind it */
static const char *
skip_format (const char *text, char **format)
{
  static const char *const formats[] = { "html", "plain", "moodle", "markdown" };

  text += strspn (text, " \t\n");
  for (guint i = 0; *text == '[' && i < G_N_ELEMENTS (formats); i++)
    {
      gsize length = strlen (formats[i]);

      if (strncmp (text + 1, formats[i], length) == 0 && text[length + 1] == ']')
        {
          g_free (*format);
          *format = g_strdup (formats[i]);
          return text + length + 2;
        }
    }
  return text;
}

static char *
dup_flow (Gift *gift, const char *text, gboolean is_inline, const char *const *inserts)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (is_inline);
  char *xml;

  charter_bank_flow_html (flow, text, inserts);
  xml = charter_bank_flow_finish (flow);
  charter_bank_tell_lost (gift->question, flow);
  return xml;
}

static char *
dup_blocks (Gift *gift, const char *text)
{
  g_autofree char *before = g_strdup (gift->format), *shown = NULL, *xml = NULL;

  text = skip_format (text, &gift->format);
  if (is_html (gift))
    {
      shown = reveal (text, strcmp (gift->format, "html") == 0 ? "\n" : "<br>");
      xml = dup_flow (gift, shown, FALSE, NULL);
    }
  else
    {
      g_autofree char *folded = charter_bank_words_fold (text);

      shown = reveal (folded, "\n");
      xml = charter_bank_blocks_from_plain (shown);
    }
  g_free (gift->format);
  gift->format = g_steal_pointer (&before);
  return g_steal_pointer (&xml);
}

static char *
dup_inline (Gift *gift, const char *text)
{
  g_autofree char *before = g_strdup (gift->format), *shown = NULL, *xml = NULL;

  text = skip_format (text, &gift->format);
  shown = reveal (text, " ");
  xml = is_html (gift) ? dup_flow (gift, shown, TRUE, NULL) : charter_bank_inline_from_plain (shown);
  g_free (gift->format);
  gift->format = g_steal_pointer (&before);
  return g_steal_pointer (&xml);
}

/* What is to be typed has no markup. */
static char *
dup_plain (Gift *gift, const char *text)
{
  g_autofree char *shown = NULL, *format = g_strdup (gift->format);

  text = skip_format (text, &format);
  shown = reveal (text, " ");
  return strcmp (format, "html") == 0 ? charter_bank_flow_plain (shown) : charter_bank_words_fold (shown);
}

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
begin_item (Gift *gift, CharterItemKind kind)
{
  CharterBankItem *item = charter_bank_question_add (gift->question, kind);

  item->id = g_strdup (gift->id);
  for (guint i = 0; gift->tags != NULL && gift->tags[i] != NULL; i++)
    charter_bank_item_tag (item, gift->tags[i]);
  item->rationale = gift->rationale != NULL ? dup_blocks (gift, gift->rationale) : NULL;
  return item;
}

static CharterBankPart *
add_part (Gift *gift, CharterBankItem *item, const Answer *answer)
{
  CharterBankPart *part = charter_bank_item_add (item);

  part->why = answer->feedback != NULL ? dup_blocks (gift, answer->feedback) : NULL;
  return part;
}

/* With a blank in the middle of the text: what stands before and behind it. */
static char *
dup_around (const Gift *gift, const char *blank)
{
  return *gift->behind != '\0' ? g_strconcat (gift->stem, " ", blank, gift->behind, NULL) : g_strdup (gift->stem);
}

static void
set_stem (Gift *gift, CharterBankItem *item)
{
  g_autofree char *text = dup_around (gift, "_____");

  item->stem = dup_blocks (gift, text);
}

/* ---- kinds ---- */

static void
warn_of_credit (Gift *gift, const GPtrArray *answers)
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
add_options (Gift *gift, CharterBankItem *item, const GPtrArray *answers, gboolean is_single)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      CharterBankPart *part = add_part (gift, item, answer);

      part->text = dup_inline (gift, answer->text);
      part->correct = is_single ? answer->weight >= 100 : answer->weight > 0;
    }
  if (is_single)
    warn_of_credit (gift, answers);
}

/* A choice in the middle of a text is a text with a blank. */
static void
make_cloze (Gift *gift, CharterBankItem *item)
{
  g_autofree char *text = NULL, *shown = NULL, *blank = NULL;
  const char *inserts[2] = { NULL, NULL };

  if (charter_bank_item_count_right (item) != 1 || item->parts->len < 2)
    return;
  item->kind = CHARTER_ITEM_CLOZE;
  blank = charter_bank_blank_xml (0, item->parts);
  inserts[0] = blank;
  text = g_strconcat (gift->stem, "\356\200\200", gift->behind, NULL);
  shown = reveal (text, " ");
  g_clear_pointer (&item->stem, g_free);
  item->passage = dup_flow (gift, shown, TRUE, inserts);
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
read_choice (Gift *gift, const GPtrArray *answers)
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
read_pairs (Gift *gift, const GPtrArray *answers)
{
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_MATCH);

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      const char *arrow = strstr (answer->text, "->");
      CharterBankPart *part = add_part (gift, item, answer);
      g_autofree char *left = g_strndup (answer->text, (gsize)(arrow - answer->text));

      part->text = dup_inline (gift, left);
      part->match = dup_inline (gift, arrow + 2);
    }
  set_stem (gift, item);
  charter_bank_question_check (gift->question);
}

/* Whether it is a pattern; "*" alone stands for all other answers. */
static gboolean
drop_pattern (Gift *gift, const char *words)
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
read_short (Gift *gift, const GPtrArray *answers)
{
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_SHORT);

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      g_autofree char *words = dup_plain (gift, answer->text);
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
list_number (Gift *gift, const char *text)
{
  charter_bank_question_list (gift->question, "bad-number", g_strdup_printf (_ ("“%s” is no number"), text),
                              g_strdup (_ ("a number such as 3, 3:0.5 or 1..5")),
                              g_strdup (_ ("mend it in the file, or write the question anew")));
}

static void
read_numbers (Gift *gift, const char *text)
{
  g_autofree char *signed_text = *text == '=' || *text == '~' ? g_strdup (text) : g_strconcat ("=", text, NULL);
  g_autoptr (GPtrArray) answers = split_answers (signed_text, "=~");
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_NUMBER);
  gboolean has_right = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);
      g_autofree char *words = dup_plain (gift, answer->text);
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
read_truth (Gift *gift)
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
    whys[is_true ? 1 : 0]->why = dup_blocks (gift, parts[1]);
  if (parts[1] != NULL && parts[2] != NULL)
    whys[is_true ? 0 : 1]->why = dup_blocks (gift, parts[2]);
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
read_order (Gift *gift)
{
  g_auto (GStrv) lines = g_strsplit (gift->answer + 1, "\n", -1);
  CharterBankItem *item = begin_item (gift, CHARTER_ITEM_ORDER);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      CharterBankPart *part;

      if (*g_strstrip (lines[i]) == '\0' || (i == 0 && are_settings (lines[i])))
        continue;
      part = charter_bank_item_add (item);
      part->text = dup_inline (gift, lines[i]);
    }
  set_stem (gift, item);
  charter_bank_question_check (gift->question);
}

static void
read_answers (Gift *gift)
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

/* ---- a question ---- */

static void
read_body (Gift *gift)
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

/* "[id:capitals] [tag:europe]" in a comment. */
static char *
find_bracket (const char *remark, const char *key)
{
  g_autofree char *open = g_strdup_printf ("[%s:", key);
  const char *start = strstr (remark, open), *end = start != NULL ? strchr (start, ']') : NULL;

  return end != NULL ? g_strndup (start + strlen (open), (gsize)(end - start) - strlen (open)) : NULL;
}

static char **
find_tags (const char *remark)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (const char *at = remark; (at = strstr (at, "[tag:")) != NULL; at++)
    {
      const char *end = strchr (at, ']');

      if (end == NULL)
        break;
      g_ptr_array_add (tags, g_strndup (at + 5, (gsize)(end - at - 5)));
    }
  g_ptr_array_add (tags, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

/* Returns: behind "::name::" */
static const char *
read_name (const char *text, char **name)
{
  const char *end;

  text += strspn (text, " \t\n");
  end = g_str_has_prefix (text, "::") ? strstr (text + 2, "::") : NULL;
  if (end == NULL)
    return text;
  {
    g_autofree char *hidden = g_strndup (text + 2, (gsize)(end - text - 2));

    *name = reveal (hidden, " ");
  }
  return end + 2;
}

/* Parts the text at its braces. Returns: FALSE where that can't be done; the question is then listed. */
static gboolean
part (Gift *gift, const char *text)
{
  const char *open, *close, *general;

  text = skip_format (text, &gift->format);
  open = strchr (text, '{');
  close = open != NULL ? strchr (open, '}') : strchr (text, '}');
  if ((open == NULL) != (close == NULL) || (close != NULL && strchr (close + 1, '{') != NULL))
    {
      charter_bank_question_list (gift->question, "unreadable",
                                  open == NULL || close == NULL ? g_strdup (_ ("a brace that has no other one"))
                                                                : g_strdup (_ ("more than one place for an answer")),
                                  g_strdup (
                                    _ ("a question has one pair of braces; plain ones are written “\\{” and “\\}”")),
                                  g_strdup (_ ("mend it in the file")));
      return FALSE;
    }
  gift->stem = open != NULL ? g_strndup (text, (gsize)(open - text)) : g_strdup (text);
  gift->behind = g_strdup (close != NULL ? close + 1 : "");
  if (charter_bank_is_blank (gift->behind))
    *gift->behind = '\0';
  gift->answer = open != NULL ? g_strndup (open + 1, (gsize)(close - open - 1)) : NULL;
  general = gift->answer != NULL ? strstr (gift->answer, "####") : NULL;
  if (general != NULL)
    {
      gift->rationale = g_strdup (general + 4);
      gift->answer[general - gift->answer] = '\0';
    }
  return TRUE;
}

/* A text without braces asks nothing. One that Charter wrote itself begins a scenario. */
static void
read_description (Reader *reader, Gift *gift, const char *name)
{
  if (gift->id != NULL && g_str_has_prefix (gift->id, "scenario-"))
    {
      g_autofree char *situation = dup_blocks (gift, gift->stem);

      if (situation != NULL)
        {
          g_ptr_array_remove (reader->book->group->questions, gift->question);
          gift->question = NULL;
          g_free (reader->scenario);
          reader->scenario = g_strdup (gift->id);
          charter_bank_book_enter_scenario (reader->book, gift->id + strlen ("scenario-"), name,
                                            g_steal_pointer (&situation));
          return;
        }
    }
  charter_bank_question_list (gift->question, "no-question", g_strdup (_ ("a text that asks nothing")),
                              g_strdup (_ ("a question has braces with its answers")),
                              g_strdup (_ ("make it the situation of a scenario, if questions belong to it")));
}

static void
gift_clear (Gift *gift)
{
  g_free (gift->format);
  g_free (gift->stem);
  g_free (gift->answer);
  g_free (gift->behind);
  g_free (gift->rationale);
  g_free (gift->id);
  g_strfreev (gift->tags);
}

/* Questions that are not of the scenario end it. */
static void
enter_group (Reader *reader, const Gift *gift, gboolean is_description)
{
  if (reader->scenario == NULL || is_description
      || (gift->tags != NULL && g_strv_contains ((const char *const *)gift->tags, reader->scenario)))
    return;
  g_clear_pointer (&reader->scenario, g_free);
  charter_bank_book_enter (reader->book, reader->path);
}

static void
drop_tag (char **tags, const char *tag)
{
  guint n = 0;

  for (guint i = 0; tags[i] != NULL; i++)
    if (strcmp (tags[i], tag) == 0)
      g_free (tags[i]);
    else
      tags[n++] = tags[i];
  tags[n] = NULL;
}

static void
end_question (Reader *reader)
{
  g_autofree char *hidden = hide (reader->block->str), *name = NULL;
  Gift gift = { .format = g_strdup ("moodle") };
  const char *text = read_name (hidden, &name);

  if (!charter_bank_is_blank (hidden))
    {
      gift.id = find_bracket (reader->remark->str, "id");
      gift.tags = find_tags (reader->remark->str);
      enter_group (reader, &gift, strchr (text, '{') == NULL);
      if (reader->scenario != NULL)
        drop_tag (gift.tags, reader->scenario);
      gift.question = charter_bank_book_begin (reader->book, reader->line, name);
      if (part (&gift, text))
        {
          if (gift.answer == NULL)
            read_description (reader, &gift, name != NULL ? name : "");
          else
            read_body (&gift);
        }
    }
  gift_clear (&gift);
  reader->is_open = FALSE;
  g_string_truncate (reader->block, 0);
  g_string_truncate (reader->remark, 0);
}

/* ---- the file ---- */

/* "$course$/top/Europe/Capitals": "//" is a slash that belongs to a name. */
char *
charter_bank_category_to_path (const char *category)
{
  GString *path = g_string_new (NULL);
  g_auto (GStrv) titles = NULL;
  g_autofree char *single = NULL;

  for (const char *at = category; *at != '\0'; at++)
    if (at[0] == '/' && at[1] == '/')
      {
        g_string_append_c (path, '/');
        at++;
      }
    else
      g_string_append_c (path, *at == '/' ? '\n' : *at);
  single = g_string_free (path, FALSE);
  titles = g_strsplit (single, "\n", -1);
  path = g_string_new (NULL);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = charter_bank_words_fold (titles[i]);

      if (*title == '\0' || g_str_has_prefix (title, "$") || (path->len == 0 && strcmp (title, "top") == 0))
        continue;
      g_string_append_printf (path, "%s%s", path->len > 0 ? "\n" : "", title);
    }
  return g_string_free (path, FALSE);
}

static gboolean
is_escaped (const char *start, const char *at)
{
  gboolean escaped = FALSE;

  for (; at > start && at[-1] == '\\'; at--)
    escaped = !escaped;
  return escaped;
}

static void
note_braces (Reader *reader, const char *line)
{
  for (const char *at = line; *at != '\0'; at++)
    if ((*at == '{' || *at == '}') && !is_escaped (line, at))
      reader->is_open = *at == '{';
}

/* A blank line inside of braces: they go on where the next brace closes them. */
static gboolean
goes_on (const Reader *reader, char **rest)
{
  if (!reader->is_open)
    return FALSE;
  for (guint i = 0; i < 200 && rest[i] != NULL; i++)
    for (const char *at = rest[i]; *at != '\0'; at++)
      if ((*at == '{' || *at == '}') && !is_escaped (rest[i], at))
        return *at == '}';
  return FALSE;
}

static void
read_line (Reader *reader, char **lines, guint index)
{
  g_autofree char *line = g_strstrip (g_strdup (lines[index]));

  if (g_str_has_prefix (line, "//"))
    g_string_append (reader->remark, line);
  else if (*line == '\0')
    {
      if (reader->block->len > 0 && !goes_on (reader, lines + index + 1))
        end_question (reader);
    }
  else if (reader->block->len == 0 && g_str_has_prefix (line, "$CATEGORY:"))
    {
      g_autofree char *path = charter_bank_category_to_path (line + strlen ("$CATEGORY:"));

      g_free (reader->path);
      reader->path = g_steal_pointer (&path);
      g_clear_pointer (&reader->scenario, g_free);
      charter_bank_book_enter (reader->book, reader->path);
      g_string_truncate (reader->remark, 0);
    }
  else
    {
      if (reader->block->len == 0)
        reader->line = index + 1;
      note_braces (reader, line);
      g_string_append_printf (reader->block, "%s\n", line);
    }
}

gboolean
charter_bank_gift_read (GBytes *bytes, CharterBankBook *book, GError **error)
{
  gboolean was_foreign;
  g_autofree char *text = charter_bank_words_decode (bytes, NULL, &was_foreign);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader reader = { .book = book, .block = g_string_new (NULL), .remark = g_string_new (NULL) };

  reader.path = g_strdup ("");
  if (was_foreign)
    charter_bank_tell_foreign (book);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reader, lines, i);
  end_question (&reader);
  g_string_free (reader.block, TRUE);
  g_string_free (reader.remark, TRUE);
  g_free (reader.path);
  g_free (reader.scenario);
  return TRUE;
}
