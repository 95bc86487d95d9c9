/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stem that only begins a sentence asks nothing: what is asked has to be guessed from the options. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORTEST 4      /* words: fewer ask nothing of its own */
#define SHORT_OPENING 8 /* words without a question mark: a beginning, and no story */

/* The questions of a scenario have their story before them. */
static gboolean
stands_alone (const LintItem *item)
{
  const CharterGroup *group = charter_pack_find_group (item->pack->pack, item->item->group);

  return group == NULL || !group->is_scenario;
}

static void
check_item (Lint *lint, const LintItem *item)
{
  guint n = item->stem_words->len;
  gboolean asks = strchr (item->stem, '?') != NULL;

  if (!lint_item_is_chosen (item) || n == 0 || !stands_alone (item))
    return;
  if (n < SHORTEST)
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (ngettext ("the stem has %'u word", "the stem has %'u words", n), n));
  else if (!asks && n < SHORT_OPENING)
    lint_tell_item (lint, item, NULL, g_strdup (_ ("the stem begins a sentence, and asks nothing")));
}

const LintRule lint_rule_unfocused_stem = {
  .rule = {
    .code = "unfocused-stem",
    .bad = N_ ("“A risk is:”"),
    .good = N_ ("“What does a register of risks hold of each of them?”"),
    .expected = N_ ("who knows the matter can answer before the options are read"),
    .mend = N_ ("ask a whole question; move into the stem what the options repeat"),
    .reason = N_ ("Where the options have to tell what is asked, people compare options instead of thinking of an "
                  "answer, and any of them may be right in some way."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",

  },
  .check_item = check_item,
};
