/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-session.h"

G_BEGIN_DECLS

/* What is left of a session's time, in a header bar; nothing for a session without a limit. While it is on the screen
 * it emits
 *
 *   warned  u  so many minutes are left, 10 and 1
 *   over       no time is left; once
 *   passed     every few seconds, for whoever keeps the time safe */
#define CHARTER_TYPE_TIME_LEFT (charter_time_left_get_type ())
G_DECLARE_FINAL_TYPE (CharterTimeLeft, charter_time_left, CHARTER, TIME_LEFT, AdwBin)

/* session: kept. */
void charter_time_left_set_session (CharterTimeLeft *self, CharterSession *session);

G_END_DECLS
