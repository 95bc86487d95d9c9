/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* What is asked of the history before any pack is looked at, so that it can be asked while they are still loaded. */
typedef struct {
  int today;       /* when it was asked, as numbered by charter_scheme_get_day */
  GPtrArray *due;  /* of CharterItemRecord: to be reviewed until today, without their slips, the longest due first */
  GHashTable *met; /* a set of "pack item key_hash": reviewed or suspended */
  CharterDayRecord done;
  GHashTable *items; /* GPtrArray of CharterItemRecord by pack: all that is known; NULL where it was not asked for */
  GPtrArray *scenes; /* of CharterSceneRecord: all that is known, with items */
  GHashTable *held;  /* what open exams hold (charter-study-held.h): nothing of it may be told or proposed */
} CharterHindsight;

void charter_hindsight_free (CharterHindsight *past);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterHindsight, charter_hindsight_free)

/* Those of the pack's items under the keys that they have now, but for what is held. It makes their digests, which
 * takes its time: for a thread. Returns: (transfer container) (element-type CharterItemRecord) each owned by past */
GPtrArray *charter_hindsight_list_records (CharterHindsight *past, CharterPack *pack);

/* Those of the scenes of its cases. Returns: (transfer container) (element-type CharterSceneRecord) each owned by past
 */
GPtrArray *charter_hindsight_list_scenes (CharterHindsight *past, CharterPack *pack);

/* items: whether they are asked for. Returns from finish: (transfer full) (nullable) */
void charter_study_load_hindsight_async (
  CharterStudy *self, gboolean items, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterHindsight *charter_study_load_hindsight_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Asks for it now, with items, for who asks for it next: it is kept until then, or until anything changes. */
void charter_study_read_ahead (CharterStudy *self);

G_END_DECLS
