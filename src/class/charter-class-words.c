/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "charter-report-words.h"

/* What stands between them is written from the left, and what stands around them does not change by it. */
#define ISOLATE "\u2066"
#define END_ISOLATE "\u2069"

/* ---- numbers ---- */

/* Between words that are written from the right a sign would go to the other side of its number. */
static char *
dup_negative (const char *digits)
{
  static const char *const from_right[] = { "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", NULL };
  const char *language = g_get_language_names ()[0];
  g_autofree char *code = g_strndup (language, strcspn (language, "_.@"));

  return g_strv_contains (from_right, code) ? g_strconcat (ISOLATE "−", digits, END_ISOLATE, NULL)
                                            : g_strconcat ("−", digits, NULL);
}

char *
charter_class_words_dup_number (double number, guint decimals)
{
  g_autofree char *digits = g_strdup_printf ("%'.*f", (int)decimals, fabs (number));

  if (!isfinite (number))
    return g_strdup ("–");
  /* What is rounded to nothing has no sign. */
  return number < 0 && strpbrk (digits, "123456789") != NULL ? dup_negative (digits) : g_steal_pointer (&digits);
}

char *
charter_class_words_dup_share (double share)
{
  return isfinite (share) ? g_strdup_printf (_ ("%d%%"), (int)round (share * 100)) : g_strdup ("–");
}

char *
charter_class_words_dup_seconds (double seconds)
{
  if (!isfinite (seconds))
    return g_strdup ("–");
  if (seconds < 60)
    return g_strdup_printf (_ ("%.0f s"), seconds);
  return charter_report_words_dup_time ((gint64)round (seconds) * G_USEC_PER_SEC);
}

/* ---- names ---- */

char *
charter_class_words_dup_item (const CharterClassItem *item)
{
  const CharterItem *asked = item->column->item;
  g_autofree char *stem = asked != NULL ? charter_blocks_to_plain (asked->stem) : NULL;

  if (stem == NULL || *stem == '\0')
    return g_strdup (item->column->id);
  g_strdelimit (stem, "\n\t", ' ');
  return g_steal_pointer (&stem);
}

char *
charter_class_words_dup_choice (const CharterClassItem *item, const CharterClassChoice *choice)
{
  if (choice->part != NULL && *choice->part->text.plain != '\0')
    return g_strdup (choice->part->text.plain);
  if (item->column->kind == CHARTER_ITEM_TRUEFALSE && g_str_equal (choice->id, "true"))
    return g_strdup (_ ("True"));
  if (item->column->kind == CHARTER_ITEM_TRUEFALSE && g_str_equal (choice->id, "false"))
    return g_strdup (_ ("False"));
  return g_strdup (choice->id);
}

const char *
charter_class_words_get_role (const CharterClassChoice *choice)
{
  if (!choice->key_known)
    return _ ("Not known");
  if (choice->is_key)
    return _ ("Right");
  return choice->is_dead ? _ ("Wrong, hardly ever chosen") : _ ("Wrong");
}

const char *
charter_class_words_get_idea (const CharterClassIdea *idea)
{
  return idea->misconception != NULL ? idea->misconception->title.plain : idea->ref;
}

const char *
charter_class_words_get_confidence (CharterConfidence confidence)
{
  switch (confidence)
    {
    case CHARTER_CONFIDENCE_GUESS:
      return _ ("Guess");
    case CHARTER_CONFIDENCE_THINK_SO:
      return _ ("Think so");
    case CHARTER_CONFIDENCE_SURE:
      return _ ("Sure");
    case CHARTER_CONFIDENCE_NONE:
    default:
      return _ ("Not said");
    }
}

/* ---- figures ---- */

static void
clear_fact (gpointer data)
{
  g_free (((CharterClassFact *)data)->words);
}

static GArray *
facts_new (void)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (CharterClassFact));

  g_array_set_clear_func (facts, clear_fact);
  return facts;
}

