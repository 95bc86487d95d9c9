/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words as search compares them. A word is a run of letters and figures, with an apostrophe inside it (“team’s”) and a
 * point or comma between figures (“99.95”); a sign of a script that is written without spaces (Chinese, Japanese) is a
 * word of its own. Folded, words are the same that differ in
 *
 *   case       Unicode's case folding: ß is ss
 *   accents    letters are taken apart (NFKD) and the marks U+0300 to U+036F left out
 *   print      the apostrophes of print are that of the keyboard; soft hyphens and the like are left out */

/* The next word. Begin with both at 0. start, length: (inout) of the word before, then of the one found; bytes.
 * text: valid UTF-8. Returns: FALSE where there is no other. */
gboolean charter_words_next (const char *text, gsize *start, gsize *length);
/* Appends a word, folded. */
void charter_words_fold (GString *out, const char *word, gsize length);
/* The words of a query: folded, each once, in their order. Returns: (transfer full) NULL-terminated */
GStrv charter_words_of (const char *query);

/* Where a text has a word that one of a query begins. */
typedef struct {
  gsize start, length; /* bytes; the whole word's */
  guint word;          /* an index into the query's words */
} CharterWordMatch;

/* words: folded. Returns: (transfer full) (element-type CharterWordMatch) in the text's order */
GArray *charter_words_find (const char *text, const char *const *words);

G_END_DECLS
