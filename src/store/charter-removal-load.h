/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-removal.h"
#include "charter-standing.h"

G_BEGIN_DECLS

/* What is taken out of what counts, by the log. limit: how many to list at most; of those alone it is looked up what
 * they are about. Returns: (transfer full) (nullable) */
CharterRemovals *charter_removals_load (sqlite3 *db, const CharterStanding *standing, guint limit, GError **error);

G_END_DECLS
