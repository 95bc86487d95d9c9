/* SPDX-License-Identifier: GPL-3.0-or-later */
/* classify, match and order: things that are to be put into their place. */
#include "charter-read-item-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_categories (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterSlot *slots = charter_arena_new_n (reader->arena, CharterSlot, charter_element_count (element, EL_CATEGORY));

  charter_element_foreach (category, element, EL_CATEGORY)
  {
    CharterSlot *slot = &slots[item->n_slots++];

    slot->id = charter_arena_strdup (reader->arena, charter_element_get (category, AT_ID));
    slot->text = charter_read_child_text (reader, category, EL_TEXT);
  }
  item->slots = slots;
}

static void
report_category (CharterReader *reader, const CharterElement *card, const CharterItem *item, const char *id)
{
  g_autofree const char **ids = g_new0 (const char *, item->n_slots + 1);
  const char *guess;

  for (guint i = 0; i < item->n_slots; i++)
    ids[i] = item->slots[i].id;
  guess = charter_grammar_guess (id, ids);
  charter_reader_error (reader, "broken-reference", card, AT_IN,
                        g_strdup_printf (_ ("the item has no category “%s”"), id),
                        g_strdup (_ ("“in” names the category that the card belongs to")),
                        guess ? g_strdup_printf (_ ("did you mean “%s”?"), guess)
                              : g_strdup (_ ("write the id of one of the categories")));
}

void
charter_read_classify (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, charter_element_count (element, EL_CARD));

  read_categories (reader, element, item);
  item->parts = parts;
  charter_element_foreach (card, element, EL_CARD)
  {
    CharterPart *part = &parts[item->n_parts++];
    const char *in = charter_element_get (card, AT_IN);
    const CharterSlot *slot = charter_item_find_slot (item, in);

    charter_read_part (reader, card, part);
    if (slot)
      part->slot = slot->id;
    else
      report_category (reader, card, item, in);
  }
}

/* A pair's right side is a part, its left side a slot. */
static void
read_pair (CharterReader *reader, const CharterElement *pair, CharterPart *part, CharterSlot *slot)
{
  charter_read_part (reader, pair, part);
  part->text = charter_read_child_text (reader, pair, EL_RIGHT);
  part->slot = part->id;
  slot->id = part->id;
  slot->text = charter_read_child_text (reader, pair, EL_LEFT);
}

void
charter_read_match (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  guint n_pairs = charter_element_count (element, EL_PAIR), n_extras = charter_element_count (element, EL_EXTRA);
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, n_pairs + n_extras);
  CharterSlot *slots = charter_arena_new_n (reader->arena, CharterSlot, n_pairs);

  charter_element_foreach (pair, element, EL_PAIR)
    read_pair (reader, pair, &parts[item->n_parts++], &slots[item->n_slots++]);
  charter_element_foreach (extra, element, EL_EXTRA) charter_read_part (reader, extra, &parts[item->n_parts++]);
  item->parts = parts;
  item->slots = slots;
}

void
charter_read_order (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, charter_element_count (element, EL_STEP));

  charter_element_foreach (step, element, EL_STEP) charter_read_part (reader, step, &parts[item->n_parts++]);
  item->parts = parts;
}
