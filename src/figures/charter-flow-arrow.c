/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-flow-arrow.h"

#include <math.h>

#define AIR CHARTER_ARROW_AIR
#define THICK 2
#define HEAD 6 /* half the width of an arrow's head */

static void
add_point (CharterArrow *line, double x, double y)
{
  line->points[line->n++] = (CharterDot){ x, y };
}

CharterArrow
charter_arrow_straight (const CharterArea *a, const CharterArea *b)
{
  CharterArrow line = { .n = 0 };
  double ax = a->x + a->width / 2, ay = a->y + a->height / 2;
  double bx = b->x + b->width / 2, by = b->y + b->height / 2;

  if (a->y == b->y)
    {
      gboolean right = b->x > a->x;

      add_point (&line, right ? a->x + a->width + AIR : a->x - AIR, ay);
      add_point (&line, right ? b->x - AIR : b->x + b->width + AIR, by);
    }
  else
    {
      gboolean down = b->y > a->y;

      add_point (&line, ax, down ? a->y + a->height + AIR : a->y - AIR);
      add_point (&line, bx, down ? b->y - AIR : b->y + b->height + AIR);
    }
  return line;
}

CharterArrow
charter_arrow_bracket (const CharterArea *a, const CharterArea *b, gboolean below, double away, double shift)
{
  CharterArrow line = { .n = 0 };

  if (below)
    {
      double y = a->y + a->height;
      double ax = a->x + a->width / 2 - shift, bx = b->x + b->width / 2 + shift;

      add_point (&line, ax, y + AIR);
      add_point (&line, ax, y + away);
      add_point (&line, bx, y + away);
      add_point (&line, bx, y + AIR);
    }
  else
    {
      double x = a->x + a->width;
      double ay = a->y + a->height / 2 - shift, by = b->y + b->height / 2 + shift;

      add_point (&line, x + AIR, ay);
      add_point (&line, x + away, ay);
      add_point (&line, x + away, by);
      add_point (&line, x + AIR, by);
    }
  return line;
}

gboolean
charter_arrow_is_bracket (const CharterArrow *line)
{
  return line->n == G_N_ELEMENTS (line->points);
}

static void
draw_head (cairo_t *cr, const CharterDot *from, const CharterDot *to)
{
  double angle = atan2 (to->y - from->y, to->x - from->x);

  cairo_save (cr);
  cairo_translate (cr, to->x, to->y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, -HEAD, -HEAD);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, -HEAD, HEAD);
  cairo_restore (cr);
  cairo_stroke (cr);
}

void
charter_arrow_draw (const CharterArrow *line, cairo_t *cr)
{
  cairo_set_line_width (cr, THICK);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr); /* words leave their end behind */
  for (guint i = 0; i < line->n; i++)
    cairo_line_to (cr, line->points[i].x, line->points[i].y);
  cairo_stroke (cr);
  draw_head (cr, &line->points[line->n - 2], &line->points[line->n - 1]);
}
