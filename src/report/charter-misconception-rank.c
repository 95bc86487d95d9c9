/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-misconception-rank.h"

#include "charter-held.h"
#include "charter-scoring.h"
#include "charter-shelf.h"

#include <string.h>

/* A pack while it is looked at. */
typedef struct {
  const CharterRankedPack *ranked;
  GHashTable *ranks;   /* by what the pack calls them: refs are many and their texts few, so each text is read once */
  GHashTable *records; /* by item */
} Reader;

typedef struct {
  GArray *readers;   /* Reader */
  GHashTable *names; /* of ranks */
  GPtrArray *ranks;  /* owned */
  GHashTable *held;  /* NULL for none */
} Ranking;

/* ---- which misconception a ref means ---- */

static void
rank_free (CharterMisconceptionRank *rank)
{
  g_clear_pointer (&rank->pack, charter_pack_unref);
  g_clear_pointer (&rank->items, g_array_unref);
  g_free (rank->name);
  g_free (rank);
}

/* Another pack may know where it is, or be where it is. */
static void
find_home (CharterMisconceptionRank *rank, CharterPack *pack)
{
  g_autoptr (CharterPack) home = charter_pack_follow (pack, rank->name);

  rank->misconception = home != NULL ? charter_pack_find_misconception (home, rank->name) : NULL;
  if (rank->misconception != NULL)
    rank->pack = g_steal_pointer (&home);
}

/* name: (transfer full). Returns: (transfer none) added where there was none */
static CharterMisconceptionRank *
find_named (Ranking *ranking, char *name)
{
  CharterMisconceptionRank *rank = g_hash_table_lookup (ranking->names, name);

  if (rank != NULL)
    {
      g_free (name);
      return rank;
    }
  rank = g_new0 (CharterMisconceptionRank, 1);
  rank->name = name;
  g_ptr_array_add (ranking->ranks, rank);
  g_hash_table_insert (ranking->names, rank->name, rank);
  return rank;
}

/* ref: as the pack has it, kept. Returns: (transfer none) */
static CharterMisconceptionRank *
find_rank (Ranking *ranking, const Reader *reader, const char *ref)
{
  CharterMisconceptionRank *rank = g_hash_table_lookup (reader->ranks, ref);

  if (rank != NULL)
    return rank;
  rank = find_named (ranking, charter_pack_dup_name (reader->ranked->pack, ref));
  if (rank->misconception == NULL)
    find_home (rank, reader->ranked->pack);
  g_hash_table_insert (reader->ranks, (gpointer)ref, rank);
  return rank;
}

/* ---- what slips add up to ---- */

