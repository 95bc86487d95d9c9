/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two items between which one fact changes and the key with it. Either may name the other; both know in the end. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  CharterItem *item;
  guint ordinal;
} Named;

GArray *
charter_reader_new_twins (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Named));
}

void
charter_reader_note_twin (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  Named named = { item, element->ordinal };

  item->twin = charter_reader_read_ref (reader, element, AT_TWIN, CHARTER_INDEX_MASK (CHARTER_INDEX_ITEM));
  if (item->twin)
    g_array_append_val (reader->twins, named);
}

static CharterItem *
find_item (CharterReader *reader, const char *id)
{
  const CharterIndexEntry *entry = id ? g_hash_table_lookup (reader->ids, id) : NULL;

  return entry && entry->kind == CHARTER_INDEX_ITEM ? (CharterItem *)entry->what : NULL;
}

static void
warn (CharterReader *reader, const Named *named, const char *found, const char *expected, const char *mend)
{
  charter_reader_report_at (reader, CHARTER_SEVERITY_WARNING, "bad-twin", named->ordinal,
                            charter_grammar_get_attribute_name (AT_TWIN), g_strdup (found), g_strdup (expected),
                            g_strdup (mend));
}

/* Tells what stands against the pair. Returns: whether nothing does */
static gboolean
check_pair (CharterReader *reader, const Named *named, const CharterItem *other)
{
  const CharterItem *item = named->item;

  if (item == other)
    warn (reader, named, _ ("the item is its own twin"), _ ("twins are two items"),
          _ ("name the item from which it differs in one fact"));
  else if (other->twin && strcmp (other->twin, item->id) != 0)
    warn (reader, named, _ ("the other item has a twin already"), _ ("an item has at most one twin"),
          _ ("remove one of the two “twin”"));
  else if (item->kind != other->kind)
    warn (reader, named, _ ("the other item is of another kind"), _ ("twins are of one kind"),
          _ ("make both of one kind, or remove “twin”"));
  else if (item->reserved != other->reserved)
    warn (reader, named, _ ("one of the two is kept for rehearsals and the other is not"),
          _ ("twins are shown together, so both are kept or neither"), _ ("write “reserve” in both or in neither"));
  else
    return TRUE;
  return FALSE;
}

void
charter_reader_pair_twins (CharterReader *reader)
{
  for (guint i = 0; i < reader->twins->len; i++)
    {
      const Named *named = &g_array_index (reader->twins, Named, i);
      CharterItem *other = find_item (reader, named->item->twin);

      if (other && named->item == find_item (reader, named->item->id) && check_pair (reader, named, other))
        other->twin = named->item->id;
      else
        named->item->twin = NULL;
    }
}
