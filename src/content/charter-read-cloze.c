/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloze: a passage whose blanks each have choices of their own. */
#include "charter-loader.h"
#include "charter-read-item-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint
count_choices (const CharterElement *passage)
{
  guint n = 0;

  charter_element_foreach (blank, passage, EL_BLANK) n += charter_element_count (blank, EL_CHOICE);
  return n;
}

static void
check_id (CharterReader *reader, const CharterElement *element, const CharterItem *item)
{
  const char *id = charter_element_get (element, AT_ID);
  const char *taken = charter_item_find_part (item, id) || charter_item_find_slot (item, id) ? id : NULL;

  charter_reader_check_local_id (reader, element, id, &taken, 1);
}

static void
read_blank (
  CharterReader *reader, const CharterElement *blank, CharterItem *item, CharterPart *parts, CharterSlot *slot)
{
  guint n_keys = 0;

  check_id (reader, blank, item);
  slot->id = charter_arena_strdup (reader->arena, charter_element_get (blank, AT_ID));
  slot->text.plain = "";
  item->n_slots++;
  charter_element_foreach (choice, blank, EL_CHOICE)
  {
    CharterPart *part = &parts[item->n_parts];

    check_id (reader, choice, item);
    charter_read_part (reader, choice, part);
    part->slot = slot->id;
    n_keys += part->correct;
    item->n_parts++;
  }
  if (n_keys != 1)
    charter_report_key (reader, blank, g_strdup_printf (_ ("the blank “%s” has %u right choices"), slot->id, n_keys),
                        _ ("a blank has exactly one"),
                        _ ("write correct=\"true\" on the choice that is right, and there alone"));
}

void
charter_read_cloze (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  const CharterElement *passage = charter_element_find (element, EL_PASSAGE);
  guint n_parts = count_choices (passage), n_slots = charter_element_count (passage, EL_BLANK);
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, n_parts);
  CharterSlot *slots = charter_arena_new_n (reader->arena, CharterSlot, n_slots);
  CharterText *text = charter_arena_new_n (reader->arena, CharterText, 1);

  item->parts = parts;
  item->slots = slots;
  if (n_slots == 0)
    charter_report_key (reader, passage, g_strdup (_ ("the passage has no blank")),
                        _ ("a “cloze” has at least one “blank”"), _ ("put a “blank” into the passage"));
  if (n_parts > CHARTER_MAX_PARTS)
    {
      charter_reader_error (reader, "too-many", element, AT_NONE,
                            g_strdup_printf (_ ("the item has %u choices"), n_parts),
                            g_strdup_printf (_ ("at most %d"), CHARTER_MAX_PARTS),
                            g_strdup (_ ("make several items of it")));
      return;
    }
  charter_element_foreach (blank, passage, EL_BLANK) read_blank (reader, blank, item, parts, &slots[item->n_slots]);
  *text = charter_read_text (reader, passage);
  item->passage = text;
}
