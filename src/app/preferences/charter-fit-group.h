/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* The schedule fitted to what the learner remembered, told in words before it is taken over, and the standard one
 * again. It emits "told" (AdwToast) when there is something to say, or to undo. */
#define CHARTER_TYPE_FIT_GROUP (charter_fit_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterFitGroup, charter_fit_group, CHARTER, FIT_GROUP, AdwPreferencesGroup)

/* Shows by what is scheduled now. study: kept */
void charter_fit_group_show (CharterFitGroup *self, CharterStudy *study);

G_END_DECLS
