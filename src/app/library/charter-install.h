/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack-file.h"

G_BEGIN_DECLS

/* Putting packs into a folder and taking them out again; all of it waits for the disk. */

/* Copies file's pack and pictures to a folder of its id's name below library. What was there is set aside, not
 * deleted. error: messages are for the person.
 * Returns: (transfer full) (nullable) what undo needs */
GVariant *charter_install_pack (GFile *library, CharterPackFile *file, GCancellable *cancellable, GError **error);

/* Copies file's XML to place, and the pictures that it shows beside it, but for those that lie there already. error:
 * messages are for the person. */
gboolean charter_install_copy (CharterPackFile *file, GFile *place, GCancellable *cancellable, GError **error);

/* Sets a pack aside that was read from xml, which lies in library or in a folder of its own there.
 * Returns: (transfer full) (nullable) what undo needs */
GVariant *charter_install_remove (GFile *library, GFile *xml, GError **error);

/* Takes the pack away again, and puts back what was set aside. */
gboolean charter_install_undo (GFile *library, GVariant *undo, GError **error);

/* Deletes what was set aside earlier, and what a kill left half copied. */
void charter_install_clean_up (GFile *library);

G_END_DECLS
