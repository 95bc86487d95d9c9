/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-store.h"

G_BEGIN_DECLS

/* The copies of the learner's history: what there is, a new one, and one put in the history's place, which can be
 * undone. It emits "before-restore" when sessions have to be left, for what they show will be another history's, and
 * "told" (AdwToast) when there is something to say. */
#define CHARTER_TYPE_BACKUPS_GROUP (charter_backups_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterBackupsGroup, charter_backups_group, CHARTER, BACKUPS_GROUP, AdwPreferencesGroup)

/* Lists what there is. store: kept. history: its file. */
void charter_backups_group_show (CharterBackupsGroup *self, CharterStore *store, GFile *history);

G_END_DECLS
