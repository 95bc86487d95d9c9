/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

#define MOST_OPTIONS 8

/* Of the questions with as many options: how often the key is written at each place. */
typedef struct {
  guint n, places[MOST_OPTIONS];
} Tally;

static gboolean
is_mixed (const LintChoice *choice)
{
  for (guint i = 0; i < choice->n_parts; i++)
    if (choice->parts[i]->fixed)
      return FALSE;
  return choice->n_parts <= MOST_OPTIONS;
}

static void
count_item (const LintItem *item, Tally *tallies)
{
  g_autoptr (GArray) choices = lint_item_list_choices (item->item);

  for (guint i = 0; i < choices->len; i++)
    {
      const LintChoice *choice = &g_array_index (choices, LintChoice, i);

      if (!lint_choice_is_single (choice) || !is_mixed (choice))
        continue;
      tallies[choice->n_parts - 1].n++;
      for (guint place = 0; place < choice->n_parts; place++)
        tallies[choice->n_parts - 1].places[place] += choice->parts[place]->correct;
    }
}

/* Any of the places could have been the striking one, so each has to be that much more improbable. */
static gboolean
is_striking (const Tally *tally, guint n_options, guint place)
{
  double p = 1.0 / n_options, limit = LINT_CHANCE / (2 * n_options);

  return lint_odds_at_least (tally->n, p, tally->places[place]) < limit
         || lint_odds_at_most (tally->n, p, tally->places[place]) < limit;
}

static void
check_pack (Lint *lint, const LintPack *pack)
{
  Tally tallies[MOST_OPTIONS] = { 0 };

  for (guint i = 0; i < pack->n_items; i++)
    count_item (&pack->items[i], tallies);
  for (guint n = 2; n <= MOST_OPTIONS; n++)
    for (guint place = 0; place < n; place++)
      if (is_striking (&tallies[n - 1], n, place))
        lint_tell_pack (lint, pack,
                        g_strdup_printf (_ ("in %u of %u questions with %u options option %u is the right one; by "
                                            "chance it would be about %u"),
                                         tallies[n - 1].places[place], tallies[n - 1].n, n, place + 1,
                                         (tallies[n - 1].n + n / 2) / n));
}

const LintRule lint_rule_key_place = {
  .rule = {
    .code = "key-place",
    .bad = N_ ("the first option is right in 21 of 24 questions"),
    .good = N_ ("each of four places holds the right answer of about 6"),
    .expected = N_ ("right answers are written at each place about equally often"),
    .mend = N_ ("write the options of some questions in another order; the ids stay, and so does what was learnt"),
    .reason = N_ ("Charter shuffles options, other programs may not; and a habit that shows in the order shows in "
                  "other things, too: whoever writes the right answer first gives it the most care."),
    .source = "Haladyna, Downing & Rodriguez 2002",
  },
  .check_pack = check_pack,
};
