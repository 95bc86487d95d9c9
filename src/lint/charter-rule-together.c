/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

/* “None of them was tested” is an answer by itself; with a word more than the phrase it is still none. */
static gboolean
stands_for_others (Lint *lint, const LintItem *item, const CharterPart *part)
{
  g_autoptr (GArray) words = lint_vocabulary_read (lint->vocabulary, part->text.plain);
  int at = lint_terms_find (item->pack->terms, LINT_TERMS_TOGETHER, lint_words (words), 0);

  return at >= 0
         && lint_terms_match (item->pack->terms, LINT_TERMS_TOGETHER, lint_words (words), (guint)at) + 1 >= words->len;
}

static gboolean
holds_word (const GArray *words, guint32 id)
{
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, LintWord, i).id == id)
      return TRUE;
  return FALSE;
}

static gboolean
holds (const GArray *words, const GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (!holds_word (words, g_array_index (others, LintWord, i).id))
      return FALSE;
  return others->len > 0 && others->len < words->len;
}

/* “The customer and the sponsor” beside “The customer” and “The sponsor”. */
static gboolean
names_two_others (Lint *lint, const LintChoice *choice, guint index)
{
  g_autoptr (GArray) words = lint_vocabulary_read (lint->vocabulary, choice->parts[index]->text.plain);
  guint n = 0;

  for (guint i = 0; i < choice->n_parts; i++)
    {
      g_autoptr (GArray) others = lint_vocabulary_read (lint->vocabulary, choice->parts[i]->text.plain);

      n += i != index && holds (words, others);
    }
  return n >= 2;
}

static void
check_item (Lint *lint, const LintItem *item)
{
  g_autoptr (GArray) choices = lint_item_list_choices (item->item);

  for (guint c = 0; item->pack->terms != NULL && c < choices->len; c++)
    {
      const LintChoice *choice = &g_array_index (choices, LintChoice, c);

      for (guint i = 0; i < choice->n_parts; i++)
        if (stands_for_others (lint, item, choice->parts[i]) || names_two_others (lint, choice, i))
          lint_tell_item (lint, item, choice->parts[i]->id,
                          g_strdup_printf (_ ("the option “%s” stands for the others"), choice->parts[i]->text.plain));
    }
}

const LintRule lint_rule_together = {
  .rule = {
    .code = "together",
    .bad = N_ ("“All of the above”"),
    .good = N_ ("a third answer that stands by itself"),
    .expected = N_ ("each option is an answer by itself"),
    .mend = N_ ("write an answer of its own in its place, or make it a “multiple”"),
    .reason = N_ ("Whoever knows two of three answers to be right knows that “all of the above” is; whoever knows one "
                  "to be wrong knows that it is not. With “none of the above” nobody shows that they know the right "
                  "one. And options are shuffled: nothing is above."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",
    .by_words = TRUE,
  },
  .check_item = check_item,
};
