/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-outline.h"

G_BEGIN_DECLS

/* What a draft consists of, as a table of contents: its pack, and in the order of the file each lesson, section,
 * scenario, question and whatever else somebody can look at by itself, glossaries, scenes and endings of cases among them. It never
 * changes, and can be read from any thread. */

/* Of the worst that is to be said of one, not of what is inside it. */
typedef enum { CHARTER_CONTENTS_WELL, CHARTER_CONTENTS_WARNING, CHARTER_CONTENTS_ERROR } CharterContentsTrouble;

typedef struct {
  char *words;    /* its title or its first words, without markup; its id where it has none; "" for a glossary */
  char *folded;   /* that and its id, as charter_contents_fold () has it */
  guint element;  /* index in the outline */
  guint8 kind;    /* CharterElementKind */
  guint8 depth;   /* 0 for the pack, 1 for what is right inside it */
  guint8 trouble; /* CharterContentsTrouble */
} CharterContentsRow;

typedef struct _CharterContents CharterContents;

/* problems: of CharterDiagnostic. Neither is kept. Returns: (transfer full) */
CharterContents *charter_contents_new (const CharterOutline *outline, const GPtrArray *problems);
CharterContents *charter_contents_ref (CharterContents *self);
void charter_contents_unref (CharterContents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterContents, charter_contents_unref)

guint charter_contents_get_length (const CharterContents *self);
const CharterContentsRow *charter_contents_get (const CharterContents *self, guint position);
/* The row of an element, or of the nearest around it that has one; of none, or CHARTER_OUTLINE_NONE, the pack's.
 * Returns: position, or CHARTER_OUTLINE_NONE where there is no row */
guint charter_contents_find (const CharterContents *self, const CharterOutline *outline, guint element);

/* Without capitals, so that words can be found in words. text: any UTF-8. Returns: (transfer full) */
char *charter_contents_fold (const char *text);

G_END_DECLS
