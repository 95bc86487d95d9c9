/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* A pack to hand out as one file: a zip with pack.xml and the pictures that it shows. What kind of file it is stands
 * uncompressed at its beginning. */
#define CHARTER_PARCEL_SUFFIX ".charter"
#define CHARTER_PARCEL_TYPE "application/vnd.charter.pack+zip"

/* Packs a pack up; waits for the disk. xml: the file that pack was read from. Its pictures are read from its folder.
 * The same pack gives the same bytes.
 * error: a picture that is not there, or can't be read; messages are for the person.
 * Returns: (transfer full) (nullable) */
GBytes *charter_parcel_make (GBytes *xml, const CharterPack *pack, GCancellable *cancellable, GError **error);

/* The XML of a pack, whatever it came in; waits for the disk. A file that is no zip is returned as it is, whether it
 * exists or not. A zip is unpacked below place, into a folder that is named after its content, so that the same parcel
 * is unpacked once. A zip that somebody made by hand is read, too, where only one XML file is in it.
 * error: what charter_archive_read refuses, a zip without a pack, or what the disk says; messages are for the person.
 * Returns: (transfer full) (nullable) */
GFile *charter_parcel_open (GFile *file, GFile *place, GCancellable *cancellable, GError **error);

/* Deletes what was unpacked below place before that time (seconds since 1970) and not asked for since. */
void charter_parcel_clean_up (GFile *place, gint64 before);

G_END_DECLS
