/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-feedback.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-scoring.h"
#include "tool-blocks.h"

/* What every printer below is given. response is NULL where the key is shown. */
typedef struct {
  const CharterStep *step;
  const CharterResponse *response;
  ToolOut *out;
} Sheet;

/* The marks in colour, and in signs for who sees no colour. */
static const struct {
  const char *style, *sign, *ascii;
} looks[] = {
  [CHARTER_MARK_NONE] = { "", " ", " " },
  [CHARTER_MARK_RIGHT] = { TOOL_GOOD, "✓", "+" },
  [CHARTER_MARK_WRONG] = { TOOL_BAD, "✗", "x" },
  [CHARTER_MARK_MISSED] = { TOOL_NOTE, "◦", "o" },
};

static void
print_why (const Sheet *sheet, CharterBlocks why)
{
  if (why.n_blocks == 0)
    return;
  tool_out_indent (sheet->out, 6);
  tool_blocks_print (why, sheet->out);
  tool_out_indent (sheet->out, -6);
}

/* A line such as "✓ B  Payroll – your answer", and why below it. note may be NULL. */
static void
print_line (
  const Sheet *sheet, CharterMark mark, const char *label, const char *text, const char *note, CharterBlocks why)
{
  g_autofree char *lead
    = g_strdup_printf ("%s%s " TOOL_PLAIN "%2s  ", looks[mark].style,
                       tool_out_is_unicode (sheet->out) ? looks[mark].sign : looks[mark].ascii, label);

  tool_out_wrapf (sheet->out, lead, "%s%s%s", text, note != NULL ? " – " : "", note != NULL ? note : "");
  print_why (sheet, why);
}

static CharterMark
get_mark (const Sheet *sheet, const char *source)
{
  return charter_scoring_mark (sheet->step->item, sheet->response, source);
}

/* ---- options to choose ---- */

static const char *
get_choice_note (CharterMark mark)
{
  static const char *const notes[] = {
    [CHARTER_MARK_RIGHT] = N_ ("your answer, right"),
    [CHARTER_MARK_WRONG] = N_ ("your answer, wrong"),
    [CHARTER_MARK_MISSED] = N_ ("this is right too"),
  };

  return mark == CHARTER_MARK_NONE ? NULL : _ (notes[mark]);
}

static const char *
get_option_note (const Sheet *sheet, CharterMark mark)
{
  gboolean is_only_key
    = sheet->step->item->kind == CHARTER_ITEM_SINGLE || sheet->step->item->kind == CHARTER_ITEM_TRUEFALSE;

  if (sheet->response == NULL)
    return NULL;
  return mark == CHARTER_MARK_MISSED && is_only_key ? _ ("this is right") : get_choice_note (mark);
}

static void
print_option (const Sheet *sheet, guint index)
{
  const CharterItem *item = sheet->step->item;
  const CharterPart *part = charter_item_find_part (item, tool_item_get_lettered (sheet->step, 0, index));
  CharterMark mark = part->correct ? CHARTER_MARK_RIGHT : CHARTER_MARK_NONE;
  g_autofree char *letter = tool_item_dup_letter (index);
  g_autofree char *text = tool_item_dup_part_text (sheet->step, part);

  if (sheet->response != NULL)
    mark = get_mark (sheet, part->id);
  print_line (sheet, mark, letter, text, get_option_note (sheet, mark), part->why);
}

static void
print_options (const Sheet *sheet)
{
  for (guint i = 0; i < tool_item_count_lettered (sheet->step, 0); i++)
    print_option (sheet, i);
}

/* ---- what is paired ---- */

/* A part's or slot's words, found by its id. */
static char *
dup_words (const Sheet *sheet, const char *id, gboolean is_slot)
{
  const CharterItem *item = sheet->step->item;
  const CharterSlot *slot = is_slot ? charter_item_find_slot (item, id) : NULL;
  const CharterPart *part = is_slot ? NULL : charter_item_find_part (item, id);

  if (slot != NULL)
    return tool_item_dup_slot_text (sheet->step, slot);
  return part != NULL ? tool_item_dup_part_text (sheet->step, part) : g_strdup ("");
}

/* One card, left side or blank: where it went, and where it belongs. A blank has no words of its own. */
static void
print_pair (const Sheet *sheet, guint index, const char *right, gboolean target_is_slot, CharterBlocks why)
{
  const char *source = tool_item_get_numbered (sheet->step, index);
  const char *given = sheet->response != NULL ? charter_response_find_target (sheet->response, source) : right;
  CharterMark mark = sheet->response != NULL ? get_mark (sheet, source) : CHARTER_MARK_RIGHT;
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *what = dup_words (sheet, source, !target_is_slot);
  g_autofree char *place = dup_words (sheet, given, target_is_slot);
  g_autofree char *text = g_strdup_printf ("%s%s%s", what, *what != '\0' ? " → " : "", place);
  g_autofree char *right_place = dup_words (sheet, right, target_is_slot);
  g_autofree char *note = mark == CHARTER_MARK_WRONG ? g_strdup_printf (_ ("right: %s"), right_place) : NULL;

  print_line (sheet, mark, number, text, note, why);
}

static void
print_cards (const Sheet *sheet)
{
  for (guint i = 0; i < tool_item_count_numbered (sheet->step); i++)
    {
      const CharterPart *card = charter_item_find_part (sheet->step->item, tool_item_get_numbered (sheet->step, i));
      print_pair (sheet, i, card->slot, TRUE, card->why);
    }
}

static void
print_extras (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;

  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].slot == NULL)
      {
        g_autofree char *text = tool_item_dup_part_text (sheet->step, &item->parts[i]);
        print_line (sheet, CHARTER_MARK_NONE, "–", text, _ ("goes with nothing"), item->parts[i].why);
      }
}

