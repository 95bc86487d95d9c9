/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-words.h"

#include <glib/gi18n-lib.h>

static int
percent_of (double share)
{
  return (int)(share * 100 + 0.5);
}

/* “45 s”, “1 min 20 s”, “90 min”. */
static char *
dup_time (gint64 time)
{
  guint seconds = (guint)((time + G_TIME_SPAN_SECOND / 2) / G_TIME_SPAN_SECOND);

  if (seconds < 60)
    return g_strdup_printf (_ ("%u s"), seconds);
  if (seconds % 60 == 0 || seconds >= 600)
    return g_strdup_printf (_ ("%u min"), (seconds + 30) / 60);
  return g_strdup_printf (_ ("%u min %u s"), seconds / 60, seconds % 60);
}

/* ---- facts ---- */

static void
clear_fact (gpointer data)
{
  CharterExamFact *fact = data;

  g_free (fact->title);
  g_free (fact->words);
}

GArray *
charter_exam_facts_new (void)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (CharterExamFact));

  g_array_set_clear_func (facts, clear_fact);
  return facts;
}

void
charter_exam_facts_add (GArray *facts, const char *title, char *words)
{
  const CharterExamFact fact = { g_strdup (title), words };

  g_array_append_val (facts, fact);
}

/* ---- the mark, bands and domains ---- */

char *
charter_exam_words_dup_mark (const CharterExamReport *report)
{
  if (!report->has_pass)
    return NULL;
  return g_strdup_printf (report->passed ? _ ("The mark that this exam sets, %d%%, is reached.")
                                         : _ ("The mark that this exam sets, %d%%, is not reached."),
                          percent_of (report->mark));
}

char *
charter_exam_words_dup_about_bands (const CharterExamReport *report)
{
  if (report->has_pass)
    return g_strdup_printf (_ ("The words are Charter’s own, held against the mark of this exam, %d%%. "
                               "The range is where what you know probably lies."),
                            percent_of (report->mark));
  return g_strdup_printf (_ ("The words are Charter’s own and not the examiner’s, who publishes no mark: they are held "
                             "against %d%%. The range is where what you know probably lies."),
                          percent_of (report->mark));
}

const char *
charter_exam_words_get_domain_title (const CharterExamDomain *domain)
{
  return domain->title != NULL ? domain->title : _ ("Other");
}

char *
charter_exam_words_dup_domain (const CharterExamDomain *domain)
{
  if (domain->too_few)
    return g_strdup_printf (_ ("%'u of %'u right · %d%% of the exam"), domain->n_right, domain->n,
                            percent_of (domain->weight));
  return g_strdup_printf (_ ("%'u of %'u right · probably between %d%% and %d%% · %d%% of the exam"),
                          domain->n_right, domain->n, percent_of (domain->interval.low),
                          percent_of (domain->interval.high), percent_of (domain->weight));
}

/* ---- time ---- */

static void
add_pace_of_all (GArray *facts, const CharterExamPace *pace)
{
  g_autofree char *taken = dup_time (pace->taken);
  g_autofree char *given = dup_time (pace->given);

  if (pace->given > 0)
    charter_exam_facts_add (facts, _ ("A Question Took"),
                            g_strdup_printf (_ ("%s on average; this exam gives %s"), taken, given));
  else
    charter_exam_facts_add (facts, _ ("A Question Took"), g_strdup_printf (_ ("%s on average"), taken));
  if (pace->given > 0)
    charter_exam_facts_add (facts, _ ("Time Left"), dup_time (pace->left));
  if (pace->n_open > 0)
    charter_exam_facts_add (facts, _ ("Left Open"),
                            g_strdup_printf (ngettext ("%'u question, which counts as not right",
                                                       "%'u questions, which count as not right", pace->n_open),
                                             pace->n_open));
}

static void
add_extremes (GArray *facts, const CharterExamPace *pace)
{
  if (pace->n_rushed > 0)
    charter_exam_facts_add (
      facts, _ ("Very Quick"),
      g_strdup_printf (ngettext ("%'u answer in less than a third of the time; not right of these: %'u",
                                 "%'u answers in less than a third of the time; not right of these: %'u",
                                 pace->n_rushed),
                       pace->n_rushed, pace->n_rushed_wrong));
  if (pace->n_slow > 0)
    charter_exam_facts_add (facts, _ ("Slow"),
                            g_strdup_printf (ngettext ("%'u question took more than twice the time",
                                                       "%'u questions took more than twice the time", pace->n_slow),
                                             pace->n_slow));
}

static void
add_part (GArray *facts, const char *title, const CharterPacePart *part)
{
  g_autofree char *time = dup_time (part->time);

  if (part->n > 0)
    charter_exam_facts_add (facts, title,
                            g_strdup_printf (_ ("%'u of %'u answered, %'u of %'u right, in %s"), part->n_answered,
                                             part->n, part->n_right, part->n_counted, time));
}

GArray *
charter_exam_words_list_pace (const CharterExamReport *report)
{
  GArray *facts = charter_exam_facts_new ();

  add_pace_of_all (facts, &report->pace);
  add_extremes (facts, &report->pace);
  add_part (facts, _ ("First Third"), &report->pace.parts[0]);
  add_part (facts, _ ("Middle Third"), &report->pace.parts[1]);
  add_part (facts, _ ("Last Third"), &report->pace.parts[2]);
  return facts;
}

