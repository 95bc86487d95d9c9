/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-arrow.h"

#include <math.h>

#define AIR CHARTER_ARROW_AIR
#define HEAD 6 /* px: half the width of an arrow's head */

static void
add_point (CharterArrow *line, float x, float y)
{
  line->points[line->n++] = GRAPHENE_POINT_INIT (x, y);
}

CharterArrow
charter_arrow_straight (const GdkRectangle *a, const GdkRectangle *b)
{
  CharterArrow line = { .n = 0 };
  float ax = a->x + a->width / 2.f, ay = a->y + a->height / 2.f;
  float bx = b->x + b->width / 2.f, by = b->y + b->height / 2.f;

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
charter_arrow_bracket (const GdkRectangle *a, const GdkRectangle *b, gboolean below, float away, float shift)
{
  CharterArrow line = { .n = 0 };

  if (below)
    {
      float y = a->y + a->height;
      float ax = a->x + a->width / 2.f - shift, bx = b->x + b->width / 2.f + shift;

      add_point (&line, ax, y + AIR);
      add_point (&line, ax, y + away);
      add_point (&line, bx, y + away);
      add_point (&line, bx, y + AIR);
    }
  else
    {
      float x = a->x + a->width;
      float ay = a->y + a->height / 2.f - shift, by = b->y + b->height / 2.f + shift;

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
draw_head (cairo_t *cr, const graphene_point_t *from, const graphene_point_t *to)
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
  for (guint i = 0; i < line->n; i++)
    cairo_line_to (cr, line->points[i].x, line->points[i].y);
  cairo_stroke (cr);
  draw_head (cr, &line->points[line->n - 2], &line->points[line->n - 1]);
}
