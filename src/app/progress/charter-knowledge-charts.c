/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-knowledge-charts.h"

#include <glib/gi18n.h>

#include "charter-curve-chart.h"
#include "charter-grade.h"
#include "charter-mastery.h"
#include "charter-shares-chart.h"
#include "charter-time-charts.h"

static char *
percent_to_words (double share)
{
  return g_strdup_printf (_ ("%.0f%%"), share * 100);
}

static char *
range_to_words (double low, double high)
{
  return g_strdup_printf (_ ("%.0f–%.0f%%"), low * 100, high * 100);
}

/* “9 of 12” */
static char *
part_to_words (guint part, guint whole)
{
  return g_strdup_printf (_ ("%'u of %'u"), part, whole);
}

/* ---- mastery ---- */

static const char *
get_topic_name (const CharterMastery *topic)
{
  if (topic->topic != NULL)
    return topic->topic->title.plain;
  return topic->ref != NULL ? topic->ref : _ ("No topic");
}

static void
add_topic (GArray *shares, const CharterMastery *topic)
{
  CharterShareLine *line;
  char *note;

  if (topic->n_seen == 0)
    note = g_strdup_printf (ngettext ("%'u question, not seen yet", "%'u questions, none seen yet", topic->n_items),
                            topic->n_items);
  else if (topic->too_few)
    note = g_strdup_printf (_ ("Seen %'u of %'u: too few to say more"), topic->n_seen, topic->n_items);
  else
    note = g_strdup_printf (_ ("Seen %'u of %'u · right %'u (%.0f%%, probably %.0f–%.0f%%) · known now %'u"),
                            topic->n_seen, topic->n_items, topic->n_right, 100. * topic->n_right / topic->n_seen,
                            topic->interval.low * 100, topic->interval.high * 100, topic->n_known);
  line = charter_shares_add (shares, g_strdup (get_topic_name (topic)), note);
  line->told = !topic->too_few;
  line->share = topic->too_few ? 0 : (double)topic->n_right / topic->n_seen;
  line->low = topic->interval.low;
  line->high = topic->interval.high;
}

static void
add_topic_figures (CharterFigures *figures, const CharterMastery *topic)
{
  char *probably
    = topic->too_few ? g_strdup (_ ("too few")) : range_to_words (topic->interval.low, topic->interval.high);

  CHARTER_FIGURES_ADD (figures, g_strdup (get_topic_name (topic)), part_to_words (topic->n_seen, topic->n_items),
                       part_to_words (topic->n_right, topic->n_seen), probably,
                       g_strdup_printf ("%'u", topic->n_known));
}

void
charter_mastery_card_fill (CharterChartCard *card, const GArray *topics)
{
  CharterMastery sum = charter_mastery_sum (topics);
  CharterFigures *figures;
  GArray *shares;
  g_autofree char *summary = NULL;

  if (sum.n_seen == 0)
    {
      charter_chart_card_show_nothing (card, _ ("How you stand with each topic shows here once you have answered "
                                                "questions of this pack."));
      return;
    }
  figures = CHARTER_FIGURES (_ ("Topic"), _ ("Seen"), _ ("Right last time"), _ ("Probably"), _ ("Known now"));
  shares = charter_shares_new ();
  for (guint i = 0; i < topics->len; i++)
    {
      add_topic (shares, &g_array_index (topics, CharterMastery, i));
      add_topic_figures (figures, &g_array_index (topics, CharterMastery, i));
    }
  summary
    = g_strdup_printf (_ ("Questions seen: %'u of %'u. Right last time: %'u. Known now, with a chance of 90%% or "
                          "more to recall them today: %'u."),
                       sum.n_seen, sum.n_items, sum.n_right, sum.n_known);
  charter_chart_card_show (card, &charter_shares_chart, shares, charter_shares_free, summary, figures);
}

/* ---- calibration ---- */

static const char *const confidences[CHARTER_N_CONFIDENCES] = { N_ ("Guess"), N_ ("Think so"), N_ ("Sure") };

static const char *
judge (const CharterCalibration *word)
{
  switch (word->verdict)
    {
    case CHARTER_CALIBRATION_FITS:
      return _ ("it fits");
    case CHARTER_CALIBRATION_TOO_SURE:
      return _ ("you know less than you say");
    case CHARTER_CALIBRATION_TOO_MODEST:
      return _ ("you know more than you say");
    case CHARTER_CALIBRATION_TOO_FEW:
    default:
      return _ ("too few answers to say");
    }
}

