/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many slips of the finger lie between two names: letters added, left out, exchanged (capitals are no exchange), or
 * swapped with their neighbour (Levenshtein's distance, extended by Damerau's swaps: optimal string alignment).
 * Returns: G_MAXUINT where a name has more than 120 bytes */
guint charter_slips_count (const char *a, const char *b);

G_END_DECLS
