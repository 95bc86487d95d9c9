/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-notes.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* Notes as boxed lists, one for each pack, a few rows at a time. A row opens its note's place and has a menu for the
 * rest; Delete removes its note. */
#define CHARTER_TYPE_NOTES_LIST (charter_notes_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterNotesList, charter_notes_list, CHARTER, NOTES_LIST, AdwBin)

/* study, library: kept. Returns: (transfer floating) */
GtkWidget *charter_notes_list_new (CharterStudy *study, CharterLibrary *library);

/* Shows these instead. notes: (element-type CharterNote) in the order of their packs; not kept */
void charter_notes_list_show (CharterNotesList *self, GPtrArray *notes);

/* What stands for a kind: “Bookmark”, and an icon. */
const char *charter_notes_list_get_kind_title (CharterNoteKind kind);

G_END_DECLS
