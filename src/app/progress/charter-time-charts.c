/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-time-charts.h"

#include <glib/gi18n.h>

#include "charter-calendar-chart.h"
#include "charter-columns-chart.h"
#include "charter-days.h"
#include "charter-forecast.h"
#include "charter-interval.h"

#define MINUTE 60000 /* milliseconds */

char *
charter_day_to_words (int day)
{
  g_autoptr (GDateTime) date = charter_day_to_date (day);

  /* Translators: a day with its weekday and year, as in a table. */
  return g_date_time_format (date, _ ("%a, %-d %b %Y"));
}

static char *
number_to_words (guint n)
{
  return g_strdup_printf ("%'u", n);
}

/* A share of a few answers says nothing. */
static char *
share_to_words (guint n_right, guint n)
{
  return n < CHARTER_INTERVAL_MIN_N ? g_strdup ("–") : g_strdup_printf (_ ("%.0f%%"), 100. * n_right / n);
}

static guint
get_minutes (gint64 time)
{
  return (guint)((time + MINUTE / 2) / MINUTE);
}

static CharterDay
add_up (const GArray *days, guint first)
{
  CharterDay sum = { 0 };

  for (guint i = first; i < days->len; i++)
    {
      const CharterDay *day = &g_array_index (days, CharterDay, i);

      sum.n_answers += day->n_answers;
      sum.n_right += day->n_right;
      sum.time += day->time;
    }
  return sum;
}

static guint
count_practised (const GArray *days, guint first)
{
  guint n = 0;

  for (guint i = first; i < days->len; i++)
    n += g_array_index (days, CharterDay, i).n_answers > 0;
  return n;
}

/* The latest day first, and none without an answer. */
static CharterFigures *
make_day_figures (const GArray *days, guint first)
{
  CharterFigures *figures = CHARTER_FIGURES (_ ("Day"), _ ("Answers"), _ ("Right"), _ ("Share"), _ ("Minutes"));

  for (guint i = days->len; i > first; i--)
    {
      const CharterDay *day = &g_array_index (days, CharterDay, i - 1);

      if (day->n_answers > 0)
        CHARTER_FIGURES_ADD (figures, charter_day_to_words (day->day), number_to_words (day->n_answers),
                             number_to_words (day->n_right), share_to_words (day->n_right, day->n_answers),
                             number_to_words (get_minutes (day->time)));
    }
  return figures;
}

void
charter_calendar_card_fill (CharterChartCard *card, const GArray *days)
{
  guint monday = days->len - 1 - (days->len - 1) % 7;
  g_autofree char *summary
    = g_strdup_printf (_ ("Days practised this week: %'u. In the last half year: %'u; answers: %'u."),
                       count_practised (days, monday), count_practised (days, 0), add_up (days, 0).n_answers);

  charter_chart_card_show (card, &charter_calendar_chart, g_array_copy ((GArray *)days), (GDestroyNotify)g_array_unref,
                           summary, make_day_figures (days, 0));
}

static CharterColumns *
make_daily_columns (const GArray *days, guint first)
{
  CharterColumns *columns
    = charter_columns_new (g_array_index (days, CharterDay, first).day, _ ("right"), _ ("not wholly right"));

  for (guint i = first; i < days->len; i++)
    {
      const CharterDay *day = &g_array_index (days, CharterDay, i);
      charter_columns_add (columns, day->n_right, day->n_answers - day->n_right);
    }
  return columns;
}

void
charter_daily_card_fill (CharterChartCard *card, const GArray *days)
{
  guint first = days->len - MIN (days->len, CHARTER_DAILY_DAYS);
  CharterDay sum = add_up (days, first);
  g_autofree char *share = share_to_words (sum.n_right, sum.n_answers);
  g_autofree char *summary = NULL;

  if (sum.n_answers == 0)
    {
      charter_chart_card_show_nothing (card, _ ("There are no answers of the last 30 days."));
      return;
    }
  summary = g_strdup_printf (_ ("Answers in the last 30 days: %'u. Wholly right: %'u (%s). Minutes: %'u."),
                             sum.n_answers, sum.n_right, share, get_minutes (sum.time));
  charter_chart_card_show (card, &charter_columns_chart, make_daily_columns (days, first), charter_columns_free,
                           summary, make_day_figures (days, first));
}

static CharterFigures *
make_forecast_figures (const GArray *days)
{
  CharterFigures *figures = CHARTER_FIGURES (_ ("Day"), _ ("Reviews due"));

  for (guint i = 0; i < days->len; i++)
    {
      const CharterDueDay *day = &g_array_index (days, CharterDueDay, i);

      if (day->n_items > 0 || i == 0)
        CHARTER_FIGURES_ADD (figures, charter_day_to_words (day->day), number_to_words (day->n_items));
    }
  return figures;
}

void
charter_forecast_card_fill (CharterChartCard *card, const GArray *due, int today)
{
  guint n_overdue, n = 0;
  g_autoptr (GArray) days = charter_forecast_new (due, today, CHARTER_FORECAST_DAYS, &n_overdue);
  g_autofree char *summary = NULL;
  CharterColumns *columns;

  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, CharterDueDay, i).n_items;
  if (n == 0)
    {
      charter_chart_card_show_nothing (card, _ ("No question falls due in the next 30 days."));
      return;
    }
  columns = charter_columns_new (today, NULL, NULL);
  for (guint i = 0; i < days->len; i++)
    charter_columns_add (columns, g_array_index (days, CharterDueDay, i).n_items, 0);
  summary = g_strdup_printf (_ ("Due in the next 30 days: %'u. Today: %'u, of which from earlier days: "
                                "%'u."),
                             n, g_array_index (days, CharterDueDay, 0).n_items, n_overdue);
  charter_chart_card_show (card, &charter_columns_chart, columns, charter_columns_free, summary,
                           make_forecast_figures (days));
}
