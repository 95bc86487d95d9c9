/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes the folder that a file is to lie in, with those around it, where it is not there yet; waits for the disk.
 * error: what the disk says */
gboolean charter_pack_folder_make_around (GFile *file, GCancellable *cancellable, GError **error);

/* Deletes a folder and what is in it, as far as that can be; waits for the disk. A link in it is deleted, and not what
 * it leads to. */
void charter_pack_folder_delete (GFile *folder);

G_END_DECLS
