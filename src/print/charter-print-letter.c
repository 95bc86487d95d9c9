/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-letter.h"

#include <pango/pangocairo.h>

void
charter_print_letter_draw (cairo_t *cr, guint index, double x, double y)
{
  const char letter[] = { (char)('A' + index), '\0' };
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, Sans Bold");
  int width, height;

  pango_font_description_set_absolute_size (font, 9.5 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, letter, -1);
  pango_layout_get_size (layout, &width, &height);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, CHARTER_PRINT_LETTER_RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_move_to (cr, x - (double)width / PANGO_SCALE / 2, y - (double)height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}
