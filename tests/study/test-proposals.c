/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Today proposes, and why: the cases stand in proposals.txt and rehearsals.txt. */
#include "charter-cases.h"
#include "charter-rehearsal.h"
#include "charter-study-proposals.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const kinds[CHARTER_N_PROPOSAL_KINDS]
  = { "resume", "review", "read-on", "idea", "rehearse", "round", "mistakes", "read", "try", "try-again" };

static CharterProposal
read_proposal (const CharterTestCase *test_case, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  CharterProposal found = { 0 };
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[i], words[0]))
    i++;
  if (i == G_N_ELEMENTS (kinds))
    g_error ("%s:%u: there is no kind “%s”", test_case->file, test_case->line, words[0]);
  found.kind = i;
  if (words[1] == NULL)
    return found;
  if (found.kind == CHARTER_PROPOSAL_RESUME)
    found.is_exam = sscanf (words[1], "%d", &found.days) != 1 && sscanf (words[1], "exam %d", &found.days) == 1;
  else if (found.kind == CHARTER_PROPOSAL_REVIEW)
    g_assert_cmpint (sscanf (words[1], "%u fading %u", &found.n, &found.n_fading), ==, 2);
  else if (found.kind == CHARTER_PROPOSAL_REHEARSE)
    g_assert_cmpint (sscanf (words[1], "in %d since %d met %u of %u", &found.days, &found.since, &found.n_seen,
                             &found.n_items),
                     ==, 4);
  else if (found.kind == CHARTER_PROPOSAL_ROUND)
    g_assert_cmpint (sscanf (words[1], "%u in %d met %u of %u", &found.n, &found.days, &found.n_seen, &found.n_items),
                     ==, 4);
  else
    g_assert_cmpint (sscanf (words[1], "%u", &found.n), ==, 1);
  return found;
}

static guint
read_rehearsals (const CharterTestCase *test_case, CharterRehearsal *rehearsals, guint most)
{
  g_auto (GStrv) texts = g_strsplit (test_case->columns[0], ",", -1);
  guint n = 0;

  for (; texts[n] != NULL && n < most; n++)
    {
      CharterRehearsal *found = &rehearsals[n];

      found->since = -1;
      if (sscanf (texts[n], " %u new %u %d ago", &found->n_items, &found->n_new, &found->since) < 2
          || (found->since < 0 && !g_str_has_suffix (g_strchomp (texts[n]), "never")))
        g_error ("%s:%u: “%s” is no exam", test_case->file, test_case->line, texts[n]);
    }
  return n;
}

static void
check_rehearsal (const CharterTestCase *test_case)
{
  CharterRehearsal rehearsals[8] = { 0 };
  guint n = read_rehearsals (test_case, rehearsals, G_N_ELEMENTS (rehearsals));
  const char *days = test_case->columns[1];
  int index = charter_rehearsal_pick (rehearsals, n, g_str_equal (days, "none") ? -1 : atoi (days),
                                      g_ascii_strtod (test_case->columns[2], NULL));
  g_autofree char *found = index < 0 ? g_strdup ("none") : g_strdup_printf ("%u", rehearsals[index].n_items);

  if (!g_str_equal (found, test_case->columns[3]))
    g_error ("%s:%u: found %s", test_case->file, test_case->line, found);
}

static void
check (const CharterTestCase *test_case)
{
  CharterProposal proposal = read_proposal (test_case, test_case->columns[0]);
  g_autofree char *rank = g_strdup_printf ("%u", charter_proposal_get_rank (&proposal));
  g_autofree char *reason = charter_proposal_dup_reason (&proposal);

  if (!g_str_equal (rank, test_case->columns[1])
      || g_strcmp0 (reason != NULL ? reason : "", test_case->columns[2]) != 0)
    g_error ("%s:%u: found %s | %s", test_case->file, test_case->line, rank, reason);
}

#define TODAY 20780 /* the 23rd of November 2026 */

static void
test_days (void)
{
  static const struct {
    const char *date;
    int days; /* -1 for none */
  } cases[]
    = { { "2026-11-23", 0 },   { "2026-11-24", 1 }, { "2027-01-03", 41 }, { "2026-11-22", -1 }, { "2026-02-30", -1 },
        { "2026-11-24x", -1 }, { "soon", -1 },      { "", -1 },           { NULL, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days = -1;

      g_assert_cmpint (charter_proposals_count_days (cases[i].date, TODAY, &days), ==, cases[i].days >= 0);
      if (cases[i].days >= 0)
        g_assert_cmpint (days, ==, cases[i].days);
    }
}

static void
test_a_day (void)
{
  g_assert_cmpuint (charter_proposals_count_a_day (116, 300, 23), ==, 8);
  g_assert_cmpuint (charter_proposals_count_a_day (299, 300, 23), ==, 1);
  g_assert_cmpuint (charter_proposals_count_a_day (300, 300, 23), ==, 0);
  g_assert_cmpuint (charter_proposals_count_a_day (301, 300, 23), ==, 0);
  g_assert_cmpuint (charter_proposals_count_a_day (116, 300, 0), ==, 184);
}

/* A long pause over one question, in a quarter of an hour with few answers, does not tell. */
static void
test_pace (void)
{
  static const CharterTally quarters[]
    = { { 1, 10, 5, 400000, { 0 }, { 0 } }, { 2, 1, 1, 840000, { 0 }, { 0 } }, { 3, 8, 5, 480000, { 0 }, { 0 } } };
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (CharterTally));

  g_assert_cmpfloat (charter_proposals_get_pace (tallies), ==, CHARTER_PACE_DEFAULT);
  g_array_append_vals (tallies, quarters, G_N_ELEMENTS (quarters));
  g_assert_cmpfloat (charter_proposals_get_pace (tallies), ==, 40);
  g_assert_cmpuint (charter_proposals_count_minutes (12, 40), ==, 8);
  g_assert_cmpuint (charter_proposals_count_minutes (0, 40), ==, 1);
}

/* Against the chance that the schedule itself gives for tomorrow. */
static void
test_fading (void)
{
  const CharterWeights *weights = charter_weights_get_default ();
  guint n_fading = 0, n = 0;

  for (double stability = .05; stability < 50; stability *= 1.5)
    for (int unseen = 1; unseen < 200; unseen = unseen * 3 / 2 + 1, n++)
      {
        CharterMemory memory = { stability, 5 };
        CharterDue due = { .reason = CHARTER_DUE_OVERDUE,
                           .unseen = unseen,
                           .recall = charter_fsrs_get_recall (weights, memory, unseen) };
        gboolean expected = charter_fsrs_get_recall (weights, memory, unseen + 1) < .5;

        g_assert_cmpint (charter_proposals_is_fading (&due, weights), ==, expected);
        n_fading += expected;
      }
  g_assert_true (n_fading > 10 && n_fading < n);
  g_assert_false (charter_proposals_is_fading (&(CharterDue){ .reason = CHARTER_DUE_NEW }, weights));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("proposals.txt", "/proposals", 3, check);
  charter_cases_add ("rehearsals.txt", "/rehearsals", 4, check_rehearsal);
  g_test_add_func ("/proposals/days", test_days);
  g_test_add_func ("/proposals/a-day", test_a_day);
  g_test_add_func ("/proposals/pace", test_pace);
  g_test_add_func ("/proposals/fading", test_fading);
  return g_test_run ();
}
