/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Zip files, which come from anywhere: what is taken out of one is held in memory, and no name in it leads out of the
 * folder that it is one day written to. The help lists the same figures. */
#define CHARTER_ARCHIVE_MAX_ENTRIES 10000
#define CHARTER_ARCHIVE_MAX_BYTES (256u * 1024 * 1024) /* of all entries together, unpacked */
#define CHARTER_ARCHIVE_MAX_NAME 255                   /* bytes */

/* A file in an archive. */
typedef struct {
  char *name; /* UTF-8, relative, with slashes */
  GBytes *bytes;
} CharterArchiveEntry;

/* Whether bytes begin as those of a zip file do. */
gboolean charter_archive_recognize (GBytes *bytes);

/* Takes the files out of a zip. Folders are passed over. A name that is absolute, leads elsewhere, comes twice or is
 * no UTF-8, a link, something encrypted, and more than the limits above refuse the whole file: who makes such a file
 * means no good, or something went wrong.
 * error: G_IO_ERROR_INVALID_DATA; messages are for the person and name the entry.
 * Returns: (transfer full) (nullable) (element-type CharterArchiveEntry) in the order of the zip */
GPtrArray *charter_archive_read (GBytes *bytes, GError **error);

/* (transfer none) (nullable) the bytes of the entry of that name */
GBytes *charter_archive_find (GPtrArray *entries, const char *name);

/* Adds an entry; both are copied or referenced. */
void charter_archive_add (GPtrArray *entries, const char *name, GBytes *bytes);
/* Returns: (transfer full) an empty list to add to */
GPtrArray *charter_archive_new (void);

/* Makes a zip of them, in their order. The same entries give the same bytes: no times or owners are written.
 * The first entry is stored as it is, so that a short one can tell what kind of file this is.
 * Returns: (transfer full) */
GBytes *charter_archive_write (GPtrArray *entries);

G_END_DECLS
