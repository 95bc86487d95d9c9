/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-diagnostic.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* A file, the pack that was read from it, and what was wrong with it. Never changes once made. The file may be an XML,
 * or a pack that was packed up to be handed out. */
#define CHARTER_TYPE_PACK_FILE (charter_pack_file_get_type ())
G_DECLARE_FINAL_TYPE (CharterPackFile, charter_pack_file, CHARTER, PACK_FILE, GObject)

/* Reads a file; waits for the disk. error: as charter_loader_load_file and charter_parcel_open. Returns: (transfer
 * full) (nullable) */
CharterPackFile *charter_pack_file_read (GFile *file, GCancellable *cancellable, GError **error);

void
charter_pack_file_read_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterPackFile *charter_pack_file_read_finish (GAsyncResult *result, GError **error);

/* Deletes what was unpacked for reading and not asked for in the last week; waits for the disk. */
void charter_pack_file_clean_up (void);

GFile *charter_pack_file_get_file (CharterPackFile *self); /* (transfer none) */
GFile *charter_pack_file_get_xml (CharterPackFile *self);  /* (transfer none) its XML: the same, or what was unpacked */
/* Returns: (transfer none) (nullable) NULL where nothing of the file can be used */
CharterPack *charter_pack_file_get_pack (CharterPackFile *self);
/* Returns: (transfer none) (element-type CharterDiagnostic) */
GPtrArray *charter_pack_file_get_diagnostics (CharterPackFile *self);

G_END_DECLS
