/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-application.h"

G_BEGIN_DECLS

/* The folder through which this learner's devices keep in step: which it is, what came and went, what is wrong with it,
 * and an end of it. It emits "told" (AdwToast) when there is something to say. */
#define CHARTER_TYPE_STEP_GROUP (charter_step_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterStepGroup, charter_step_group, CHARTER, STEP_GROUP, AdwPreferencesGroup)

/* app: borrowed; it outlives the group. */
void charter_step_group_show (CharterStepGroup *self, CharterApplication *app);

G_END_DECLS
