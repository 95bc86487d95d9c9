/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* Looking back: which step of a session is on the screen is the screen's own affair. The session stays where it is, and
 * so does the place that is kept. What can be looked at are the answers given, and the step where the session is; in an
 * exam all steps, which is then no looking back but going there. */

/* shown: the step on the screen. */
gboolean charter_look_is_back (CharterSession *session, guint shown);

/* by: -1 or 1. Returns: the next step to look at on that side of the one shown; -1 where there is none, and while an
 * answer is on its way to the disk */
int charter_look_find (CharterSession *session, guint shown, int by);

G_END_DECLS
