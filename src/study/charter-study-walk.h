/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"
#include "charter-walk.h"

G_BEGIN_DECLS

/* What study does for a branching case, as it does for a quiz: one transaction a move, and only then the next thing.
 * CharterGroupState tells of a case too; its open_position is the number of moves made, its open_n_steps is 0. */

/* Begins a case. The walk can be used at once; its beginning is logged together with its first move.
 * error: G_IO_ERROR_NOT_FOUND where the pack has no such case. Returns: (transfer full) (nullable) */
CharterWalk *
charter_study_begin_walk (CharterStudy *self, CharterPack *pack, const char *case_id, guint64 seed, GError **error);

/* Makes the chosen move and makes it safe. The walk is locked meanwhile; afterwards it is TOLD, or CHOOSING again with
 * an error that says what happened and what is safe. */
void charter_study_move_async (
  CharterStudy *self, CharterWalk *walk, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean charter_study_move_finish (CharterStudy *self, GAsyncResult *result, GError **error);
/* The same for programs without a main loop: runs the thread's default main context until it is done. */
gboolean charter_study_move (CharterStudy *self, CharterWalk *walk, GError **error);

/* Keeps the move that is chosen and not yet made, and whether what the last one did is still being read. Cheap, not
 * awaited; a case that was only looked at leaves no trace. */
void charter_study_keep_walk_place (CharterStudy *self, CharterWalk *walk);
/* Says that a walk is over: at an ending, or left for good. */
void charter_study_end_walk (CharterStudy *self, CharterWalk *walk);

/* Goes on with a walk where it was. Where the case has changed so that a move can't be made again, it goes on from
 * there. error: G_IO_ERROR_NOT_FOUND where no such walk is open, or the case has gone.
 * Returns: (transfer full) (nullable) */
CharterWalk *charter_study_resume_walk (CharterStudy *self, CharterPack *pack, const char *session_id, GError **error);
/* What could not be brought back, for a banner. Returns: (transfer full) (nullable) a sentence */
char *charter_study_dup_walk_note (CharterStudy *self, CharterWalk *walk);

/* Which ending a case came to last. Returns: (nullable) owned by the pack; NULL too where it has gone since */
const CharterScene *
charter_study_get_last_ending (CharterStudy *self, const CharterPack *pack, const CharterCase *story);

G_END_DECLS
