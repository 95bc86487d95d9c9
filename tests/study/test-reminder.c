/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When to remind, whether, and in which words: the cases of the last two stand in reminders.txt. */
#include "charter-cases.h"
#include "charter-reminder.h"

#include <stdio.h>

#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3" /* at 2 o'clock on the last Sunday of March and at 3 of October */

static int
read_minutes (const char *text)
{
  int hours, minutes;

  g_assert_cmpint (sscanf (text, "%d:%d", &hours, &minutes), ==, 2);
  return hours * 60 + minutes;
}

static GDateTime *
make_time (const char *zone, const char *text)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);
  GDateTime *time;

  g_assert_nonnull (there);
  time = g_date_time_new_from_iso8601 (text, there);
  g_assert_nonnull (time);
  return time;
}

static int
read_day (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *noon = g_strconcat (text, "T12:00:00", NULL);

  if (*text == '\0')
    return 0;
  time = make_time ("UTC", noon);
  return charter_reminder_get_day (time);
}

static const struct {
  const char *now, *at, *last;
  gboolean is_time;
  guint wait;
} times[] = {
  { "2026-11-23T17:59:00", "18:00", "", FALSE, 60 },
  { "2026-11-23T17:59:01", "18:00", "", FALSE, 59 },
  { "2026-11-23T17:59:59", "18:00", "2026-11-22", FALSE, 1 },
  { "2026-11-23T18:00:00", "18:00", "2026-11-22", TRUE, 60 },
  { "2026-11-23T00:00:00", "18:00", "", FALSE, 60 },
  { "2026-11-23T00:00:00", "00:00", "", TRUE, 60 },
  /* The machine slept, or was switched on later: until midnight. */
  { "2026-11-23T23:59:59", "18:00", "2026-11-22", TRUE, 60 },
  { "2026-11-24T02:30:00", "18:00", "2026-11-22", FALSE, 60 },
  /* Done with for the day. */
  { "2026-11-23T18:00:00", "18:00", "2026-11-23", FALSE, 60 },
  { "2026-11-23T17:59:59", "18:00", "2026-11-23", FALSE, 60 },
  /* Set back: by an hour, over midnight, and by a year after a wrong clock. */
  { "2026-11-23T17:00:00", "18:00", "2026-11-23", FALSE, 60 },
  { "2026-11-22T23:30:00", "18:00", "2026-11-23", FALSE, 60 },
  { "2026-11-22T18:00:00", "18:00", "2027-11-23", TRUE, 60 },
  /* Set forward: by an hour, and by a week. */
  { "2026-11-23T18:30:00", "18:00", "2026-11-22", TRUE, 60 },
  { "2026-11-30T18:30:00", "18:00", "2026-11-23", TRUE, 60 },
  /* In Berlin there is no half past two on the 29th of March, and two on the 25th of October. */
  { "2026-03-29T01:59:59", "02:30", "", FALSE, 60 },
  { "2026-03-29T03:00:00", "02:30", "", TRUE, 60 },
  { "2026-10-25T02:30:00+02:00", "02:30", "", TRUE, 60 },
  { "2026-10-25T02:30:00+01:00", "02:30", "2026-10-25", FALSE, 60 },
};

static void
test_time (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GDateTime) now = make_time (BERLIN, times[i].now);
      int at = read_minutes (times[i].at), last = read_day (times[i].last);

      g_test_message ("%s at %s, last %s", times[i].now, times[i].at, times[i].last);
      g_assert_cmpint (charter_reminder_is_time (now, at, last), ==, times[i].is_time);
      g_assert_cmpuint (charter_reminder_get_wait (now, at, last), ==, times[i].wait);
    }
}

