/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-color.h"

#include <adwaita.h>

GdkRGBA
charter_color_of (GtkWidget *widget, double alpha)
{
  GdkRGBA color;

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, &color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
#endif
  color.alpha *= alpha;
  return color;
}

gboolean
charter_color_is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}
