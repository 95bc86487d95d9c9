/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Has the desktop start this program at login, to wait without a window: an entry in autostart in the user's config
 * folder ($XDG_CONFIG_HOME). One that Charter did not write is left alone.
 * error: what the disk says, or G_IO_ERROR_EXISTS where somebody else's entry has the name; for the person. */
gboolean charter_autostart_set (gboolean on, GError **error);

/* The same of another folder, and program: its path. */
gboolean charter_autostart_set_in (GFile *folder, const char *program, gboolean on, GError **error);

/* How a path stands in an entry's Exec. Returns: (transfer full) */
char *charter_autostart_dup_exec (const char *program);

G_END_DECLS
