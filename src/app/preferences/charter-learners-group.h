/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-application.h"

G_BEGIN_DECLS

/* Who learns with this login: the one whose turn it is, the others, to be changed to, and those who were removed, to
 * be put back. It emits "told" (AdwToast) when there is something to say, or to undo. */
#define CHARTER_TYPE_LEARNERS_GROUP (charter_learners_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterLearnersGroup, charter_learners_group, CHARTER, LEARNERS_GROUP, AdwPreferencesGroup)

/* app: outlives it */
void charter_learners_group_show (CharterLearnersGroup *self, CharterApplication *app);
/* Takes the focus. */
void charter_learners_group_enter (CharterLearnersGroup *self);

G_END_DECLS
