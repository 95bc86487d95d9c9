/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack-file.h"

G_BEGIN_DECLS

/* Opens a pack where packs are written: its own file, where that is XML; else, and for one that is not the learner's
 * own, a copy, of which somebody is asked where to. widget: in a main window. */
void charter_edit (GtkWidget *widget, CharterPackFile *file);
void charter_edit_copy (GtkWidget *widget, CharterPackFile *file);

G_END_DECLS
