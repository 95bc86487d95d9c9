/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an exam's rules draw items by. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has_share (const Lint *lint, CharterShareOf of)
{
  for (guint i = 0; i < lint->exam->n_shares; i++)
    if (lint->exam->shares[i].of == of)
      return TRUE;
  return FALSE;
}

static void
check_topic (Lint *lint, const LintItem *item)
{
  const char *topic = item->item->topic;

  if (!has_share (lint, CHARTER_SHARE_TOPIC))
    return;
  if (topic == NULL)
    lint_tell_item (lint, item, NULL, g_strdup (_ ("the item has no topic, and the exam has shares of topics")));
  else if (!charter_form_stock_counts (lint->stock, item->pack->pack, topic))
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (_ ("the item’s topic “%s” counts for none of the exam’s shares"), topic));
}

static void
check_approach (Lint *lint, const LintItem *item)
{
  if (item->item->approach == CHARTER_APPROACH_NONE && has_share (lint, CHARTER_SHARE_APPROACH))
    lint_tell_item (lint, item, NULL, g_strdup (_ ("the item has no approach, and the exam has shares of approaches")));
}

static void
check_difficulty (Lint *lint, const LintItem *item)
{
  if (item->item->difficulty == 0)
    lint_tell_item (lint, item, NULL, g_strdup (_ ("the item says nothing of its difficulty")));
}

const LintRule lint_rule_missing_topic = {
  .rule = {
    .code = "missing-topic",
    .bad = N_ ("<single id=\"who-signs\">"),
    .good = N_ ("<single id=\"who-signs\" topic=\"closure\">"),
    .expected = N_ ("each item that an exam draws belongs to a topic of its shares"),
    .mend = N_ ("write topic=\"…\" on it or on its scenario or bank, or counts-as=\"…\" on its topic"),
    .reason = N_ ("An exam draws by shares. What counts for none of them is drawn only where there is room "
                  "for others."),
    .by_exam = TRUE,
  },
  .check_item = check_topic,
};

const LintRule lint_rule_missing_approach = {
  .rule = {
    .code = "missing-approach",
    .bad = N_ ("<single id=\"who-signs\">"),
    .good = N_ ("<single id=\"who-signs\" approach=\"predictive\">"),
    .expected = N_ ("each item that an exam draws says which way of working it takes for granted"),
    .mend = N_ ("write approach=\"predictive\", \"adaptive\" or \"hybrid\" on it"),
    .reason = N_ ("An exam draws by shares. What counts for none of them is drawn only where there is room "
                  "for others."),
    .by_exam = TRUE,
  },
  .check_item = check_approach,
};

const LintRule lint_rule_missing_difficulty = {
  .rule = {
    .code = "missing-difficulty",
    .bad = N_ ("<single id=\"who-signs\">"),
    .good = N_ ("<single id=\"who-signs\" difficulty=\"2\">"),
    .expected = N_ ("each item for a rehearsal says how hard it is"),
    .mend = N_ ("write difficulty=\"1\" (everybody knows it) to \"5\" (experts hesitate) on it"),
    .reason = N_ ("Until many have answered, the author’s guess is all that quizzes and reports can go by."),
    .by_exam = TRUE,
  },
  .check_item = check_difficulty,
};
