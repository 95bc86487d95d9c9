/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-path.h"

G_BEGIN_DECLS

/* An item's twin with its key, to be read beside the item that was answered: what it asks, each why, and the rationale.
 * twin: as charter_twin_new_path makes it. Returns: (transfer floating) */
GtkWidget *charter_twin_view_new (CharterPath *twin);

G_END_DECLS
