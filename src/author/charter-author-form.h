/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-draft.h"
#include "charter-outline.h"
#include "charter-written.h"

G_BEGIN_DECLS

/* A draft edited part by part, for those who don't want XML. Which parts and attributes an element has is what the
 * grammar says of its kind; how a new one begins says charter-author-form-kinds.c. Each edit is one step of undo and
 * splices only what it changes: indentation, comments and order of all else stay as they are. Elements are told by
 * their index in the outline of the draft as it stands; after an edit, by anybody, ask for the outline anew. It belongs
 * to the draft's thread. */
#define CHARTER_TYPE_AUTHOR_FORM (charter_author_form_get_type ())
G_DECLARE_FINAL_TYPE (CharterAuthorForm, charter_author_form, CHARTER, AUTHOR_FORM, GObject)

/* draft: kept. Returns: (transfer full) */
CharterAuthorForm *charter_author_form_new (CharterDraft *draft);
CharterDraft *charter_author_form_get_draft (CharterAuthorForm *self); /* (transfer none) */
/* Returns: (transfer none) good until the next splice of the draft */
CharterOutline *charter_author_form_get_outline (CharterAuthorForm *self);

/* ---- words ---- */

/* Whether somebody can write in an element of that kind: it holds text, or paragraphs and other blocks. */
gboolean charter_author_form_has_text (CharterElementKind kind);
/* The simplest writing that shows all that the element holds. */
CharterWriting charter_author_form_find_writing (CharterAuthorForm *self, guint index);
/* What an element holds, in a writing at least as rich as that. A line is a paragraph where it holds blocks.
 * Returns: (transfer full) (not nullable) "" where it holds nothing */
char *charter_author_form_dup_text (CharterAuthorForm *self, guint index, CharterWriting writing);
/* Returns: FALSE where it was not taken: the writing can't show all there is, or its marks are not well-formed */
gboolean charter_author_form_set_text (CharterAuthorForm *self, guint index, CharterWriting writing, const char *text);
/* The same of a child that need not be there: it is added, and removed where nothing is left of it and the owner may do
 * without. */
gboolean charter_author_form_set_child_text (
  CharterAuthorForm *self, guint owner, CharterElementKind kind, CharterWriting writing, const char *text);

/* ---- attributes ---- */

/* Without entities. Returns: (transfer full) (nullable) */
char *charter_author_form_dup_attribute (CharterAuthorForm *self, guint index, CharterAttribute attribute);
/* value: NULL takes it away. */
void
charter_author_form_set_attribute (CharterAuthorForm *self, guint index, CharterAttribute attribute, const char *value);
/* Of an option and the like; where one alone can be right, the others no longer are. */
void charter_author_form_set_correct (CharterAuthorForm *self, guint index, gboolean is_correct);

/* ---- parts ---- */

/* Whether a new part of that kind can begin there. parent: index */
gboolean charter_author_form_can_add (CharterAuthorForm *self, guint parent, CharterElementKind kind);
/* Adds one behind after, a child of parent, or behind its like for CHARTER_OUTLINE_NONE.
 * Returns: its index, or CHARTER_OUTLINE_NONE where it can't be */
guint charter_author_form_add (CharterAuthorForm *self, guint parent, CharterElementKind kind, guint after);
/* Whether what holds it may do without. */
gboolean charter_author_form_can_remove (CharterAuthorForm *self, guint index);
void charter_author_form_remove (CharterAuthorForm *self, guint index);
/* Behind itself, with ids of its own. Returns: its index, or CHARTER_OUTLINE_NONE where it can't be */
guint charter_author_form_duplicate (CharterAuthorForm *self, guint index);
/* Moves it by so many places among those that may stand in each other's place; what lies between them stays there.
 * Returns: where it is now */
guint charter_author_form_move (CharterAuthorForm *self, guint index, int by);
/* How many of those stand before and behind it. before, behind: (out) */
void charter_author_form_count_places (CharterAuthorForm *self, guint index, guint *before, guint *behind);
/* Whether it may go into another element of its kind’s parents, where its id and what it refers to mean the same.
 * parent: index */
gboolean charter_author_form_can_move_to (CharterAuthorForm *self, guint index, guint parent);
/* Behind its like there, in the indentation of its new place. Returns: where it is now */
guint charter_author_form_move_to (CharterAuthorForm *self, guint index, guint parent);

/* What is pointed at: a figure or a diagram. hotspot: index. Returns: CHARTER_OUTLINE_NONE where it is missing */
guint charter_author_form_find_picture (CharterAuthorForm *self, guint hotspot);
/* Puts a new diagram in place of the figure, or the reverse, with one right place in it instead of all that there were.
 * hotspot: one that has a picture. Returns: where the new one is */
guint charter_author_form_exchange_picture (CharterAuthorForm *self, guint hotspot);

/* ---- kinds ---- */

typedef struct {
  CharterElementKind kind;
  const char *title; /* "Single Choice", "Option"; to be translated */
  const char *line;  /* what it is, in one line; NULL where its title says it; to be translated */
  const char *id;    /* what its id is made from, or NULL */
  const char *xml;   /* what a new one begins with; see charter_author_form_kind_dup_xml () */
} CharterAuthorFormKind;

/* Returns: (nullable) NULL for a kind that can't be added in a form */
const CharterAuthorFormKind *charter_author_form_kind_get (CharterElementKind kind);
/* A new one's text, of lines indented by two spaces. id: what it is to be called. outline and parent: what it refers to
 * is looked for there. Returns: (transfer full) (nullable) NULL where there is nothing left to refer to */
char *charter_author_form_kind_dup_xml (const CharterAuthorFormKind *kind,
                                        CharterOutline *outline,
                                        guint parent,
                                        const char *id);

G_END_DECLS
