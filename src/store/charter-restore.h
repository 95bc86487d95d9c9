/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that change places: a damaged one goes, a backup comes. Each step is one rename, so that a program killed in
 * between leaves the one or the other, and nothing is ever written over. */

/* Moves a damaged file and what belongs to it out of the way. wall: microseconds since 1970.
 * Returns: (transfer full) (nullable) its new name */
char *charter_restore_set_aside (const char *path, gint64 wall, GError **error);

/* Puts a backup in the place of what can't be opened, which is set aside the same way, with what belongs to it. Nobody
 * may have it open. backup: its path. aside: (out) (transfer full) the new path of what was there, NULL for nothing.
 * After an error all is as it was. */
gboolean charter_restore_replace (const char *backup, const char *path, gint64 wall, char **aside, GError **error);
/* The way back. aside: as above. */
void charter_restore_replace_back (const char *aside, const char *path);

/* Puts the latest good copy in the file's place, where there is no file now. with_aside: also one that was set aside
 * for another. n_damaged: how many later ones were passed over because they are damaged.
 * Returns: (transfer full) (nullable) the copy's date as YYYY-MM-DD, or NULL where there is none. */
char *charter_restore_latest (const char *path, gboolean with_aside, guint *n_damaged);
gboolean charter_restore_is_possible (const char *path);

/* Makes a copy of a backup, beside the file and ready to take its place: checked, and under a device id of its own.
 * error: G_IO_ERROR_INVALID_DATA where the backup is damaged; NULL is what the person may be told.
 * Returns: (transfer full) (nullable) its path */
char *charter_restore_prepare (const char *backup, const char *path, GError **error);

/* Sets the file aside among the backups, and puts the prepared one in its place. Both have to be at rest: no log of
 * writes beside them. Returns: (transfer full) (nullable) where the file went */
char *charter_restore_exchange (const char *prepared, const char *path, gint64 wall, GError **error);
/* The way back. */
void charter_restore_exchange_back (const char *aside, const char *path);

G_END_DECLS
