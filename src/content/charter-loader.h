/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagnostic.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* What is refused, so that no file can hang or fill the machine. The help lists the same figures. */
#define CHARTER_MAX_FILE (512u * 1024 * 1024) /* bytes */
#define CHARTER_MAX_START_TAG (64u * 1024)    /* bytes */
#define CHARTER_MAX_TEXT (1024u * 1024)       /* bytes of one element's text */
#define CHARTER_MAX_DEPTH 32                  /* elements inside one another */
#define CHARTER_MAX_PARTS 200                 /* parts or slots of one item */
#define CHARTER_MAX_DIAGNOSTICS 1000          /* told; further ones are only counted */

/* Reads a pack. Faults of its content are no errors: the parts that hold them are set aside, and each is told in
 * diagnostics (GPtrArray of CharterDiagnostic, in the order of the file).
 * bytes: the whole file. folder: where figures are looked for, or NULL to leave that unchecked.
 * diagnostics: (out) (transfer full) never NULL afterwards.
 * Returns: (transfer full) (nullable) the pack, or NULL where nothing of it can be used (then diagnostics say why). */
CharterPack *charter_loader_load_bytes (GBytes *bytes, GFile *folder, GPtrArray **diagnostics);

/* The same from a file; its parent is the folder. error: G_IO_ERROR where the file can't be read; diagnostics is
 * then an empty array. A pack that is NULL without an error is one whose faults leave nothing to use. */
CharterPack *charter_loader_load_file (GFile *file, GPtrArray **diagnostics, GCancellable *cancellable, GError **error);

G_END_DECLS
