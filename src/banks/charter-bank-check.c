/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers share: making items sound, and saying what could not be taken. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-private.h"
#include "charter-loader.h"

/* ---- telling ---- */

void
charter_bank_tell_slips (CharterBankBook *book, const CharterBankTree *tree)
{
  for (guint i = 0; i < tree->slips->len; i++)
    {
      const CharterBankSlip *slip = g_ptr_array_index (tree->slips, i);

      charter_bank_book_tell (book, CHARTER_SEVERITY_WARNING, "not-well-formed", slip->line, g_strdup (slip->found),
                              slip->is_mended ? g_strdup (_ ("it was read as what was probably meant"))
                                              : g_strdup (_ ("what follows was read as well as it could be")),
                              g_strdup (slip->mend));
    }
}

void
charter_bank_tell_foreign (CharterBankBook *book)
{
  charter_bank_book_tell (book, CHARTER_SEVERITY_WARNING, "bad-encoding", 0,
                          g_strdup (_ ("the file is not written in UTF-8")),
                          g_strdup (_ ("it was read as windows-1252, or as what it says")),
                          g_strdup (_ ("look whether letters with accents came out right; if not, save it as UTF-8")));
}

void
charter_bank_tell_lost (CharterBankQuestion *question, CharterBankFlow *flow)
{
  const GPtrArray *lost = charter_bank_flow_get_lost (flow);

  for (guint i = 0; i < lost->len; i++)
    charter_bank_question_warn (question, "lost-media",
                                g_strdup_printf (_ ("“%s” can’t be shown here"), (char *)g_ptr_array_index (lost, i)),
                                g_strdup (_ ("texts hold words, lists, tables, and pictures that come with the file")),
                                g_strdup (_ ("say in words what it shows, or add the picture to the stem")));
}

void
charter_bank_tell_credit (CharterBankQuestion *question)
{
  charter_bank_question_warn (question, "partial-credit", g_strdup (_ ("an answer that is worth a part of the points")),
                              g_strdup (_ ("where one answer is right, the others are worth nothing")),
                              g_strdup (_ ("say in its why how far it is right")));
}

/* ---- text ---- */

char *
charter_bank_inline_from_plain (const char *text)
{
  g_autofree char *folded = charter_bank_words_fold (text);

  return *folded != '\0' ? charter_bank_words_dup_escaped (folded) : NULL;
}

char *
charter_bank_blocks_from_plain (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *blocks = g_string_new (NULL);
  g_autofree char *xml = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = charter_bank_inline_from_plain (lines[i]);

      if (line != NULL)
        g_string_append_printf (blocks, "<p>%s</p>", line);
    }
  xml = g_string_free (blocks, FALSE);
  return *xml != '\0' ? g_steal_pointer (&xml) : NULL;
}

char *
charter_bank_blank_xml (guint index, const GPtrArray *choices)
{
  GString *xml = g_string_new (NULL);

  g_string_append_printf (xml, "<blank id=\"blank-%u\">", index + 1);
  for (guint i = 0; i < choices->len; i++)
    {
      const CharterBankPart *choice = g_ptr_array_index (choices, i);

      g_string_append_printf (xml, "<choice id=\"blank-%u-%u\"%s><text>%s</text>", index + 1, i + 1,
                              choice->correct ? " correct=\"true\"" : "", choice->text);
      if (choice->why != NULL)
        g_string_append_printf (xml, "<why>%s</why>", choice->why);
      g_string_append (xml, "</choice>");
    }
  g_string_append (xml, "</blank>");
  return g_string_free (xml, FALSE);
}

gboolean
charter_bank_is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

/* ---- choices ---- */

void
charter_bank_item_settle_choice (CharterBankItem *item)
{
  item->kind = charter_bank_item_count_right (item) == 1 ? CHARTER_ITEM_SINGLE : CHARTER_ITEM_MULTIPLE;
}

void
charter_bank_item_pin_all (CharterBankItem *item)
{
  for (guint i = 0; i < item->parts->len; i++)
    ((CharterBankPart *)g_ptr_array_index (item->parts, i))->is_fixed = TRUE;
}

/* "All of the above" would stand above when the options are shuffled. */
#define ABOVE                                                                                                          \
  "^(all|none|any|both|neither|either|some|each)( two| three)? (of )?(the )?"                                          \
  "(above|these|those|others?|other answers?|preceding|previous|options|answers)\\b"                                   \
  "|^(todas?|todos|ningun[ao]|cualquiera)( de)?( las| los)? (anteriores|otras|opciones|respuestas)\\b"
