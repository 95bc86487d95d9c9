/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* What a learner's answers say of one misconception, over all questions of a pack that can show it. Each move in a case
 * is an answer here, and its scene a question. */
typedef struct {
  const char *ref;                           /* as the items name it */
  const CharterMisconception *misconception; /* NULL where ref leads out of the pack */
  guint n_offered;                           /* answers that could have shown it */
  guint n_shown;
  guint n_questions;        /* that it was shown on */
  guint n_still;            /* of those, where the latest answer showed it */
  gint64 last_shown;        /* microseconds since 1970 */
  GPtrArray *items;         /* of const CharterItem: what to practise against it, see below */
  const CharterCase *story; /* a case that can show it: one that shows it still, or else the pack's first; or NULL */
} CharterMisconceptionRank;

/* How many questions are practised at once. */
#define CHARTER_PRACTISED 10

/* What is practised against a misconception are questions that can show it, at most CHARTER_PRACTISED: first those
 * whose latest answer shows it, then those that showed it before, then those never answered, then the others, each in
 * the pack's order. None is kept for mocks, or left out by the learner. */

/* Those that were shown, the one first that is most worth another look: what is still shown on most questions; of
 * those with as many, what was shown most often; then what was shown last.
 *
 * records: (element-type CharterItemRecord) of the pack's items under the keys that they have now, with their slips.
 * scenes: (element-type CharterSceneRecord) of the pack's cases. Returns: (transfer full) (element-type
 * CharterMisconceptionRank) its texts are the pack's */
GArray *charter_misconception_rank_new (const CharterPack *pack, GPtrArray *records, GPtrArray *scenes);

/* The ids of its items, for a quiz on them. Returns: (transfer container) NULL-terminated, owned by the pack */
const char **charter_misconception_rank_list_ids (const CharterMisconceptionRank *rank);

G_END_DECLS
