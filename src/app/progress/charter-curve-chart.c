/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-curve-chart.h"

#include <glib/gi18n.h>

#include "charter-curve.h"
#include "charter-days.h"

#define LINES_HIGH 9 /* how high 100 % is, in lines of words */
#define GAP 6        /* px between the axis and its figures */

typedef struct {
  double left, right, top, height; /* of the area of the curve */
  double first, length;            /* days */
} Plan;

static Plan
make_plan (const CharterCurve *self, CharterCanvas *canvas)
{
  g_autofree char *figure = g_strdup_printf (_ ("%.0f%%"), 100.);
  Plan plan = { .left = charter_canvas_get_width (canvas, figure) + GAP, .right = canvas->width - GAP };

  plan.top = 2 * canvas->line;
  plan.height = LINES_HIGH * canvas->line;
  plan.first = g_array_index (self->reviews, CharterCurveReview, 0).day;
  plan.length = MAX (1, self->last_day - plan.first);
  return plan;
}

static double
get_x (const Plan *plan, double day)
{
  return plan->left + (plan->right - plan->left) * (day - plan->first) / plan->length;
}

static double
get_y (const Plan *plan, double recall)
{
  return plan->top + plan->height * (1 - recall);
}

static void
draw_axis (CharterCanvas *canvas, const Plan *plan)
{
  const double shares[] = { 0, .5, .9, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *figure = g_strdup_printf (_ ("%.0f%%"), shares[i] * 100);
      double y = (int)get_y (plan, shares[i]) + .5;

      charter_canvas_rule (canvas, i == 0 ? CHARTER_INK_DIM : CHARTER_INK_GRID, 1, plan->left, y, plan->right, y);
      if (shares[i] < 1) /* 90 and 100 stand too close */
        charter_canvas_write (canvas, CHARTER_INK_DIM, plan->left - GAP, y - canvas->line / 2, 1, figure);
    }
}

static char *
format_day (double day)
{
  g_autoptr (GDateTime) date = charter_day_to_date ((int)day);

  return g_date_time_format (date, _ ("%-d %b"));
}

static void
write_dates (CharterCanvas *canvas, const Plan *plan)
{
  double y = plan->top + plan->height + canvas->line / 4;

  for (int i = 0; i <= 2; i++)
    {
      double day = plan->first + (int)(plan->length * i / 2);
      g_autofree char *words = format_day (day);

      if (i == 1 && 4 * charter_canvas_get_width (canvas, words) > plan->right - plan->left)
        continue;
      charter_canvas_write (canvas, CHARTER_INK_DIM, get_x (plan, day), y, i / 2., words);
    }
}

/* An upright line with a word on top; row: which of the two rows of words it takes. */
static void
draw_moment (CharterCanvas *canvas, const Plan *plan, double day, guint row, const char *word)
{
  double x = (int)get_x (plan, day) + .5, y = row * canvas->line;

  charter_canvas_rule (canvas, CHARTER_INK_DIM, 1, x, y + canvas->line, x, plan->top + plan->height);
  charter_canvas_write (canvas, CHARTER_INK_TEXT, x, y, .5, word);
}

/* What was, until today; or what is foretold, from today on. */
static void
draw_part (const CharterCurve *self, CharterCanvas *canvas, const Plan *plan, gboolean foretold)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CharterDot));
  CharterDot now = { get_x (plan, self->today), get_y (plan, self->recall_today) };

  if (foretold)
    g_array_append_val (points, now);
  for (guint i = 0; i < self->points->len; i++)
    {
      const CharterCurvePoint *point = &g_array_index (self->points, CharterCurvePoint, i);
      CharterDot at = { get_x (plan, point->day), get_y (plan, point->recall) };

      if ((point->day > self->today) == foretold)
        g_array_append_val (points, at);
    }
  if (!foretold)
    g_array_append_val (points, now);
  charter_canvas_trace (canvas, CHARTER_INK_LINE, (const CharterDot *)(gpointer)points->data, points->len,
                        foretold ? CHARTER_DASH_LONG : CHARTER_DASH_NONE);
}

static void
draw_reviews (const CharterCurve *self, CharterCanvas *canvas, const Plan *plan)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      const CharterCurveReview *review = &g_array_index (self->reviews, CharterCurveReview, i);

      charter_canvas_mark (canvas, get_x (plan, review->day), get_y (plan, review->recall < 0 ? 1 : review->recall),
                           review->grade == CHARTER_GRADE_AGAIN);
    }
}

static void
lay_mark (CharterCanvas *canvas, double *x, double *y, gboolean crossed, const char *words)
{
  charter_canvas_flow (canvas, x, y, 3 * GAP, words);
  charter_canvas_mark (canvas, *x + GAP, *y + canvas->line / 2, crossed);
  charter_canvas_write (canvas, CHARTER_INK_DIM, *x + 3 * GAP, *y, 0, words);
  *x += 6 * GAP + charter_canvas_get_width (canvas, words);
}

/* Below the dates. Returns: where it ends */
static double
lay_legend (CharterCanvas *canvas, const Plan *plan)
{
  double y = plan->top + plan->height + 1.6 * canvas->line, x = 0;

  lay_mark (canvas, &x, &y, FALSE, _ ("recalled"));
  lay_mark (canvas, &x, &y, TRUE, _ ("not recalled"));
  return y + canvas->line;
}

static double
measure (gconstpointer data, CharterCanvas *canvas)
{
  Plan plan = make_plan (data, canvas);

  return lay_legend (canvas, &plan);
}

static void
draw (gconstpointer data, CharterCanvas *canvas)
{
  const CharterCurve *self = data;
  Plan plan = make_plan (self, canvas);

  draw_axis (canvas, &plan);
  draw_moment (canvas, &plan, self->today, 0, _ ("today"));
  if (self->due_day != self->today)
    draw_moment (canvas, &plan, self->due_day, 1, _ ("due"));
  draw_part (self, canvas, &plan, FALSE);
  draw_part (self, canvas, &plan, TRUE);
  draw_reviews (self, canvas, &plan);
  write_dates (canvas, &plan);
  lay_legend (canvas, &plan);
}

const CharterChartKind charter_curve_chart = { measure, draw };
