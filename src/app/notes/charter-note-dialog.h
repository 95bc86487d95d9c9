/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-notes.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* A small window to write a note in. It is saved as one leaves, and stays with what was typed where it could not be; a
 * note that was emptied is removed, which can be undone. */
#define CHARTER_TYPE_NOTE_DIALOG (charter_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CharterNoteDialog, charter_note_dialog, CHARTER, NOTE_DIALOG, AdwWindow)

/* pack: may be NULL. note: copied; one that is kept is changed, any other is added. */
void
charter_note_dialog_show (CharterWindow *window, CharterStudy *study, CharterPack *pack, const CharterNote *note);

/* Puts a dispute on the clipboard, as a letter to the pack's author. */
void charter_note_copy_letter (CharterWindow *window, CharterPack *pack, const CharterNote *dispute);

G_END_DECLS
