/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-application.h"

G_BEGIN_DECLS

/* What the result files of a class say of each question: a folder of them is opened or dropped, and read in a thread.
 */
#define CHARTER_TYPE_CLASS_WINDOW (charter_class_window_get_type ())
G_DECLARE_FINAL_TYPE (CharterClassWindow, charter_class_window, CHARTER, CLASS_WINDOW, AdwWindow)

/* Shows it, or the one that is open already. app: ready */
void charter_class_show (CharterApplication *app);
/* The same before app is ready, with a sign that something is coming; one of the others follows. */
void charter_class_show_waiting (CharterApplication *app);
/* The same with these read. places: (element-type GFile) folders and result files */
void charter_class_show_files (CharterApplication *app, GPtrArray *places);

G_END_DECLS
