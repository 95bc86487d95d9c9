/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

#define CLEARLY 1.4 /* times as long as the others are on average */
#define LEAST 10    /* characters more, so that a word or two is not told */

/* Only where one of several is right: two right answers can't both be the longest. */
static void
check (Lint *lint, const LintItem *item, const LintChoice *choice)
{
  const CharterPart *key = choice->parts[0];
  glong length = 0, longest = 0, others = 0;
  double mean;

  for (guint i = 0; i < choice->n_parts; i++)
    {
      glong own = g_utf8_strlen (choice->parts[i]->text.plain, -1);

      if (choice->parts[i]->correct)
        {
          key = choice->parts[i];
          length = own;
        }
      else
        {
          others += own;
          longest = MAX (longest, own);
        }
    }
  mean = (double)others / (choice->n_parts - 1);
  if (length <= longest || (double)length <= CLEARLY * mean || (double)length < mean + LEAST)
    return;
  lint_tell_item (lint, item, key->id,
                  g_strdup_printf (_ ("the right answer has %ld characters, the others %.0f on average"), length,
                                   mean));
}

static void
check_item (Lint *lint, const LintItem *item)
{
  g_autoptr (GArray) choices = lint_item_list_choices (item->item);

  for (guint i = 0; i < choices->len; i++)
    {
      const LintChoice *choice = &g_array_index (choices, LintChoice, i);

      if (lint_choice_is_single (choice))
        check (lint, item, choice);
    }
}

const LintRule lint_rule_longest_key = {
  .rule = {
    .code = "longest-key",
    .bad = N_ ("“Wait” beside “Look which activities the crane holds up, and whether they have float”"),
    .good = N_ ("“Wait for the crane” beside “See what has float”"),
    .expected = N_ ("the options of an item are alike in length"),
    .mend = N_ ("shorten the right answer, its why can say the rest; or make a wrong one as precise"),
    .reason = N_ ("Whoever writes a right answer takes care that nobody can object to it, and it grows. Those who have "
                  "read nothing know that, and take the longest."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",
  },
  .check_item = check_item,
};
