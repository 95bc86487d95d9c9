/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-canvas.h"

#include "charter-color.h"

#define SMALLER 0.88 /* of the text around the chart */
#define MARK 3.5     /* px: the radius of a mark */

static void
prepare (CharterCanvas *self, GtkWidget *widget, double width)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  double size;
  int height;

  size = pango_font_description_get_size (font) * SMALLER;
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int)size);
  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  self->line = height;
  self->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->width = width;
}

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    color = charter_color_of (widget, 1);
  return color;
}

void
charter_canvas_init (CharterCanvas *self, GtkWidget *widget, double width)
{
  gboolean contrast = charter_color_is_high_contrast ();

  *self = (CharterCanvas){ 0 };
  prepare (self, widget, width);
  self->inks[CHARTER_INK_TEXT] = charter_color_of (widget, 1);
  self->inks[CHARTER_INK_DIM] = charter_color_of (widget, contrast ? 1 : 0.75);
  self->inks[CHARTER_INK_GRID] = charter_color_of (widget, contrast ? 0.6 : 0.2);
  self->inks[CHARTER_INK_FILL] = look_up (widget, "accent_bg_color");
  self->inks[CHARTER_INK_LINE] = look_up (widget, "accent_color");
  self->inks[CHARTER_INK_SURFACE] = look_up (widget, "window_bg_color");
}

void
charter_canvas_init_paper (CharterCanvas *self, GtkWidget *widget, double width)
{
  static const GdkRGBA paper[CHARTER_N_INKS] = {
    [CHARTER_INK_TEXT] = { 0.1F, 0.1F, 0.1F, 1 },  [CHARTER_INK_DIM] = { 0.3F, 0.3F, 0.3F, 1 },
    [CHARTER_INK_GRID] = { 0.8F, 0.8F, 0.8F, 1 },  [CHARTER_INK_FILL] = { 0.21F, 0.52F, 0.89F, 1 },
    [CHARTER_INK_LINE] = { 0.1F, 0.37F, 0.7F, 1 }, [CHARTER_INK_SURFACE] = { 1, 1, 1, 1 },
  };

  *self = (CharterCanvas){ 0 };
  prepare (self, widget, width);
  for (guint i = 0; i < CHARTER_N_INKS; i++)
    self->inks[i] = paper[i];
}

void
charter_canvas_clear (CharterCanvas *self)
{
  g_clear_object (&self->layout);
}

static double
turn (CharterCanvas *self, double x)
{
  return self->rtl ? self->width - x : x;
}

void
charter_canvas_fill (CharterCanvas *self, CharterInk ink, double x, double y, double width, double height)
{
  if (self->cr == NULL)
    return;
  gdk_cairo_set_source_rgba (self->cr, &self->inks[ink]);
  cairo_rectangle (self->cr, self->rtl ? self->width - x - width : x, y, width, height);
  cairo_fill (self->cr);
}

void
charter_canvas_outline (CharterCanvas *self, CharterInk ink, double x, double y, double width, double height)
{
  if (self->cr == NULL)
    return;
  gdk_cairo_set_source_rgba (self->cr, &self->inks[ink]);
  cairo_set_line_width (self->cr, 1);
  cairo_rectangle (self->cr, (self->rtl ? self->width - x - width : x) + .5, y + .5, MAX (0, width - 1),
                   MAX (0, height - 1));
  cairo_stroke (self->cr);
}

void
charter_canvas_rule (
  CharterCanvas *self, CharterInk ink, double thick, double from_x, double from_y, double to_x, double to_y)
{
  if (self->cr == NULL)
    return;
  gdk_cairo_set_source_rgba (self->cr, &self->inks[ink]);
  cairo_set_line_width (self->cr, thick);
  cairo_move_to (self->cr, turn (self, from_x), from_y);
  cairo_line_to (self->cr, turn (self, to_x), to_y);
  cairo_stroke (self->cr);
}

void
charter_canvas_trace (CharterCanvas *self, CharterInk ink, const graphene_point_t *points, guint n, gboolean dashed)
{
  const double dashes[] = { 5, 4 };

  if (self->cr == NULL)
    return;
  gdk_cairo_set_source_rgba (self->cr, &self->inks[ink]);
  cairo_set_line_width (self->cr, 2);
  cairo_new_path (self->cr); /* words leave their end behind */
  cairo_set_dash (self->cr, dashes, dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  for (guint i = 0; i < n; i++)
    cairo_line_to (self->cr, turn (self, points[i].x), points[i].y);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
add_cross (cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x - MARK, y - MARK);
  cairo_line_to (cr, x + MARK, y + MARK);
  cairo_move_to (cr, x + MARK, y - MARK);
  cairo_line_to (cr, x - MARK, y + MARK);
}

void
charter_canvas_mark (CharterCanvas *self, double x, double y, gboolean crossed)
{
  double at = turn (self, x);
  CharterInk inside = crossed ? CHARTER_INK_SURFACE : CHARTER_INK_LINE;

  if (self->cr == NULL)
    return;
  cairo_new_path (self->cr);
  cairo_arc (self->cr, at, y, crossed ? MARK + 2 : MARK + 1, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (self->cr, &self->inks[inside]);
  cairo_fill_preserve (self->cr);
  gdk_cairo_set_source_rgba (self->cr, &self->inks[CHARTER_INK_TEXT]);
  cairo_set_line_width (self->cr, 1.5);
  if (crossed)
    add_cross (self->cr, at, y);
  else
    cairo_new_path (self->cr);
  cairo_stroke (self->cr);
}

double
charter_canvas_get_width (CharterCanvas *self, const char *words)
{
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, words, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

/* Nothing leaves the canvas: words that would go beyond an edge are moved in. */
void
charter_canvas_write (CharterCanvas *self, CharterInk ink, double x, double y, double align, const char *words)
{
  double width = charter_canvas_get_width (self, words);
  double from = CLAMP (x - align * width, 0, MAX (0, self->width - width));

  if (self->cr == NULL)
    return;
  gdk_cairo_set_source_rgba (self->cr, &self->inks[ink]);
  cairo_move_to (self->cr, self->rtl ? self->width - from - width : from, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

void
charter_canvas_flow (CharterCanvas *self, double *x, double *y, double key, const char *words)
{
  if (*x > 0 && *x + key + charter_canvas_get_width (self, words) > self->width)
    {
      *x = 0;
      *y += self->line * 1.25;
    }
}

/* Which edge a paragraph keeps to depends on its letters; here all of it begins where reading does. */
double
charter_canvas_write_lines (CharterCanvas *self, CharterInk ink, double x, double y, double width, const char *words)
{
  PangoRectangle area;

  pango_layout_set_text (self->layout, words, -1);
  pango_layout_set_width (self->layout, (int)(width * PANGO_SCALE));
  pango_layout_get_pixel_extents (self->layout, NULL, &area);
  if (self->cr != NULL)
    {
      gdk_cairo_set_source_rgba (self->cr, &self->inks[ink]);
      cairo_move_to (self->cr, (self->rtl ? self->width - x - area.width : x) - area.x, y);
      pango_cairo_show_layout (self->cr, self->layout);
    }
  return area.height;
}
