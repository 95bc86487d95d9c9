/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-shares-chart.h"

#include <glib/gi18n.h>

#define THICK 10   /* px of a bar */
#define BRACKET 7  /* px below it */
#define WHISKER 16 /* px: the interval's ends */
#define GAP 4

static void
clear_line (gpointer data)
{
  CharterShareLine *line = data;

  g_free (line->name);
  g_free (line->note);
}

GArray *
charter_shares_new (void)
{
  GArray *shares = g_array_new (FALSE, TRUE, sizeof (CharterShareLine));

  g_array_set_clear_func (shares, clear_line);
  return shares;
}

CharterShareLine *
charter_shares_add (GArray *shares, char *name, char *note)
{
  CharterShareLine line = { .name = name, .note = note };

  g_array_append_val (shares, line);
  return &g_array_index (shares, CharterShareLine, shares->len - 1);
}

void
charter_shares_free (gpointer shares)
{
  g_array_unref (shares);
}

static void
draw_bar (CharterCanvas *canvas, const CharterShareLine *line, double y)
{
  double width = canvas->width, middle = y + WHISKER / 2.0;

  charter_canvas_outline (canvas, CHARTER_INK_GRID, 0, middle - THICK / 2.0, width, THICK);
  charter_canvas_fill (canvas, CHARTER_INK_FILL, 0, middle - THICK / 2.0, line->share * width, THICK);
  charter_canvas_rule (canvas, CHARTER_INK_SURFACE, 4, line->low * width, middle, line->high * width, middle);
  charter_canvas_rule (canvas, CHARTER_INK_TEXT, 2, line->low * width, middle, line->high * width, middle);
  for (int end = 0; end < 2; end++)
    {
      double x = CLAMP ((end == 0 ? line->low : line->high) * width, 1, width - 1);
      charter_canvas_rule (canvas, CHARTER_INK_TEXT, 2, x, y, x, y + WHISKER);
    }
}

static void
draw_bracket (CharterCanvas *canvas, const CharterShareLine *line, double y)
{
  double from = line->from * canvas->width + .5, to = line->to * canvas->width - .5, bottom = y + BRACKET - .5;

  charter_canvas_rule (canvas, CHARTER_INK_DIM, 1, from, bottom, to, bottom);
  charter_canvas_rule (canvas, CHARTER_INK_DIM, 1, from, y, from, bottom);
  charter_canvas_rule (canvas, CHARTER_INK_DIM, 1, to, y, to, bottom);
}

/* The height of a line, which is drawn where the canvas is there to draw on. */
static double
lay_line (CharterCanvas *canvas, const CharterShareLine *line, double y)
{
  double top = y;

  y += charter_canvas_write_lines (canvas, CHARTER_INK_TEXT, 0, y, canvas->width, line->name) + GAP;
  if (line->told)
    {
      if (canvas->cr != NULL)
        draw_bar (canvas, line, y);
      y += WHISKER + GAP;
    }
  if (line->told && line->to > 0)
    {
      if (canvas->cr != NULL)
        draw_bracket (canvas, line, y);
      y += BRACKET + GAP;
    }
  y += charter_canvas_write_lines (canvas, CHARTER_INK_DIM, 0, y, canvas->width, line->note);
  return y - top;
}

static double
lay (const GArray *shares, CharterCanvas *canvas)
{
  double y = 0;

  for (guint i = 0; i < shares->len; i++)
    y += lay_line (canvas, &g_array_index (shares, CharterShareLine, i), y) + canvas->line * .8;
  return y;
}

static double
measure (gconstpointer data, CharterCanvas *canvas)
{
  return lay (data, canvas) + canvas->line;
}

static void
draw (gconstpointer data, CharterCanvas *canvas)
{
  double y = lay (data, canvas);

  for (int i = 0; i <= 2; i++)
    {
      g_autofree char *figure = g_strdup_printf (_ ("%.0f%%"), i * 50.);
      if (i == 1 && 4 * charter_canvas_get_width (canvas, figure) > canvas->width)
        continue;
      charter_canvas_write (canvas, CHARTER_INK_DIM, canvas->width * i / 2, y, i / 2., figure);
    }
}

const CharterChartKind charter_shares_chart = { measure, draw };