static void
add_slips (Ranking *ranking, const Reader *reader, const GArray *slips)
{
  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const CharterSlip *slip = &g_array_index (slips, CharterSlip, i);
      CharterMisconceptionRank *rank = find_rank (ranking, reader, slip->misconception);

      rank->n_offered += slip->n_offered;
      rank->n_shown += slip->n_shown;
      rank->n_questions += slip->n_shown > 0;
      rank->n_still += slip->shows_still != FALSE;
      rank->last_shown = MAX (rank->last_shown, slip->last_shown);
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

static void
add_up (Ranking *ranking, const Reader *reader)
{
  GPtrArray *records = reader->ranked->records, *scenes = reader->ranked->scenes;

  for (guint i = 0; i < records->len; i++)
    {
      CharterItemRecord *record = records->pdata[i];

      g_hash_table_insert (reader->records, record->item, record);
      add_slips (ranking, reader, record->slips);
    }
  for (guint i = 0; i < scenes->len; i++)
    if (has_scene (reader->ranked->pack, scenes->pdata[i]))
      add_slips (ranking, reader, ((const CharterSceneRecord *)scenes->pdata[i])->slips);
}

/* ---- the questions that can show it ---- */

/* Returns: (nullable) NULL where it was never shown; else it has items from now on, though none may be added */
static CharterMisconceptionRank *
find_shown (Ranking *ranking, const Reader *reader, const char *ref)
{
  CharterMisconceptionRank *rank = find_rank (ranking, reader, ref);

  if (rank->n_shown == 0)
    return NULL;
  if (rank->items == NULL)
    rank->items = g_array_new (FALSE, FALSE, sizeof (CharterPaperItem));
  return rank;
}

static void
add_item (Ranking *ranking, const Reader *reader, const CharterItem *item)
{
  const CharterPaperItem asked = { .pack = reader->ranked->pack, .item = item };
  g_autofree const char **offered = charter_scoring_list_offered_misconceptions (item);

  for (guint i = 0; offered != NULL && offered[i] != NULL; i++)
    {
      CharterMisconceptionRank *rank = find_shown (ranking, reader, offered[i]);

      if (rank != NULL && !item->reserved)
        g_array_append_val (rank->items, asked);
    }
}

static void
set_story (CharterMisconceptionRank *rank, CharterPack *pack, const CharterCase *story)
{
  rank->story_pack = pack;
  rank->story = story;
}

static void
add_story (Ranking *ranking, const Reader *reader, const CharterCase *story)
{
  for (guint i = 0; i < story->n_scenes; i++)
    for (guint j = 0; j < story->scenes[i].n_moves; j++)
      {
        const char *ref = story->scenes[i].moves[j].misconception;
        CharterMisconceptionRank *rank = ref != NULL ? find_shown (ranking, reader, ref) : NULL;

        if (rank != NULL && rank->story == NULL)
          set_story (rank, reader->ranked->pack, story);
      }
}

static void
look_through (Ranking *ranking, const Reader *reader)
{
  CharterPack *pack = reader->ranked->pack;

  for (guint i = 0; i < pack->n_items; i++)
    add_item (ranking, reader, pack->items[i]);
  for (guint i = 0; i < pack->n_cases; i++)
    add_story (ranking, reader, pack->cases[i]);
}

/* ---- in their order ---- */

static int
compare (gconstpointer left, gconstpointer right)
{
  const CharterMisconceptionRank *a = *(CharterMisconceptionRank *const *)left;
  const CharterMisconceptionRank *b = *(CharterMisconceptionRank *const *)right;

  if (a->n_still != b->n_still)
    return a->n_still > b->n_still ? -1 : 1;
  if (a->n_shown != b->n_shown)
    return a->n_shown > b->n_shown ? -1 : 1;
  if (a->last_shown != b->last_shown)
    return a->last_shown > b->last_shown ? -1 : 1;
  return strcmp (a->name, b->name);
}

/* What was never shown, or nothing can show any more, is left out. */
static void
put_in_order (GPtrArray *ranks)
{
  for (guint i = ranks->len; i > 0; i--)
    if (((CharterMisconceptionRank *)ranks->pdata[i - 1])->items == NULL)
      g_ptr_array_remove_index_fast (ranks, i - 1);
  g_ptr_array_sort (ranks, compare);
}

/* ---- what to practise ---- */

static const CharterSlip *
find_slip (const Reader *reader, const GArray *slips, const CharterMisconceptionRank *rank)
{
  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const CharterSlip *slip = &g_array_index (slips, CharterSlip, i);

      if (g_hash_table_lookup (reader->ranks, slip->misconception) == rank)
        return slip;
    }
  return NULL;
}

static const Reader *
find_reader (const Ranking *ranking, const CharterPack *pack)
{
  const Reader *reader = (const Reader *)(void *)ranking->readers->data;

  while (reader->ranked->pack != pack)
    reader++;
  return reader;
}

enum { STILL_SHOWN, SHOWN_BEFORE, NEVER_ANSWERED, NOT_SHOWN, N_TURNS, LEFT_OUT };

