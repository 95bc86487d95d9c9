/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-look.h"

G_BEGIN_DECLS

/* A question with the situation that it belongs to beside it, where it has one; narrow, one of both, and two buttons to
 * choose which. In a template: "question", the widget of that side. */
#define CHARTER_TYPE_SIDES (charter_sides_get_type ())
G_DECLARE_FINAL_TYPE (CharterSides, charter_sides, CHARTER, SIDES, AdwBin)

/* Another question: its side is chosen. The situation stays as it was scrolled while questions belong to the same. The
 * look’s session: kept. */
void charter_sides_show (CharterSides *self, const CharterLook *look);
/* Returns: (transfer none) what shows the situation; empty where there is none */
GtkWidget *charter_sides_get_situation (CharterSides *self);
void charter_sides_set_narrow (CharterSides *self, gboolean narrow);

G_END_DECLS
