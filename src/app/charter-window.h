/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-application.h"

G_BEGIN_DECLS

/* The main window: four places in a view stack, and over them a pile of full pages (a lesson, a question, a report),
 * each with a header bar of its own. The property "narrow", and the style class of that name, say that there is room
 * for one column only; it is right before the first frame.
 *
 * A page finds its window with charter_window_of and reaches everything else by the window's actions:
 *
 *   win.show-page       s      goes home, to today, learn, practice or progress
 *   win.back                   takes the topmost page away
 *   win.open-pack              asks for a file
 *   win.open-file       s      a URI
 *   win.open-lesson     (sss)  ids of pack, lesson, and section or ""
 *   win.open-see        (ss)   the id of a pack, and a ref as written in it
 *   win.start-scenario  (ss)   ids of pack, and scenario, bank or case
 *   win.ask-item        (ss)   ids of pack and item: one question, which counts for no scenario
 *   win.start-exam      (ssu)  the same and minutes, 0 for no limit: in exam mood
 *   win.show-exam       (ss)   a pack and an exam of it: its rules, before it is sat
 *   win.build-quiz      s      the id of the pack to begin with, or ""
 *   win.resume-session  s      the id of a session left half-way
 *   win.review                 what is due today
 *   win.left-out               the questions that reviews do not ask
 *   win.undo                   presses the button of the toast that is shown, if it has one
 *   win.show-notes             all that was noted, marked and disputed
 *   win.show-packs             all packs at hand, to be handed out or removed
 *   win.open-note       s      the id of a note: opens its place
 *   win.search                 not while an exam is on top: then it tells so
 *   win.show-shortcuts */
#define CHARTER_TYPE_WINDOW (charter_window_get_type ())
G_DECLARE_FINAL_TYPE (CharterWindow, charter_window, CHARTER, WINDOW, AdwApplicationWindow)

CharterWindow *charter_window_new (CharterApplication *app);

/* The window that a widget is in. Returns: (transfer none) (nullable) */
CharterWindow *charter_window_of (GtkWidget *widget);

gboolean charter_window_get_narrow (CharterWindow *self);

/* Where what is answered in a pack goes: the learner's study; for a pack that is only looked at, one that forgets.
 * Returns: (transfer none) (nullable) NULL until the application is ready */
CharterStudy *charter_window_get_study (CharterWindow *self, CharterPack *pack);

/* Reads a file and shows what is in it, its problems included. Not awaited. */
void charter_window_open_file (CharterWindow *self, GFile *file);

/* Lays a page on top; win.back takes it away again. A page that has something to keep does so when it is unrooted.
 * page: (transfer floating) */
void charter_window_push (CharterWindow *self, GtkWidget *page);
/* Lays page where the topmost one is; going back leads to what was below that one. */
void charter_window_replace (CharterWindow *self, GtkWidget *page);

/* Takes all pages away at once, so that each keeps what it has to keep. */
void charter_window_leave (CharterWindow *self);

/* The id of the help's page on what is on top. */
const char *charter_window_get_help_page (CharterWindow *self);

/* Tells something in passing, also aloud, in the place of what was told before. title: plain text. */
void charter_window_toast (CharterWindow *self, const char *title);
/* What went wrong: it stays until it is dismissed. */
void charter_window_toast_fault (CharterWindow *self, const char *reason);
/* done: told where error is NULL */
void charter_window_toast_outcome (CharterWindow *self, const char *done, const GError *error);
/* The same with a button. clicked: gets the toast and data; free_data: may be NULL. */
void charter_window_toast_with_button (CharterWindow *self,
                                       const char *title,
                                       const char *button,
                                       GCallback clicked,
                                       gpointer data,
                                       GClosureNotify free_data);
/* One of the caller's own, beside these. toast: (transfer full) */
void charter_window_add_toast (CharterWindow *self, AdwToast *toast);

G_END_DECLS