/* ---- changes ---- */

static void
add_count (GArray *facts, const char *title, guint n)
{
  if (n > 0)
    charter_exam_facts_add (facts, title, g_strdup_printf (ngettext ("%'u question", "%'u questions", n), n));
}

GArray *
charter_exam_words_list_changes (const CharterExamReport *report)
{
  const CharterExamChanges *changes = &report->changes;
  GArray *facts = charter_exam_facts_new ();

  add_count (facts, _ ("From Wrong to Right"), changes->n_to_right);
  add_count (facts, _ ("From Right to Wrong"), changes->n_to_wrong);
  add_count (facts, _ ("From Wrong to Wrong"), changes->n_still_wrong);
  add_count (facts, _ ("Right Before and After"), changes->n_still_right);
  add_count (facts, _ ("First Choice Not Known"), changes->n_unknown);
  return facts;
}

char *
charter_exam_words_dup_changes (const CharterExamReport *report)
{
  const CharterExamChanges *changes = &report->changes;

  if (changes->n_to_right > changes->n_to_wrong)
    return g_strdup_printf (_ ("Changing answers paid: %'u won, %'u lost."), changes->n_to_right, changes->n_to_wrong);
  if (changes->n_to_right < changes->n_to_wrong)
    return g_strdup_printf (_ ("Changing answers cost more than it brought: %'u won, %'u lost."), changes->n_to_right,
                            changes->n_to_wrong);
  return g_strdup (_ ("Changing answers made no difference to the score."));
}

/* ---- readiness ---- */

char *
charter_exam_words_dup_readiness (const CharterReadiness *readiness, const CharterDomains *domains)
{
  const char *title;

  switch (readiness->verdict)
    {
    case CHARTER_READINESS_TOO_FEW:
      return g_strdup_printf (_ ("It can be told from %'u first answers on; so far there are %'u."),
                              CHARTER_READINESS_MIN_N, readiness->n);
    case CHARTER_READINESS_DOMAIN_UNSEEN:
      title = charter_domains_get (domains, readiness->domain)->title;
      return g_strdup_printf (_ ("It can be told once there are %'u first answers on: %s."),
                              CHARTER_READINESS_MIN_DOMAIN, title != NULL ? title : _ ("Other"));
    case CHARTER_READINESS_TOLD:
    default:
      return g_strdup_printf (_ ("In a fresh exam like this, probably between %d%% and %d%% right."),
                              percent_of (readiness->fresh.low), percent_of (readiness->fresh.high));
    }
}

char *
charter_exam_words_dup_readiness_basis (const CharterReadiness *readiness)
{
  if (readiness->verdict != CHARTER_READINESS_TOLD)
    return g_strdup_printf (ngettext ("Only questions count that you met for the first time in the last %'u day.",
                                      "Only questions count that you met for the first time in the last %'u days.",
                                      CHARTER_READINESS_DAYS),
                            CHARTER_READINESS_DAYS);
  return g_strdup_printf (
    _ ("From %'u first answers of the last %'u days. In 9 of 10 cases such a range holds what comes; "
       "it says nothing of the examiner’s mark."),
    readiness->n, CHARTER_READINESS_DAYS);
}

/* ---- what next ---- */

char *
charter_exam_words_dup_next (const CharterExamNext *next)
{
  switch (next->kind)
    {
    case CHARTER_NEXT_SURE:
      return g_strdup (_ ("Put Right What You Were Sure Of"));
    case CHARTER_NEXT_IDEA:
    case CHARTER_NEXT_TOPIC:
      return g_strdup_printf (_ ("Practise: %s"), next->subject);
    case CHARTER_NEXT_PACE:
      return g_strdup (_ ("Practise the Pace"));
    case CHARTER_NEXT_GUESSED:
    default:
      return g_strdup (_ ("Look at What You Guessed"));
    }
}

char *
charter_exam_words_dup_next_reason (const CharterExamNext *next)
{
  switch (next->kind)
    {
    case CHARTER_NEXT_SURE:
      return g_strdup_printf (ngettext ("%'u answer was sure and not right", "%'u answers were sure and not right",
                                        next->n),
                              next->n);
    case CHARTER_NEXT_IDEA:
      return g_strdup_printf (ngettext ("%'u of your answers stands for this idea",
                                        "%'u of your answers stand for this idea", next->n),
                              next->n);
    case CHARTER_NEXT_TOPIC:
      return g_strdup_printf (_ ("%'u of %'u right · probably between %d%% and %d%%"), next->n_right, next->n_asked,
                              percent_of (next->interval.low), percent_of (next->interval.high));
    case CHARTER_NEXT_PACE:
      return g_strdup_printf (ngettext ("%'u question at %'u seconds each, like the exam",
                                        "%'u questions at %'u seconds each, like the exam", next->items->len),
                              next->items->len, next->seconds);
    case CHARTER_NEXT_GUESSED:
    default:
      return g_strdup_printf (ngettext ("%'u answer was right by luck, as you said",
                                        "%'u answers were right by luck, as you said", next->n),
                              next->n);
    }
}
