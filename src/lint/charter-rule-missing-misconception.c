/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

/* Not each wrong answer comes from a belief; that none of an item’s does is told. */
static gboolean
has_misconception (const LintChoice *choice)
{
  for (guint i = 0; i < choice->n_parts; i++)
    if (!choice->parts[i]->correct && choice->parts[i]->misconception != NULL)
      return TRUE;
  return FALSE;
}

static void
check_item (Lint *lint, const LintItem *item)
{
  g_autoptr (GArray) choices = lint_item_list_choices (item->item);
  gboolean has_any = FALSE;

  for (guint i = 0; i < choices->len; i++)
    has_any |= has_misconception (&g_array_index (choices, LintChoice, i));
  if (item->pack->pack->n_misconceptions > 0 && choices->len > 0 && !has_any)
    lint_tell_item (lint, item, NULL, g_strdup (_ ("no wrong answer names a misconception")));
}

const LintRule lint_rule_missing_misconception = {
  .rule = {
    .code = "missing-misconception",
    .bad = N_ ("<option id=\"close\">"),
    .good = N_ ("<option id=\"close\" misconception=\"go-live-is-closure\">"),
    .expected = N_ ("in a pack that lists misconceptions, wrong answers name those they come from"),
    .mend = N_ ("write misconception=\"…\" on the wrong answer that somebody with a wrong belief would take"),
    .reason = N_ ("What is learnt from a wrong answer is the belief behind it. Progress can tell which of them come "
                  "back only where answers name them."),
  },
  .check_item = check_item,
};
