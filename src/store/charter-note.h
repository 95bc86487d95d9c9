/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-event.h"

G_BEGIN_DECLS

/* What a learner writes beside a pack, or marks in it. */
typedef enum {
  CHARTER_NOTE_NOTE,      /* words, about a section or an item */
  CHARTER_NOTE_BOOKMARK,  /* a section to come back to */
  CHARTER_NOTE_HIGHLIGHT, /* some words of a section, perhaps with words about them */
  CHARTER_NOTE_DISPUTE,   /* why an item's key seems wrong */
} CharterNoteKind;

/* As it is after its latest change. All texts but id and pack may be NULL. */
typedef struct {
  char *id;
  CharterNoteKind kind;
  char *pack;
  char *release; /* of the pack, when it was written */
  char *lesson, *section;
  char *item, *key_hash;
  char *answer; /* dispute: the response, in its text form, that was called wrong */
  char *text;   /* what was written */
  /* Highlight: the words, and a few before and after them, so that they are found again in a later release. */
  char *quote, *before, *after;
  guint start; /* characters of the passage before the quote, when it was made */
  gboolean removed;
  gint64 made, changed; /* microseconds since 1970: its first event, and its latest */
} CharterNote;

/* id: NULL draws one. pack: its id. Returns: (transfer full) */
CharterNote *charter_note_new (CharterNoteKind kind, const char *id, const char *pack);
/* note: may be NULL. Returns: (transfer full) (nullable) */
CharterNote *charter_note_copy (const CharterNote *note);
void charter_note_free (CharterNote *note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterNote, charter_note_free)

/* "note", "bookmark", "highlight", "dispute" */
const char *charter_note_kind_name (CharterNoteKind kind);

/* Writes a note into an event of kind CHARTER_EVENT_NOTE that has nothing else yet. Of one that is removed only its
 * name is written. */
void charter_note_to_event (const CharterNote *note, CharterEvent *event);
/* made is the event's. Returns: (transfer full) (nullable) NULL where it is no note that this release knows */
CharterNote *charter_note_from_event (const CharterEvent *event);

/* For sorting pointers to notes: the oldest first. */
int charter_note_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
