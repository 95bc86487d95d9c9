/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* Two items between which one fact changes and the key with it teach most beside each other, once both are answered. */

/* The twin of what a step asks, alone on a path of its own, as it is shown beside it: shuffled by the step's seed.
 * session: NULL where nothing is to be asked any more. path: the session's.
 * Returns: (transfer full) (nullable) NULL where there is no twin, where session has still to ask it, and where it is
 * kept for rehearsals and path did not ask it */
CharterPath *charter_twin_new_path (CharterPath *path, guint position, CharterSession *session);

G_END_DECLS
