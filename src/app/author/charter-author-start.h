/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-journal.h"

G_BEGIN_DECLS

/* What a window for authors begins with: packs to begin from, a file to open, and new packs that were never saved.
 * Everything is an action of the window: win.new, win.open-pack, and win.recover with the name of a journal. */
#define CHARTER_TYPE_AUTHOR_START (charter_author_start_get_type ())
G_DECLARE_FINAL_TYPE (CharterAuthorStart, charter_author_start, CHARTER, AUTHOR_START, AdwBin)

/* journals: the folder where unsaved packs are. */
void charter_author_start_show (CharterAuthorStart *self, GFile *journals);

/* A template's text. name: "scenario", "lesson" or "exam". Returns: (transfer full) (nullable) NULL for another name */
GBytes *charter_author_start_dup_template (const char *name);

G_END_DECLS
