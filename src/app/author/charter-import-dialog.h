/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-bank.h"
#include "charter-library.h"

G_BEGIN_DECLS

/* Before a pack is made of another program's questions: how many of them can be taken, what of them can't and why, and
 * how the pack shall be called. */
#define CHARTER_TYPE_IMPORT_DIALOG (charter_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CharterImportDialog, charter_import_dialog, CHARTER, IMPORT_DIALOG, AdwWindow)

/* Emits “named” with the pack's id and title, as often as it is wanted; whoever saves the pack destroys the dialog.
 * import: read here only. library: what is there already. Returns: (transfer none) */
CharterImportDialog *
charter_import_dialog_show (GtkWindow *parent, const CharterBankImport *import, CharterLibrary *library);

G_END_DECLS
