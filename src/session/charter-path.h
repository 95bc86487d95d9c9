/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* One item as it is put to somebody. */
typedef struct {
  const CharterItem *item; /* the pack's; of a drill a copy with its numbers in the words */
  guint64 seed;            /* the step's own, for drills */
  const guint *part_order; /* indices into the item's parts as shown; n_parts of them */
  const guint *slot_order; /* indices into the item's slots as shown; n_slots of them */
} CharterStep;

/* What a session walks along: a paper now, drills and cases later. A path keeps the steps that it gave out alive as
 * long as itself. */
typedef struct _CharterPath CharterPath;

/* A paper: these items in this order (where items is NULL: all of the group's that are not reserved, as written),
 * their parts shuffled by seed, pinned ones kept in place. The same pack, ids and seed give the same paper everywhere,
 * and what an item gets does not hang on the items around it. group_id: may be NULL where items are given, such as the
 * sorting of a comparison.
 *
 *   shuffled   the options of single and multiple, the cards of classify, the right sides and extras of match, the
 *              choices of cloze within their blank, the steps of order; three or more of these are never shown in the
 *              right order
 *   as written true before false, categories, left sides, blanks, the regions of a hotspot
 *
 * error: G_IO_ERROR_NOT_FOUND where the pack has no such group or item any more, or nothing is left to ask.
 * Returns: (transfer full) (nullable) */
CharterPath *
charter_paper_new (CharterPack *pack, const char *group_id, const char *const *items, guint64 seed, GError **error);

CharterPath *charter_path_ref (CharterPath *path);
void charter_path_unref (CharterPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPath, charter_path_unref)

CharterPack *charter_path_get_pack (CharterPath *path);         /* (transfer none) */
const CharterGroup *charter_path_get_group (CharterPath *path); /* (nullable) */
guint64 charter_path_get_seed (CharterPath *path);
guint charter_path_get_n_steps (CharterPath *path);
const CharterStep *charter_path_get_step (CharterPath *path, guint index);

G_END_DECLS
