/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* “How sure are you?” with three toggles, of which one or none is pressed: nobody has to say. What is said goes into
 * the session. It is seen where it is asked for, which is a setting, and as long as it can be said. It emits "failed"
 * with a GError when the setting could not be saved. Its actions, which a page has below the name “sure”, are
 *
 *   sure.ask     whether it is asked for, a boolean
 *   sure.say  i  as if the toggle of that CharterConfidence was pressed: what is pressed already is let go */
#define CHARTER_TYPE_SURE_ROW (charter_sure_row_get_type ())
G_DECLARE_FINAL_TYPE (CharterSureRow, charter_sure_row, CHARTER, SURE_ROW, GtkWidget)

GActionGroup *charter_sure_row_get_actions (CharterSureRow *self); /* (transfer none) */
/* Once, before anything is shown. study: kept. */
void charter_sure_row_set_study (CharterSureRow *self, CharterStudy *study);
/* Shows what is said of a step. session: kept. open: it can be said, of the session’s current step. */
void charter_sure_row_show (CharterSureRow *self, CharterSession *session, guint position, gboolean open);
/* The toggles below the question, and as wide as it. */
void charter_sure_row_set_narrow (CharterSureRow *self, gboolean narrow);

G_END_DECLS
