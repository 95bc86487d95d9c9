/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

/* Another rule is one more file and one more line here. */
static const LintRule *const rules[] = {
  &lint_rule_near_duplicate,
  &lint_rule_longest_key,
  &lint_rule_missing_why,
};

const LintRule *
lint_get_rule (guint index)
{
  return index < G_N_ELEMENTS (rules) ? rules[index] : NULL;
}

const CharterLintRule *
charter_lint_get_rule (guint index)
{
  const LintRule *rule = lint_get_rule (index);

  return rule != NULL ? &rule->rule : NULL;
}
