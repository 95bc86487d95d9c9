/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "charter-grammar.h"

G_BEGIN_DECLS

/* Where the elements of a pack's file stand, as bytes. It is made of any bytes, well-formed or not, in one pass: an end
 * tag closes the innermost open element of its name; what is still open then, or at the end of the file, ends there.
 * An outline never changes; make another one when the draft has changed. It can be read from any thread. */

#define CHARTER_OUTLINE_NONE G_MAXUINT

/* All offsets are into the bytes; an end is behind the last byte. */
typedef struct {
  guint32 start;        /* of its “<” */
  guint32 name_end;     /* behind its name */
  guint32 inside;       /* behind the “>” of its start tag: where its content begins */
  guint32 inside_end;   /* where its content ends; inside for one that is written <like-this/> */
  guint32 end;          /* behind its end tag */
  guint32 parent;       /* index, or CHARTER_OUTLINE_NONE */
  guint32 next;         /* index of the first element behind its end; the number of elements where there is none */
  guint8 kind;          /* CharterElementKind; EL_NONE for what can't stand there */
  guint8 is_empty : 1;  /* written <like-this/>, or still being typed: its start tag has no “>” */
  guint8 is_closed : 1; /* FALSE where its end tag, or the end of its start tag, is missing */
} CharterOutlineElement;

typedef struct _CharterOutline CharterOutline;

/* bytes: kept; at most CHARTER_MAX_FILE of them are looked at. Returns: (transfer full) */
CharterOutline *charter_outline_new (GBytes *bytes);
CharterOutline *charter_outline_ref (CharterOutline *self);
void charter_outline_unref (CharterOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterOutline, charter_outline_unref)

GBytes *charter_outline_get_bytes (const CharterOutline *self); /* (transfer none) */

/* Elements in the order of their start tags; the index of one is its ordinal (as items have it) less one. */
guint charter_outline_get_length (const CharterOutline *self);
const CharterOutlineElement *charter_outline_get (const CharterOutline *self, guint index);

/* ---- from one to another; each returns CHARTER_OUTLINE_NONE where there is none ---- */

/* The innermost element whose tags or content hold the offset; an offset before its “<” or behind its end does not. */
guint charter_outline_find_at (const CharterOutline *self, gsize offset);
guint charter_outline_first_child (const CharterOutline *self, guint index);
guint charter_outline_next_sibling (const CharterOutline *self, guint index);
/* The first child of that kind. */
guint charter_outline_find_child (const CharterOutline *self, guint index, CharterElementKind kind);
/* Itself or the nearest around it that somebody can look at by itself: an item, a section, a scenario, a case, a term
 * and so on. In what is none of these, the pack's head. */
guint charter_outline_find_unit (const CharterOutline *self, guint index);
gboolean charter_element_is_unit (CharterElementKind kind);
gboolean charter_element_is_item (CharterElementKind kind);

/* ---- attributes and ids ---- */

/* From the first byte of its name to behind its closing quote. start, end: (out) (optional). FALSE where it has none.
 */
gboolean
charter_outline_find_attribute (const CharterOutline *self, guint index, const char *name, gsize *start, gsize *end);
/* Its value between the quotes, as bytes. FALSE where it has none. */
gboolean
charter_outline_find_value (const CharterOutline *self, guint index, const char *name, gsize *start, gsize *end);
/* As it is written, with entities. Returns: (transfer full) (nullable) */
char *charter_outline_dup_value (const CharterOutline *self, guint index, const char *name);
/* Its content without tags and entities, white space made single. Returns: (transfer full) (not nullable) */
char *charter_outline_dup_words (const CharterOutline *self, guint index);

/* Whether an element of that kind has its id in the whole pack, and not only in what holds it (an option's id). */
gboolean charter_element_has_pack_id (CharterElementKind kind);
/* The element that has an id in the whole pack. id: a ref into the pack. */
guint charter_outline_find_id (const CharterOutline *self, const char *id);
/* An id for a new element of that kind inside parent that nothing has which could be mistaken for it: the wish itself,
 * or with a number behind it. Returns: (transfer full) */
char *charter_outline_dup_free_id (const CharterOutline *self, guint parent, CharterElementKind kind, const char *wish);

/* ---- lines and columns, as diagnostics tell them: from 1, columns in characters ---- */

void charter_outline_locate (const CharterOutline *self, gsize offset, guint *line, guint *column);
/* What is beyond the file is at its end. Returns: bytes */
gsize charter_outline_get_offset (const CharterOutline *self, guint line, guint column);

G_END_DECLS
