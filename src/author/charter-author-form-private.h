/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-author-form.h"

G_BEGIN_DECLS

/* Where an element's own text lies. */
typedef struct {
  guint first, last; /* its blocks, or CHARTER_OUTLINE_NONE where it holds none, or text and no blocks */
  gboolean in_paragraphs;
} CharterAuthorFormBody;

/* The white space in front of offset on its line; FALSE where something else is there.
 * start, end: (out) (optional) */
gboolean charter_author_form_find_indent (const char *text, gsize offset, gsize *start, gsize *end);
/* Returns: (transfer full) that white space, or NULL */
char *charter_author_form_dup_indent (CharterAuthorForm *self, gsize offset);
/* How the file ends its lines. */
const char *charter_author_form_get_newline (CharterAuthorForm *self);
/* The particle of parent’s rule in which kind stands, or G_MAXUINT. */
guint charter_author_form_find_particle (CharterElementKind parent, CharterElementKind kind);
/* How many children of parent stand in that particle. */
guint charter_author_form_count_like (CharterAuthorForm *self, guint parent, guint particle);
/* Puts xml, lines with two spaces a step, among parent’s children: behind after, or where the grammar wants it. It
 * takes the indentation that is there. Returns: the index of its element */
guint charter_author_form_insert (
  CharterAuthorForm *self, guint parent, CharterElementKind kind, guint after, const char *xml);
/* What a kind's XML has in braces and is neither an id nor words: what a new child of parent may refer to, or fits
 * those that are there; some are whole attributes. Returns: (transfer full) (nullable) NULL where there is no such
 * thing */
char *charter_author_form_find_named (const char *name, CharterOutline *outline, guint parent);
/* Makes <a/> <a></a>. */
void charter_author_form_open (CharterAuthorForm *self, guint index);

G_END_DECLS
