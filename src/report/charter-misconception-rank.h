/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-path.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* What a learner's answers say of one misconception, over all questions that can show it. It is one thing by its pack
 * and id, whichever packs' questions name it. Each move in a case is an answer here, and its scene a question. */
typedef struct {
  char *name;                                /* "pack#id" */
  CharterPack *pack;                         /* its own, kept; NULL where that is not at hand, or has it no more */
  const CharterMisconception *misconception; /* the pack's; NULL where pack is */
  guint n_offered;                           /* answers that could have shown it */
  guint n_shown;
  guint n_questions;        /* that it was shown on */
  guint n_still;            /* of those, where the latest answer showed it */
  gint64 last_shown;        /* microseconds since 1970 */
  GArray *items;            /* of CharterPaperItem: what to practise against it, see below */
  CharterPack *story_pack;  /* the story's */
  const CharterCase *story; /* a case that can show it: one that shows it still, or else the packs' first; or NULL */
} CharterMisconceptionRank;

/* How many questions are practised at once. */
#define CHARTER_PRACTISED 10

/* What is practised against a misconception are questions that can show it, at most CHARTER_PRACTISED: first those
 * whose latest answer shows it, then those that showed it before, then those never answered, then the others, each in
 * the order of the packs and theirs. None is kept for mocks, left out by the learner, or held by an open exam. */

/* A pack whose questions are looked at, and what is known of them. */
typedef struct {
  CharterPack *pack;
  GPtrArray *records; /* of CharterItemRecord: its items under the keys that they have now, with their slips */
  GPtrArray *scenes;  /* of CharterSceneRecord: of its cases */
} CharterRankedPack;

/* Those that were shown, the one first that is most worth another look: what is still shown on most questions; of
 * those with as many, what was shown most often; then what was shown last.
 *
 * packs: each pack once. held: (nullable) charter-held.h. Returns: (transfer full) (element-type
 * CharterMisconceptionRank) the packs of its items and stories are those handed in, and kept by whoever did */
GPtrArray *charter_misconception_rank_new (const CharterRankedPack *packs, guint n_packs, GHashTable *held);

G_END_DECLS
