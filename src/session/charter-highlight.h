/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What they are highlighted in: the question of a step, or the situation that it shares with others. */
typedef enum {
  CHARTER_HIGHLIGHT_OF_QUESTION,
  CHARTER_HIGHLIGHT_OF_SITUATION,
} CharterHighlightOf;

/* Words that somebody has highlighted there. Places are characters. */
typedef struct {
  guint text;       /* which of its texts, as they are read, from 0 */
  guint start, end; /* in that; end is after the last */
  char *words;      /* that stood there */
} CharterHighlight;

void charter_highlight_free (CharterHighlight *highlight);

/* Highlights in the order in which they are read; none touches another. Returns: (transfer full) of CharterHighlight,
 * empty */
GPtrArray *charter_highlights_new (void);
/* Highlights words of a text, which whole is all of; what they touch that is highlighted already becomes one with them.
 * Places beyond the end are the end. */
void charter_highlights_add (GPtrArray *highlights, guint text, const char *whole, guint start, guint end);
/* Puts one back as it was kept. words: as long as from start to end. Returns: FALSE where it can't be one */
gboolean charter_highlights_put (GPtrArray *highlights, guint text, guint start, guint end, const char *words);
/* Returns: (transfer none) (nullable) the one that the character at that place is in */
const CharterHighlight *charter_highlights_find (GPtrArray *highlights, guint text, guint at);
/* Takes that one away. Returns: whether there was one */
gboolean charter_highlights_remove (GPtrArray *highlights, guint text, guint at);

G_END_DECLS
