/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* The facts of a diagram that is not drawn, as a table; what it shows in words is for screen readers.
 * Returns: (transfer floating) */
GtkWidget *charter_diagram_table_new (CharterPack *pack, const CharterDiagram *diagram);

/* What opens to the same table, made when it is asked for: for below a drawing. pack is kept.
 * Returns: (transfer floating) */
GtkWidget *charter_diagram_table_new_expander (CharterPack *pack, const CharterDiagram *diagram);

G_END_DECLS
