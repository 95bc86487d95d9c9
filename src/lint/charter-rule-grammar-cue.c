/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

static void
check_item (Lint *lint, const LintItem *item)
{
  guint n = item->stem_words->len;
  const LintWord *last = n > 0 ? &g_array_index (item->stem_words, LintWord, n - 1) : NULL;

  if (!lint_item_is_chosen (item) || last == NULL || item->pack->terms == NULL)
    return;
  if (lint_terms_match (item->pack->terms, LINT_TERMS_ARTICLE, lint_words (item->stem_words), n - 1) > 0)
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (_ ("the stem ends in “%.*s”, which not every option can follow"),
                                     (int)last->length, item->stem + last->start));
}

const LintRule lint_rule_grammar_cue = {
  .rule = {
    .code = "grammar-cue",
    .bad = N_ ("“An example of an asset is an”, with “office” and “debt”"),
    .good = N_ ("“Which of these is an asset?”, with “An office” and “A debt”"),
    .expected = N_ ("grammar lets every option follow the stem"),
    .mend = N_ ("ask a whole question, or put the article into the options"),
    .reason = N_ ("Where only one option makes a right sentence, those who know the language know the answer."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",
    .by_words = TRUE,
  },
  .check_item = check_item,
};
