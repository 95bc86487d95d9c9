/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A burn-down and earned value: figures by date, a line a series. Each has its own dashes and its name at its end. */
#include "charter-drawing-private.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "charter-scale.h"
#include "charter-spread.h"

#define LINES_HIGH 11 /* how high the axis is, in lines of words */
#define ABOVE 2.2     /* lines over it: the status date, and room for the letters of a hotspot */
#define STEPS 5       /* of the axis, at most */
#define GAP 6         /* px between an axis and its words */
#define MOST_NAMES .3 /* of the width: wider names stand below instead */
#define SAMPLE 28     /* px of a line beside its name below */
#define MOST_SERIES 5

typedef struct {
  const char *name;
  gsize offset; /* of its figures in CharterPoint */
  CharterInk ink;
  CharterDash dash;
  gboolean marked;  /* a figure that was measured and not planned */
  gboolean crossed; /* its marks */
} Series;

typedef struct {
  Series series[MOST_SERIES];
  guint n_series;
  CharterArea area; /* of the curves */
  CharterScale scale;
  gboolean names_below;
} Plan;

static double
get_figure (const CharterPoint *point, const Series *series)
{
  return *(const double *)(gconstpointer)((const char *)point + series->offset);
}

static void
list_series (const CharterDiagram *diagram, Plan *plan)
{
  const Series burn_down[] = {
    { _ ("planned"), G_STRUCT_OFFSET (CharterPoint, planned), CHARTER_INK_DIM, CHARTER_DASH_LONG, FALSE, FALSE },
    { _ ("actual"), G_STRUCT_OFFSET (CharterPoint, actual), CHARTER_INK_LINE, CHARTER_DASH_NONE, TRUE, FALSE },
  };
  const Series earned_value[] = {
    { "PV", G_STRUCT_OFFSET (CharterPoint, pv), CHARTER_INK_DIM, CHARTER_DASH_LONG, FALSE, FALSE },
    { "EV", G_STRUCT_OFFSET (CharterPoint, ev), CHARTER_INK_LINE, CHARTER_DASH_NONE, TRUE, FALSE },
    { "AC", G_STRUCT_OFFSET (CharterPoint, ac), CHARTER_INK_TEXT, CHARTER_DASH_DOTS, TRUE, TRUE },
  };
  gboolean burns = diagram->kind == CHARTER_DIAGRAM_BURN_DOWN;
  const Series *these = burns ? burn_down : earned_value;

  plan->n_series = burns ? G_N_ELEMENTS (burn_down) : G_N_ELEMENTS (earned_value);
  for (guint i = 0; i < plan->n_series; i++)
    plan->series[i] = these[i];
}

static const Series *
get_cost (const Plan *plan)
{
  return &plan->series[plan->n_series - 1];
}

/* The last point with a figure of it; -1 where there is none. */
static int
find_last (const CharterDiagram *diagram, const Series *series)
{
  int last = (int)diagram->n_points - 1;

  while (last >= 0 && isnan (get_figure (&diagram->points[last], series)))
    last--;
  return last;
}

/* ---- the plan ---- */

static void
hold (double figure, double *least, double *most)
{
  if (isnan (figure))
    return;
  *least = MIN (*least, figure);
  *most = MAX (*most, figure);
}

static void
make_scale (const CharterDiagram *diagram, Plan *plan)
{
  double least = 0, most = 0;

  for (guint i = 0; i < diagram->n_points; i++)
    for (guint j = 0; j < plan->n_series; j++)
      hold (get_figure (&diagram->points[i], &plan->series[j]), &least, &most);
  hold (diagram->bac, &least, &most);
  hold (diagram->eac, &least, &most);
  charter_scale_init (&plan->scale, least, most, STEPS);
}

static char *
format_figure (double figure)
{
  return g_strdup_printf ("%'.6g", figure);
}

static guint
count_steps (const Plan *plan)
{
  return (guint)lround ((plan->scale.high - plan->scale.low) / plan->scale.step);
}

static double
get_tick (const Plan *plan, guint step)
{
  double figure = plan->scale.low + step * plan->scale.step;

  return fabs (figure) < plan->scale.step / 2 ? 0 : figure;
}

