/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-item-words.h"

#include <glib/gi18n.h>

#include "charter-choice-view.h"

const char *
charter_item_words_get_kind (CharterItemKind kind)
{
  static const char *const names[CHARTER_N_ITEM_KINDS] = {
    [CHARTER_ITEM_SINGLE] = N_ ("One answer of several"),
    [CHARTER_ITEM_MULTIPLE] = N_ ("Several answers"),
    [CHARTER_ITEM_TRUEFALSE] = N_ ("True or false"),
    [CHARTER_ITEM_CLASSIFY] = N_ ("Cards to sort"),
    [CHARTER_ITEM_MATCH] = N_ ("Pairs to match"),
    [CHARTER_ITEM_ORDER] = N_ ("Steps to put in order"),
    [CHARTER_ITEM_NUMBER] = N_ ("A number to type"),
    [CHARTER_ITEM_SHORT] = N_ ("Words to type"),
    [CHARTER_ITEM_CLOZE] = N_ ("Blanks to fill"),
    [CHARTER_ITEM_HOTSPOT] = N_ ("A place to point at"),
    [CHARTER_ITEM_DRILL] = N_ ("Sums with new numbers each time"),
  };

  return _ (names[kind]);
}

char *
charter_item_words_dup_question (const CharterItem *item)
{
  g_autofree char *stem = charter_blocks_to_plain (item->stem);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (stem), "\n", -1);
  guint n = g_strv_length (lines);

  return g_strdup (n > 0 ? lines[n - 1] : item->id);
}

static char *
dup_multiple_task (const CharterItem *item)
{
  if (item->select == 0)
    return g_strdup (_ ("Choose all that apply"));
  return g_strdup_printf (ngettext ("Choose %'u answer", "Choose %'u answers", item->select), item->select);
}

const char *
charter_item_words_get_beginning (const CharterItem *item)
{
  for (guint i = item->stem.n_blocks; i > 0; i--)
    if (item->stem.blocks[i - 1].kind == CHARTER_BLOCK_P)
      return item->stem.blocks[i - 1].p.plain;
  return item->id;
}

char *
charter_item_words_dup_task (const CharterItem *item)
{
  switch (item->kind)
    {
    case CHARTER_ITEM_SINGLE:
      return g_strdup (_ ("Choose one answer"));
    case CHARTER_ITEM_MULTIPLE:
      return dup_multiple_task (item);
    case CHARTER_ITEM_TRUEFALSE:
      return g_strdup (_ ("True or false?"));
    case CHARTER_ITEM_CLASSIFY:
      return g_strdup (_ ("Put each card where it belongs"));
    case CHARTER_ITEM_MATCH:
      return g_strdup (_ ("Choose what goes with each line"));
    case CHARTER_ITEM_ORDER:
      return g_strdup (_ ("Put the steps in the right order"));
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_DRILL:
      return g_strdup (_ ("Type a number"));
    case CHARTER_ITEM_SHORT:
      return g_strdup (_ ("Type a word or two"));
    case CHARTER_ITEM_CLOZE:
      return g_strdup (_ ("Fill each blank"));
    case CHARTER_ITEM_HOTSPOT:
    default:
      return g_strdup (charter_item_count_keys (item) > 1 ? _ ("Point at all that apply") : _ ("Point at one place"));
    }
}

const char *
charter_item_words_get_help (const CharterItem *item)
{
  switch (item->kind)
    {
    case CHARTER_ITEM_CLASSIFY:
      return _ ("Press the number of the place, or drag the card there.");
    case CHARTER_ITEM_ORDER:
      return _ ("Drag a step, or hold Alt and press the up or down arrow.");
    case CHARTER_ITEM_HOTSPOT:
      return _ ("Click on it, or press its letter.");
    case CHARTER_ITEM_SINGLE:
    case CHARTER_ITEM_MULTIPLE:
    case CHARTER_ITEM_TRUEFALSE:
    case CHARTER_ITEM_MATCH:
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_SHORT:
    case CHARTER_ITEM_CLOZE:
    case CHARTER_ITEM_DRILL:
    default:
      return NULL;
    }
}

/* The letters of the right options as they were shown: "B", or "A, D". */
static char *
dup_key_letters (const CharterStep *step, guint *n_letters)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func (g_free);
  char *joined;

  for (guint i = 0; i < step->item->n_parts; i++)
    if (step->item->parts[step->part_order[i]].correct)
      g_ptr_array_add (letters, charter_choice_letter (i));
  *n_letters = letters->len;
  g_ptr_array_add (letters, NULL);
  joined = g_strjoinv (_ (", "), (char **)letters->pdata);
  return joined;
}

static char *
dup_choice_caption (const CharterStep *step)
{
  guint n;
  g_autofree char *letters = dup_key_letters (step, &n);

  return g_strdup_printf (ngettext ("The answer is %s.", "The answers are %s.", n), letters);
}

static char *
dup_parts_caption (const CharterItem *item, CharterResponse *response)
{
  gboolean by_part = item->kind == CHARTER_ITEM_CLASSIFY || item->kind == CHARTER_ITEM_ORDER;
  guint n = by_part ? item->n_parts : item->n_slots;
  guint n_right = 0;

  for (guint i = 0; i < n; i++)
    n_right
      += charter_scoring_mark (item, response, by_part ? item->parts[i].id : item->slots[i].id) == CHARTER_MARK_RIGHT;
  /* Translators: how many of the cards, steps, pairs or blanks of one question are right. */
  return g_strdup_printf (ngettext ("%'u of %'u is right.", "%'u of %'u are right.", n_right), n_right, n);
}

const char *
charter_item_words_get_confidence (CharterConfidence confidence)
{
  switch (confidence)
    {
    case CHARTER_CONFIDENCE_GUESS:
      return C_ ("confidence", "Guess");
    case CHARTER_CONFIDENCE_THINK_SO:
      return C_ ("confidence", "Think So");
    case CHARTER_CONFIDENCE_SURE:
      return C_ ("confidence", "Sure");
    case CHARTER_CONFIDENCE_NONE:
    default:
      return NULL;
    }
}

char *
charter_item_words_dup_key (const CharterStep *step)
{
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);
  g_autofree char *words = charter_typed_dup_words (step->item->typed, charter_response_get_typed (key));

  return g_strjoin (" ", words, step->item->typed->unit, NULL);
}

static char *
dup_typed_caption (const CharterStep *step)
{
  g_autofree char *key = charter_item_words_dup_key (step);

  return g_strdup_printf (ngettext ("The answer is %s.", "The answers are %s.", 1), key);
}

char *
charter_item_words_dup_caption (const CharterStep *step, CharterResponse *response, const CharterScore *score)
{
  switch (step->item->kind)
    {
    case CHARTER_ITEM_SINGLE:
    case CHARTER_ITEM_MULTIPLE:
    case CHARTER_ITEM_TRUEFALSE:
    case CHARTER_ITEM_HOTSPOT:
      return dup_choice_caption (step);
    case CHARTER_ITEM_CLASSIFY:
    case CHARTER_ITEM_MATCH:
    case CHARTER_ITEM_ORDER:
    case CHARTER_ITEM_CLOZE:
      return dup_parts_caption (step->item, response);
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_SHORT:
    case CHARTER_ITEM_DRILL:
      return dup_typed_caption (step);
    default:
      return g_strdup ("");
    }
}
