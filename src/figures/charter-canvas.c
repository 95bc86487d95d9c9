/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-canvas.h"

#include <math.h>

#define SMALLER 0.88 /* of the text around the chart */
#define MARK 3.5     /* px: the radius of a mark */
#define FAINT .4     /* of a hatched area's lines */
#define HEAD 5       /* px: half the width of an arrow's head */

static void
choose_font (CharterCanvas *self, PangoContext *context)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (font) * SMALLER;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int)size);
  pango_layout_set_font_description (self->layout, font);
}

void
charter_canvas_init (
  CharterCanvas *self, PangoContext *context, gboolean rtl, double width, const CharterColor inks[CHARTER_N_INKS])
{
  int height;

  *self = (CharterCanvas){ .layout = pango_layout_new (context), .rtl = rtl, .width = width };
  choose_font (self, context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  self->line = height;
  for (guint i = 0; i < CHARTER_N_INKS; i++)
    self->inks[i] = inks[i];
}

void
charter_canvas_init_paper (CharterCanvas *self, PangoContext *context, gboolean rtl, double width)
{
  static const CharterColor paper[CHARTER_N_INKS] = {
    [CHARTER_INK_TEXT] = { 0.1, 0.1, 0.1, 1 },  [CHARTER_INK_DIM] = { 0.3, 0.3, 0.3, 1 },
    [CHARTER_INK_GRID] = { 0.8, 0.8, 0.8, 1 },  [CHARTER_INK_FILL] = { 0.21, 0.52, 0.89, 1 },
    [CHARTER_INK_LINE] = { 0.1, 0.37, 0.7, 1 }, [CHARTER_INK_SURFACE] = { 1, 1, 1, 1 },
    [CHARTER_INK_GOOD] = { 0.2, 0.8, 0.5, 1 },  [CHARTER_INK_FAIR] = { 0.9, 0.7, 0.1, 1 },
    [CHARTER_INK_POOR] = { 0.9, 0.2, 0.2, 1 },
  };

  charter_canvas_init (self, context, rtl, width, paper);
}

void
charter_canvas_clear (CharterCanvas *self)
{
  g_clear_object (&self->layout);
}

void
charter_canvas_set_ink (CharterCanvas *self, CharterInk ink, double alpha)
{
  const CharterColor *color = &self->inks[ink];

  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue, color->alpha * alpha);
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
  charter_canvas_set_ink (self, ink, 1);
  cairo_rectangle (self->cr, self->rtl ? self->width - x - width : x, y, width, height);
  cairo_fill (self->cr);
}

void
charter_canvas_outline (CharterCanvas *self, CharterInk ink, double x, double y, double width, double height)
{
  if (self->cr == NULL)
    return;
  charter_canvas_set_ink (self, ink, 1);
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
  charter_canvas_set_ink (self, ink, 1);
  cairo_set_line_width (self->cr, thick);
  cairo_move_to (self->cr, turn (self, from_x), from_y);
  cairo_line_to (self->cr, turn (self, to_x), to_y);
  cairo_stroke (self->cr);
}

/* ---- boxes */

static double
turn_area (CharterCanvas *self, const CharterArea *area)
{
  return self->rtl ? self->width - area->x - area->width : area->x;
}

