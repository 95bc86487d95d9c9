/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all items have in common; the rest of each kind is read through one table. */
#include "charter-read-item-private.h"

#include "charter-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEE_KINDS (CHARTER_INDEX_MASK (CHARTER_INDEX_LESSON) | CHARTER_INDEX_MASK (CHARTER_INDEX_SECTION))

typedef struct {
  CharterItemKind kind;
  void (*read) (CharterReader *reader, const CharterElement *element, CharterItem *item);
} KindReader;

static const KindReader kinds[N_ELEMENTS] = {
  [EL_SINGLE] = { CHARTER_ITEM_SINGLE, charter_read_single },
  [EL_MULTIPLE] = { CHARTER_ITEM_MULTIPLE, charter_read_multiple },
  [EL_TRUEFALSE] = { CHARTER_ITEM_TRUEFALSE, charter_read_truefalse },
  [EL_CLASSIFY] = { CHARTER_ITEM_CLASSIFY, charter_read_classify },
  [EL_MATCH] = { CHARTER_ITEM_MATCH, charter_read_match },
  [EL_ORDER] = { CHARTER_ITEM_ORDER, charter_read_order },
  [EL_NUMBER] = { CHARTER_ITEM_NUMBER, charter_read_number },
  [EL_SHORT] = { CHARTER_ITEM_SHORT, charter_read_short },
  [EL_CLOZE] = { CHARTER_ITEM_CLOZE, charter_read_cloze },
  [EL_HOTSPOT] = { CHARTER_ITEM_HOTSPOT, charter_read_hotspot },
  [EL_DRILL] = { CHARTER_ITEM_DRILL, charter_read_drill },
};

static const char *const *
read_tags (CharterReader *reader, const CharterElement *element)
{
  const char *value = charter_element_get (element, AT_TAGS);
  g_auto (GStrv) words = value ? g_strsplit_set (value, " \t\n\r", -1) : NULL;
  const char **tags;
  guint n = 0;

  if (!value)
    return NULL;
  tags = charter_arena_new_n (reader->arena, const char *, g_strv_length (words) + 1);
  for (char **word = words; *word; word++)
    if (**word)
      tags[n++] = charter_arena_strdup (reader->arena, *word);
  return tags;
}

static CharterApproach
read_approach (const CharterElement *element)
{
  const char *value = charter_element_get (element, AT_APPROACH);

  if (!value)
    return CHARTER_APPROACH_NONE;
  return *value == 'p'   ? CHARTER_APPROACH_PREDICTIVE
         : *value == 'a' ? CHARTER_APPROACH_ADAPTIVE
                         : CHARTER_APPROACH_HYBRID;
}

static double
read_points (CharterReader *reader, const CharterElement *element)
{
  double points = charter_element_get_number (element, AT_POINTS, 1);

  if (points <= 0)
    charter_reader_error (reader, "bad-value", element, AT_POINTS, g_strdup (_ ("the item is worth nothing")),
                          g_strdup (_ ("“points” is more than 0")),
                          g_strdup (_ ("write what it is worth, or remove “points”")));
  return points;
}

static void
read_ignores (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  guint n = charter_element_count (element, EL_IGNORE);
  CharterIgnore *ignores;

  if (n == 0)
    return;
  ignores = charter_arena_new_n (reader->arena, CharterIgnore, n);
  charter_element_foreach (child, element, EL_IGNORE)
  {
    CharterIgnore *ignore = &ignores[item->n_ignores++];

    ignore->advice = charter_arena_strdup (reader->arena, charter_element_get (child, AT_ADVICE));
    ignore->because = charter_arena_strdup (reader->arena, charter_element_get (child, AT_BECAUSE));
    ignore->ordinal = child->ordinal;
  }
  item->ignores = ignores;
}

