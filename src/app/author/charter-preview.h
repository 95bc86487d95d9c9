/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-proof.h"

G_BEGIN_DECLS

/* A draft as learners will see it: the screen of the question, section, case or exam where the author is. It is the
 * same screen, in a study that forgets. When the draft changes, it keeps what was answered in it and how far it was
 * scrolled; what can't be shown for its faults stays as it last was. It emits
 *
 *   pointed   offset (guint64)   somebody clicked on what stands there in the draft */
#define CHARTER_TYPE_PREVIEW (charter_preview_get_type ())
G_DECLARE_FINAL_TYPE (CharterPreview, charter_preview, CHARTER, PREVIEW, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_preview_new (void);

/* Where packs are to which drafts lead; kept. It is read when a draft does. Once. */
void charter_preview_set_library (CharterPreview *self, CharterLibrary *library);
/* Shows what stands at offset. proof: kept */
void charter_preview_show (CharterPreview *self, CharterProof *proof, gsize offset);

G_END_DECLS
