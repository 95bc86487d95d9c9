/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-event.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* Everything that is folded from the log, folded once more from its beginning. */
typedef struct _CharterRefold CharterRefold;

CharterRefold *charter_refold_new (sqlite3 *db, GError **error);
void charter_refold_free (CharterRefold *refold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterRefold, charter_refold_free)

/* Compares it with the derived tables, figures within 1e-9. error: G_IO_ERROR_INVALID_DATA */
gboolean charter_refold_compare (CharterRefold *refold, sqlite3 *db, GError **error);
/* Puts it in the derived tables' place, inside a transaction of the caller's. */
gboolean charter_refold_store (CharterRefold *refold, sqlite3 *db, GError **error);

/* Whether an event changes what is known of an item. */
gboolean charter_refold_is_about_item (const CharterEvent *event);
/* One item's record anew. */
gboolean charter_refold_item (sqlite3 *db, CharterItemRecord *record, GError **error);

G_END_DECLS
