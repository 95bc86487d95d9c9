/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* How far an exam is ahead of its own pace: the time that as many questions may take as are done, less the time that
 * was taken. Each question may take the same, the limit divided by how many there are. Done are those with an answer,
 * and all of sections that are closed.
 * Returns: microseconds, negative where it is behind; 0 without a limit */
gint64 charter_pace_get_lead (CharterSession *session);

G_END_DECLS
