/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* A menu of what can be done with an attempt that is over: delete it, which can be undone, at once or later in
 * Preferences. It is not shown where nothing is kept of the attempt anyway. */
#define CHARTER_TYPE_ATTEMPT_MENU (charter_attempt_menu_get_type ())
G_DECLARE_FINAL_TYPE (CharterAttemptMenu, charter_attempt_menu, CHARTER, ATTEMPT_MENU, AdwBin)

/* study: kept. session_id: of a session or a walk. leave: the action that leaves the page on which the attempt is
 * shown. Returns: (transfer floating) */
GtkWidget *charter_attempt_menu_new (CharterStudy *study, const char *session_id, const char *leave);

G_END_DECLS
