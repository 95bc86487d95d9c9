/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-question.h"

#include <glib/gi18n.h>

#include "charter-response.h"
#include "tool-blocks.h"

static char *
dup_text (const CharterStep *step, const char *id, gboolean is_slot)
{
  const CharterSlot *slot = charter_item_find_slot (step->item, id);

  if (is_slot && slot != NULL)
    return tool_item_dup_slot_text (step, slot);
  return tool_item_dup_part_text (step, charter_item_find_part (step->item, id));
}

/* What is struck out has its place among the item's parts. */
static gboolean
is_struck (const CharterStep *step, const char *id, guint64 struck)
{
  const CharterPart *part = struck != 0 ? charter_item_find_part (step->item, id) : NULL;
  gsize index = part != NULL ? (gsize)(part - step->item->parts) : 64;

  return index < 64 && (struck >> index & 1) != 0;
}

static void
print_option (const CharterStep *step, const char *lead, const char *id, guint64 struck, ToolOut *out)
{
  g_autofree char *text = dup_text (step, id, step->item->kind == CHARTER_ITEM_CLASSIFY);

  if (is_struck (step, id, struck))
    tool_out_wrapf (out, lead, TOOL_DIM "%s" TOOL_PLAIN " %s", text, _ ("(struck out)"));
  else
    tool_out_wrap (out, lead, text);
}

static void
print_lettered (const CharterStep *step, guint number, guint64 struck, ToolOut *out)
{

  for (guint i = 0; i < tool_item_count_lettered (step, number); i++)
    {
      g_autofree char *letter = tool_item_dup_letter (i);
      g_autofree char *lead = g_strdup_printf ("  " TOOL_BOLD "%s" TOOL_PLAIN "  ", letter);

      print_option (step, lead, tool_item_get_lettered (step, number, i), struck, out);
    }
}

static void
print_numbered (const CharterStep *step, ToolOut *out)
{
  gboolean is_slot = step->item->kind == CHARTER_ITEM_MATCH;

  for (guint i = 0; i < tool_item_count_numbered (step); i++)
    {
      g_autofree char *lead = g_strdup_printf (" " TOOL_BOLD "%2u" TOOL_PLAIN "  ", i + 1);
      g_autofree char *text = dup_text (step, tool_item_get_numbered (step, i), is_slot);

      tool_out_wrap (out, lead, text);
    }
}

static void
print_pairs (const CharterStep *step, guint64 struck, ToolOut *out)
{
  print_numbered (step, out);
  tool_out_gap (out);
  print_lettered (step, 0, struck, out);
}

/* A line a blank: "1  A it starts  B it ends". */
static void
print_passage (const CharterStep *step, guint64 struck, ToolOut *out)
{
  g_autofree char *passage = tool_blocks_dup_text (*step->item->passage);

  tool_out_wrap (out, "", passage);
  for (guint i = 0; i < tool_item_count_numbered (step); i++)
    {
      tool_out_gap (out);
      tool_out_linef (out, "[%u]", i + 1);
      print_lettered (step, i, 0, out);
    }
}

static void
print_options (const CharterStep *step, guint64 struck, ToolOut *out)
{
  print_lettered (step, 0, struck, out);
}

static void
print_unit (const CharterStep *step, guint64 struck, ToolOut *out)
{
  if (step->item->typed->unit != NULL)
    tool_out_wrapf (out, "", _ ("The answer’s unit: %s"), step->item->typed->unit);
}

static void (*const printers[CHARTER_N_ITEM_KINDS]) (const CharterStep *, guint64, ToolOut *) = {
  [CHARTER_ITEM_SINGLE] = print_options,    [CHARTER_ITEM_MULTIPLE] = print_options,
  [CHARTER_ITEM_TRUEFALSE] = print_options, [CHARTER_ITEM_CLASSIFY] = print_pairs,
  [CHARTER_ITEM_MATCH] = print_pairs,       [CHARTER_ITEM_ORDER] = print_options,
  [CHARTER_ITEM_NUMBER] = print_unit,       [CHARTER_ITEM_SHORT] = print_unit,
  [CHARTER_ITEM_CLOZE] = print_passage,     [CHARTER_ITEM_HOTSPOT] = print_options,
  [CHARTER_ITEM_DRILL] = print_unit,
};

static void
print_hotspot (const CharterHotspot *hotspot, ToolOut *out)
{
  const CharterBlock block = { .kind = CHARTER_BLOCK_DIAGRAM, .diagram = hotspot->diagram };
  const CharterBlock figure = { .kind = CHARTER_BLOCK_FIGURE, .figure = hotspot->figure };

  tool_out_gap (out);
  tool_blocks_print ((CharterBlocks){ hotspot->diagram != NULL ? &block : &figure, 1 }, out);
}

void
tool_question_print (const CharterStep *step, guint64 struck, ToolOut *out)
{
  tool_blocks_print (step->item->stem, out);
  if (step->item->hotspot != NULL)
    print_hotspot (step->item->hotspot, out);
  tool_out_gap (out);
  printers[step->item->kind](step, struck, out);
}

char *
tool_question_dup_manner (const CharterStep *step)
{
  guint select = step->item->select;

  switch (step->item->kind)
    {
    case CHARTER_ITEM_SINGLE:
      return g_strdup (_ ("a letter"));
    case CHARTER_ITEM_HOTSPOT:
      return g_strdup (charter_item_count_keys (step->item) > 1 ? _ ("all letters that apply, such as “ac”")
                                                                : _ ("a letter"));
    case CHARTER_ITEM_TRUEFALSE:
      return g_strdup (_ ("a letter, or “true” or “false”"));
    case CHARTER_ITEM_MULTIPLE:
      if (select > 0)
        return g_strdup_printf (ngettext ("%'u letter", "%'u letters, such as “ac”", select), select);
      return g_strdup (_ ("all letters that apply, such as “ac”"));
    case CHARTER_ITEM_CLASSIFY:
      return g_strdup (_ ("a letter for each number, such as “1a 2b”"));
    case CHARTER_ITEM_MATCH:
      return g_strdup (_ ("the letter that goes with each number, such as “1c 2a”"));
    case CHARTER_ITEM_CLOZE:
      return g_strdup (_ ("a letter for each blank, such as “1b 2a”"));
    case CHARTER_ITEM_ORDER:
      return g_strdup (_ ("all letters in the right order, such as “cab”"));
    case CHARTER_ITEM_SHORT:
      return g_strdup (_ ("the words"));
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_DRILL:
    default:
      return g_strdup (_ ("a number"));
    }
}

gboolean
tool_question_strike (const CharterStep *step, const char *letters, guint64 *struck)
{
  guint n = tool_item_count_lettered (step, 0), index;
  guint64 changed = *struck;

  if (charter_item_kind_response_shape (step->item->kind) != CHARTER_RESPONSE_CHOICE || *letters == '\0')
    return FALSE;
  for (const char *at = letters; *at != '\0'; at++)
    if (*at != ' ')
      {
        if (!tool_item_read_letter (at, 1, n, &index))
          return FALSE;
        index
          = (guint)(charter_item_find_part (step->item, tool_item_get_lettered (step, 0, index)) - step->item->parts);
        if (index < 64)
          changed ^= G_GUINT64_CONSTANT (1) << index;
      }
  *struck = changed;
  return TRUE;
}
