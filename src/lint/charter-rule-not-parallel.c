/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what can be seen without understanding: how options begin and end. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEWEST 3 /* of two options neither stands out */

/* How many options begin with a small letter, and how many end as sentences do. */
static void
count (const CharterItem *item, guint *n_small, guint *n_stops)
{
  for (guint i = 0; i < item->n_parts; i++)
    {
      const char *text = item->parts[i].text.plain;
      gsize length = strlen (text);

      *n_small += g_unichar_islower (g_utf8_get_char (text));
      *n_stops += length > 0 && text[length - 1] == '.';
    }
}

/* “iPhone” and “etc.” may be right as they are: one that differs is told, not one of each. */
static void
check_item (Lint *lint, const LintItem *item)
{
  guint n = item->item->n_parts, n_small = 0, n_stops = 0;

  if (!lint_item_is_chosen (item) || n < FEWEST)
    return;
  count (item->item, &n_small, &n_stops);
  if (n_small > 0 && n_small < n)
    lint_tell_item (lint, item, NULL, g_strdup (_ ("some options begin with a small letter, others don’t")));
  else if (n_stops > 0 && n_stops < n)
    lint_tell_item (lint, item, NULL, g_strdup (_ ("some options end with a full stop, others don’t")));
}

const LintRule lint_rule_not_parallel = {
  .rule = {
    .code = "not-parallel",
    .bad = N_ ("“Ask the sponsor.” beside “waiting” and “The plan”"),
    .good = N_ ("“Ask the sponsor” beside “Wait” and “Change the plan”"),
    .expected = N_ ("options are of one kind and one form"),
    .mend = N_ ("write all of them as sentences, or all as phrases that follow the stem"),
    .reason = N_ ("An option that looks different draws the eye. If it is the right one, it is taken for its looks; "
                  "if not, it is struck out for them."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",

  },
  .check_item = check_item,
};
