/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-columns-chart.h"

#include <glib/gi18n.h>

#include "charter-days.h"

#define LINES_HIGH 8 /* how high the columns can be, in lines of words */
#define GAP 6        /* px between the axis and its figures */
#define KEY 11       /* px: a square of the legend */

CharterColumns *
charter_columns_new (int first_day, const char *filled_name, const char *outlined_name)
{
  CharterColumns *self = g_new0 (CharterColumns, 1);

  self->first_day = first_day;
  self->columns = g_array_new (FALSE, FALSE, sizeof (CharterColumn));
  self->filled_name = filled_name;
  self->outlined_name = outlined_name;
  return self;
}

void
charter_columns_add (CharterColumns *self, guint n_filled, guint n_outlined)
{
  CharterColumn column = { n_filled, n_outlined };

  g_array_append_val (self->columns, column);
}

void
charter_columns_free (gpointer self)
{
  g_array_unref (((CharterColumns *)self)->columns);
  g_free (self);
}

/* The next of 2, 4, 6, 8, 10, 20, 40 …, of which the half is a whole number too. */
static guint
get_top (const CharterColumns *self)
{
  static const guint steps[] = { 2, 4, 6, 8 };
  guint most = 1, top = 2;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const CharterColumn *column = &g_array_index (self->columns, CharterColumn, i);
      most = MAX (most, column->n_filled + column->n_outlined);
    }
  for (guint scale = 1; top < most; scale *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps) && top < most; i++)
      top = steps[i] * scale;
  return top;
}

typedef struct {
  double left, top, height; /* of the area of the columns */
  double step;              /* from one column to the next */
  guint most;               /* the figure at the top */
} Plan;

static Plan
make_plan (const CharterColumns *self, CharterCanvas *canvas)
{
  guint most = get_top (self);
  g_autofree char *figure = g_strdup_printf ("%'u", most);
  Plan plan = { .left = charter_canvas_get_width (canvas, figure) + GAP, .top = canvas->line / 2, .most = most };

  plan.height = canvas->line * LINES_HIGH;
  plan.step = (canvas->width - plan.left) / MAX (1, self->columns->len);
  return plan;
}

static void
draw_axis (CharterCanvas *canvas, const Plan *plan)
{
  for (guint half = 0; half <= 2; half++)
    {
      g_autofree char *figure = g_strdup_printf ("%'u", plan->most * half / 2);
      double y = plan->top + plan->height * (2 - half) / 2;

      charter_canvas_rule (canvas, half == 0 ? CHARTER_INK_DIM : CHARTER_INK_GRID, 1, plan->left, (int)y + .5,
                           canvas->width, (int)y + .5);
      charter_canvas_write (canvas, CHARTER_INK_DIM, plan->left - GAP, y - canvas->line / 2, 1, figure);
    }
}

static void
draw_columns (const CharterColumns *self, CharterCanvas *canvas, const Plan *plan)
{
  double width = MAX (3, (int)(plan->step * .7)), bottom = plan->top + plan->height;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const CharterColumn *column = &g_array_index (self->columns, CharterColumn, i);
      double x = (int)(plan->left + i * plan->step + (plan->step - width) / 2);
      double filled = plan->height * column->n_filled / plan->most;
      double outlined = plan->height * column->n_outlined / plan->most;

      if (column->n_filled > 0)
        charter_canvas_fill (canvas, CHARTER_INK_FILL, x, bottom - filled, width, filled);
      if (column->n_outlined > 0)
        charter_canvas_outline (canvas, CHARTER_INK_DIM, x, bottom - filled - outlined, width, MAX (2, outlined));
    }
}

/* Below the first of every so many columns that the dates have room. */
static void
write_dates (const CharterColumns *self, CharterCanvas *canvas, const Plan *plan)
{
  double y = plan->top + plan->height + canvas->line / 4, free_from = 0;

  for (guint i = 0; i < self->columns->len; i += 7)
    {
      g_autoptr (GDateTime) date = charter_day_to_date (self->first_day + (int)i);
      /* Translators: a short date, for an axis. */
      g_autofree char *words = g_date_time_format (date, _ ("%-d %b"));
      double width = charter_canvas_get_width (canvas, words);
      double x = plan->left + (i + .5) * plan->step;

      if (x - width / 2 < free_from || x + width / 2 > canvas->width)
        continue;
      charter_canvas_rule (canvas, CHARTER_INK_DIM, 1, x, plan->top + plan->height, x, y);
      charter_canvas_write (canvas, CHARTER_INK_DIM, x, y, .5, words);
      free_from = x + width / 2 + 2 * GAP;
    }
}

/* Below the dates. Returns: where it ends */
static double
lay_legend (const CharterColumns *self, CharterCanvas *canvas, const Plan *plan)
{
  double y = plan->top + plan->height + canvas->line * 1.6, x = 0, drop = (canvas->line - KEY) / 2;

  if (self->outlined_name == NULL)
    return y;
  charter_canvas_fill (canvas, CHARTER_INK_FILL, x, y + drop, KEY, KEY);
  charter_canvas_write (canvas, CHARTER_INK_DIM, x + KEY + GAP, y, 0, self->filled_name);
  x += KEY + 4 * GAP + charter_canvas_get_width (canvas, self->filled_name);
  charter_canvas_flow (canvas, &x, &y, KEY + GAP, self->outlined_name);
  charter_canvas_outline (canvas, CHARTER_INK_DIM, x, y + drop, KEY, KEY);
  charter_canvas_write (canvas, CHARTER_INK_DIM, x + KEY + GAP, y, 0, self->outlined_name);
  return y + canvas->line;
}

static double
measure (gconstpointer data, CharterCanvas *canvas)
{
  Plan plan = make_plan (data, canvas);

  return lay_legend (data, canvas, &plan);
}

static void
draw (gconstpointer data, CharterCanvas *canvas)
{
  Plan plan = make_plan (data, canvas);

  draw_axis (canvas, &plan);
  draw_columns (data, canvas, &plan);
  write_dates (data, canvas, &plan);
  lay_legend (data, canvas, &plan);
}

const CharterChartKind charter_columns_chart = { measure, draw };
