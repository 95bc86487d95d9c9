/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

/* Returns: (nullable) the first vague word of a text */
static const LintWord *
find_vague (const LintItem *item, const GArray *words)
{
  int at = lint_terms_find (item->pack->terms, LINT_TERMS_VAGUE, lint_words (words), 0);

  return at < 0 ? NULL : &g_array_index (words, LintWord, at);
}

/* In an option such a word may be a part of the story; in a statement it decides. */
static void
check_item (Lint *lint, const LintItem *item)
{
  gboolean is_statement = item->item->kind == CHARTER_ITEM_TRUEFALSE && item->pack->terms != NULL;
  const LintWord *word = is_statement ? find_vague (item, item->stem_words) : NULL;

  if (word != NULL)
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (_ ("whether it is true hangs on “%.*s”"), (int)word->length,
                                     item->stem + word->start));
}

const LintRule lint_rule_vague_frequency = {
  .rule = {
    .code = "vague-frequency",
    .bad = N_ ("“The sponsor usually signs the charter.”"),
    .good = N_ ("“By the rules of this firm the sponsor signs the charter.”"),
    .expected = N_ ("whether a statement is true does not hang on “often” or “usually”"),
    .mend = N_ ("say how often, or leave the word out"),
    .reason = N_ ("Asked how many times in a hundred “often” is, people give very different numbers. Who reads the "
                  "word "
                  "differently from the author is marked wrong."),
    .source = "NBME, Item-Writing Guide",
    .by_words = TRUE,
  },
  .check_item = check_item,
};
