/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full) (nullable) the first absolute word of a text, as it is written */
static char *
dup_absolute (Lint *lint, const LintItem *item, const CharterPart *part)
{
  g_autoptr (GArray) words = lint_vocabulary_read (lint->vocabulary, part->text.plain);
  int at = lint_terms_find (item->pack->terms, LINT_TERMS_EXTREME, lint_words (words), 0);
  const LintWord *word = at < 0 ? NULL : &g_array_index (words, LintWord, at);

  return word == NULL ? NULL : g_strndup (part->text.plain + word->start, word->length);
}

/* Gathers what the wrong answers say. Returns: FALSE where a right one says such a thing, too, or none does */
static gboolean
gather (Lint *lint, const LintItem *item, const LintChoice *choice, GString *found, const char **first)
{
  for (guint i = 0; i < choice->n_parts; i++)
    {
      g_autofree char *word = dup_absolute (lint, item, choice->parts[i]);

      if (word == NULL)
        continue;
      if (choice->parts[i]->correct)
        return FALSE;
      g_string_append_printf (found, *first == NULL ? "“%s”" : ", “%s”", word);
      if (*first == NULL)
        *first = choice->parts[i]->id;
    }
  return *first != NULL;
}

/* A statement that is false because it leaves no exception. */
static void
check_statement (Lint *lint, const LintItem *item)
{
  const CharterPart *statement = charter_item_find_part (item->item, "false");
  int at = lint_terms_find (item->pack->terms, LINT_TERMS_EXTREME, lint_words (item->stem_words), 0);
  const LintWord *word = at < 0 ? NULL : &g_array_index (item->stem_words, LintWord, at);

  if (statement != NULL && statement->correct && word != NULL)
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (_ ("the statement is false, and “%.*s” tells so"), (int)word->length,
                                     item->stem + word->start));
}

static void
check_item (Lint *lint, const LintItem *item)
{
  g_autoptr (GArray) choices = lint_item_list_choices (item->item);

  if (item->pack->terms != NULL && item->item->kind == CHARTER_ITEM_TRUEFALSE)
    check_statement (lint, item);
  for (guint i = 0; item->pack->terms != NULL && i < choices->len; i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      const char *first = NULL;

      if (gather (lint, item, &g_array_index (choices, LintChoice, i), words, &first))
        lint_tell_item (lint, item, first,
                        g_strdup_printf (_ ("only wrong answers leave no exception: %s"), words->str));
    }
}

const LintRule lint_rule_absolute_terms = {
  .rule = {
    .code = "absolute-terms",
    .bad = N_ ("“The gates are never shut” beside “The plan says which gates stay open”"),
    .good = N_ ("“The gates stay open” beside “The plan says which gates stay open”"),
    .expected = N_ ("words such as “always” and “never” tell nothing of what is right"),
    .mend = N_ ("say the wrong answer as somebody would say it who believes it"),
    .reason = N_ ("Hardly anything is always so. Whoever strikes out each answer with “always” or “never” strikes out "
                  "the wrong ones without having understood the question."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",
    .by_words = TRUE,
  },
  .check_item = check_item,
};
