/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

static void
check_item (Lint *lint, const LintItem *item)
{
  if (item->item->rationale.n_blocks == 0)
    lint_tell_item (lint, item, NULL, g_strdup (_ ("the item has no rationale")));
}

const LintRule lint_rule_missing_rationale = {
  .rule = {
    .code = "missing-rationale",
    .bad = N_ ("whys that speak of this bridge only"),
    .good = N_ ("“Float belongs to the path, not to whoever comes first.”"),
    .expected = N_ ("each item says at its end what it teaches"),
    .mend = N_ ("add a “rationale”: the rule behind the answer, in a sentence or two"),
    .reason = N_ ("The whys speak of this case. What is to be kept for the next one stands in the rationale."),
  },
  .check_item = check_item,
};
