/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-report-words.h"

#include <glib/gi18n-lib.h>

static int
percent_of (double share)
{
  return (int)(share * 100 + 0.5);
}

/* ---- the result ---- */

char *
charter_report_words_dup_percent (const CharterReport *report)
{
  return g_strdup_printf (_ ("%d%%"), (int)(report->percent + 0.5));
}

/* "3", "2.5" or "1,200", as the locale writes it. */
static char *
dup_number (double number)
{
  return g_strdup_printf (number == (int)number ? "%'.0f" : "%'.1f", number);
}

char *
charter_report_words_dup_points (const CharterReport *report)
{
  g_autofree char *points = dup_number (report->points);
  g_autofree char *maximum = dup_number (report->maximum);

  return g_strdup_printf (_ ("%s of %s points"), points, maximum);
}

static char *
dup_right (const CharterReport *report)
{
  g_autofree char *time = charter_report_words_dup_time (report->time);
  g_autofree char *right
    = g_strdup_printf (ngettext ("%'u of %'u question wholly right", "%'u of %'u questions wholly right", report->n),
                       report->n_right, report->n);

  return g_strdup_printf ("%s · %s", right, time);
}

static char *
dup_open (guint n)
{
  return g_strdup_printf (ngettext ("%'u was not answered and counts as not right.",
                                    "%'u were not answered and count as not right.", n),
                          n);
}

static char *
dup_range (const CharterReport *report)
{
  if (report->too_few)
    return g_strdup (_ ("Too few answers to say more."));
  /* Translators: an interval of two percentages. */
  return g_strdup_printf (_ ("From so many answers, what you know lies probably between %d%% and %d%%."),
                          percent_of (report->interval.low), percent_of (report->interval.high));
}

GStrv
charter_report_words_list_facts (const CharterReport *report)
{
  GStrvBuilder *lines = g_strv_builder_new ();
  g_autofree char *right = dup_right (report);
  g_autofree char *open = dup_open (report->n - report->n_answered);
  g_autofree char *range = dup_range (report);
  GStrv list;

  g_strv_builder_add (lines, right);
  if (report->time_up)
    g_strv_builder_add (lines, _ ("The time ran out."));
  if (report->n > report->n_answered)
    g_strv_builder_add (lines, open);
  g_strv_builder_add (lines, range);
  list = g_strv_builder_end (lines);
  g_strv_builder_unref (lines);
  return list;
}

/* ---- topics ---- */

const char *
charter_report_words_get_topic_title (const CharterReportTopic *topic)
{
  if (topic->topic != NULL)
    return topic->topic->title.plain;
  return topic->ref != NULL ? topic->ref : _ ("Other");
}

char *
charter_report_words_dup_topic (const CharterReportTopic *topic)
{
  if (topic->too_few)
    return g_strdup_printf (_ ("%'u of %'u right"), topic->n_right, topic->n);
  return g_strdup_printf (_ ("%'u of %'u right · probably between %d%% and %d%%"), topic->n_right, topic->n,
                          percent_of (topic->interval.low), percent_of (topic->interval.high));
}

/* ---- items ---- */

const char *
charter_report_words_get_verdict (const CharterScore *score)
{
  if (score->correct)
    return _ ("Correct");
  return score->points > 0 ? _ ("Partly right") : _ ("Not quite");
}

char *
charter_report_words_dup_outcome (const CharterReportItem *item)
{
  g_autofree char *time = charter_report_words_dup_time (item->time);
  const struct {
    gboolean is_so;
    const char *words;
  } remarks[] = {
    { charter_report_item_is_sure_but_wrong (item), _ ("you were sure") },
    { charter_report_item_is_guessed_right (item), _ ("guessed") },
    { item->is_answered, time },
    { item->hint_used, _ ("with the hint") },
    { item->taken_back, _ ("answered again") },
    { item->flagged, _ ("flagged") },
  };
  GString *words
    = g_string_new (item->is_answered ? charter_report_words_get_verdict (&item->score) : _ ("Not answered"));

  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (remarks[i].is_so)
      g_string_append_printf (words, " · %s", remarks[i].words);
  return g_string_free (words, FALSE);
}

char *
charter_report_words_dup_shown (guint n)
{
  return g_strdup_printf (ngettext ("In %'u answer", "In %'u answers", n), n);
}

/* ---- time ---- */

char *
charter_report_words_dup_time (gint64 time)
{
  guint64 seconds = (guint64)((time + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC);

  if (seconds == 0)
    return g_strdup (_ ("less than a second"));
  if (seconds < 60)
    return g_strdup_printf (_ ("%u s"), (guint)seconds);
  return g_strdup_printf (_ ("%u min %u s"), (guint)(seconds / 60), (guint)(seconds % 60));
}
