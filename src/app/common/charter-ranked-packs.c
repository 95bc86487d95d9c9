/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-ranked-packs.h"

static void
clear (gpointer data)
{
  CharterRankedPack *ranked = data;

  g_ptr_array_unref (ranked->records);
  g_ptr_array_unref (ranked->scenes);
}

GArray *
charter_ranked_packs_new (CharterHindsight *past, GPtrArray *packs)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (CharterRankedPack), packs->len);

  g_array_set_clear_func (all, clear);
  for (guint i = 0; i < packs->len; i++)
    {
      CharterPack *pack = packs->pdata[i];
      const CharterRankedPack ranked
        = { pack, charter_hindsight_list_records (past, pack), charter_hindsight_list_scenes (past, pack) };

      g_array_append_val (all, ranked);
    }
  return all;
}

GPtrArray *
charter_ranked_packs_rank (const GArray *ranked, CharterHindsight *past)
{
  return charter_misconception_rank_new ((const CharterRankedPack *)(void *)ranked->data, ranked->len, past->held);
}
