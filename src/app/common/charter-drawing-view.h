/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-diagram.h"

G_BEGIN_DECLS

/* A diagram that is drawn from its figures (charter-drawing.h), in the theme's colours. To a screen reader it is an
 * image with the author's words. */
#define CHARTER_TYPE_DRAWING_VIEW (charter_drawing_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterDrawingView, charter_drawing_view, CHARTER, DRAWING_VIEW, GtkWidget)

/* diagram: the pack's, one that can be drawn; it has to outlive the widget. Returns: (transfer floating) */
GtkWidget *charter_drawing_view_new (const CharterDiagram *diagram);

/* Where in the widget a place stands, once it has its size. id: a node's, a point's or a cell's. */
graphene_rect_t charter_drawing_view_get_area (CharterDrawingView *self, const char *id);

G_END_DECLS
