/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-calendar-chart.h"

#include <glib/gi18n.h>

#include "charter-days.h"

#define GAP 3 /* px between squares */
#define SMALLEST 13
#define LARGEST 20
#define N_LEVELS 4

static const double filled[N_LEVELS + 1] = { 0, .4, .6, .8, 1 };

typedef struct {
  double side;  /* of a square */
  double names; /* the width of the weekdays' names */
  guint first;  /* the first week shown */
  guint n;      /* weeks shown */
} Plan;

static char *
format_day (int day, const char *format)
{
  g_autoptr (GDateTime) date = charter_day_to_date (day);

  return g_date_time_format (date, format);
}

static double
measure_names (CharterCanvas *canvas)
{
  double widest = 0;

  for (int weekday = 0; weekday < 7; weekday++)
    {
      g_autofree char *name = format_day (4 + weekday, "%a");
      widest = MAX (widest, charter_canvas_get_width (canvas, name));
    }
  return widest + 2 * GAP;
}

static Plan
make_plan (const GArray *days, CharterCanvas *canvas)
{
  Plan plan = { .names = measure_names (canvas) };
  guint n_weeks = (days->len + 6) / 7;
  double room = canvas->width - plan.names;

  plan.side = CLAMP ((int)(room / n_weeks) - GAP, SMALLEST, LARGEST);
  plan.n = CLAMP ((guint)((room + GAP) / (plan.side + GAP)), 1, n_weeks);
  plan.first = n_weeks - plan.n;
  return plan;
}

static double
measure (gconstpointer data, CharterCanvas *canvas)
{
  Plan plan = make_plan (data, canvas);

  return canvas->line + 7 * (plan.side + GAP) + 1.5 * canvas->line;
}

static void
draw_square (CharterCanvas *canvas, double x, double y, double side, guint level)
{
  double inner = side * filled[level];

  charter_canvas_outline (canvas, CHARTER_INK_GRID, x, y, side, side);
  if (level > 0)
    charter_canvas_fill (canvas, CHARTER_INK_FILL, x + (side - inner) / 2, y + (side - inner) / 2, inner, inner);
}

static guint
get_most (const GArray *days)
{
  guint most = 0;

  for (guint i = 0; i < days->len; i++)
    most = MAX (most, g_array_index (days, CharterDay, i).n_answers);
  return most;
}

static void
draw_days (const GArray *days, CharterCanvas *canvas, const Plan *plan)
{
  guint most = get_most (days);

  for (guint i = plan->first * 7; i < days->len; i++)
    {
      guint n = g_array_index (days, CharterDay, i).n_answers;
      guint week = i / 7 - plan->first;
      guint level = n > 0 ? (n * N_LEVELS + most - 1) / most : 0;

      draw_square (canvas, plan->names + week * (plan->side + GAP), canvas->line + i % 7 * (plan->side + GAP),
                   plan->side, level);
    }
}

static void
write_weekdays (CharterCanvas *canvas, const Plan *plan)
{
  double step = plan->side + GAP;

  for (int weekday = 0; weekday<7; weekday += canvas->line> step ? 2 : 1)
    {
      g_autofree char *name = format_day (4 + weekday, "%a");

      charter_canvas_write (canvas, CHARTER_INK_DIM, 0, canvas->line + weekday * step + (plan->side - canvas->line) / 2,
                            0, name);
    }
}

/* Over the first week that a month begins in, where the one before leaves room. */
static void
write_months (const GArray *days, CharterCanvas *canvas, const Plan *plan)
{
  double free_from = 0;

  for (guint week = plan->first; week < plan->first + plan->n; week++)
    {
      g_autoptr (GDateTime) end = charter_day_to_date (g_array_index (days, CharterDay, week * 7).day + 6);
      g_autofree char *name = g_date_time_format (end, "%b");
      double x = plan->names + (week - plan->first) * (plan->side + GAP);

      if (g_date_time_get_day_of_month (end) > 7 || x < free_from)
        continue;
      charter_canvas_write (canvas, CHARTER_INK_DIM, x, 0, 0, name);
      free_from = x + charter_canvas_get_width (canvas, name) + 2 * GAP;
    }
}

/* Squares from none to most; without the words where these find no room. */
static void
draw_legend (CharterCanvas *canvas, const Plan *plan)
{
  const char *none = C_ ("answers", "None"), *most = C_ ("answers", "Most");
  double none_width = charter_canvas_get_width (canvas, none) + 2 * GAP;
  double squares = (N_LEVELS + 1) * (SMALLEST + GAP);
  double all = none_width + squares + GAP + charter_canvas_get_width (canvas, most);
  double y = canvas->line + 7 * (plan->side + GAP) + canvas->line / 4, x = 0;
  gboolean told = all <= canvas->width;

  if (told)
    {
      x = MIN (plan->names, canvas->width - all);
      charter_canvas_write (canvas, CHARTER_INK_DIM, x, y, 0, none);
      charter_canvas_write (canvas, CHARTER_INK_DIM, x + none_width + squares + GAP, y, 0, most);
      x += none_width;
    }
  for (guint level = 0; level <= N_LEVELS; level++, x += SMALLEST + GAP)
    draw_square (canvas, x, y + (canvas->line - SMALLEST) / 2, SMALLEST, level);
}

static void
draw (gconstpointer data, CharterCanvas *canvas)
{
  Plan plan = make_plan (data, canvas);

  write_months (data, canvas, &plan);
  write_weekdays (canvas, &plan);
  draw_days (data, canvas, &plan);
  draw_legend (canvas, &plan);
}

const CharterChartKind charter_calendar_chart = { measure, draw };
