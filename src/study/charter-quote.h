/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-note.h"

G_BEGIN_DECLS

/* A highlight's words in a passage (a paragraph, an entry of a list, a cell), and where they are after the pack has
 * changed: the same words, next to as many of the same neighbours as there are. Pure functions; all places are
 * characters. */

/* Writes into note what stands in text from start to end, and what stands around it. */
void charter_quote_take (CharterNote *note, const char *text, guint start, guint end);

/* start, end: (out) where the note's quote stands best in text; 0 where it does not.
 * Returns: how well it fits, to compare passages with; 0 where it stands nowhere */
guint charter_quote_find (const CharterNote *note, const char *text, guint *start, guint *end);

G_END_DECLS
