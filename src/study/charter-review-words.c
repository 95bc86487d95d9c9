/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-review-words.h"

#include <glib/gi18n-lib.h>

#define DAYS_A_MONTH 30.44
#define DAYS_A_YEAR 365.25
#define MOST_DAYS 30 /* more are told in months */

static guint
count_months (guint days)
{
  return (guint)(days / DAYS_A_MONTH + 0.5);
}

char *
charter_review_dup_interval (guint days)
{
  guint months = count_months (days);

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days <= MOST_DAYS)
    /* Translators: days, as short as can be. */
    return g_strdup_printf (ngettext ("%'u d", "%'u d", days), days);
  if (months < 12)
    /* Translators: months, as short as can be. */
    return g_strdup_printf (ngettext ("%'u mo", "%'u mo", months), months);
  /* Translators: years, as short as can be. */
  return g_strdup_printf (_ ("%.1f y"), days / DAYS_A_YEAR);
}

char *
charter_review_dup_interval_words (guint days)
{
  guint months = count_months (days);

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days <= MOST_DAYS)
    return g_strdup_printf (ngettext ("in %'u day", "in %'u days", days), days);
  if (months < 12)
    return g_strdup_printf (ngettext ("in %'u month", "in %'u months", months), months);
  return g_strdup_printf (_ ("in %.1f years"), days / DAYS_A_YEAR);
}

static void
add (GString *words, char *sentence)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static void
add_last (GString *words, const CharterDue *due)
{
  gboolean lapsed = due->reason == CHARTER_DUE_RELEARNING;

  if (due->unseen == 0)
    add (words, g_strdup (lapsed ? _ ("You did not recall it earlier today.") : _ ("You answered it earlier today.")));
  else if (lapsed)
    add (words, g_strdup_printf (ngettext ("You did not recall it %'d day ago.", "You did not recall it %'d days ago.",
                                           due->unseen),
                                 due->unseen));
  else
    add (words, g_strdup_printf (ngettext ("You last answered it %'d day ago.", "You last answered it %'d days ago.",
                                           due->unseen),
                                 due->unseen));
}

static int
to_percent (double share)
{
  return (int)(share * 100 + 0.5);
}

char *
charter_review_dup_why (const CharterDue *due)
{
  GString *words;

  if (due->reason == CHARTER_DUE_NEW)
    return g_strdup (_ ("It is new: you have not answered it yet."));
  words = g_string_new (NULL);
  add_last (words, due);
  if (due->interval > 0)
    add (words, g_strdup_printf (ngettext ("It was to wait %'d day.", "It was to wait %'d days.", due->interval),
                                 due->interval));
  if (due->unseen > 0)
    /* Translators: both are per cent. The second is the goal that the learner has set. */
    add (words, g_strdup_printf (_ ("By now you would recall it with a chance of %d%%; the goal is %d%%."),
                                 to_percent (due->recall), to_percent (due->retention)));
  return g_string_free (words, FALSE);
}

static char *
dup_next_day (int days)
{
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  return charter_review_dup_interval_words ((guint)days);
}

char *
charter_review_dup_next (const CharterReviewPlan *plan)
{
  g_autofree char *day = NULL;
  g_autofree char *questions = NULL;

  if (plan->next_day == 0)
    return g_strdup (_ ("What you answer comes back here before you forget it."));
  day = dup_next_day (plan->next_day - plan->today);
  questions = g_strdup_printf (ngettext ("%'u question", "%'u questions", plan->n_next), plan->n_next);
  /* Translators: when, and how many: “Next: tomorrow, 7 questions.” */
  return g_strdup_printf (_ ("Next: %s, %s."), day, questions);
}