/* words: (transfer full) */
static void
add_fact (GArray *facts, const char *title, char *words, CharterClassKind kind, gboolean is_small)
{
  CharterClassFact fact = { title, words, is_small, kind };

  g_array_append_val (facts, fact);
}

static char *
dup_points (double share, const CharterClassFigures *figures)
{
  g_autofree char *percent = isfinite (share) ? charter_class_words_dup_number (100 * share, 1) : NULL;
  g_autofree char *points = charter_class_words_dup_number (share * figures->maximum, 2);
  g_autofree char *maximum
    = charter_class_words_dup_number (figures->maximum, figures->maximum != round (figures->maximum));

  if (percent == NULL)
    return g_strdup ("–");
  if (figures->maximum <= 0)
    return g_strdup_printf (_ ("%s%%"), percent);
  /* Translators: a per cent, and the same in points of all points. */
  return g_strdup_printf (_ ("%s%% (%s of %s points)"), percent, points, maximum);
}

static char *
dup_range (const CharterClassFigures *figures)
{
  g_autofree char *least = charter_class_words_dup_share (figures->least);
  g_autofree char *median = charter_class_words_dup_share (figures->median);
  g_autofree char *most = charter_class_words_dup_share (figures->most);

  /* Translators: per cents. */
  return g_strdup_printf (_ ("%s to %s, half of them up to %s"), least, most, median);
}

static char *
dup_questions (const CharterClassFigures *figures)
{
  g_autofree char *mean = charter_class_words_dup_number (figures->mean_items, 1);

  if (figures->same_items)
    return g_strdup_printf ("%'u", figures->n_items);
  return g_strdup_printf (_ ("%'u, of which a learner was asked %s on average"), figures->n_items, mean);
}

GArray *
charter_class_words_list_figures (const CharterClassAnalysis *analysis)
{
  const CharterClassFigures *figures = &analysis->figures;
  gboolean few = charter_class_is_small (CHARTER_CLASS_FACILITY, figures->n);
  gboolean small = charter_class_is_small (CHARTER_CLASS_CONSISTENCY, figures->n);
  GArray *facts = facts_new ();

  add_fact (facts, _ ("Learners"), g_strdup_printf ("%'u", figures->n), CHARTER_CLASS_FACILITY, FALSE);
  add_fact (facts, _ ("Questions"), dup_questions (figures), CHARTER_CLASS_FACILITY, FALSE);
  add_fact (facts, _ ("Mean"), dup_points (figures->mean, figures), CHARTER_CLASS_FACILITY, few);
  add_fact (facts, _ ("Range"), dup_range (figures), CHARTER_CLASS_FACILITY, few);
  add_fact (facts, _ ("Standard deviation"), dup_points (figures->deviation, figures), CHARTER_CLASS_FACILITY, few);
  add_fact (facts, _ ("Internal consistency"), charter_class_words_dup_number (figures->consistency, 1),
            CHARTER_CLASS_CONSISTENCY, small);
  add_fact (facts, _ ("Error ratio"), charter_class_words_dup_number (figures->error_ratio, 1),
            CHARTER_CLASS_CONSISTENCY, small);
  add_fact (facts, _ ("Standard error"), dup_points (figures->standard_error, figures), CHARTER_CLASS_CONSISTENCY,
            small);
  return facts;
}

static char *
dup_facility (const CharterClassItem *item)
{
  g_autofree char *share = charter_class_words_dup_share (item->facility);

  /* Translators: a per cent, and between which per cents it lies. */
  return g_strdup_printf (_ ("%s (95%% range: %.0f to %.0f%%)"), share, 100 * item->facility_interval.low,
                          100 * item->facility_interval.high);
}

static char *
dup_discrimination (const CharterClassItem *item)
{
  g_autofree char *number = charter_class_words_dup_number (item->discrimination, 1);
  g_autofree char *low = charter_class_words_dup_number (item->discrimination_low, 0);
  g_autofree char *high = charter_class_words_dup_number (item->discrimination_high, 0);

  if (!isfinite (item->discrimination))
    return g_strdup (_ ("Can’t be told: all answers, or all other scores, are alike"));
  /* Translators: a number, and between which numbers it lies. */
  return g_strdup_printf (_ ("%s (95%% range: %s to %s)"), number, low, high);
}

