/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-application.h"

G_BEGIN_DECLS

/* What can be set. What belongs to the learner is an event of the history, and stays on the screen with “Try Again”
 * where the disk did not take it. */
#define CHARTER_TYPE_PREFERENCES_WINDOW (charter_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (CharterPreferencesWindow, charter_preferences_window, CHARTER, PREFERENCES_WINDOW, AdwWindow)

/* Shows it over parent (may be NULL), or the one that is open already. app: ready */
void charter_preferences_show (CharterApplication *app, GtkWindow *parent);

/* The same, at who learns with this login. */
void charter_preferences_show_learners (CharterApplication *app, GtkWindow *parent);

/* The id of the help's page on what is shown. */
const char *charter_preferences_window_get_help_page (CharterPreferencesWindow *self);

G_END_DECLS