static void
read_common (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  const CharterGroup *group = charter_pack_builder_get_group (reader->builder);
  const char *scoring = charter_element_get (element, AT_SCORING);

  item->topic = charter_reader_read_ref (reader, element, AT_TOPIC, CHARTER_INDEX_MASK (CHARTER_INDEX_TOPIC));
  if (!item->topic)
    item->topic = group->topic;
  item->see = charter_reader_read_ref (reader, element, AT_SEE, SEE_KINDS);
  if (!item->see)
    item->see = group->see;
  item->group = group->id ? group->id : "";
  item->difficulty = (int)charter_element_get_count (element, AT_DIFFICULTY);
  item->points = read_points (reader, element);
  item->approach = read_approach (element);
  item->reserved = charter_element_get (element, AT_RESERVE) != NULL;
  charter_reader_note_twin (reader, element, item);
  item->scoring = !scoring                         ? charter_item_kind_default_scoring (item->kind)
                  : strcmp (scoring, "exact") == 0 ? CHARTER_SCORING_EXACT
                                                   : CHARTER_SCORING_PARTIAL;
  item->tags = read_tags (reader, element);
  item->stem = charter_read_child_blocks (reader, element, EL_STEM);
  item->hint = charter_read_child_blocks (reader, element, EL_HINT);
  item->rationale = charter_read_child_blocks (reader, element, EL_RATIONALE);
  read_ignores (reader, element, item);
}

/* The options and the like of one item must have ids of their own, whatever they are. */
static void
check_part_ids (CharterReader *reader, const CharterElement *element)
{
  const char *taken[2 * CHARTER_MAX_PARTS];
  guint n = 0;

  for (const CharterElement *child = element->first; child; child = child->next)
    {
      const char *id = child->kind == EL_NONE ? NULL : charter_element_get (child, AT_ID);

      if (!id)
        continue;
      if (n == G_N_ELEMENTS (taken))
        return;
      charter_reader_check_local_id (reader, child, id, taken, n);
      taken[n++] = id;
    }
}

static gboolean
check_size (CharterReader *reader, const CharterElement *element)
{
  guint n = 0;

  for (const CharterElement *child = element->first; child; child = child->next)
    n++;
  if (n <= CHARTER_MAX_PARTS)
    return TRUE;
  charter_reader_error (reader, "too-many", element, AT_NONE, g_strdup_printf (_ ("the item has %u parts"), n),
                        g_strdup_printf (_ ("at most %d"), CHARTER_MAX_PARTS),
                        g_strdup (_ ("make several items of it")));
  return FALSE;
}

void
charter_read_item (CharterReader *reader, const CharterElement *element)
{
  CharterItem *item = charter_arena_new_n (reader->arena, CharterItem, 1);

  item->kind = kinds[element->kind].kind;
  item->ordinal = element->ordinal;
  item->id = charter_reader_claim_id (reader, element, CHARTER_INDEX_ITEM, item);
  if (!check_size (reader, element))
    return;
  check_part_ids (reader, element);
  read_common (reader, element, item);
  kinds[element->kind].read (reader, element, item);
  if (!reader->strict_fault)
    charter_pack_builder_add_item (reader->builder, item);
}

/* ---- for the kinds */

void
charter_read_part (CharterReader *reader, const CharterElement *element, CharterPart *part)
{
  part->id = charter_arena_strdup (reader->arena, charter_element_get (element, AT_ID));
  part->text = charter_read_child_text (reader, element, EL_TEXT);
  part->why = charter_read_child_blocks (reader, element, EL_WHY);
  part->misconception = charter_read_misconception (reader, element);
  part->correct = charter_element_is_true (element, AT_CORRECT);
  part->fixed = charter_element_is_true (element, AT_FIXED);
}

const char *
charter_read_misconception (CharterReader *reader, const CharterElement *element)
{
  return charter_reader_read_ref (reader, element, AT_MISCONCEPTION, CHARTER_INDEX_MASK (CHARTER_INDEX_MISCONCEPTION));
}

void
charter_report_key (
  CharterReader *reader, const CharterElement *element, char *found, const char *expected, const char *mend)
{
  charter_reader_error (reader, "wrong-key", element, AT_NONE, found, g_strdup (expected), g_strdup (mend));
}