/* "Both A and C": as XML, in which "&" is "&amp;". */
#define LETTERS                                                                                                        \
  "^(?:(?i:both|either|neither|only|answers?|options?|choices?|ambas?|tanto) )*\\(?[A-H]\\)?"                          \
  "(?:(?: ?, ?| ?/ ?|,? (?:and|or|nor|y|o|como|&amp;) )\\(?[A-H]\\)?)+(?:,? (?i:only|but not [A-H]|are "               \
  "correct))*\\.?$"

static gboolean
matches (GRegex **regex, const char *pattern, GRegexCompileFlags flags, const char *text)
{
  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, flags | G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (*regex, text, 0, NULL);
}

/* Where options speak of each other, shuffling would change what they say. */
static void
pin_options (CharterBankItem *item)
{
  static GRegex *above, *letters;

  for (guint i = 0; i < item->parts->len; i++)
    {
      CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (part->text == NULL)
        continue;
      part->is_fixed |= matches (&above, ABOVE, G_REGEX_CASELESS, part->text);
      if (matches (&letters, LETTERS, 0, part->text))
        charter_bank_item_pin_all (item);
    }
}

void
charter_bank_item_keep_first_right (CharterBankItem *item, CharterBankQuestion *question)
{
  guint n = charter_bank_item_count_right (item), seen = 0;

  for (guint i = 0; i < item->parts->len;)
    {
      const CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (part->correct && seen++ > 0)
        g_ptr_array_remove_index (item->parts, i);
      else
        i++;
    }
  if (n > 1)
    charter_bank_question_warn (question, "several-right",
                                g_strdup_printf (_ ("%u options are right, and any one of them is enough"), n),
                                g_strdup (_ ("where one is to be chosen, one is right; the first was kept")),
                                g_strdup (_ ("make it a question with several right answers, if it is one")));
}

/* ---- soundness ---- */

static void
list_wanting (CharterBankQuestion *self, const char *code, char *found, char *expected)
{
  charter_bank_question_list (self, code, found, expected, g_strdup (_ ("complete it in the file, or write it anew")));
}

/* An answer that nobody could read or type is let go. */
static void
drop_blank (CharterBankQuestion *self, CharterBankItem *item, gboolean by_value)
{
  guint before = item->parts->len;

  for (guint i = item->parts->len; i > 0; i--)
    {
      const CharterBankPart *part = g_ptr_array_index (item->parts, i - 1);

      if (by_value ? charter_bank_is_blank (part->value)
                   : charter_bank_is_blank (part->text) && charter_bank_is_blank (part->match))
        g_ptr_array_remove_index (item->parts, i - 1);
    }
  if (item->parts->len < before)
    charter_bank_question_warn (self, "empty-answer", g_strdup (_ ("an answer without words")),
                                g_strdup (_ ("answers have words; it was left out")),
                                g_strdup (_ ("look whether it is complete without it")));
}

static void
check_choice (CharterBankQuestion *self, CharterBankItem *item)
{
  guint n_right;

  drop_blank (self, item, FALSE);
  n_right = charter_bank_item_count_right (item);
  if (item->parts->len < 2)
    list_wanting (self, "too-few", g_strdup (_ ("fewer than two options")),
                  g_strdup (_ ("a choice has two options or more")));
  else if (n_right == 0)
    list_wanting (self, "no-right-answer", g_strdup (_ ("no option is marked as wholly right")),
                  g_strdup (_ ("a choice has at least one right option")));
  else if (item->kind == CHARTER_ITEM_SINGLE && n_right > 1)
    charter_bank_item_keep_first_right (item, self);
}

static guint
count_distinct (const CharterBankItem *item, guint *n_pairs, guint *n_extras)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  *n_pairs = *n_extras = 0;
  for (guint i = 0; i < item->parts->len; i++)
    {
      const CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (charter_bank_is_blank (part->text) || charter_bank_is_blank (part->match))
        (*n_extras)++;
      else
        {
          g_hash_table_add (seen, part->match);
          (*n_pairs)++;
        }
    }
  return g_hash_table_size (seen);
}

static void
drop_extras (CharterBankItem *item)
{
  for (guint i = item->parts->len; i > 0; i--)
    if (charter_bank_is_blank (((const CharterBankPart *)g_ptr_array_index (item->parts, i - 1))->text))
      g_ptr_array_remove_index (item->parts, i - 1);
}

/* A left side without a right one belongs nowhere. */
static void
drop_lonely (CharterBankItem *item)
{
  for (guint i = item->parts->len; i > 0; i--)
    {
      CharterBankPart *part = g_ptr_array_index (item->parts, i - 1);

      if (charter_bank_is_blank (part->match))
        g_ptr_array_remove_index (item->parts, i - 1);
      else if (charter_bank_is_blank (part->text))
        g_clear_pointer (&part->text, g_free);
    }
}

