/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-look.h"

G_BEGIN_DECLS

/* The words of a stem that somebody highlights while thinking, as the session has them. It emits
 *
 *   changed        something is highlighted, or no longer: the session has it
 *   told    words  what is to be told of that, a string
 *   left           the keys that select have done: the focus is to go to the question */
#define CHARTER_TYPE_STEM_MARKER (charter_stem_marker_get_type ())
G_DECLARE_FINAL_TYPE (CharterStemMarker, charter_stem_marker, CHARTER, STEM_MARKER, GObject)

/* page: borrowed, holds the stem and outlives this. Returns: (transfer full) */
CharterStemMarker *charter_stem_marker_new (GtkWidget *page);

/* Another stem. look: copied; its session is kept */
void charter_stem_marker_set_look (CharterStemMarker *self, GtkWidget *stem, const CharterLook *look);
/* Highlights what is selected, or takes the highlight at the cursor away; else begins to select with keys. */
void charter_stem_marker_act (CharterStemMarker *self);

G_END_DECLS
