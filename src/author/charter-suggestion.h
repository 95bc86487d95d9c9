/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-outline.h"

G_BEGIN_DECLS

/* What may stand where somebody writes, by the grammar, and what the schema says of it. */
typedef enum {
  CHARTER_SUGGESTION_ELEMENT,
  CHARTER_SUGGESTION_ATTRIBUTE,
  CHARTER_SUGGESTION_VALUE, /* of an attribute */
  CHARTER_SUGGESTION_END,   /* the end tag of what is open */
} CharterSuggestionKind;

typedef struct {
  CharterSuggestionKind kind;
  char *name;  /* what it is called: of an element its name without brackets */
  char *text;  /* what is written for it: an element with all that it must have, ids free */
  gsize caret; /* where in text one goes on writing, in bytes */
  char *help;  /* or NULL */
} CharterSuggestion;

void charter_suggestion_free (CharterSuggestion *self);

/* start: (out) what stands from there up to offset has been written of it, and is to be replaced: it is a part of the
 * text of those that are meant. Returns: (transfer full) of CharterSuggestion, what is needed and missing first */
GPtrArray *charter_suggestion_list (const CharterOutline *outline, gsize offset, gsize *start);

/* An element with all that it must have, indented for where it is to stand. parent: index of the element that is to
 * hold it, or CHARTER_OUTLINE_NONE. indent: how deep, in spaces; 0 for the beginning of a line. caret: (out) (optional)
 * Returns: (transfer full) */
char *charter_suggestion_dup_element (
  const CharterOutline *outline, guint parent, CharterElementKind kind, guint indent, gsize *caret);

/* What the schema says of the element, attribute or value at offset, and what may stand in it.
 * Returns: (transfer full) (nullable) NULL where there is nothing to say */
char *charter_suggestion_dup_help (const CharterOutline *outline, gsize offset);

G_END_DECLS
