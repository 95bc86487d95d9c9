/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Where packs are written: the source, what learners will see of it, and what is to be said of it, one place in all
 * three. Its actions are the main window’s where they mean the same (win.open-pack, win.search), and
 *
 *   win.new               s   a new pack: "scenario", "lesson" or "exam"
 *   win.save, win.save-as
 *   win.undo-edit, win.redo-edit
 *   win.next-problem, win.previous-problem
 *   win.element-help          what the schema says of what stands at the cursor
 *   win.show-contents         whether the contents are seen (boolean state)
 *   win.find-part             search in the contents
 *   win.show-face         s   "xml" or "form"
 *   win.show-pane         s   where there is room for one only: "contents", "source", "preview" or "problems" */
#define CHARTER_TYPE_AUTHOR_WINDOW (charter_author_window_get_type ())
G_DECLARE_FINAL_TYPE (CharterAuthorWindow, charter_author_window, CHARTER, AUTHOR_WINDOW, AdwApplicationWindow)

/* Opens a file for writing, in the window that has it already where there is one. file: NULL for a choice of templates.
 */
void charter_author_show (GtkApplication *app, GFile *file);
/* The same, at what has an id in the file; at its beginning where id is NULL. */
void charter_author_show_item (GtkApplication *app, GFile *file, const char *id);
/* Asks, in the first window that has something unsaved, whether to save it, and quits again (app.quit) when that is
 * answered. Returns: FALSE where there is nothing to ask */
gboolean charter_author_ask_before_quitting (GtkApplication *app);

G_END_DECLS
