/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-response.h"
#include "charter-study-notes.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* What the learner wrote about a question, for below its feedback: the note, the dispute, and the ways to them. */
#define CHARTER_TYPE_ITEM_NOTES (charter_item_notes_get_type ())
G_DECLARE_FINAL_TYPE (CharterItemNotes, charter_item_notes, CHARTER, ITEM_NOTES, AdwBin)

/* All kept. response: what was answered, or NULL. Returns: (transfer floating) */
GtkWidget *charter_item_notes_new (CharterStudy *study,
                                   CharterPack *pack,
                                   const CharterItem *item,
                                   CharterResponse *response);

/* Opens the note or dispute of an item, a new one where there is none. response: may be NULL. */
void charter_item_notes_write (CharterWindow *window,
                               CharterStudy *study,
                               CharterPack *pack,
                               const CharterItem *item,
                               CharterNoteKind kind,
                               CharterResponse *response);

G_END_DECLS
