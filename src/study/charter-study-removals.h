/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* What was deleted, begun anew or left out, on this device or another, and still is: for as long as the history is
 * there it can be brought back, and what was brought back can be taken away again. */

/* What was said last first. limit: how many to list at most. Returns from finish: (transfer full) (nullable) */
void charter_study_load_removals_async (
  CharterStudy *self, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterRemovals *charter_study_load_removals_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Says the opposite of each, all of them at once: undoes a deletion, a reset, or such an undo; takes in what was left
 * out, or leaves it out. events: (element-type CharterEvent) stamped; those of a removal, or what this gave before.
 * error: as for an answer. Returns from finish: (transfer full) (nullable) (element-type CharterEvent) what was said,
 * to be reverted in its turn */
void charter_study_revert_async (
  CharterStudy *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *charter_study_revert_finish (CharterStudy *self, GAsyncResult *result, GError **error);

G_END_DECLS
