/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colour of a widget's text, times alpha (0 to 1), for what we draw ourselves. */
GdkRGBA charter_color_of (GtkWidget *widget, double alpha);

/* Whether the person asked for high contrast: then nothing is pale. */
gboolean charter_color_is_high_contrast (void);

G_END_DECLS
