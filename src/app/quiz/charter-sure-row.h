/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-grade.h"

G_BEGIN_DECLS

/* “How sure are you?” with three toggles, of which one or none is pressed: nobody has to say. It emits "said" when
 * somebody presses one. */
#define CHARTER_TYPE_SURE_ROW (charter_sure_row_get_type ())
G_DECLARE_FINAL_TYPE (CharterSureRow, charter_sure_row, CHARTER, SURE_ROW, GtkWidget)

/* Shows it, and says nothing. */
void charter_sure_row_set_confidence (CharterSureRow *self, CharterConfidence confidence);
CharterConfidence charter_sure_row_get_confidence (CharterSureRow *self);
/* As if a toggle was pressed: what is pressed already is let go. Told aloud. */
void charter_sure_row_press (CharterSureRow *self, CharterConfidence confidence);
/* The toggles below the question, and as wide as it. */
void charter_sure_row_set_narrow (CharterSureRow *self, gboolean narrow);

G_END_DECLS
