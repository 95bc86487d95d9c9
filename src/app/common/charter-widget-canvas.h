/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-canvas.h"

G_BEGIN_DECLS

/* A canvas for a widget: its font, direction and the theme's colours. */
void charter_widget_canvas_init (CharterCanvas *canvas, GtkWidget *widget, double width);
/* The widget's font and direction on white paper, whatever the screen looks like. */
void charter_widget_canvas_init_paper (CharterCanvas *canvas, GtkWidget *widget, double width);

G_END_DECLS