static void
add_word (GArray *shares, CharterFigures *figures, const CharterCalibration *word, const char *name)
{
  gboolean told = word->verdict != CHARTER_CALIBRATION_TOO_FEW;
  CharterShareLine *line
    = charter_shares_add (shares, g_strdup (name),
                          g_strdup_printf (_ ("%'u of %'u right · the word stands for %.0f–%.0f%%: %s"), word->n_right,
                                           word->n, word->low * 100, word->high * 100, judge (word)));

  line->told = told;
  line->share = told ? (double)word->n_right / word->n : 0;
  line->low = word->interval.low;
  line->high = word->interval.high;
  line->from = word->low;
  line->to = word->high;
  CHARTER_FIGURES_ADD (figures, g_strdup (name), part_to_words (word->n_right, word->n),
                       told ? range_to_words (word->interval.low, word->interval.high) : g_strdup ("–"),
                       range_to_words (word->low, word->high), g_strdup (judge (word)));
}

void
charter_calibration_card_fill (CharterChartCard *card, const CharterCalibration words[CHARTER_N_CONFIDENCES])
{
  CharterFigures *figures;
  GArray *shares;
  guint n = 0;

  for (guint i = 0; i < CHARTER_N_CONFIDENCES; i++)
    n += words[i].n;
  if (n == 0)
    {
      charter_chart_card_show_nothing (card,
                                       _ ("Say how sure you are before you check an answer, and see here how often "
                                          "you are right when you are."));
      return;
    }
  figures = CHARTER_FIGURES (_ ("You said"), _ ("Right"), _ ("Probably"), _ ("Stands for"), _ ("Does it fit?"));
  shares = charter_shares_new ();
  for (guint i = CHARTER_N_CONFIDENCES; i > 0; i--)
    add_word (shares, figures, &words[i - 1], _ (confidences[i - 1]));
  charter_chart_card_show (card, &charter_shares_chart, shares, charter_shares_free,
                           _ ("How often you were right, beside what you said before. The bracket below a bar is where "
                              "it should end."),
                           figures);
}

/* ---- the forgetting curve ---- */

static void
add_review (CharterFigures *figures, const CharterCurveReview *review)
{
  guint days = (guint)MAX (1, review->stability + .5);

  CHARTER_FIGURES_ADD (figures, charter_day_to_words (review->day), g_strdup (charter_grade_get_name (review->grade)),
                       review->recall < 0 ? g_strdup ("–") : percent_to_words (review->recall),
                       g_strdup_printf (ngettext ("%'u day", "%'u days", days), days));
}

static CharterFigures *
make_curve_figures (const CharterCurve *curve)
{
  CharterFigures *figures = CHARTER_FIGURES (_ ("Day"), _ ("Grade"), _ ("Chance to recall"), _ ("Then lasts"));

  for (guint i = 0; i < curve->reviews->len; i++)
    add_review (figures, &g_array_index (curve->reviews, CharterCurveReview, i));
  CHARTER_FIGURES_ADD (figures, charter_day_to_words (curve->today), g_strdup (_ ("today")),
                       percent_to_words (curve->recall_today), g_strdup ("–"));
  if (curve->due_day > curve->today)
    CHARTER_FIGURES_ADD (figures, charter_day_to_words (curve->due_day), g_strdup (_ ("due")),
                         percent_to_words (curve->recall_due), g_strdup ("–"));
  return figures;
}

void
charter_curve_card_fill (CharterChartCard *card, CharterCurve *curve)
{
  g_autofree char *due = charter_day_to_words (curve->due_day);
  g_autofree char *summary
    = g_strdup_printf (curve->due_day < curve->today
                         ? _ ("The chance that you recall it today is about %.0f%%. It was due: %s.")
                         : _ ("The chance that you recall it today is about %.0f%%. It falls due: %s."),
                       curve->recall_today * 100, due);

  charter_chart_card_show (card, &charter_curve_chart, curve, (GDestroyNotify)charter_curve_free, summary,
                           make_curve_figures (curve));
}