static void
test_day (void)
{
  static const struct {
    const char *now;
    int day;
  } cases[] = {
    { "1970-01-01T00:00:00", 0 },     { "2026-11-23T00:00:00", 20780 }, { "2026-11-23T23:59:59", 20780 },
    { "2026-03-29T03:00:00", 20541 }, { "2026-10-25T02:30:00", 20751 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = make_time (BERLIN, cases[i].now);

      g_assert_cmpint (charter_reminder_get_day (now), ==, cases[i].day);
    }
}

/* Lives through days as the application does. Returns: how often it was time; n_looks: (out) how often it asked */
static guint
live (const char *from, const char *to, const char *at, guint *n_looks)
{
  g_autoptr (GDateTime) now = make_time (BERLIN, from);
  g_autoptr (GDateTime) end = make_time (BERLIN, to);
  int minute = read_minutes (at), last = 0;
  guint n_times = 0;

  for (*n_looks = 0; g_date_time_compare (now, end) < 0; (*n_looks)++)
    {
      gboolean is_time = charter_reminder_is_time (now, minute, last);
      GDateTime *then;

      n_times += is_time;
      if (is_time)
        last = charter_reminder_get_day (now);
      then = g_date_time_add_seconds (now, charter_reminder_get_wait (now, minute, last));
      g_date_time_unref (now);
      now = then;
    }
  return n_times;
}

/* Once a day through both changes of summer time, at any hour, with no more than about a look a minute. */
static void
test_through_summer_time (void)
{
  static const char *const hours[] = { "00:00", "01:59", "02:00", "02:30", "03:00", "18:00", "23:59" };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      guint n_looks;

      g_assert_cmpuint (live ("2026-03-27T00:00:10", "2026-03-31T23:59:59", hours[i], &n_looks), ==, 5);
      g_assert_cmpuint (n_looks, <=, 5 * (24 * 60 + 1));
      g_assert_cmpuint (live ("2026-10-23T00:00:10", "2026-10-27T23:59:59", hours[i], &n_looks), ==, 5);
      g_assert_cmpuint (n_looks, <=, 5 * (24 * 60 + 1) + 60);
    }
}

/* The clock is set to and fro at random within two days: each has one reminder. */
static void
test_clock_set (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GDateTime) start = make_time (BERLIN, "2026-06-10T12:00:00");
  gint64 offset = 0;
  int last = 0, n_times = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GDateTime) now = NULL;

      offset += g_rand_int_range (rand, -3600, 3600);
      offset = CLAMP (offset, -12 * 3600, 36 * 3600 - 1);
      now = g_date_time_add_seconds (start, (double)offset);
      if (!charter_reminder_is_time (now, 18 * 60, last))
        continue;
      last = charter_reminder_get_day (now);
      n_times++;
    }
  g_assert_cmpint (n_times, ==, 2);
}

/* ---- what is said ---- */

static CharterReminder
read_reminder (const CharterTestCase *test_case)
{
  CharterReminder found = { .days = -1 };

  if (sscanf (test_case->columns[0], "%u fading %u answered %u at %lf exam %d met %u of %u", &found.n_due,
              &found.n_fading, &found.n_answered, &found.pace, &found.days, &found.n_seen, &found.n_items)
      < 4)
    g_error ("%s:%u: “%s” tells too little", test_case->file, test_case->line, test_case->columns[0]);
  return found;
}

static void
check (const CharterTestCase *test_case)
{
  CharterReminder reminder = read_reminder (test_case);
  gboolean has_reason = charter_reminder_has_reason (&reminder);
  g_autofree char *title = has_reason ? charter_reminder_dup_title (&reminder) : g_strdup ("");
  g_autofree char *body = has_reason ? charter_reminder_dup_body (&reminder) : g_strdup ("");

  if (!g_str_equal (title, test_case->columns[1]) || !g_str_equal (body, test_case->columns[2]))
    g_error ("%s:%u: found %s | %s", test_case->file, test_case->line, title, body);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/time", test_time);
  g_test_add_func ("/reminder/day", test_day);
  g_test_add_func ("/reminder/through-summer-time", test_through_summer_time);
  g_test_add_func ("/reminder/clock-set", test_clock_set);
  charter_cases_add ("reminders.txt", "/reminder", 3, check);
  return g_test_run ();
}