static double
measure_figures (CharterCanvas *canvas, const Plan *plan)
{
  double width = 0;

  for (guint i = 0; i <= count_steps (plan); i++)
    {
      g_autofree char *figure = format_figure (get_tick (plan, i));

      width = MAX (width, charter_canvas_get_width (canvas, figure));
    }
  return width;
}

static double
measure_names (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  double width = isnan (diagram->bac) && isnan (diagram->eac) ? 0 : charter_canvas_get_width (canvas, "BAC");

  for (guint i = 0; i < plan->n_series; i++)
    width = MAX (width, charter_canvas_get_width (canvas, plan->series[i].name));
  return width;
}

static Plan
make_plan (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  Plan plan = { .n_series = 0 };
  double names;

  list_series (diagram, &plan);
  make_scale (diagram, &plan);
  names = measure_names (diagram, canvas, &plan) + 2 * GAP;
  plan.names_below = names > MOST_NAMES * canvas->width;
  plan.area.x = measure_figures (canvas, &plan) + GAP;
  plan.area.y = ABOVE * canvas->line;
  plan.area.width = MAX (1, canvas->width - plan.area.x - (plan.names_below ? GAP : names));
  plan.area.height = LINES_HIGH * canvas->line;
  return plan;
}

static double
get_x (const CharterDiagram *diagram, const Plan *plan, guint point)
{
  return plan->area.x + plan->area.width * (diagram->n_points > 1 ? point / (diagram->n_points - 1.) : .5);
}

static double
get_y (const Plan *plan, double figure)
{
  return plan->area.y + plan->area.height * (plan->scale.high - figure) / (plan->scale.high - plan->scale.low);
}

/* ---- the axes ---- */

static void
draw_figures (CharterCanvas *canvas, const Plan *plan)
{
  for (guint i = 0; i <= count_steps (plan); i++)
    {
      double figure = get_tick (plan, i), y = floor (get_y (plan, figure)) + .5;
      g_autofree char *words = format_figure (figure);

      charter_canvas_rule (canvas, figure == 0 ? CHARTER_INK_DIM : CHARTER_INK_GRID, 1, plan->area.x, y,
                           plan->area.x + plan->area.width, y);
      charter_canvas_write (canvas, CHARTER_INK_DIM, plan->area.x - GAP, y - canvas->line / 2, 1, words);
    }
}

/* How many dates go by from one that is written to the next. */
static guint
get_stride (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  double widest = 1, room = plan->area.width / MAX (1, (double)diagram->n_points - 1);

  for (guint i = 0; i < diagram->n_points; i++)
    widest = MAX (widest, charter_canvas_get_width (canvas, diagram->points[i].at));
  return (guint)MAX (1, ceil ((widest + GAP) / room));
}

static void
draw_dates (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  guint stride = get_stride (diagram, canvas, plan);
  double bottom = plan->area.y + plan->area.height, taken = -DBL_MAX;

  for (guint i = 0; i < diagram->n_points; i++)
    {
      double x = get_x (diagram, plan, i), width = charter_canvas_get_width (canvas, diagram->points[i].at);
      double from = CLAMP (x - width / 2, 0, MAX (0, canvas->width - width));

      charter_canvas_rule (canvas, CHARTER_INK_DIM, 1, x, bottom, x, bottom + 3);
      if (i % stride != 0 || from < taken)
        continue;
      charter_canvas_write (canvas, CHARTER_INK_DIM, from, bottom + GAP, 0, diagram->points[i].at);
      taken = from + width + GAP;
    }
}

/* Up to where something was measured, if there are dates after that. */
static void
draw_status_date (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  int last = -1;
  double x;

  for (guint i = 0; i < plan->n_series; i++)
    if (plan->series[i].marked)
      last = MAX (last, find_last (diagram, &plan->series[i]));
  if (last < 0 || last + 1 >= (int)diagram->n_points)
    return;
  x = floor (get_x (diagram, plan, (guint)last)) + .5;
  charter_canvas_rule (canvas, CHARTER_INK_DIM, 1, x, 1.1 * canvas->line, x, plan->area.y + plan->area.height);
  charter_canvas_write (canvas, CHARTER_INK_DIM, x, 0, .5, _ ("status date"));
}

/* ---- the curves ---- */

