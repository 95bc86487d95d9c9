/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagnostic.h"

#include <libxml/xmlerror.h>

G_BEGIN_DECLS

/* Whether the parser may see the file, which it may not where that could hang it, fill the machine or open other
 * files. Why not is added to diagnostics. */
gboolean charter_loader_guard (const char *bytes, gsize length, GPtrArray *diagnostics);
/* The same of the first bytes of a large file, as far as they tell. */
gboolean charter_loader_begins_well (const char *bytes, gsize length);

/* The parser's error in our words. open: the innermost element that is open, or NULL.
 * Returns: (transfer full) (not nullable) */
CharterDiagnostic *charter_loader_word_error (const char *bytes, gsize length, const xmlError *error, const char *open);

G_END_DECLS
