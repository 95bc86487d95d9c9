/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-interval.h"
#include "charter-pack.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* From this chance to recall on an item counts as known. It is what reviews are planned for where nobody chose
 * otherwise, and stays the same for those who did, so that the figure means the same for everybody. */
#define CHARTER_MASTERY_KNOWN 0.9

/* How a learner stands with one topic of a pack.
 *
 * An item is seen once it was answered. It is right where the latest answer to it was wholly so. It is known now where
 * it was recalled at its latest review, and the chance to recall it today (FSRS) is CHARTER_MASTERY_KNOWN or more: so
 * what was learned fades from this figure, and what was only looked up today does not enter it. */
typedef struct {
  const char *ref;           /* as the items name it, NULL for those that name none */
  const CharterTopic *topic; /* NULL where ref leads out of the pack */
  guint n_items;             /* that can be practised: not kept for mocks, or seen in one */
  guint n_seen, n_right, n_known;
  CharterInterval interval; /* of the share of n_right among n_seen, Wilson's 95 % */
  gboolean too_few;         /* n_seen is below CHARTER_INTERVAL_MIN_N: tell the counts, and no share */
} CharterMastery;

/* records: (element-type CharterItemRecord) of the pack's items under the keys that they have now.
 * today: numbered as of charter_scheme_get_day. Topics in the pack's order, then refs out of it, then none.
 * Returns: (transfer full) (element-type CharterMastery) its texts are the pack's */
GArray *charter_mastery_new (const CharterPack *pack, GPtrArray *records, const CharterWeights *weights, int today);

/* All topics together; ref and topic are NULL. */
CharterMastery charter_mastery_sum (const GArray *topics);

/* Whether an item is known now, as said above. */
gboolean charter_mastery_is_known (const CharterItemRecord *record, const CharterWeights *weights, int today);

G_END_DECLS