static char *
dup_times (const CharterClassItem *item)
{
  g_autofree char *low = charter_class_words_dup_seconds (item->quartiles[0]);
  g_autofree char *median = charter_class_words_dup_seconds (item->quartiles[1]);
  g_autofree char *high = charter_class_words_dup_seconds (item->quartiles[2]);

  if (item->n_timed == 0)
    return g_strdup ("–");
  /* Translators: times. */
  return g_strdup_printf (_ ("%s (half of all between %s and %s)"), median, low, high);
}

GArray *
charter_class_words_list_item (const CharterClassItem *item)
{
  gboolean small = charter_class_item_is_small (item, CHARTER_CLASS_DISCRIMINATION);
  GArray *facts = facts_new ();

  add_fact (facts, _ ("Learners"), g_strdup_printf ("%'u", item->n), CHARTER_CLASS_FACILITY, FALSE);
  add_fact (facts, _ ("Answered"), g_strdup_printf ("%'u", item->n_answered), CHARTER_CLASS_FACILITY, FALSE);
  add_fact (facts, _ ("Wholly right"), g_strdup_printf ("%'u", item->n_right), CHARTER_CLASS_FACILITY, FALSE);
  add_fact (facts, _ ("Facility"), dup_facility (item), CHARTER_CLASS_FACILITY,
            charter_class_item_is_small (item, CHARTER_CLASS_FACILITY));
  add_fact (facts, _ ("Discrimination"), dup_discrimination (item), CHARTER_CLASS_DISCRIMINATION, small);
  add_fact (facts, _ ("Efficiency"), charter_class_words_dup_number (item->efficiency, 1), CHARTER_CLASS_DISCRIMINATION,
            small);
  add_fact (facts, _ ("Time"), dup_times (item), CHARTER_CLASS_TIME,
            charter_class_item_is_small (item, CHARTER_CLASS_TIME));
  return facts;
}

/* ---- what is to be known ---- */

GStrv
charter_class_words_list_rules (const CharterClassAnalysis *analysis)
{
  g_autoptr (GStrvBuilder) rules = g_strv_builder_new ();

  g_strv_builder_add (rules, _ ("Only first attempts count: what was answered before, or was taken back after its "
                                "feedback was seen, is left out. What was left open in an exam is worth nothing."));
  g_strv_builder_add (rules, _ ("Facility is the mean of the points reached, of all there are. Discrimination says how "
                                "far those who do well in the other questions do well in this one, from −100 to 100; "
                                "efficiency is what it reaches of the most that it could with this facility."));
  g_strv_builder_add (rules, _ ("Internal consistency is Cronbach’s alpha in per cent. The error ratio is the part of "
                                "the spread that is chance, the standard error how far one learner’s score may be off "
                                "by it."));
  if (!analysis->figures.same_items)
    g_strv_builder_add (rules, _ ("Not everybody was asked the same: a question counts for those who were asked it, a "
                                  "learner’s score is the share of that learner’s own points, and the internal "
                                  "consistency is that of a test of average length, from all pairs of questions that "
                                  "learners had together."));
  return g_strv_builder_end (rules);
}

static gboolean
is_any_small (const CharterClassAnalysis *analysis, CharterClassKind kind)
{
  if (kind == CHARTER_CLASS_CONSISTENCY)
    return charter_class_is_small (kind, analysis->figures.n);
  for (guint i = 0; i < analysis->items->len; i++)
    if (charter_class_item_is_small (analysis->items->pdata[i], kind))
      return TRUE;
  return FALSE;
}

