/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of ranges of numbers: “20 to 50” and “40 to 60” share what lies between 40 and 50. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  double low, high;
} Range;

/* The first range that a text names: "20 to 50", "20–50". Returns: FALSE where it names none */
static gboolean
read_range (GRegex *regex, const char *text, Range *range)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *low = NULL, *high = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  low = g_match_info_fetch (match, 1);
  high = g_match_info_fetch (match, 2);
  range->low = g_ascii_strtod (low, NULL);
  range->high = g_ascii_strtod (high, NULL);
  return range->low < range->high;
}

static gboolean
overlap (const Range *a, const Range *b)
{
  return a->low < b->high && b->low < a->high && (a->low != b->low || a->high != b->high);
}

static void
check_item (Lint *lint, const LintItem *item)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));

  if (item->item->kind != CHARTER_ITEM_SINGLE)
    return;
  regex = g_regex_new ("(?|(\\d+(?:\\.\\d+)?)[^\\d,;.]{0,10}?(?: to |–|-)\\s*(\\d+(?:\\.\\d+)?)"
                       "|\\bbetween (\\d+(?:\\.\\d+)?) and (\\d+(?:\\.\\d+)?))",
                       G_REGEX_CASELESS, 0, NULL);
  for (guint i = 0; i < item->item->n_parts; i++)
    {
      Range range;

      if (!read_range (regex, item->item->parts[i].text.plain, &range))
        continue;
      for (guint k = 0; k < ranges->len; k++)
        if (overlap (&range, &g_array_index (ranges, Range, k)))
          {
            lint_tell_item (lint, item, item->item->parts[i].id,
                            g_strdup_printf (_ ("the range %g to %g has numbers in common with another option"),
                                             range.low, range.high));
            return;
          }
      g_array_append_val (ranges, range);
    }
}

const LintRule lint_rule_overlap = {
  .rule = {
    .code = "overlap",
    .bad = N_ ("“10 to 20 days” beside “15 to 30 days”"),
    .good = N_ ("“10 to 19 days” beside “20 to 30 days”"),
    .expected = N_ ("no two options can be right together"),
    .mend = N_ ("let each range begin where the one before ends"),
    .reason = N_ ("Who knows that one of two options holds the other knows that it can’t be the one that is right "
                  "alone; and who finds the right value finds it in both."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",

  },
  .check_item = check_item,
};
