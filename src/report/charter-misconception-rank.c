/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-misconception-rank.h"

#include "charter-scoring.h"

#include <string.h>

static void
clear_rank (gpointer data)
{
  g_ptr_array_unref (((CharterMisconceptionRank *)data)->items);
}

/* An item may name a misconception of its own pack with the pack's id or without; without it is the name already. */
static const char *
get_name (const CharterPack *pack, const char *ref)
{
  const CharterMisconception *own = strchr (ref, '#') != NULL ? charter_pack_find_misconception (pack, ref) : NULL;

  return own != NULL ? own->id : ref;
}

/* ---- what slips add up to ---- */

static void
add_up (CharterMisconceptionRank *sum, const CharterMisconceptionRank *more)
{
  sum->n_offered += more->n_offered;
  sum->n_shown += more->n_shown;
  sum->n_questions += more->n_questions;
  sum->n_still += more->n_still;
  sum->last_shown = MAX (sum->last_shown, more->last_shown);
}

/* name: kept. Returns: (transfer none) added where there was none */
static CharterMisconceptionRank *
find_sum (GHashTable *sums, const char *name)
{
  CharterMisconceptionRank *sum = g_hash_table_lookup (sums, name);

  if (sum == NULL)
    {
      sum = g_new0 (CharterMisconceptionRank, 1);
      g_hash_table_insert (sums, (gpointer)name, sum);
    }
  return sum;
}

static void
add_slips (GHashTable *sums, const GArray *slips)
{
  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const CharterSlip *slip = &g_array_index (slips, CharterSlip, i);

      add_up (find_sum (sums, slip->misconception), &(CharterMisconceptionRank){ .n_offered = slip->n_offered,
                                                                                 .n_shown = slip->n_shown,
                                                                                 .n_questions = slip->n_shown > 0,
                                                                                 .n_still = slip->shows_still != FALSE,
                                                                                 .last_shown = slip->last_shown });
    }
}

/* A scene that the pack has no more says nothing. */
static gboolean
has_scene (const CharterPack *pack, const CharterSceneRecord *record)
{
  const CharterCase *story = charter_pack_find_case (pack, record->story);

  for (guint i = 0; story != NULL && i < story->n_scenes; i++)
    if (g_str_equal (story->scenes[i].id, record->scene))
      return TRUE;
  return FALSE;
}

/* Slips are many and their texts few, so only these are looked up in the pack.
 * Returns: (transfer full) by name; the names are the pack's or the records' */
static GHashTable *
sum_slips (const CharterPack *pack, GPtrArray *records, GPtrArray *scenes)
{
  g_autoptr (GHashTable) by_text = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTable *by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer text, sum;

  for (guint i = 0; i < records->len; i++)
    add_slips (by_text, ((const CharterItemRecord *)records->pdata[i])->slips);
  for (guint i = 0; i < scenes->len; i++)
    if (has_scene (pack, scenes->pdata[i]))
      add_slips (by_text, ((const CharterSceneRecord *)scenes->pdata[i])->slips);
  g_hash_table_iter_init (&iter, by_text);
  while (g_hash_table_iter_next (&iter, &text, &sum))
    add_up (find_sum (by_name, get_name (pack, text)), sum);
  return by_name;
}

/* ---- the questions that can show it ---- */

typedef struct {
  const CharterPack *pack;
  GHashTable *sums;   /* by name */
  GHashTable *places; /* index + 1 in ranks, by name */
  GArray *ranks;
} Ranking;

/* Returns: (nullable) valid until the next is added; NULL where it was never shown */
static CharterMisconceptionRank *
find_rank (Ranking *ranking, const char *ref)
{
  const char *name = get_name (ranking->pack, ref);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (ranking->places, name));
  const CharterMisconceptionRank *sum = place == 0 ? g_hash_table_lookup (ranking->sums, name) : NULL;

  if (sum != NULL && sum->n_shown > 0)
    {
      CharterMisconceptionRank *rank;

      g_array_append_vals (ranking->ranks, sum, 1);
      place = ranking->ranks->len;
      rank = &g_array_index (ranking->ranks, CharterMisconceptionRank, place - 1);
      rank->ref = name;
      rank->misconception = charter_pack_find_misconception (ranking->pack, ref);
      rank->items = g_ptr_array_new ();
      g_hash_table_insert (ranking->places, (gpointer)name, GUINT_TO_POINTER (place));
    }
  return place > 0 ? &g_array_index (ranking->ranks, CharterMisconceptionRank, place - 1) : NULL;
}

