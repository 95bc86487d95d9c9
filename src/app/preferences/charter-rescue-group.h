/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-application.h"

G_BEGIN_DECLS

/* What to know and to do where the learner's history could not be opened: why, what is safe, and to try again once the
 * reason is gone. The backups stand below it. */
#define CHARTER_TYPE_RESCUE_GROUP (charter_rescue_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterRescueGroup, charter_rescue_group, CHARTER, RESCUE_GROUP, AdwPreferencesGroup)

/* app: borrowed; it outlives the group, and has no history. */
void charter_rescue_group_show (CharterRescueGroup *self, CharterApplication *app);

G_END_DECLS
