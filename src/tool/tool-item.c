/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-drill.h"
#include "tool-blocks.h"

/* What of an item has numbers, and what has letters. A blank's number is its place in the passage, whatever is shown.
 */
typedef enum { NOTHING, PARTS, SLOTS, SLOTS_AS_WRITTEN, PARTS_OF_SLOT } Labelled;

static const struct {
  Labelled numbered, lettered;
} labels[CHARTER_N_ITEM_KINDS] = {
  [CHARTER_ITEM_SINGLE] = { NOTHING, PARTS },
  [CHARTER_ITEM_MULTIPLE] = { NOTHING, PARTS },
  [CHARTER_ITEM_TRUEFALSE] = { NOTHING, PARTS },
  [CHARTER_ITEM_CLASSIFY] = { PARTS, SLOTS },
  [CHARTER_ITEM_MATCH] = { SLOTS, PARTS },
  [CHARTER_ITEM_ORDER] = { NOTHING, PARTS },
  [CHARTER_ITEM_NUMBER] = { NOTHING, NOTHING },
  [CHARTER_ITEM_SHORT] = { NOTHING, NOTHING },
  [CHARTER_ITEM_CLOZE] = { SLOTS_AS_WRITTEN, PARTS_OF_SLOT },
  [CHARTER_ITEM_HOTSPOT] = { NOTHING, PARTS },
  [CHARTER_ITEM_DRILL] = { NOTHING, NOTHING },
};

/* The index-th choice of a blank in the order shown, or NULL. */
static const CharterPart *
find_choice (const CharterStep *step, const char *blank, guint index)
{
  for (guint i = 0; i < step->item->n_parts; i++)
    {
      const CharterPart *part = &step->item->parts[step->part_order[i]];

      if (g_strcmp0 (part->slot, blank) == 0 && index-- == 0)
        return part;
    }
  return NULL;
}

static guint
count_labelled (const CharterStep *step, Labelled labelled, guint number)
{
  guint n = 0;

  switch (labelled)
    {
    case PARTS:
      return step->item->n_parts;
    case SLOTS:
    case SLOTS_AS_WRITTEN:
      return step->item->n_slots;
    case PARTS_OF_SLOT:
      while (find_choice (step, step->item->slots[number].id, n) != NULL)
        n++;
      return n;
    case NOTHING:
    default:
      return 0;
    }
}

static const char *
get_labelled (const CharterStep *step, Labelled labelled, guint number, guint index)
{
  switch (labelled)
    {
    case PARTS:
      return step->item->parts[step->part_order[index]].id;
    case SLOTS:
      return step->item->slots[step->slot_order[index]].id;
    case SLOTS_AS_WRITTEN:
      return step->item->slots[index].id;
    case PARTS_OF_SLOT:
      return find_choice (step, step->item->slots[number].id, index)->id;
    case NOTHING:
    default:
      return NULL;
    }
}

guint
tool_item_count_numbered (const CharterStep *step)
{
  return count_labelled (step, labels[step->item->kind].numbered, 0);
}

const char *
tool_item_get_numbered (const CharterStep *step, guint index)
{
  return get_labelled (step, labels[step->item->kind].numbered, 0, index);
}

guint
tool_item_count_lettered (const CharterStep *step, guint number)
{
  return count_labelled (step, labels[step->item->kind].lettered, number);
}

const char *
tool_item_get_lettered (const CharterStep *step, guint number, guint index)
{
  return get_labelled (step, labels[step->item->kind].lettered, number, index);
}

char *
tool_item_dup_letter (guint index)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint n = index + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char)('A' + (n - 1) % 26));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

gboolean
tool_item_read_letter (const char *word, gsize length, guint n, guint *index)
{
  guint sum = 0;

  if (length == 0 || length > 2)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalpha (word[i]))
        return FALSE;
      sum = sum * 26 + (guint)(g_ascii_toupper (word[i]) - 'A') + 1;
    }
  *index = sum - 1;
  return sum <= n;
}

/* Who points at a diagram's node reads the node's own words. */
static const CharterNode *
find_node (const CharterItem *item, const char *id)
{
  const CharterDiagram *diagram = item->hotspot != NULL ? item->hotspot->diagram : NULL;

  for (guint i = 0; diagram != NULL && i < diagram->n_nodes; i++)
    if (strcmp (diagram->nodes[i].id, id) == 0)
      return &diagram->nodes[i];
  return NULL;
}

char *
tool_item_dup_part_text (const CharterStep *step, const CharterPart *part)
{
  const CharterNode *node = find_node (step->item, part->id);

  if (step->item->kind == CHARTER_ITEM_TRUEFALSE)
    return g_strdup (strcmp (part->id, "true") == 0 ? _ ("True") : _ ("False"));
  if (*part->text.plain == '\0' && node != NULL)
    return tool_blocks_dup_text (node->text);
  return tool_blocks_dup_text (part->text);
}

char *
tool_item_dup_slot_text (const CharterStep *step, const CharterSlot *slot)
{
  return tool_blocks_dup_text (slot->text);
}

static guint *
new_order (guint n)
{
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  return order;
}

CharterStep *
tool_item_new_step (const CharterItem *item, guint64 seed)
{
  CharterStep *step = g_new0 (CharterStep, 1);

  step->item = item->drill != NULL ? charter_drill_new_filled (item, seed) : item;
  step->seed = seed;
  step->part_order = new_order (item->n_parts);
  step->slot_order = new_order (item->n_slots);
  return step;
}

void
tool_item_free_step (CharterStep *step)
{
  if (step->item->drill != NULL)
    charter_drill_free_filled ((CharterItem *)step->item);
  g_free ((guint *)step->part_order);
  g_free ((guint *)step->slot_order);
  g_free (step);
}

gboolean
tool_item_can_be_asked (const CharterItem *item)
{
  return item->hotspot == NULL || item->hotspot->figure == NULL;
}
