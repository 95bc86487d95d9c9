/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-pack-media.h"

static void
add (GPtrArray *list, const CharterFigure *figure)
{
  if (!g_ptr_array_find_with_equal_func (list, figure->src, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer)figure->src);
}

static void visit (GPtrArray *list, CharterBlocks blocks);

static void
visit_comparison (GPtrArray *list, const CharterComparison *comparison)
{
  for (guint i = 0; i < comparison->n_aspects; i++)
    for (guint side = 0; side < comparison->n_sides; side++)
      visit (list, comparison->aspects[i].cells[side].why);
}

static void
visit (GPtrArray *list, CharterBlocks blocks)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    {
      const CharterBlock *block = &blocks.blocks[i];

      if (block->kind == CHARTER_BLOCK_FIGURE)
        add (list, block->figure);
      else if (block->kind == CHARTER_BLOCK_QUOTE)
        visit (list, block->quote->blocks);
      else if (block->kind == CHARTER_BLOCK_CALLOUT)
        visit (list, block->callout->blocks);
      else if (block->kind == CHARTER_BLOCK_COMPARISON)
        visit_comparison (list, block->comparison);
    }
}

static void
visit_item (GPtrArray *list, const CharterItem *item)
{
  visit (list, item->stem);
  visit (list, item->hint);
  visit (list, item->rationale);
  for (guint i = 0; i < item->n_parts; i++)
    visit (list, item->parts[i].why);
  for (guint i = 0; item->typed != NULL && i < item->typed->n_nears; i++)
    visit (list, item->typed->nears[i].why);
  if (item->hotspot != NULL && item->hotspot->figure != NULL)
    add (list, item->hotspot->figure);
}

static void
visit_case (GPtrArray *list, const CharterCase *story)
{
  for (guint i = 0; i < story->n_scenes; i++)
    {
      visit (list, story->scenes[i].blocks);
      for (guint j = 0; j < story->scenes[i].n_moves; j++)
        visit (list, story->scenes[i].moves[j].why);
    }
}

GPtrArray *
charter_pack_media_list (const CharterPack *pack)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < pack->n_lessons; i++)
    for (guint j = 0; j < pack->lessons[i]->n_sections; j++)
      visit (list, pack->lessons[i]->sections[j].blocks);
  for (guint i = 0; i < pack->n_entries; i++)
    visit (list, pack->entries[i].meaning);
  for (guint i = 0; i < pack->n_misconceptions; i++)
    visit (list, pack->misconceptions[i].remedy);
  for (guint i = 0; i < pack->n_groups; i++)
    visit (list, pack->groups[i]->situation);
  for (guint i = 0; i < pack->n_items; i++)
    visit_item (list, pack->items[i]);
  for (guint i = 0; i < pack->n_cases; i++)
    visit_case (list, pack->cases[i]);
  return list;
}
