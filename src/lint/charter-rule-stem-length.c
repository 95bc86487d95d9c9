/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

#define FEWEST 40
#define MOST 75

/* The questions of a scenario have their story before them, and other kinds tell theirs elsewhere, too. */
static void
check_item (Lint *lint, const LintItem *item)
{
  const CharterGroup *group = charter_pack_find_group (item->pack->pack, item->item->group);
  guint n = item->stem_words->len;

  if (!lint_item_is_chosen (item))
    return;
  if (group == NULL || group->is_scenario || (n >= FEWEST && n <= MOST))
    return;
  lint_tell_item (lint, item, NULL,
                  g_strdup_printf (ngettext ("the stem has %'u word", "the stem has %'u words", n), n));
}

const LintRule lint_rule_stem_length = {
  .rule = {
    .code = "stem-length",
    .bad = N_ ("“Who signs?”, for a rehearsal"),
    .good = N_ ("a situation of two to five sentences, and one question"),
    .expected = N_ ("questions for a rehearsal have stems of 40 to 75 words, as those of the exam are said to have"),
    .mend = N_ ("leave out what does not bear on the answer, or tell what is needed to judge"),
    .reason = N_ ("Whoever rehearses with short stems runs out of time in the exam, and whoever rehearses with long "
                  "ones learns to skim."),
    .by_exam = TRUE,
  },
  .check_item = check_item,
};
