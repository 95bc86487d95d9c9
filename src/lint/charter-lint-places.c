/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where items and their parts stand, found in the raw bytes. */
#include "charter-lint-private.h"

#include "charter-loader.h"

static void
note_item (LintItem *item, const CharterTag *tag, CharterPlaceCounter *counter, const char *bytes)
{
  charter_place_counter_locate (counter, bytes, tag->start, &item->line, &item->column);
  item->offset = tag->start;
  item->counter = *counter;
}

/* Items stand in the pack in the order of the file. */
void
lint_pack_locate (LintPack *pack)
{
  gsize length;
  const char *bytes = g_bytes_get_data (pack->file->bytes, &length);
  CharterPlaceCounter counter = { 0 };
  CharterTagScanner scanner;
  CharterTag tag;
  guint next = 0;

  charter_tag_scanner_init (&scanner, bytes, length, CHARTER_MAX_START_TAG);
  while (charter_tag_scanner_next (&scanner, &tag) == CHARTER_TAG_FOUND)
    {
      if (tag.ordinal == 1)
        charter_place_counter_locate (&counter, bytes, tag.start, &pack->line, &pack->column);
      if (next == pack->n_items)
        return;
      if (tag.ordinal == pack->items[next].item->ordinal)
        note_item (&pack->items[next++], &tag, &counter, bytes);
    }
}

/* Whether it is the start tag of what scoring knows by that id. */
static gboolean
is_tag_of (const char *bytes, const CharterTag *tag, const char *part)
{
  static const char *const names[] = { "id", "node", "point", "for" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = charter_tag_dup_attribute (bytes, tag, names[i]);

      if (g_strcmp0 (value, part) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Behind the last byte in which a part of the item may begin. */
static gsize
find_end (const LintItem *item, gsize length)
{
  const LintItem *last = item->pack->items + item->pack->n_items - 1;

  return item < last ? (item + 1)->offset : length;
}

/* The first tag inside the item that is part's, or has that ordinal. */
static void
locate (const LintItem *item, const char *part, guint ordinal, guint *line, guint *column)
{
  gsize length;
  const char *bytes = g_bytes_get_data (item->pack->file->bytes, &length);
  CharterPlaceCounter counter = item->counter;
  CharterTagScanner scanner;
  CharterTag tag;

  charter_tag_scanner_init (&scanner, bytes, find_end (item, length), CHARTER_MAX_START_TAG);
  scanner.at = item->offset;
  scanner.ordinal = item->item->ordinal - 1;
  while (charter_tag_scanner_next (&scanner, &tag) == CHARTER_TAG_FOUND)
    if (tag.ordinal == ordinal || (part != NULL && tag.ordinal > item->item->ordinal && is_tag_of (bytes, &tag, part)))
      {
        charter_place_counter_locate (&counter, bytes, tag.start, line, column);
        return;
      }
}

void
lint_item_locate (const LintItem *item, const char *part, guint *line, guint *column)
{
  *line = item->line;
  *column = item->column;
  if (part != NULL)
    locate (item, part, 0, line, column);
}

void
lint_item_locate_tag (const LintItem *item, guint ordinal, guint *line, guint *column)
{
  *line = item->line;
  *column = item->column;
  locate (item, NULL, ordinal, line, column);
}