static void
trace_round (cairo_t *cr, double x, double y, double width, double height, double most)
{
  double r = MAX (0, MIN (most, MIN (width, height) / 2));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
charter_canvas_box (CharterCanvas *self,
                    const CharterArea *area,
                    double radius,
                    CharterInk tint,
                    double alpha,
                    CharterInk ink,
                    double thick)
{
  double half = thick / 2;

  if (self->cr == NULL)
    return;
  cairo_new_path (self->cr);
  trace_round (self->cr, turn_area (self, area) + half, area->y + half, area->width - thick, area->height - thick,
               radius);
  charter_canvas_set_ink (self, tint, alpha);
  cairo_fill_preserve (self->cr);
  charter_canvas_set_ink (self, ink, 1);
  cairo_set_line_width (self->cr, thick);
  cairo_stroke (self->cr);
}

static void
add_slanting (cairo_t *cr, double left, const CharterArea *area, double gap, gboolean falling)
{
  int n = (int)ceil ((area->width + area->height) / gap);

  for (int i = 0; i < n; i++)
    {
      double at = left - area->height + i * gap;

      cairo_move_to (cr, at, falling ? area->y : area->y + area->height);
      cairo_line_to (cr, at + area->height, falling ? area->y + area->height : area->y);
    }
}

void
charter_canvas_hatch (CharterCanvas *self, CharterInk ink, const CharterArea *area, double gap, gboolean crossed)
{
  double left = turn_area (self, area);

  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  cairo_rectangle (self->cr, left, area->y, area->width, area->height);
  cairo_clip (self->cr);
  charter_canvas_set_ink (self, ink, FAINT);
  cairo_set_line_width (self->cr, 1);
  add_slanting (self->cr, left, area, gap, FALSE);
  if (crossed)
    add_slanting (self->cr, left, area, gap, TRUE);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* ---- lines */

static void
set_dash (cairo_t *cr, CharterDash dash)
{
  static const double lengths[][4] = { { 0 }, { 5, 4 }, { 1.5, 3.5 }, { 7, 3, 1.5, 3 } };
  static const int n[] = { 0, 2, 2, 4 };

  cairo_set_dash (cr, lengths[dash], n[dash], 0);
}

void
charter_canvas_trace (CharterCanvas *self, CharterInk ink, const CharterDot *points, guint n, CharterDash dash)
{
  if (self->cr == NULL)
    return;
  charter_canvas_set_ink (self, ink, 1);
  cairo_set_line_width (self->cr, 2);
  cairo_new_path (self->cr); /* words leave their end behind */
  set_dash (self->cr, dash);
  for (guint i = 0; i < n; i++)
    cairo_line_to (self->cr, turn (self, points[i].x), points[i].y);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
add_bend (CharterCanvas *self, const CharterDot *a, const CharterDot *b, gboolean down)
{
  double x = (a->x + b->x) / 2, y = (a->y + b->y) / 2;

  if (down)
    cairo_curve_to (self->cr, turn (self, a->x), y, turn (self, b->x), y, turn (self, b->x), b->y);
  else
    cairo_curve_to (self->cr, turn (self, x), a->y, turn (self, x), b->y, turn (self, b->x), b->y);
}

static void
add_head (CharterCanvas *self, const CharterDot *at, gboolean down)
{
  double x = down ? HEAD : HEAD + 1, y = down ? HEAD + 1 : HEAD;

  cairo_move_to (self->cr, turn (self, at->x - x), at->y - y);
  cairo_line_to (self->cr, turn (self, at->x), at->y);
  cairo_line_to (self->cr, turn (self, down ? at->x + x : at->x - x), down ? at->y - y : at->y + y);
}

void
charter_canvas_arrow (
  CharterCanvas *self, CharterInk ink, double thick, const CharterDot *points, guint n, gboolean down)
{
  if (self->cr == NULL)
    return;
  charter_canvas_set_ink (self, ink, 1);
  cairo_set_line_width (self->cr, thick);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, turn (self, points[0].x), points[0].y);
  for (guint i = 1; i < n; i++)
    add_bend (self, &points[i - 1], &points[i], down);
  add_head (self, &points[n - 1], down);
  cairo_stroke (self->cr);
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
  charter_canvas_set_ink (self, inside, 1);
  cairo_fill_preserve (self->cr);
  charter_canvas_set_ink (self, CHARTER_INK_TEXT, 1);
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

double
charter_canvas_get_least_width (CharterCanvas *self, const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  double least = 0;

  for (char **word = each; *word != NULL; word++)
    least = MAX (least, charter_canvas_get_width (self, *word));
  return least;
}

/* Nothing leaves the canvas: words that would go beyond an edge are moved in. */
void
charter_canvas_write (CharterCanvas *self, CharterInk ink, double x, double y, double align, const char *words)
{
  double width = charter_canvas_get_width (self, words);
  double from = CLAMP (x - align * width, 0, MAX (0, self->width - width));

  if (self->cr == NULL)
    return;
  charter_canvas_set_ink (self, ink, 1);
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
      charter_canvas_set_ink (self, ink, 1);
      cairo_move_to (self->cr, (self->rtl ? self->width - x - area.width : x) - area.x, y);
      pango_cairo_show_layout (self->cr, self->layout);
    }
  return area.height;
}

double
charter_canvas_write_middle (CharterCanvas *self, CharterInk ink, double x, double y, double width, const char *words)
{
  int height;

  pango_layout_set_text (self->layout, words, -1);
  pango_layout_set_width (self->layout, (int)(width * PANGO_SCALE));
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  if (self->cr != NULL)
    {
      charter_canvas_set_ink (self, ink, 1);
      cairo_move_to (self->cr, self->rtl ? self->width - x - width : x, y);
      pango_cairo_show_layout (self->cr, self->layout);
    }
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  return height;
}
