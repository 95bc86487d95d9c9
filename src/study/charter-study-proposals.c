/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-proposals.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charter-exam-date.h"

#define STILL_IN_MIND 1 /* days */
#define FORGOTTEN .5    /* below this chance to be recalled */

/* ---- which comes first ---- */

guint
charter_proposal_get_rank (const CharterProposal *proposal)
{
  switch (proposal->kind)
    {
    case CHARTER_PROPOSAL_RESUME:
      return proposal->is_exam || proposal->days < STILL_IN_MIND ? 1 : 8;
    case CHARTER_PROPOSAL_REVIEW:
      return proposal->n_fading > 0 ? 2 : 4;
    case CHARTER_PROPOSAL_READ_ON:
      return 3;
    case CHARTER_PROPOSAL_IDEA:
      return proposal->n > 1 ? 5 : 9;
    case CHARTER_PROPOSAL_REHEARSE:
      return 6;
    case CHARTER_PROPOSAL_ROUND:
      return 7;
    case CHARTER_PROPOSAL_MISTAKES:
      return 10;
    case CHARTER_PROPOSAL_READ:
      return 11;
    case CHARTER_PROPOSAL_TRY:
      return 12;
    case CHARTER_PROPOSAL_TRY_AGAIN:
    default:
      return 13;
    }
}

/* ---- why ---- */

static char *
dup_review_reason (const CharterProposal *proposal)
{
  g_autofree char *due
    = g_strdup_printf (ngettext ("%'u question is due.", "%'u questions are due.", proposal->n), proposal->n);
  g_autofree char *fading = NULL;

  if (proposal->n_fading == 0)
    return g_steal_pointer (&due);
  if (proposal->n == 1)
    return g_strdup_printf ("%s %s", due, _ ("It is likely forgotten by tomorrow."));
  fading = g_strdup_printf (ngettext ("%'u of them is likely forgotten by tomorrow.",
                                      "%'u of them are likely forgotten by tomorrow.", proposal->n_fading),
                            proposal->n_fading);
  return g_strdup_printf ("%s %s", due, fading);
}

char *
charter_proposals_dup_exam (int days)
{
  if (days == 0)
    return g_strdup (_ ("Your exam is today."));
  return g_strdup_printf (ngettext ("Your exam is in %'d day.", "Your exam is in %'d days.", (gulong)days), days);
}

static char *
dup_round_reason (const CharterProposal *proposal)
{
  g_autofree char *exam = charter_proposals_dup_exam (proposal->days);
  g_autofree char *a_day = g_strdup_printf (ngettext ("With %'u new question a day you meet each once;",
                                                      "With %'u new questions a day you meet each once;", proposal->n),
                                            proposal->n);
  g_autofree char *met = g_strdup_printf (_ ("so far you have met %'u of %'u."), proposal->n_seen, proposal->n_items);

  return g_strdup_printf ("%s %s %s", exam, a_day, met);
}

static char *
dup_since (const CharterProposal *proposal)
{
  if (proposal->since < 0)
    return g_strdup (proposal->days >= 0 ? _ ("You have not rehearsed it yet.")
                                         : _ ("You have not rehearsed the exam yet."));
  if (proposal->since == 0)
    return g_strdup (_ ("You have rehearsed it today already."));
  return g_strdup_printf (ngettext ("Your last rehearsal was %'d day ago.", "Your last rehearsal was %'d days ago.",
                                    (gulong)proposal->since),
                          proposal->since);
}

static char *
dup_rehearsal_reason (const CharterProposal *proposal)
{
  g_autofree char *since = dup_since (proposal);
  g_autofree char *why = proposal->days >= 0
                           ? charter_proposals_dup_exam (proposal->days)
                           : g_strdup_printf (ngettext ("You have met %'u of %'u question.",
                                                        "You have met %'u of %'u questions.", proposal->n_items),
                                              proposal->n_seen, proposal->n_items);

  return g_strdup_printf ("%s %s", why, since);
}

