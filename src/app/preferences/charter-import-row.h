/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-store.h"

G_BEGIN_DECLS

/* Takes what was exported into the history: it is read beside the window, what it would bring is told, and after a
 * backup (none where it brings an erasure) it comes in as one. It emits "before-erase" when sessions have to be left,
 * and "told" (AdwToast) when it is there. */
#define CHARTER_TYPE_IMPORT_ROW (charter_import_row_get_type ())
G_DECLARE_FINAL_TYPE (CharterImportRow, charter_import_row, CHARTER, IMPORT_ROW, AdwActionRow)

/* store: kept */
void charter_import_row_set_store (CharterImportRow *self, CharterStore *store);

G_END_DECLS
