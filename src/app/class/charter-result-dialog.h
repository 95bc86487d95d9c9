/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* Asks a learner for a name, and then where to save the result of a session for an instructor. */
#define CHARTER_TYPE_RESULT_DIALOG (charter_result_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CharterResultDialog, charter_result_dialog, CHARTER, RESULT_DIALOG, AdwWindow)

/* parent: a window of Charter, which tells that it is saved. title: of what was answered. day: YYYY-MM-DD. */
void charter_result_dialog_show (
  GtkWindow *parent, CharterStudy *study, CharterSession *session, const char *title, const char *day);

G_END_DECLS
