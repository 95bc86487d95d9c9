/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-look.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* “Flag for Later”, as it stands in a question’s header bar. What is flagged goes into the session and is kept with the
 * place. Its action, which a page has below the name “flag”, is
 *
 *   flag.toggle   a boolean: whether the question is flagged */
#define CHARTER_TYPE_FLAG_BUTTON (charter_flag_button_get_type ())
G_DECLARE_FINAL_TYPE (CharterFlagButton, charter_flag_button, CHARTER, FLAG_BUTTON, GtkToggleButton)

GActionGroup *charter_flag_button_get_actions (CharterFlagButton *self); /* (transfer none) */
/* study, and the look’s session: kept. open: it can be flagged */
void charter_flag_button_show (CharterFlagButton *self, CharterStudy *study, const CharterLook *look, gboolean open);

G_END_DECLS
