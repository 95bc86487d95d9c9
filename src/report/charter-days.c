/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-days.h"

#define QUARTER (15 * G_TIME_SPAN_MINUTE)
#define SECONDS_A_DAY 86400
#define WEEKDAY_OF_DAY_0 4 /* the 1st of January 1970 was a Thursday */

static int
get_day (gint64 wall, const CharterScheme *scheme, GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, wall / G_USEC_PER_SEC);

  return charter_scheme_get_day (scheme, wall, g_time_zone_get_offset (zone, interval) / 60);
}

static void
add (CharterDay *day, const CharterTally *tally)
{
  day->n_answers += (guint)tally->n_answers;
  day->n_right += (guint)tally->n_right;
  day->time += tally->time;
}

/* The latest comes last, so that years before the first day cost nothing. */
GArray *
charter_days_new (const GArray *tallies, const CharterScheme *scheme, GTimeZone *zone, int first, int last)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (CharterDay));

  g_return_val_if_fail (last >= first - 1, days);

  g_array_set_size (days, (guint)(last - first + 1));
  for (guint i = 0; i < days->len; i++)
    g_array_index (days, CharterDay, i).day = first + (int)i;
  for (guint i = tallies->len; i > 0; i--)
    {
      const CharterTally *tally = &g_array_index (tallies, CharterTally, i - 1);
      int day = get_day (tally->quarter * QUARTER, scheme, zone);

      if (day < first - 1) /* a clock that is set forward for the summer may let two quarters trade places */
        break;
      if (day >= first && day <= last)
        add (&g_array_index (days, CharterDay, day - first), tally);
    }
  return days;
}

GDateTime *
charter_day_to_date (int day)
{
  return g_date_time_new_from_unix_utc ((gint64)day * SECONDS_A_DAY);
}

int
charter_day_get_weekday (int day)
{
  int after = (day + WEEKDAY_OF_DAY_0 - 1) % 7;

  return (after < 0 ? after + 7 : after) + 1;
}
