/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-application.h"

G_BEGIN_DECLS

/* The copies of the learner's history: what there is, a new one, and one put in the history's place, which can be
 * undone. It follows what others put beside them, or take away. It emits "before-restore" when sessions have to be
 * left, for what they show will be another history's, "step-changed" when a restore has stopped keeping in step or its
 * undo has begun it again, and "told" (AdwToast) when there is something to say. */
#define CHARTER_TYPE_BACKUPS_GROUP (charter_backups_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterBackupsGroup, charter_backups_group, CHARTER, BACKUPS_GROUP, AdwPreferencesGroup)

/* Lists those of the learner whose history is open, or can't be: a backup then takes its place. app: borrowed; it
 * outlives the group. */
void charter_backups_group_show (CharterBackupsGroup *self, CharterApplication *app);
/* Looks again where their names have changed. */
void charter_backups_group_refresh (CharterBackupsGroup *self);

G_END_DECLS