/* Where several left sides have the same right one, that is a category. */
static void
check_pairs (CharterBankQuestion *self, CharterBankItem *item)
{
  guint n_pairs, n_extras, n_distinct;

  drop_lonely (item);
  n_distinct = count_distinct (item, &n_pairs, &n_extras);
  if (n_pairs < 2 || n_distinct < 2)
    {
      list_wanting (self, "too-few", g_strdup (_ ("fewer than two pairs that differ")),
                    g_strdup (_ ("a match has two pairs or more")));
      return;
    }
  item->kind = n_distinct < n_pairs ? CHARTER_ITEM_CLASSIFY : CHARTER_ITEM_MATCH;
  if (item->kind == CHARTER_ITEM_MATCH || n_extras == 0)
    return;
  drop_extras (item);
  charter_bank_question_warn (self, "lost-extras", g_strdup (_ ("answers that belong to nothing, among categories")),
                              g_strdup (_ ("cards belong into a category; these were left out")),
                              g_strdup (_ ("add them as categories of their own, if they matter")));
}

/* A near answer that is right, too, says nothing. */
static void
drop_right_nears (CharterBankItem *item)
{
  for (guint i = item->parts->len; i > 0; i--)
    {
      const CharterBankPart *near = g_ptr_array_index (item->parts, i - 1);
      gboolean is_right = FALSE;

      for (guint k = 0; !near->correct && k < item->parts->len; k++)
        {
          const CharterBankPart *part = g_ptr_array_index (item->parts, k);
          g_autofree char *one = g_utf8_casefold (near->value, -1), *other = g_utf8_casefold (part->value, -1);

          is_right |= part->correct && strcmp (one, other) == 0;
        }
      if (is_right)
        g_ptr_array_remove_index (item->parts, i - 1);
    }
}

static void
check_typed (CharterBankQuestion *self, CharterBankItem *item)
{
  drop_blank (self, item, TRUE);
  drop_right_nears (item);
  if (charter_bank_item_count_right (item) == 0)
    list_wanting (self, "no-right-answer", g_strdup (_ ("no answer is wholly right")),
                  g_strdup (_ ("what is typed has at least one right answer")));
}

static void
check_order (CharterBankQuestion *self, CharterBankItem *item)
{
  drop_blank (self, item, FALSE);
  if (item->parts->len < 2)
    list_wanting (self, "too-few", g_strdup (_ ("fewer than two steps")),
                  g_strdup (_ ("an order has two steps or more")));
}

static void
check_cloze (CharterBankQuestion *self, CharterBankItem *item)
{
  if (item->stem == NULL)
    {
      g_autofree char *words = charter_bank_words_dup_escaped (_ ("Fill in the blanks."));

      item->stem = g_strdup_printf ("<p>%s</p>", words);
    }
  if (item->passage == NULL || strstr (item->passage, "<blank ") == NULL)
    list_wanting (self, "no-blank", g_strdup (_ ("a text without a blank")),
                  g_strdup (_ ("a cloze has at least one blank")));
}

static void
check_item (CharterBankQuestion *self, CharterBankItem *item)
{
  if (item->parts->len > CHARTER_MAX_PARTS)
    {
      charter_bank_question_list (self, "too-many", g_strdup_printf (_ ("%u answers"), item->parts->len),
                                  g_strdup_printf (_ ("at most %d"), CHARTER_MAX_PARTS),
                                  g_strdup (_ ("make several items of it")));
      return;
    }
  switch (item->kind)
    {
    case CHARTER_ITEM_SINGLE:
    case CHARTER_ITEM_MULTIPLE:
      pin_options (item);
      check_choice (self, item);
      break;
    case CHARTER_ITEM_CLASSIFY:
    case CHARTER_ITEM_MATCH:
      check_pairs (self, item);
      break;
    case CHARTER_ITEM_ORDER:
      check_order (self, item);
      break;
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_SHORT:
      check_typed (self, item);
      break;
    case CHARTER_ITEM_CLOZE:
      check_cloze (self, item);
      break;
    case CHARTER_ITEM_TRUEFALSE:
    case CHARTER_ITEM_HOTSPOT:
    case CHARTER_ITEM_DRILL:
    default:
      break;
    }
  if (!self->is_listed && item->stem == NULL)
    list_wanting (self, "no-stem", g_strdup (_ ("nothing is asked")), g_strdup (_ ("a question has a text")));
}

void
charter_bank_question_check (CharterBankQuestion *self)
{
  for (guint i = 0; i < self->items->len; i++)
    check_item (self, g_ptr_array_index (self->items, i));
}
