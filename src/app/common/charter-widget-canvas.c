/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-widget-canvas.h"

#include "charter-color.h"

static CharterColor
get_color (const GdkRGBA *color)
{
  return (CharterColor){ color->red, color->green, color->blue, color->alpha };
}

static CharterColor
get_text_color (GtkWidget *widget, double alpha)
{
  GdkRGBA color = charter_color_of (widget, alpha);

  return get_color (&color);
}

static CharterColor
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    color = charter_color_of (widget, 1);
  return get_color (&color);
}

static gboolean
is_rtl (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

void
charter_widget_canvas_init (CharterCanvas *canvas, GtkWidget *widget, double width)
{
  gboolean contrast = charter_color_is_high_contrast ();
  const CharterColor inks[CHARTER_N_INKS] = {
    [CHARTER_INK_TEXT] = get_text_color (widget, 1),
    [CHARTER_INK_DIM] = get_text_color (widget, contrast ? 1 : 0.75),
    [CHARTER_INK_GRID] = get_text_color (widget, contrast ? 0.6 : 0.2),
    [CHARTER_INK_FILL] = look_up (widget, "accent_bg_color"),
    [CHARTER_INK_LINE] = look_up (widget, "accent_color"),
    [CHARTER_INK_SURFACE] = look_up (widget, "window_bg_color"),
    [CHARTER_INK_GOOD] = look_up (widget, "success_bg_color"),
    [CHARTER_INK_FAIR] = look_up (widget, "warning_bg_color"),
    [CHARTER_INK_POOR] = look_up (widget, "error_bg_color"),
  };

  charter_canvas_init (canvas, gtk_widget_get_pango_context (widget), is_rtl (widget), width, inks);
}

void
charter_widget_canvas_init_paper (CharterCanvas *canvas, GtkWidget *widget, double width)
{
  charter_canvas_init_paper (canvas, gtk_widget_get_pango_context (widget), is_rtl (widget), width);
}
