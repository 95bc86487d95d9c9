/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define JULIAN_1970 719163 /* g_date_get_julian() of the 1st of January 1970, from which days are counted */

gboolean
charter_exam_date_read (const char *text, GDate *date)
{
  unsigned year, month, day;
  char rest;

  if (text == NULL || sscanf (text, "%4u-%2u-%2u%c", &year, &month, &day, &rest) != 3
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

char *
charter_exam_date_write (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

int
charter_exam_date_count_days (const GDate *date, int today)
{
  return (int)g_date_get_julian (date) - JULIAN_1970 - today;
}

char *
charter_exam_date_dup_day (const GDate *date)
{
  g_autoptr (GDateTime) noon
    = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 12, 0, 0);

  /* Translators: a date for g_date_time_format(): the day, the name of the month, the year. */
  return g_date_time_format (noon, _ ("%-d %B %Y"));
}

char *
charter_exam_date_dup_distance (int days)
{
  if (days < 0)
    return g_strdup (C_ ("exam", "Over"));
  if (days == 0)
    return g_strdup (C_ ("exam", "Today"));
  if (days == 1)
    return g_strdup (C_ ("exam", "Tomorrow"));
  return g_strdup_printf (ngettext ("In %'d day", "In %'d days", (gulong)days), days);
}