GStrv
charter_class_words_list_cautions (const CharterClassAnalysis *analysis)
{
  g_autoptr (GStrvBuilder) cautions = g_strv_builder_new ();

  for (guint i = 0; i < CHARTER_CLASS_N_KINDS; i++)
    {
      g_autofree char *words = charter_class_caution_dup_words ((CharterClassKind)i);

      if (is_any_small (analysis, (CharterClassKind)i))
        g_strv_builder_add (cautions, words);
    }
  return g_strv_builder_end (cautions);
}

GStrv
charter_class_words_list_item_cautions (const CharterClassItem *item)
{
  static const CharterClassKind kinds[] = { CHARTER_CLASS_FACILITY, CHARTER_CLASS_DISCRIMINATION, CHARTER_CLASS_TIME };
  g_autoptr (GStrvBuilder) cautions = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *words = charter_class_caution_dup_words (kinds[i]);

      if (charter_class_item_is_small (item, kinds[i]))
        g_strv_builder_add (cautions, words);
    }
  return g_strv_builder_end (cautions);
}

/* ---- what to look at ---- */

/* With fewer nothing is said: it would be chance most of the time. */
#define LEAST_FOR_SENSE 12 /* learners, whose discrimination is told */
#define LEAST_IN_THIRD 5
#define LEAST_SURE 5
#define LEAST_FOR_DEAD 20 /* of whom one is 1 in 20 */

/* Among the best, a wrong option that more chose than any right one. Returns: (nullable) */
static const CharterClassChoice *
find_rival (const CharterClassItem *item)
{
  const CharterClassChoice *rival = NULL;
  guint most_key = 0;

  for (guint i = 0; i < item->choices->len; i++)
    {
      const CharterClassChoice *choice = &g_array_index (item->choices, CharterClassChoice, i);

      if (choice->part == NULL)
        continue;
      if (choice->is_key)
        most_key = MAX (most_key, choice->n_upper);
      else if (choice->n_upper > 0 && (rival == NULL || choice->n_upper > rival->n_upper))
        rival = choice;
    }
  return rival != NULL && rival->n_upper > most_key && item->n_upper >= LEAST_IN_THIRD ? rival : NULL;
}

static guint
count_dead (const CharterClassItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->choices->len; i++)
    n += g_array_index (item->choices, CharterClassChoice, i).is_dead;
  return n;
}

static void
add_rival (GStrvBuilder *findings, const CharterClassItem *item)
{
  const CharterClassChoice *rival = find_rival (item);
  g_autofree char *name = rival != NULL ? charter_class_words_dup_choice (item, rival) : NULL;
  g_autofree char *words
    = name != NULL
        ? g_strdup_printf (_ ("The best third rather chooses “%s” than what is right: is it right as well?"), name)
        : NULL;

  if (words != NULL)
    g_strv_builder_add (findings, words);
}

static void
add_dead (GStrvBuilder *findings, const CharterClassItem *item)
{
  guint n = count_dead (item);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u wrong option is chosen by fewer than 1 in 20.",
                                                      "%'u wrong options are chosen by fewer than 1 in 20.", n),
                                            n);

  if (n > 0 && item->n_answered >= LEAST_FOR_DEAD)
    g_strv_builder_add (findings, words);
}

GStrv
charter_class_words_list_findings (const CharterClassItem *item)
{
  g_autoptr (GStrvBuilder) findings = g_strv_builder_new ();
  guint n_sure = item->n_sure[CHARTER_CONFIDENCE_SURE];

  if (item->column->other_key)
    g_strv_builder_add (findings, _ ("The pack at hand has another key for it; these answers are to the key before."));
  if (item->discrimination < 0 && item->n_rest >= LEAST_FOR_SENSE)
    g_strv_builder_add (findings, _ ("Those who do well elsewhere do worse here: look at its key and its words."));
  add_rival (findings, item);
  if (n_sure >= LEAST_SURE && 2 * item->n_sure_right[CHARTER_CONFIDENCE_SURE] < n_sure)
    g_strv_builder_add (findings, _ ("Most of those who were sure are wrong: it shows a misconception, or has one."));
  add_dead (findings, item);
  return g_strv_builder_end (findings);
}
