/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-event.h"
#include "charter-scheme.h"

G_BEGIN_DECLS

/* What of the log still stands: which sessions were deleted, what was reset and when, and which settings hold. All
 * folding asks it first. It is read from the log as a whole. */
typedef struct _CharterStanding CharterStanding;

/* Returns: (transfer full) (nullable) */
CharterStanding *charter_standing_load (sqlite3 *db, GError **error);
void charter_standing_free (CharterStanding *standing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterStanding, charter_standing_free)

/* Whether an event changes what stands, so that this has to be read anew. */
gboolean charter_event_changes_standing (const CharterEvent *event);
/* Whether it changes what earlier events mean too, so that all has to be folded anew. */
gboolean charter_event_reaches_back (const CharterEvent *event);

/* Whether a session was deleted. session: may be NULL */
gboolean charter_standing_is_deleted (const CharterStanding *standing, const char *session);
/* Whether the group of a session that ended with this event still counts it. */
gboolean charter_standing_counts_for_group (const CharterStanding *standing, const CharterEvent *ended);
/* Whether what an event says of its item still holds. */
gboolean charter_standing_counts_for_item (const CharterStanding *standing, const CharterEvent *event);

/* By what to schedule. Returns: (transfer none) */
const CharterScheme *charter_standing_get_scheme (const CharterStanding *standing);
/* Texts by name. Returns: (transfer none) (element-type utf8 utf8) */
GHashTable *charter_standing_get_settings (const CharterStanding *standing);
/* The deletions and resets that stand. Returns: (transfer none) (element-type CharterEvent) the oldest first */
GPtrArray *charter_standing_get_removals (const CharterStanding *standing);

G_END_DECLS
