/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-finder.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* What the files of the window share. */

CharterApplication *charter_window_get_app (CharterWindow *self);
CharterLibrary *charter_window_get_library (CharterWindow *self);
/* What is searched with, made when it is asked for first; not before the application is ready.
 * Returns: (transfer none) */
CharterFinder *charter_window_get_finder (CharterWindow *self);
/* The page on top of all. Returns: (nullable) NULL at home */
GtkWidget *charter_window_get_top (CharterWindow *self);
/* Whether an exam is on top. Lessons, keys and notes shall not be at hand then. Whoever leaves it stops its clock. */
gboolean charter_window_is_sitting (CharterWindow *self);

/* Does what the action of that name is for, once packs and history are there. */
void charter_window_do (CharterWindow *self, const char *name, GVariant *parameter);

G_END_DECLS
