/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* What reports on a learner's progress are made from: folded figures, never the log gone through again. */

/* All answers by the quarter of an hour, the oldest first, but for those given in exams that are still open.
 * Returns: (transfer none) (element-type CharterTally) valid until "changed", or until it is asked again */
const GArray *charter_study_get_tallies (CharterStudy *self);

/* What is known of a pack's items under the keys that they have now: answers to a key that has changed since say
 * nothing, and of what an open exam asks nothing is told before its end (charter-study-held.h). Returns from finish:
 * (transfer full) (nullable) (element-type CharterItemRecord) */
void charter_study_load_records_async (
  CharterStudy *self, CharterPack *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *charter_study_load_records_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* How many items of all packs are due on which day. Returns from finish: (transfer full) (nullable) (element-type
 * CharterDueDay) */
void charter_study_load_forecast_async (CharterStudy *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GArray *charter_study_load_forecast_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* All reviews of one item under the key that it has now. Returns from finish: (transfer full) (nullable) without
 * reviews where there were none, or while it is held */
void charter_study_load_history_async (CharterStudy *self,
                                       CharterPack *pack,
                                       const CharterItem *item,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
CharterItemHistory *charter_study_load_history_finish (CharterStudy *self, GAsyncResult *result, GError **error);

G_END_DECLS
