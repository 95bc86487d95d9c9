/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* What was deleted, begun anew or left out, whenever and on whichever device, each to be brought back. It follows the
 * history, and emits "told" (AdwToast) when there is something to say, or to undo. */
#define CHARTER_TYPE_REMOVALS_GROUP (charter_removals_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterRemovalsGroup, charter_removals_group, CHARTER, REMOVALS_GROUP, AdwPreferencesGroup)

/* Both are kept. */
void charter_removals_group_show (CharterRemovalsGroup *self, CharterStudy *study, CharterLibrary *library);

G_END_DECLS
