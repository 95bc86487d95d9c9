/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"

G_BEGIN_DECLS

/* The one exception to "the log is only added to". An event of kind "erase" takes everything out of all events before
 * it in the log's order (hlc, device, seq), of whatever device: when it happened, what it was about, what was said.
 * What is left of each is its key (device, seq) and the kind "erased", stamped 1, so that no other device brings it
 * back. Places go too, and whatever was copied of the file.
 *
 * It happens in two steps: scrub is part of the transaction that brings an erase event, or brings events older than
 * one; finish then takes the traces out of the file's bytes. Where finish could not be done, the file remembers. */

/* Inside a transaction of the caller's, after its events have been inserted. anew: an erase event is among them; else
 * they may only be older than one. scrubbed: whether anything was taken out, so that all has to be folded anew and,
 * after the commit, finished. */
gboolean charter_erase_scrub (sqlite3 *db, gboolean anew, gboolean *scrubbed, GError **error);

/* Whether a scrub was committed and not finished. */
gboolean charter_erase_is_pending (sqlite3 *db);
/* Outside of a transaction. Deletes backups and files set aside, and writes the file anew. path: NULL for memory. */
gboolean charter_erase_finish (sqlite3 *db, const char *path, GError **error);

G_END_DECLS
