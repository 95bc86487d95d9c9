/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

/* Kinds whose parts are right or wrong by themselves. */
static gboolean
is_chosen (CharterItemKind kind)
{
  return kind == CHARTER_ITEM_SINGLE || kind == CHARTER_ITEM_MULTIPLE || kind == CHARTER_ITEM_TRUEFALSE
         || kind == CHARTER_ITEM_CLOZE || kind == CHARTER_ITEM_HOTSPOT;
}

static void
check_item (Lint *lint, const LintItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *first = NULL;
  guint n = 0;

  for (guint i = 0; is_chosen (item->item->kind) && i < item->item->n_parts; i++)
    if (item->item->parts[i].why.n_blocks == 0)
      {
        g_string_append_printf (names, "%s“%s”", n++ > 0 ? ", " : "", item->item->parts[i].id);
        if (first == NULL)
          first = item->item->parts[i].id;
      }
  if (n > 0)
    lint_tell_item (lint, item, first,
                    g_strdup_printf (ngettext ("%s says nothing of why", "%s say nothing of why", n), names->str));
}

const LintRule lint_rule_missing_why = {
  .rule = {
    .code = "missing-why",
    .bad = N_ ("<option id=\"wait\"><text>Wait</text></option>"),
    .good = N_ ("<option id=\"wait\"><text>Wait</text><why><p>The float is used up by then.</p></why></option>"),
    .expected = N_ ("each answer says why it is right or wrong"),
    .mend = N_ ("add a “why”: one sentence that names the fact which decides"),
    .reason = N_ ("A wrong answer is the moment in which somebody wants to know. Without a why they learn which answer "
                  "was right, and nothing of the next question."),
    .source = NULL,
  },
  .check_item = check_item,
};
