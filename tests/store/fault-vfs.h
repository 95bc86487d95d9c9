/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails when told to. It stands in front of SQLite's own and counts what changes a file: writes, cuts,
 * syncs. It has no shared memory, which the store has no need of. */
void fault_vfs_install (void);

/* Fails the n-th change from now with rc (SQLITE_FULL, SQLITE_IOERR_WRITE, …); a write is torn in the middle.
 * forever: and all after it. n: 0 for none. */
void fault_vfs_plan (guint n, int rc, gboolean forever);
/* Changes since the last plan. */
guint fault_vfs_count (void);
/* Whether the planned fault has happened. */
gboolean fault_vfs_struck (void);

G_END_DECLS
