/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is too long to be read in an exam, whatever it asks. A story of 75 words is what the exam itself is said to have
 * at most. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

#define MOST 75        /* words */
#define MOST_OF_ONE 40 /* words of the sentence that asks */

/* How many words the last sentence has. */
static guint
count_last (const LintItem *item)
{
  const LintWord *words = (const LintWord *)(gpointer)item->stem_words->data;
  guint n = 1;

  for (guint i = item->stem_words->len; i > 1; i--, n++)
    {
      const char *from = item->stem + words[i - 2].start + words[i - 2].length;
      gsize between = words[i - 1].start - words[i - 2].start - words[i - 2].length;

      if (g_strstr_len (from, (gssize)between, ". ") != NULL || g_strstr_len (from, (gssize)between, "\n") != NULL)
        break;
    }
  return n;
}

/* Words of paragraphs: a table is looked up in, and not read through. */
static guint
count_words (Lint *lint, const LintItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->item->stem.n_blocks; i++)
    if (item->item->stem.blocks[i].kind == CHARTER_BLOCK_P)
      {
        g_autoptr (GArray) words = lint_vocabulary_read (lint->vocabulary, item->item->stem.blocks[i].p.plain);

        n += words->len;
      }
  return n;
}

static void
check_item (Lint *lint, const LintItem *item)
{
  guint n = count_words (lint, item), last = item->stem_words->len > 0 ? count_last (item) : 0;

  if (n > MOST)
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (ngettext ("the stem has %'u word", "the stem has %'u words", n), n));
  else if (last > MOST_OF_ONE)
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (ngettext ("the sentence that asks has %'u word",
                                               "the sentence that asks has %'u words", last),
                                     last));
}

const LintRule lint_rule_long_stem = {
  .rule = {
    .code = "long-stem",
    .bad = N_ ("a firm’s history, its medals and its staff, and then a question about a due date"),
    .good = N_ ("what bears on the due date, and then “When is it due?”"),
    .expected = N_ ("a stem tells what is needed to answer, in sentences that can be read once"),
    .mend = N_ ("leave out what does not bear on the answer; tell the story first, and ask in a short sentence"),
    .reason = N_ ("Who reads slowly or in another language than their own runs out of time on words, and the score "
                  "says that they don’t know the matter."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",

  },
  .check_item = check_item,
};
