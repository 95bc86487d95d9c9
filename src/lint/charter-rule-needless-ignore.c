/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include "charter-slips.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CharterLintRule *
find_rule (const char *code)
{
  const CharterLintRule *rule = NULL;

  for (guint i = 0; (rule = charter_lint_get_rule (i)) != NULL; i++)
    if (g_str_equal (rule->code, code))
      return rule;
  return NULL;
}

/* Returns: (nullable) the rule that was probably meant */
static const CharterLintRule *
guess_rule (const char *code)
{
  const CharterLintRule *rule, *best = NULL;
  guint least = strlen (code) / 3 + 1;

  for (guint i = 0; (rule = charter_lint_get_rule (i)) != NULL; i++)
    {
      guint slips = charter_slips_count (code, rule->code);

      if (slips < least)
        {
          least = slips;
          best = rule;
        }
    }
  return best;
}

static char *
dup_unknown (const char *code)
{
  const CharterLintRule *meant = guess_rule (code);

  if (meant == NULL)
    return g_strdup_printf (_ ("there is no advice of the name “%s”"), code);
  return g_strdup_printf (_ ("there is no advice of the name “%s”; perhaps “%s” is meant"), code, meant->code);
}

/* Whether the rule had its say on that item. */
static gboolean
was_asked (const LintItem *item, const CharterLintRule *rule)
{
  return (!rule->by_exam || item->pack->is_drawn) && (!rule->by_words || item->pack->terms != NULL);
}

static gboolean
has_needed (const Lint *lint, const CharterItem *item, const char *advice)
{
  for (guint i = 0; i < item->n_ignores; i++)
    if (g_str_equal (item->ignores[i].advice, advice) && g_hash_table_contains (lint->needed, &item->ignores[i]))
      return TRUE;
  return FALSE;
}

/* A translation has the ignores of its original, whether it needs them or not: one of the languages that does is
 * enough. */
static gboolean
is_needed (const Lint *lint, const LintItem *item, const char *advice)
{
  for (guint i = 0; i < lint->n_packs; i++)
    {
      const CharterPack *pack = lint->packs[i].pack;
      const CharterItem *same
        = g_str_equal (pack->id, item->pack->pack->id) ? charter_pack_find_item (pack, item->item->id) : NULL;

      if (same != NULL && has_needed (lint, same, advice))
        return TRUE;
    }
  return FALSE;
}

static void
check_item (Lint *lint, const LintItem *item)
{
  for (guint i = 0; i < item->item->n_ignores; i++)
    {
      const CharterIgnore *ignore = &item->item->ignores[i];
      const CharterLintRule *rule = find_rule (ignore->advice);

      if (rule == NULL)
        lint_tell_ignore (lint, item, ignore, dup_unknown (ignore->advice));
      else if (was_asked (item, rule) && !is_needed (lint, item, rule->code))
        lint_tell_ignore (lint, item, ignore,
                          g_strdup_printf (_ ("“%s” has nothing to say of this item"), ignore->advice));
    }
}

const LintRule lint_rule_needless_ignore = {
  .rule = {
    .code = "needless-ignore",
    .bad = N_ ("an ignore of “longest-key” where the key has been shortened"),
    .good = N_ ("the item without it"),
    .expected = N_ ("an “ignore” silences advice that would be given"),
    .mend = N_ ("remove it, or mend its name"),
    .reason = N_ ("A silence that outlives its cause hides the next one."),
  },
  .check_item = check_item,
};