static CharterDot
get_dot (const CharterDiagram *diagram, const Plan *plan, guint point, double figure)
{
  return (CharterDot){ get_x (diagram, plan, point), get_y (plan, figure) };
}

static void
end_stretch (CharterCanvas *canvas, const Series *series, GArray *stretch)
{
  charter_canvas_trace (canvas, series->ink, (const CharterDot *)(gpointer)stretch->data, stretch->len, series->dash);
  if (stretch->len == 1 && !series->marked)
    charter_canvas_mark (canvas, g_array_index (stretch, CharterDot, 0).x, g_array_index (stretch, CharterDot, 0).y,
                         FALSE);
  g_array_set_size (stretch, 0);
}

/* A figure that is not known leaves a gap. */
static void
draw_series (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan, const Series *series)
{
  g_autoptr (GArray) stretch = g_array_new (FALSE, FALSE, sizeof (CharterDot));

  for (guint i = 0; i < diagram->n_points; i++)
    {
      double figure = get_figure (&diagram->points[i], series);
      CharterDot dot = get_dot (diagram, plan, i, figure);

      if (isnan (figure))
        end_stretch (canvas, series, stretch);
      else
        g_array_append_val (stretch, dot);
    }
  end_stretch (canvas, series, stretch);
  for (guint i = 0; i < diagram->n_points && series->marked; i++)
    if (!isnan (get_figure (&diagram->points[i], series)))
      charter_canvas_mark (canvas, get_x (diagram, plan, i), get_y (plan, get_figure (&diagram->points[i], series)),
                           series->crossed);
}

/* The budget as a level; the estimate as where the cost goes from its last figure. */
static void
draw_completion (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  double right = plan->area.x + plan->area.width;
  int last = find_last (diagram, get_cost (plan));

  if (!isnan (diagram->bac))
    charter_canvas_trace (canvas, CHARTER_INK_DIM,
                          (CharterDot[]){ { plan->area.x, get_y (plan, diagram->bac) },
                                          { right, get_y (plan, diagram->bac) } },
                          2, CHARTER_DASH_BOTH);
  if (isnan (diagram->eac))
    return;
  if (last >= 0)
    charter_canvas_trace (canvas, CHARTER_INK_TEXT,
                          (CharterDot[]){
                            get_dot (diagram, plan, (guint)last, get_figure (&diagram->points[last], get_cost (plan))),
                            { right, get_y (plan, diagram->eac) } },
                          2, CHARTER_DASH_BOTH);
  charter_canvas_mark (canvas, right, get_y (plan, diagram->eac), TRUE);
}

/* ---- names ---- */

typedef struct {
  const char *words;
  CharterDot end; /* of its line */
} Name;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;

  return one->end.y < other->end.y ? -1 : one->end.y > other->end.y;
}

static void
add_name (GArray *names, const Plan *plan, const char *words, double x, double figure)
{
  Name name = { words, { x, get_y (plan, figure) } };

  g_array_append_val (names, name);
}

static GArray *
list_names (const CharterDiagram *diagram, const Plan *plan)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  double right = plan->area.x + plan->area.width;

  for (guint i = 0; i < plan->n_series; i++)
    {
      const Series *series = &plan->series[i];
      int last = find_last (diagram, series);

      if (last >= 0)
        add_name (names, plan, series->name, get_x (diagram, plan, (guint)last),
                  get_figure (&diagram->points[last], series));
    }
  if (!isnan (diagram->bac))
    add_name (names, plan, "BAC", right, diagram->bac);
  if (!isnan (diagram->eac))
    add_name (names, plan, "EAC", right, diagram->eac);
  g_array_sort (names, compare_names);
  return names;
}

/* Beside the area, each as near to the end of its line as the others let it, with a thin line that leads there. */
static void
write_names (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  g_autoptr (GArray) names = list_names (diagram, plan);
  double middles[MOST_SERIES], sizes[MOST_SERIES];
  double right = plan->area.x + plan->area.width;

  for (guint i = 0; i < names->len; i++)
    {
      middles[i] = g_array_index (names, Name, i).end.y;
      sizes[i] = canvas->line;
    }
  charter_spread (middles, sizes, names->len, 0, plan->area.y - canvas->line / 2,
                  plan->area.y + plan->area.height + canvas->line / 2);
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);

      if (right - name->end.x > 1 || fabs (name->end.y - middles[i]) > 1)
        charter_canvas_rule (canvas, CHARTER_INK_GRID, 1, name->end.x + GAP, name->end.y, right + GAP, middles[i]);
      charter_canvas_write (canvas, CHARTER_INK_TEXT, right + 1.5 * GAP, middles[i] - canvas->line / 2, 0, name->words);
    }
}

