/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes tables: a row an item, below a first row that names the columns. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-csv.h"

#define HELD                                                                                                           \
  (CHARTER_BANK_RATIONALE | CHARTER_BANK_HINT | CHARTER_BANK_WHY | CHARTER_BANK_POINTS | CHARTER_BANK_TAGS             \
   | CHARTER_BANK_EXACT)
#define MOST_OPTIONS 26

static gboolean
fits (const CharterItem *item)
{
  return item->kind != CHARTER_ITEM_CLOZE && item->kind != CHARTER_ITEM_HOTSPOT && item->kind != CHARTER_ITEM_DRILL
         && item->n_parts <= MOST_OPTIONS;
}

static gboolean
has_options (const CharterItem *item)
{
  return fits (item) && item->kind != CHARTER_ITEM_TRUEFALSE;
}

static guint
count_options (const CharterPack *pack)
{
  guint most = 2;

  for (guint i = 0; i < pack->n_items; i++)
    if (has_options (pack->items[i]))
      most = MAX (most, pack->items[i]->n_parts);
  return most;
}

static void
add_head (GString *csv, guint n_options)
{
  static const char *const before[] = { "id", "kind", "topic", "question", "answer", "tolerance", "unit" };
  static const char *const after[] = { "rationale", "hint", "points", "tags" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    charter_bank_csv_add (csv, before[i], FALSE);
  for (guint i = 0; i < n_options; i++)
    g_string_append_printf (csv, "option %c,why %c,", 'a' + (char)i, 'a' + (char)i);
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    charter_bank_csv_add (csv, after[i], i + 1 == G_N_ELEMENTS (after));
}

/* "a,c"; what is typed stands there itself. */
static char *
dup_answer (const CharterItem *item)
{
  GString *answer = g_string_new (NULL);
  gboolean is_choice = item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE;

  if (item->kind == CHARTER_ITEM_TRUEFALSE)
    g_string_append (answer, item->parts[0].correct ? "true" : "false");
  for (guint i = 0; is_choice && i < item->n_parts; i++)
    if (item->parts[i].correct)
      g_string_append_printf (answer, "%s%c", answer->len > 0 ? "," : "", 'a' + (char)i);
  for (guint i = 0; item->typed != NULL && i < item->typed->n_accepts; i++)
    g_string_append_printf (answer, "%s%s", answer->len > 0 ? " | " : "", item->typed->accepts[i]);
  return g_string_free (answer, FALSE);
}

static char *
dup_option (const CharterItem *item, guint index)
{
  const CharterPart *part = &item->parts[index];
  const CharterSlot *slot = part->slot != NULL ? charter_item_find_slot (item, part->slot) : NULL;

  if (item->kind == CHARTER_ITEM_CLASSIFY && slot != NULL)
    return g_strconcat (part->text.plain, " " CHARTER_BANK_ARROW " ", slot->text.plain, NULL);
  if (item->kind == CHARTER_ITEM_MATCH)
    return g_strconcat (slot != NULL ? slot->text.plain : "", " " CHARTER_BANK_ARROW " ", part->text.plain, NULL);
  return g_strdup (part->text.plain);
}

static void
add_options (GString *csv, const CharterItem *item, guint n_options)
{
  for (guint i = 0; i < n_options; i++)
    {
      gboolean is_there = has_options (item) && i < item->n_parts;
      g_autofree char *option = is_there ? dup_option (item, i) : g_strdup ("");
      g_autofree char *why = is_there ? charter_blocks_to_plain (item->parts[i].why) : g_strdup ("");

      charter_bank_csv_add (csv, option, FALSE);
      charter_bank_csv_add (csv, why, FALSE);
    }
}

static void
add_blocks (GString *csv, CharterBlocks blocks)
{
  g_autofree char *plain = charter_blocks_to_plain (blocks);

  charter_bank_csv_add (csv, plain, FALSE);
}

static void
add_row (GString *csv, const CharterPack *pack, const CharterItem *item, guint n_options)
{
  const CharterGroup *group = charter_pack_find_group (pack, item->group);
  g_autofree char *answer = dup_answer (item), *points = charter_bank_words_decimal (item->points);
  g_autofree char *tolerance
    = item->typed != NULL && item->typed->tolerance > 0 ? charter_bank_words_decimal (item->typed->tolerance) : NULL;
  g_autofree char *tags = item->tags != NULL ? g_strjoinv (" ", (char **)item->tags) : g_strdup ("");

  charter_bank_csv_add (csv, item->id, FALSE);
  charter_bank_csv_add (csv, charter_item_kind_name (item->kind), FALSE);
  charter_bank_csv_add (csv, group != NULL ? group->title.plain : "", FALSE);
  add_blocks (csv, item->stem);
  charter_bank_csv_add (csv, answer, FALSE);
  charter_bank_csv_add (csv, tolerance != NULL ? tolerance : "", FALSE);
  charter_bank_csv_add (csv, item->typed != NULL && item->typed->unit != NULL ? item->typed->unit : "", FALSE);
  add_options (csv, item, n_options);
  add_blocks (csv, item->rationale);
  add_blocks (csv, item->hint);
  charter_bank_csv_add (csv, points, FALSE);
  charter_bank_csv_add (csv, tags, TRUE);
}

static guint
find_held (const CharterItem *item)
{
  gboolean is_typed = item->typed != NULL || item->kind == CHARTER_ITEM_TRUEFALSE;

  return is_typed ? HELD & ~(guint)CHARTER_BANK_WHY : HELD;
}

GBytes *
charter_bank_csv_write (CharterBankSheet *sheet, GError **error)
{
  GString *csv = g_string_new (NULL);
  guint n_options = count_options (sheet->pack);

  charter_bank_sheet_tell_situations (sheet);
  add_head (csv, n_options);
  for (guint i = 0; i < sheet->pack->n_items; i++)
    {
      const CharterItem *item = sheet->pack->items[i];

      if (!fits (item))
        {
          charter_bank_sheet_leave (sheet, item,
                                    g_strdup_printf (_ ("not written: the format has no “%s”"),
                                                     charter_item_kind_name (item->kind)));
          continue;
        }
      add_row (csv, sheet->pack, item, n_options);
      charter_bank_sheet_tell_fields (sheet, item, find_held (item));
      sheet->n_written++;
    }
  return g_string_free_to_bytes (csv);
}
