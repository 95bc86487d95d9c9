/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-misconception-rank.h"

#include "charter-scoring.h"

static void
clear_rank (gpointer data)
{
  g_ptr_array_unref (((CharterMisconceptionRank *)data)->items);
}

/* An item may name a misconception of its own pack with the pack's id or without. */
static const char *
get_name (const CharterPack *pack, const char *ref)
{
  const CharterMisconception *own = charter_pack_find_misconception (pack, ref);

  return own != NULL ? own->id : ref;
}

static CharterMisconceptionRank *
find (GArray *ranks, GHashTable *places, const CharterPack *pack, const char *ref)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, get_name (pack, ref)));

  return place > 0 ? &g_array_index (ranks, CharterMisconceptionRank, place - 1) : NULL;
}

static CharterMisconceptionRank *
add (GArray *ranks, GHashTable *places, const CharterPack *pack, const char *ref)
{
  const char *name = get_name (pack, ref);
  CharterMisconceptionRank rank
    = { .ref = name, .misconception = charter_pack_find_misconception (pack, ref), .items = g_ptr_array_new () };

  g_array_append_val (ranks, rank);
  g_hash_table_insert (places, (gpointer)name, GUINT_TO_POINTER (ranks->len));
  return &g_array_index (ranks, CharterMisconceptionRank, ranks->len - 1);
}

/* The questions that can show what was shown somewhere, and by the way the pack's own text of each ref: a slip's is
 * gone with its record. */
static void
add_item (GArray *ranks, GHashTable *places, const CharterPack *pack, const CharterItem *item, GHashTable *shown)
{
  g_autofree const char **offered = charter_scoring_list_offered_misconceptions (item);

  for (guint i = 0; offered != NULL && offered[i] != NULL; i++)
    {
      CharterMisconceptionRank *rank = find (ranks, places, pack, offered[i]);

      if (rank == NULL && g_hash_table_contains (shown, get_name (pack, offered[i])))
        rank = add (ranks, places, pack, offered[i]);
      if (rank != NULL && !item->reserved)
        g_ptr_array_add (rank->items, (gpointer)item);
    }
}

static void
count (CharterMisconceptionRank *rank, const CharterSlip *slip)
{
  rank->n_offered += slip->n_offered;
  rank->n_shown += slip->n_shown;
  rank->n_questions += slip->n_shown > 0;
  rank->n_still += slip->shows_still;
  rank->last_shown = MAX (rank->last_shown, slip->last_shown);
}

typedef void (*SlipVisit) (const CharterSlip *slip, gpointer data);

static void
visit_slips (GPtrArray *records, SlipVisit visit, gpointer data)
{
  for (guint i = 0; i < records->len; i++)
    {
      const CharterItemRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; record->slips != NULL && j < record->slips->len; j++)
        visit (&g_array_index (record->slips, CharterSlip, j), data);
    }
}

typedef struct {
  const CharterPack *pack;
  GHashTable *shown;  /* a set of names */
  GHashTable *places; /* index + 1 in ranks, by name */
  GArray *ranks;
} Counting;

static void
note_shown (const CharterSlip *slip, gpointer data)
{
  Counting *counting = data;

  if (slip->n_shown > 0)
    g_hash_table_add (counting->shown, (gpointer)get_name (counting->pack, slip->misconception));
}

static void
count_slip (const CharterSlip *slip, gpointer data)
{
  Counting *counting = data;
  CharterMisconceptionRank *rank = find (counting->ranks, counting->places, counting->pack, slip->misconception);

  if (rank != NULL)
    count (rank, slip);
}

static int
compare (gconstpointer left, gconstpointer right)
{
  const CharterMisconceptionRank *a = left, *b = right;

  if (a->n_still != b->n_still)
    return a->n_still > b->n_still ? -1 : 1;
  if (a->n_shown != b->n_shown)
    return a->n_shown > b->n_shown ? -1 : 1;
  if (a->last_shown != b->last_shown)
    return a->last_shown > b->last_shown ? -1 : 1;
  return g_strcmp0 (a->ref, b->ref);
}

/* ---- what to practise ---- */

static const CharterSlip *
find_slip (const CharterPack *pack, const CharterItemRecord *record, const char *ref)
{
  for (guint i = 0; record->slips != NULL && i < record->slips->len; i++)
    {
      const CharterSlip *slip = &g_array_index (record->slips, CharterSlip, i);

      if (g_str_equal (get_name (pack, slip->misconception), ref))
        return slip;
    }
  return NULL;
}

enum { STILL_SHOWN, SHOWN_BEFORE, NEVER_ANSWERED, NOT_SHOWN, N_TURNS, LEFT_OUT };

/* record: NULL for a question that nothing is known of. */
static guint
get_turn (const CharterPack *pack, const CharterItemRecord *record, const char *ref)
{
  const CharterSlip *slip = record != NULL ? find_slip (pack, record, ref) : NULL;

  if (record != NULL && record->suspended)
    return LEFT_OUT;
  if (slip != NULL && slip->n_shown > 0)
    return slip->shows_still ? STILL_SHOWN : SHOWN_BEFORE;
  return record == NULL || record->n_attempts == 0 ? NEVER_ANSWERED : NOT_SHOWN;
}

/* records: by item. */
static void
choose (CharterMisconceptionRank *rank, const CharterPack *pack, GHashTable *records)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint turn = 0; turn < N_TURNS; turn++)
    for (guint i = 0; i < rank->items->len && chosen->len < CHARTER_PRACTISED; i++)
      {
        const CharterItem *item = rank->items->pdata[i];

        if (get_turn (pack, g_hash_table_lookup (records, item->id), rank->ref) == turn)
          g_ptr_array_add (chosen, (gpointer)item);
      }
  g_ptr_array_unref (rank->items);
  rank->items = chosen;
}

static void
choose_all (GArray *ranks, const CharterPack *pack, GPtrArray *records)
{
  g_autoptr (GHashTable) by_item = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (by_item, ((CharterItemRecord *)records->pdata[i])->item, records->pdata[i]);
  for (guint i = 0; i < ranks->len; i++)
    choose (&g_array_index (ranks, CharterMisconceptionRank, i), pack, by_item);
}

const char **
charter_misconception_rank_list_ids (const CharterMisconceptionRank *rank)
{
  const char **ids = g_new0 (const char *, rank->items->len + 1);

  for (guint i = 0; i < rank->items->len; i++)
    ids[i] = ((const CharterItem *)rank->items->pdata[i])->id;
  return ids;
}

GArray *
charter_misconception_rank_new (const CharterPack *pack, GPtrArray *records)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (CharterMisconceptionRank));
  Counting counting = { pack, shown, places, ranks };

  g_array_set_clear_func (ranks, clear_rank);
  visit_slips (records, note_shown, &counting);
  if (g_hash_table_size (shown) == 0)
    return ranks;
  for (guint i = 0; i < pack->n_items; i++)
    add_item (ranks, places, pack, pack->items[i], shown);
  visit_slips (records, count_slip, &counting);
  g_array_sort (ranks, compare);
  choose_all (ranks, pack, records);
  return ranks;
}
