/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-event.h"
#include "charter-record.h"
#include "charter-standing.h"

G_BEGIN_DECLS

/* Everything that is folded from the log, folded once more from its beginning. */
typedef struct _CharterRefold CharterRefold;

/* standing: what stands in this log; outlives the other. */
CharterRefold *charter_refold_new (sqlite3 *db, const CharterStanding *standing, GError **error);
void charter_refold_free (CharterRefold *refold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterRefold, charter_refold_free)

/* Compares it with the derived tables, figures within 1e-9. error: G_IO_ERROR_INVALID_DATA */
gboolean charter_refold_compare (CharterRefold *refold, sqlite3 *db, GError **error);
/* Puts it in the derived tables' place, inside a transaction of the caller's. */
gboolean charter_refold_store (CharterRefold *refold, sqlite3 *db, GError **error);

/* One item's record anew. */
gboolean charter_refold_item (sqlite3 *db, const CharterStanding *standing, CharterItemRecord *record, GError **error);

G_END_DECLS
