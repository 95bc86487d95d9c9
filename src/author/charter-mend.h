/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagnostic.h"
#include "charter-draft.h"
#include "charter-outline.h"

G_BEGIN_DECLS

/* Problems that can be mended without the author: an id that is missing, and a name or value that was probably meant to
 * be another one. */

/* outline: of the bytes that the diagnostic is of. Returns: whether charter_mend_apply can mend it */
gboolean charter_mend_is_safe (const CharterOutline *outline, const CharterDiagnostic *diagnostic);

/* Mends it, as one edit that can be undone. draft: still as in the outline. Returns: FALSE where it could not */
gboolean charter_mend_apply (CharterDraft *draft, const CharterOutline *outline, const CharterDiagnostic *diagnostic);

G_END_DECLS
