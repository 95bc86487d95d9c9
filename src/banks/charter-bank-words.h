/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as other programs leave it, made fit for XML. */

/* The file's text in UTF-8 without a byte order mark, with plain line feeds and without what XML can't hold. UTF-16 is
 * known by its mark; what is no UTF-8 is taken for declared, or for windows-1252 where that is NULL or unknown.
 * was_foreign: (out) it was none of UTF-8. Returns: (transfer full) (not nullable) */
char *charter_bank_words_decode (GBytes *bytes, const char *declared, gboolean *was_foreign);

/* Adds text, its &, <, > and quotes escaped, as content or value of an attribute. */
void charter_bank_words_escape (GString *xml, const char *text);
/* Returns: (transfer full) (not nullable) the same alone */
char *charter_bank_words_dup_escaped (const char *text);

/* White space at the ends gone, runs of it one space. Returns: (transfer full) */
char *charter_bank_words_fold (const char *text);

/* An id made of text: lower-case words with hyphens, at most longest bytes; "" where there are none in it.
 * Returns: (transfer full) */
char *charter_bank_words_slug (const char *text, gsize longest);
/* Whether it is an id as packs have them. */
gboolean charter_bank_words_is_id (const char *text);

/* A number as packs write it: "-0.5". Takes a comma for the mark, spaces around, and exponents.
 * Returns: (transfer full) (nullable) NULL where text is no such number or one too large */
char *charter_bank_words_dup_decimal (const char *text);
/* The shortest way to write it with at most 12 places. Returns: (transfer full) (nullable) NULL where it is too large
 */
char *charter_bank_words_decimal (double number);

/* What HTML calls by that name. name: not terminated. Returns: 0 where it is none of the known names */
gunichar charter_bank_words_find_entity (const char *name, gsize length);
/* Reads "&amp;", "&#160;" or "&eacute;" at text. Returns: its length, 0 where there is none */
gsize charter_bank_words_read_entity (const char *text, gunichar *character);

G_END_DECLS
