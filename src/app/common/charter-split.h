/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A side and a content, side by side, or one at a time where there is too little width. Our own so that what it is
 * made of (AdwLeaflet on the floor) stands in one file. */
#define CHARTER_TYPE_SPLIT (charter_split_get_type ())
G_DECLARE_FINAL_TYPE (CharterSplit, charter_split, CHARTER, SPLIT, GtkWidget)

/* In a template: properties "side" and "content", "folded" (readable) and "show-side": folded, whether the side is
 * seen instead of the content; else, whether it is seen beside it. */
gboolean charter_split_get_folded (CharterSplit *self);
void charter_split_set_show_side (CharterSplit *self, gboolean show);
gboolean charter_split_get_show_side (CharterSplit *self);

G_END_DECLS
