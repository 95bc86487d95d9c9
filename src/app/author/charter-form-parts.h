/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-author-form.h"

G_BEGIN_DECLS

/* What a form shows of the unit at a place of a draft: the unit, and the parts in it that are there as often as
 * somebody likes. They are listed anew when the draft has changed. A part is told by its number in the list. */

#define CHARTER_FORM_NOWHERE G_MAXUINT

/* A part of the unit, in the order of the file; the first one is the unit itself. */
typedef struct {
  guint index;               /* in the outline */
  guint owner;               /* the part that it is in, or CHARTER_FORM_NOWHERE */
  CharterElementKind within; /* EL_NONE, or the words of the owner that it stands among: its stem, its passage */
  CharterElementKind kind;
  gboolean is_unit; /* a row that leads to it */
  guint place;      /* how many stand before it that may stand in its place */
} CharterFormPart;

typedef struct _CharterFormParts CharterFormParts;

/* draft: kept. Returns: (transfer full) */
CharterFormParts *charter_form_parts_new (CharterDraft *draft);
void charter_form_parts_free (CharterFormParts *self);
CharterAuthorForm *charter_form_parts_get_form (CharterFormParts *self); /* (transfer none) */

/* Where the unit begins in the draft; it goes along with edits before it. */
gsize charter_form_parts_get_unit (CharterFormParts *self);
void charter_form_parts_set_unit (CharterFormParts *self, gsize offset);
/* Of many units in the unit only the first are parts, until more are asked for. */
void charter_form_parts_show_more (CharterFormParts *self);
/* Sees to it that what stands at an index of the outline is among them, where it is of the unit. */
void charter_form_parts_reveal (CharterFormParts *self, guint index);
/* How many of a particle of the unit are not. */
guint charter_form_parts_count_hidden (CharterFormParts *self, const CharterParticle *particle);

guint charter_form_parts_get_length (CharterFormParts *self);
/* Good until the draft changes. */
const CharterFormPart *charter_form_parts_get (CharterFormParts *self, guint part);
/* self: a CharterFormParts. Returns: the index of a part in the outline as it is, or CHARTER_OUTLINE_NONE */
guint charter_form_parts_locate (gpointer self, guint part);
/* “Option B”: the letter that learners see before shuffling. Returns: (transfer full) */
char *charter_form_parts_dup_name (CharterFormParts *self, guint part);
/* What a unit is called: its title or its first words. Returns: (transfer full) */
char *charter_form_parts_dup_words (CharterFormParts *self, guint part);
/* What decides which widgets there are. Returns: (transfer full) */
char *charter_form_parts_dup_shape (CharterFormParts *self);

/* ---- what the grammar says of them ---- */

gboolean charter_form_holds (const CharterParticle *particle, CharterElementKind kind);
/* Returns: (nullable) */
const CharterParticle *charter_form_find_particle (CharterElementKind parent, CharterElementKind kind);
/* Words that are there once at most: a field of what holds them, and no part. */
gboolean charter_form_is_field (const CharterParticle *particle);
/* Whether one of those can be put into an element now. Of what stands among words only what is a part. */
gboolean
charter_form_can_add (CharterAuthorForm *form, guint index, const CharterParticle *particle, CharterElementKind kind);

G_END_DECLS
