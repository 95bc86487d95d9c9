/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

/* Another rule is one more file and one more line here. */
static const LintRule *const rules[] = {
  &lint_rule_near_duplicate,    &lint_rule_longest_key,           &lint_rule_longest_keys,
  &lint_rule_key_place,         &lint_rule_absolute_terms,        &lint_rule_repeated_words,
  &lint_rule_grammar_cue,       &lint_rule_not_parallel,          &lint_rule_overlap,
  &lint_rule_vague_frequency,   &lint_rule_unfocused_stem,        &lint_rule_long_stem,
  &lint_rule_together,          &lint_rule_negative_stem,         &lint_rule_missing_why,
  &lint_rule_missing_rationale, &lint_rule_missing_misconception, &lint_rule_stem_length,
  &lint_rule_missing_topic,     &lint_rule_missing_approach,      &lint_rule_missing_difficulty,
  &lint_rule_needless_ignore, /* comes last: it has to know what was silenced */
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
