/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each of them may be only a little longer than its fellows; over a pack it shows. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  guint n, n_longest;
  double by_chance;
} Tally;

static gboolean
is_key_longest (const LintChoice *choice)
{
  glong key = 0, others = 0;

  for (guint i = 0; i < choice->n_parts; i++)
    {
      glong length = g_utf8_strlen (choice->parts[i]->text.plain, -1);

      if (choice->parts[i]->correct)
        key = length;
      else
        others = MAX (others, length);
    }
  return key > others;
}

static void
count_item (const LintItem *item, Tally *tally)
{
  g_autoptr (GArray) choices = lint_item_list_choices (item->item);

  for (guint i = 0; i < choices->len; i++)
    {
      const LintChoice *choice = &g_array_index (choices, LintChoice, i);

      if (!lint_choice_is_single (choice))
        continue;
      tally->n++;
      tally->n_longest += is_key_longest (choice);
      tally->by_chance += 1.0 / choice->n_parts;
    }
}

/* Choices of different sizes are taken as if each had the mean chance: the sum of unequal chances varies less than
 * that, so what is told is at least as improbable as it seems. */
static void
check_pack (Lint *lint, const LintPack *pack)
{
  Tally tally = { 0 };

  for (guint i = 0; i < pack->n_items; i++)
    count_item (&pack->items[i], &tally);
  if (tally.n == 0 || lint_odds_at_least (tally.n, tally.by_chance / tally.n, tally.n_longest) >= LINT_CHANCE)
    return;
  lint_tell_pack (lint, pack,
                  g_strdup_printf (_ ("in %u of %u questions the right answer is the longest; by chance it would be "
                                      "about %.0f"),
                                   tally.n_longest, tally.n, tally.by_chance));
}

const LintRule lint_rule_longest_keys = {
  .rule = {
    .code = "longest-keys",
    .bad = N_ ("the longest answer is right in 23 of 24 questions"),
    .good = N_ ("the longest answer is right in 7 of 24 questions"),
    .expected = N_ ("over a pack the longest answer is right as often as any other"),
    .mend = N_ ("shorten right answers, or lengthen wrong ones, until it is"),
    .reason = N_ ("Nobody sees it in one question. Those who take the longest answer each time see it in their score."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",
  },
  .check_pack = check_pack,
};
