/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-notes.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* Removes a note and tells so, with “Undo”; where that could not be saved it tells that the note is still there.
 * note: copied. */
void charter_note_remove (CharterWindow *window, CharterStudy *study, const CharterNote *note);

/* Keeps a note that is made with one key: a bookmark, a highlight. told: said when it is safe, with “Undo”; NULL for
 * nothing. note: copied. */
void charter_note_keep (CharterWindow *window, CharterStudy *study, const CharterNote *note, const char *told);

G_END_DECLS
