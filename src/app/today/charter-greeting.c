/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-greeting.h"

#include <glib/gi18n.h>

#include "charter-line.h"

#define MORNING 5
#define AFTERNOON 12
#define EVENING 18

const char *
charter_greeting_for_hour (int hour)
{
  if (hour >= MORNING && hour < AFTERNOON)
    return _ ("Good morning");
  if (hour >= AFTERNOON && hour < EVENING)
    return _ ("Good afternoon");
  return _ ("Good evening");
}

char *
charter_greeting_dup (int hour, const char *name)
{
  const char *greeting = charter_greeting_for_hour (hour);

  /* Translators: a greeting such as “Good morning”, and the name of a learner. */
  return name != NULL ? g_strdup_printf (_ ("%s, %s"), greeting, name) : g_strdup (greeting);
}

char *
charter_greeting_day (GDateTime *when)
{
  /* Translators: today’s date for g_date_time_format(): the name of the day, the day, the name of the month. */
  g_autofree char *day = g_date_time_format (when, _ ("%A, %-d %B"));

  /* Many languages write the names of days in small letters. */
  return charter_line_begin_large (day);
}
