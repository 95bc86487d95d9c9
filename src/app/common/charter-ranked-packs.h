/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-misconception-rank.h"
#include "charter-study-hindsight.h"

G_BEGIN_DECLS

/* What is known of the questions and cases of all packs, as misconceptions are ranked from it: one may show what is
 * explained in another. It makes the digests of their keys: for a thread.
 *
 * packs: (element-type CharterPack) each once, kept by the caller. past: with items, kept by the caller.
 * Returns: (transfer full) (element-type CharterRankedPack) in their order */
GArray *charter_ranked_packs_new (CharterHindsight *past, GPtrArray *packs);

/* Returns: (transfer full) charter_misconception_rank_new of them, without what is held */
GPtrArray *charter_ranked_packs_rank (const GArray *ranked, CharterHindsight *past);

G_END_DECLS
