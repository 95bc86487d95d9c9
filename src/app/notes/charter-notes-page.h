/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-library.h"
#include "charter-study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All notes, bookmarks, highlights and disputes of all packs: to look through, to open, to hand out as Markdown. */
#define CHARTER_TYPE_NOTES_PAGE (charter_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterNotesPage, charter_notes_page, CHARTER, NOTES_PAGE, AdwBin)

/* study, library: kept. Returns: (transfer floating) */
GtkWidget *charter_notes_page_new (CharterStudy *study, CharterLibrary *library);

G_END_DECLS
