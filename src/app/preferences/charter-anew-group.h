/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-store.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* The history taken out, entries of it taken in, one pack begun anew, and all of it erased. It emits "before-erase"
 * when sessions have to be left, and "told" (AdwToast) when there is something to say, or to undo. */
#define CHARTER_TYPE_ANEW_GROUP (charter_anew_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterAnewGroup, charter_anew_group, CHARTER, ANEW_GROUP, AdwPreferencesGroup)

/* All are kept. */
void
charter_anew_group_show (CharterAnewGroup *self, CharterStudy *study, CharterStore *store, CharterLibrary *library);

G_END_DECLS