static void
lay_name (CharterCanvas *canvas, double *x, double *y, const Series *series)
{
  double middle;

  charter_canvas_flow (canvas, x, y, SAMPLE + GAP, series->name);
  middle = *y + canvas->line / 2;
  charter_canvas_trace (canvas, series->ink, (CharterDot[]){ { *x, middle }, { *x + SAMPLE, middle } }, 2,
                        series->dash);
  if (series->marked)
    charter_canvas_mark (canvas, *x + SAMPLE / 2., middle, series->crossed);
  charter_canvas_write (canvas, CHARTER_INK_DIM, *x + SAMPLE + GAP, *y, 0, series->name);
  *x += SAMPLE + 4 * GAP + charter_canvas_get_width (canvas, series->name);
}

/* Below the dates, where the names are too wide for their place. Returns: where the drawing ends */
static double
lay_below (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  static const Series budget = { "BAC", 0, CHARTER_INK_DIM, CHARTER_DASH_BOTH, FALSE, FALSE };
  static const Series estimate = { "EAC", 0, CHARTER_INK_TEXT, CHARTER_DASH_BOTH, TRUE, TRUE };
  double x = 0, y = plan->area.y + plan->area.height + 1.5 * canvas->line;

  if (!plan->names_below)
    return y;
  y += .3 * canvas->line;
  for (guint i = 0; i < plan->n_series; i++)
    lay_name (canvas, &x, &y, &plan->series[i]);
  if (!isnan (diagram->bac))
    lay_name (canvas, &x, &y, &budget);
  if (!isnan (diagram->eac))
    lay_name (canvas, &x, &y, &estimate);
  return y + 1.2 * canvas->line;
}

/* ---- the whole ---- */

static double
get_least_width (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  Plan plan = make_plan (diagram, canvas);
  double most = 4 * canvas->line;

  for (guint i = 0; i < diagram->n_points; i++)
    most = MAX (most, charter_canvas_get_width (canvas, diagram->points[i].at));
  return plan.area.x + MIN (most, 12 * canvas->line) + 2 * GAP;
}

static double
measure (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  Plan plan = make_plan (diagram, canvas);
  cairo_t *cr = g_steal_pointer (&canvas->cr);
  double height = lay_below (diagram, canvas, &plan);

  canvas->cr = cr;
  return height;
}

static void
draw (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  Plan plan = make_plan (diagram, canvas);

  draw_figures (canvas, &plan);
  draw_dates (diagram, canvas, &plan);
  draw_status_date (diagram, canvas, &plan);
  if (diagram->kind == CHARTER_DIAGRAM_EARNED_VALUE)
    draw_completion (diagram, canvas, &plan);
  for (guint i = 0; i < plan.n_series; i++)
    draw_series (diagram, canvas, &plan, &plan.series[i]);
  if (!plan.names_below)
    write_names (diagram, canvas, &plan);
  lay_below (diagram, canvas, &plan);
}

/* A date is the whole height of the curves, half-way to the dates beside it. */
static gboolean
find (const CharterDiagram *diagram, CharterCanvas *canvas, const char *id, CharterArea *area)
{
  Plan plan = make_plan (diagram, canvas);
  double half = plan.area.width / MAX (1, 2 * ((double)diagram->n_points - 1));

  for (guint i = 0; i < diagram->n_points; i++)
    if (g_strcmp0 (diagram->points[i].id, id) == 0)
      {
        double x = get_x (diagram, &plan, i);
        double from = MAX (plan.area.x, x - half), to = MIN (plan.area.x + plan.area.width, x + half);

        *area = (CharterArea){ from, plan.area.y, to - from, plan.area.height };
        return TRUE;
      }
  return FALSE;
}

const CharterDrawingKind charter_drawing_curves = { get_least_width, measure, draw, find };