char *
charter_proposal_dup_reason (const CharterProposal *proposal)
{
  guint n = proposal->n;

  switch (proposal->kind)
    {
    case CHARTER_PROPOSAL_REVIEW:
      return dup_review_reason (proposal);
    case CHARTER_PROPOSAL_IDEA:
      return g_strdup_printf (ngettext ("Your latest answer to %'u question comes from this idea.",
                                        "Your latest answers to %'u questions come from this idea.", n),
                              n);
    case CHARTER_PROPOSAL_REHEARSE:
      return dup_rehearsal_reason (proposal);
    case CHARTER_PROPOSAL_ROUND:
      return dup_round_reason (proposal);
    case CHARTER_PROPOSAL_MISTAKES:
      return g_strdup_printf (ngettext ("%'u question was not wholly right the last time.",
                                        "%'u questions were not wholly right the last time.", n),
                              n);
    case CHARTER_PROPOSAL_RESUME:
    case CHARTER_PROPOSAL_READ_ON:
    case CHARTER_PROPOSAL_READ:
    case CHARTER_PROPOSAL_TRY:
    case CHARTER_PROPOSAL_TRY_AGAIN:
    default:
      return NULL;
    }
}

/* ---- how long ---- */

guint
charter_proposals_count_minutes (guint n_questions, double pace)
{
  return MAX (1, (guint)(n_questions * pace / 60 + .5));
}

typedef struct {
  double pace;
  guint n;
} Quarter;

static int
compare_paces (gconstpointer a, gconstpointer b)
{
  const Quarter *left = a, *right = b;

  return left->pace < right->pace ? -1 : left->pace > right->pace;
}

double
charter_proposals_get_pace (const GArray *tallies)
{
  g_autoptr (GArray) quarters = g_array_new (FALSE, FALSE, sizeof (Quarter));
  guint n = 0, passed = 0;

  for (guint i = 0; i < tallies->len; i++)
    {
      const CharterTally *tally = &g_array_index (tallies, CharterTally, i);
      Quarter quarter = { tally->n_answers > 0 ? tally->time / 1000. / tally->n_answers : 0, (guint)tally->n_answers };

      if (tally->n_answers <= 0 || tally->time <= 0)
        continue;
      g_array_append_val (quarters, quarter);
      n += quarter.n;
    }
  g_array_sort (quarters, compare_paces);
  for (guint i = 0; i < quarters->len; i++)
    {
      passed += g_array_index (quarters, Quarter, i).n;
      if (2 * passed >= n)
        return g_array_index (quarters, Quarter, i).pace;
    }
  return CHARTER_PACE_DEFAULT;
}

/* ---- the exam ---- */

gboolean
charter_proposals_count_days (const char *date, int today, int *days)
{
  GDate exam;

  if (!charter_exam_date_read (date, &exam))
    return FALSE;
  *days = charter_exam_date_count_days (&exam, today);
  return *days >= 0;
}

guint
charter_proposals_count_a_day (guint n_seen, guint n_items, int days)
{
  guint n_left = n_items > n_seen ? n_items - n_seen : 0;
  guint n_days = (guint)MAX (days, 1);

  return (n_left + n_days - 1) / n_days;
}

/* ---- what fades ---- */

/* R falls with (1 + F·t/S)^(−w20), so what was told of today tells of tomorrow, whatever S is. */
gboolean
charter_proposals_is_fading (const CharterDue *due, const CharterWeights *weights)
{
  double decay = weights->w[20];
  double faded;

  if (due->reason == CHARTER_DUE_NEW || due->unseen <= 0 || due->recall <= 0)
    return FALSE;
  faded = (pow (due->recall, -1 / decay) - 1) * (due->unseen + 1) / due->unseen;
  return pow (1 + faded, -decay) < FORGOTTEN;
}
