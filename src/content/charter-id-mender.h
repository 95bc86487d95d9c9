/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An id that was written into a pack. */
typedef struct {
  guint line;    /* of the element's "<" in the file as it was, from 1 */
  guint column;  /* in characters, from 1 */
  char *element; /* its name */
  char *id;
} CharterMendedId;

void charter_mended_id_free (CharterMendedId *mended);

/* Gives an id to each element that a diagnostic of the code "missing-id" points at, made from the element's title or
 * text and unlike all ids near it. Nothing else changes: each byte of the file stays where it was, but for the
 * attributes put between. A pack's own id stays missing, for only its author can choose one.
 * diagnostics: as the loader told them about the same bytes.
 * mended: (element-type CharterMendedId) each id written is added to it, in the order of the file.
 * Returns: (transfer full) (not nullable) */
GBytes *charter_id_mender_mend (GBytes *bytes, const GPtrArray *diagnostics, GPtrArray *mended);

G_END_DECLS