/* There is no record of a question that nothing is known of, or that is held. */
static guint
get_turn (const Ranking *ranking, const CharterPaperItem *asked, const CharterMisconceptionRank *rank)
{
  const Reader *reader = find_reader (ranking, asked->pack);
  const CharterItem *item = asked->item;
  const CharterItemRecord *record = g_hash_table_lookup (reader->records, item->id);
  const CharterSlip *slip = record != NULL ? find_slip (reader, record->slips, rank) : NULL;

  if ((record != NULL && record->suspended) || charter_held_has (ranking->held, asked->pack->id, item->id))
    return LEFT_OUT;
  if (slip != NULL && slip->n_shown > 0)
    return slip->shows_still ? STILL_SHOWN : SHOWN_BEFORE;
  return record == NULL || record->n_attempts == 0 ? NEVER_ANSWERED : NOT_SHOWN;
}

/* Who is first in turn fills it alone, mostly, so that few questions are looked at. */
static void
choose (const Ranking *ranking, CharterMisconceptionRank *rank)
{
  CharterPaperItem waiting[N_TURNS][CHARTER_PRACTISED];
  guint n[N_TURNS] = { 0 };
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (CharterPaperItem));

  for (guint i = 0; i < rank->items->len && n[STILL_SHOWN] < CHARTER_PRACTISED; i++)
    {
      CharterPaperItem asked = g_array_index (rank->items, CharterPaperItem, i);
      guint turn = get_turn (ranking, &asked, rank);

      if (turn < N_TURNS && n[turn] < CHARTER_PRACTISED)
        waiting[turn][n[turn]++] = asked;
    }
  for (guint turn = 0; turn < N_TURNS; turn++)
    g_array_append_vals (chosen, waiting[turn], MIN (n[turn], CHARTER_PRACTISED - chosen->len));
  g_array_unref (rank->items);
  rank->items = chosen;
}

/* The first case that shows it still goes before the packs' first. */
static void
choose_story (const Ranking *ranking, CharterMisconceptionRank *rank)
{
  for (guint i = 0; i < ranking->readers->len; i++)
    {
      const Reader *reader = &g_array_index (ranking->readers, Reader, i);
      CharterPack *pack = reader->ranked->pack;

      for (guint j = 0; j < reader->ranked->scenes->len; j++)
        {
          const CharterSceneRecord *scene = reader->ranked->scenes->pdata[j];
          const CharterSlip *slip = find_slip (reader, scene->slips, rank);

          if (slip == NULL || !slip->shows_still || !has_scene (pack, scene))
            continue;
          set_story (rank, pack, charter_pack_find_case (pack, scene->story));
          return;
        }
    }
}

/* ---- */

static void
clear_reader (gpointer data)
{
  Reader *reader = data;

  g_hash_table_unref (reader->ranks);
  g_hash_table_unref (reader->records);
}

static GArray *
make_readers (const CharterRankedPack *packs, guint n_packs)
{
  GArray *readers = g_array_new (FALSE, FALSE, sizeof (Reader));

  g_array_set_clear_func (readers, clear_reader);
  for (guint i = 0; i < n_packs; i++)
    {
      const Reader reader
        = { &packs[i], g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (g_str_hash, g_str_equal) };

      g_array_append_val (readers, reader);
    }
  return readers;
}

GPtrArray *
charter_misconception_rank_new (const CharterRankedPack *packs, guint n_packs, GHashTable *held)
{
  g_autoptr (GArray) readers = make_readers (packs, n_packs);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Ranking ranking = { readers, names, g_ptr_array_new_with_free_func ((GDestroyNotify)rank_free), held };

  for (guint i = 0; i < n_packs; i++)
    add_up (&ranking, &g_array_index (readers, Reader, i));
  for (guint i = 0; ranking.ranks->len > 0 && i < n_packs; i++)
    look_through (&ranking, &g_array_index (readers, Reader, i));
  put_in_order (ranking.ranks);
  for (guint i = 0; i < ranking.ranks->len; i++)
    {
      choose (&ranking, ranking.ranks->pdata[i]);
      choose_story (&ranking, ranking.ranks->pdata[i]);
    }
  return ranking.ranks;
}
