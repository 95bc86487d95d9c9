/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack-file.h"

G_BEGIN_DECLS

/* Asks where to, and saves a pack there as one file to hand out; says in a toast what came of it. */
void charter_hand_out (GtkWidget *widget, CharterPackFile *file);

G_END_DECLS