static void
print_matches (const Sheet *sheet)
{
  for (guint i = 0; i < tool_item_count_numbered (sheet->step); i++)
    {
      const char *id = tool_item_get_numbered (sheet->step, i);
      print_pair (sheet, i, id, FALSE, charter_item_find_part (sheet->step->item, id)->why);
    }
  print_extras (sheet);
}

static const CharterPart *
find_key (const CharterItem *item, const char *blank)
{
  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].correct && g_strcmp0 (item->parts[i].slot, blank) == 0)
      return &item->parts[i];
  return NULL;
}

/* The choices of a blank that are not its key. */
static void
print_distractors (const Sheet *sheet, const char *blank)
{
  const CharterItem *item = sheet->step->item;

  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];
      g_autofree char *text = tool_item_dup_part_text (sheet->step, part);

      if (!part->correct && g_strcmp0 (part->slot, blank) == 0)
        print_line (sheet, CHARTER_MARK_NONE, "–", text, NULL, part->why);
    }
}

/* Why what was chosen for a blank is wrong. */
static void
print_wrong_choice (const Sheet *sheet, const char *blank)
{
  const char *given = charter_response_find_target (sheet->response, blank);
  const CharterPart *part = given != NULL ? charter_item_find_part (sheet->step->item, given) : NULL;

  if (part != NULL && !part->correct)
    print_why (sheet, part->why);
}

static void
print_blanks (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;
  g_autofree char *passage = tool_blocks_dup_text (*item->passage);

  tool_out_wrap (sheet->out, "", passage);
  for (guint i = 0; i < item->n_slots; i++)
    {
      const CharterPart *key = find_key (item, item->slots[i].id);

      print_pair (sheet, i, key->id, FALSE, key->why);
      if (sheet->response == NULL)
        print_distractors (sheet, item->slots[i].id);
      else
        print_wrong_choice (sheet, item->slots[i].id);
    }
}

/* ---- steps ---- */

/* In the right order, with the place that each was given. */
static void
print_steps (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;

  for (guint i = 0; i < item->n_parts; i++)
    {
      CharterMark mark = sheet->response != NULL ? get_mark (sheet, item->parts[i].id) : CHARTER_MARK_RIGHT;
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *text = tool_item_dup_part_text (sheet->step, &item->parts[i]);
      g_autofree char *note = NULL;

      for (guint given = 0; mark == CHARTER_MARK_WRONG && given < charter_response_get_n (sheet->response); given++)
        if (strcmp (charter_response_get (sheet->response, given).source, item->parts[i].id) == 0)
          note = g_strdup_printf (_ ("you put it at %u"), given + 1);
      print_line (sheet, mark, number, text, note, item->parts[i].why);
    }
}

/* ---- what is typed ---- */

static void
print_near (const Sheet *sheet, const CharterNear *near)
{
  const CharterItem *item = sheet->step->item;
  g_autofree char *text = charter_scoring_dup_near (item, near, sheet->step->seed);
  g_autofree char *words = text != NULL ? charter_typed_dup_words (item->typed, text) : NULL;

  if (words != NULL)
    print_line (sheet, CHARTER_MARK_NONE, "–", words, NULL, near->why);
}

static void
print_key (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (item, sheet->step->seed);
  g_autofree char *words = charter_typed_dup_words (item->typed, charter_response_get_typed (key));
  const char *unit = item->typed->unit;

  tool_out_wrapf (sheet->out, "", _ ("The answer: %s%s%s"), words, unit != NULL ? " " : "",
                  unit != NULL ? unit : "");
  if (item->typed->tolerance > 0)
    tool_out_wrapf (sheet->out, "", _ ("Up to %g more or less is right too."), item->typed->tolerance);
  for (guint i = 1; i < item->typed->n_accepts; i++)
    tool_out_wrapf (sheet->out, "", _ ("Right too: %s"), item->typed->accepts[i]);
}

static void
print_typed (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;
  const CharterNear *near;

  print_key (sheet);
  if (sheet->response == NULL)
    {
      for (guint i = 0; i < item->typed->n_nears; i++)
        print_near (sheet, &item->typed->nears[i]);
      return;
    }
  if (charter_scoring_score (item, sheet->response, sheet->step->seed).correct)
    return;
  near = charter_scoring_find_near (item, sheet->response, sheet->step->seed);
  print_line (sheet, CHARTER_MARK_WRONG, "", charter_response_get_typed (sheet->response), _ ("your answer"),
              near != NULL ? near->why : (CharterBlocks){ NULL, 0 });
}

/* ---- all kinds ---- */

static void (*const printers[CHARTER_N_ITEM_KINDS]) (const Sheet *) = {
  [CHARTER_ITEM_SINGLE] = print_options,    [CHARTER_ITEM_MULTIPLE] = print_options,
  [CHARTER_ITEM_TRUEFALSE] = print_options, [CHARTER_ITEM_CLASSIFY] = print_cards,
  [CHARTER_ITEM_MATCH] = print_matches,     [CHARTER_ITEM_ORDER] = print_steps,
  [CHARTER_ITEM_NUMBER] = print_typed,      [CHARTER_ITEM_SHORT] = print_typed,
  [CHARTER_ITEM_CLOZE] = print_blanks,      [CHARTER_ITEM_HOTSPOT] = print_options,
  [CHARTER_ITEM_DRILL] = print_typed,
};

void
tool_feedback_print (const CharterStep *step, const CharterResponse *response, ToolOut *out)
{
  Sheet sheet = { step, response, out };

  printers[step->item->kind](&sheet);
  if (step->item->rationale.n_blocks > 0)
    {
      tool_out_gap (out);
      tool_blocks_print (step->item->rationale, out);
    }
}
