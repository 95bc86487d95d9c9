/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-author-form.h"

G_BEGIN_DECLS

/* Asks where a part is to be moved to: the banks and scenarios of the file, or what else can hold it. It emits
 *
 *   chosen   index (guint) of what it is to be moved into, while the draft is as it was
 *
 * and closes itself. */
#define CHARTER_TYPE_FORM_MOVE_DIALOG (charter_form_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CharterFormMoveDialog, charter_form_move_dialog, CHARTER, FORM_MOVE_DIALOG, AdwWindow)

/* Whether there is anywhere that it could be moved to. index: in the form’s outline */
gboolean charter_form_move_dialog_has_places (CharterAuthorForm *form, guint index);
/* form: kept. Returns: (transfer none) it belongs to GTK, as windows do */
CharterFormMoveDialog *charter_form_move_dialog_new (GtkWindow *parent, CharterAuthorForm *form, guint index);

G_END_DECLS