/* By the way the pack's own text of each ref is found: a slip's is gone with its record. */
static void
add_item (Ranking *ranking, const CharterItem *item)
{
  g_autofree const char **offered = charter_scoring_list_offered_misconceptions (item);

  for (guint i = 0; offered != NULL && offered[i] != NULL; i++)
    {
      CharterMisconceptionRank *rank = find_rank (ranking, offered[i]);

      if (rank != NULL && !item->reserved)
        g_ptr_array_add (rank->items, (gpointer)item);
    }
}

static void
add_story (Ranking *ranking, const CharterCase *story)
{
  for (guint i = 0; i < story->n_scenes; i++)
    for (guint j = 0; j < story->scenes[i].n_moves; j++)
      {
        const char *ref = story->scenes[i].moves[j].misconception;
        CharterMisconceptionRank *rank = ref != NULL ? find_rank (ranking, ref) : NULL;

        if (rank != NULL && rank->story == NULL)
          rank->story = story;
      }
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
find_slip (const CharterPack *pack, const GArray *slips, const char *ref)
{
  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const CharterSlip *slip = &g_array_index (slips, CharterSlip, i);

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
  const CharterSlip *slip = record != NULL ? find_slip (pack, record->slips, ref) : NULL;

  if (record != NULL && record->suspended)
    return LEFT_OUT;
  if (slip != NULL && slip->n_shown > 0)
    return slip->shows_still ? STILL_SHOWN : SHOWN_BEFORE;
  return record == NULL || record->n_attempts == 0 ? NEVER_ANSWERED : NOT_SHOWN;
}

/* records: by item. Who is first in turn fills it alone, mostly, so that few questions are looked at. */
static void
choose (CharterMisconceptionRank *rank, const CharterPack *pack, GHashTable *records)
{
  const CharterItem *waiting[N_TURNS][CHARTER_PRACTISED];
  guint n[N_TURNS] = { 0 };
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < rank->items->len && n[STILL_SHOWN] < CHARTER_PRACTISED; i++)
    {
      const CharterItem *item = rank->items->pdata[i];
      guint turn = get_turn (pack, g_hash_table_lookup (records, item->id), rank->ref);

      if (turn < N_TURNS && n[turn] < CHARTER_PRACTISED)
        waiting[turn][n[turn]++] = item;
    }
  for (guint turn = 0; turn < N_TURNS; turn++)
    for (guint i = 0; i < n[turn] && chosen->len < CHARTER_PRACTISED; i++)
      g_ptr_array_add (chosen, (gpointer)waiting[turn][i]);
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

/* The first case that shows it still goes before the pack's first. */
static void
choose_story (CharterMisconceptionRank *rank, const CharterPack *pack, GPtrArray *scenes)
{
  for (guint i = 0; i < scenes->len; i++)
    {
      const CharterSceneRecord *scene = scenes->pdata[i];
      const CharterSlip *slip = find_slip (pack, scene->slips, rank->ref);
      const CharterCase *story = slip != NULL && slip->shows_still ? charter_pack_find_case (pack, scene->story) : NULL;

      if (story == NULL || !has_scene (pack, scene))
        continue;
      rank->story = story;
      return;
    }
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
charter_misconception_rank_new (const CharterPack *pack, GPtrArray *records, GPtrArray *scenes)
{
  g_autoptr (GHashTable) sums = sum_slips (pack, records, scenes);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (CharterMisconceptionRank));
  Ranking ranking = { pack, sums, places, ranks };

  g_array_set_clear_func (ranks, clear_rank);
  for (guint i = 0; g_hash_table_size (sums) > 0 && i < pack->n_items; i++)
    add_item (&ranking, pack->items[i]);
  for (guint i = 0; g_hash_table_size (sums) > 0 && i < pack->n_cases; i++)
    add_story (&ranking, pack->cases[i]);
  if (ranks->len == 0)
    return ranks;
  g_array_sort (ranks, compare);
  choose_all (ranks, pack, records);
  for (guint i = 0; i < ranks->len; i++)
    choose_story (&g_array_index (ranks, CharterMisconceptionRank, i), pack, scenes);
  return ranks;
}
