/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-look.h"

G_BEGIN_DECLS

/* What lies on the desk beside a question, below it on the page: the calculator, once it is taken. It stays there from
 * question to question, with what it shows, as long as it may be used. It emits
 *
 *   insert  words   a number is wanted as the answer, a string
 *
 * and has the action
 *
 *   desk.calculator   takes it, or puts it away */
#define CHARTER_TYPE_DESK (charter_desk_get_type ())
G_DECLARE_FINAL_TYPE (CharterDesk, charter_desk, CHARTER, DESK, AdwBin)

/* Its actions. Returns: (transfer none) */
GActionGroup *charter_desk_get_actions (CharterDesk *self);
/* What may be used at the step that is on the screen, as it now stands. question: it is on the screen, and not
 * something else in its place */
void charter_desk_show (CharterDesk *self, const CharterLook *look, gboolean question);

G_END_DECLS
