/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the sentence that asks, the last one of the stem. A negation that stands in a clause of it is part of the
 * story (“what comes first when the crane does not arrive?”). */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_POSITIVE 5 /* words */

/* Returns: (nullable) the last paragraph */
static const CharterText *
find_paragraph (const CharterItem *item)
{
  for (guint i = item->stem.n_blocks; i > 0; i--)
    if (item->stem.blocks[i - 1].kind == CHARTER_BLOCK_P)
      return &item->stem.blocks[i - 1].p;
  return NULL;
}

/* Returns: the byte at which the last sentence begins */
static gsize
find_sentence (const char *text)
{
  gsize start = 0;

  for (const char *at = text; (at = strpbrk (at, ".?!:")) != NULL; at++)
    if (at[1] == ' ')
      start = (gsize)(at + 2 - text);
  return start;
}

static LintWords
cut (LintWords words, gsize start)
{
  while (words.n_words > 0 && words.words->start < start)
    {
      words.words++;
      words.n_words--;
    }
  return words;
}

static gboolean
is_part_of_positive (const LintTerms *terms, LintWords words, guint at)
{
  for (guint from = at - MIN (at, LONGEST_POSITIVE); from <= at; from++)
    if (from + lint_terms_match (terms, LINT_TERMS_POSITIVE, words, from) > at)
      return TRUE;
  return FALSE;
}

static gboolean
is_in_capitals (const char *text, const LintWord *word)
{
  const char *end = text + word->start + word->length;

  for (const char *at = text + word->start; at < end; at = g_utf8_next_char (at))
    if (g_unichar_islower (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static gboolean
is_emphasised (const CharterText *text, const LintWord *word)
{
  for (const CharterSpan *span = text->spans; span != NULL && span->kind != CHARTER_SPAN_END; span++)
    if ((span->kind == CHARTER_SPAN_EM || span->kind == CHARTER_SPAN_STRONG) && span->start <= word->start
        && word->start + word->length <= span->start + span->length)
      return TRUE;
  return is_in_capitals (text->plain, word);
}

/* Whether a clause ends between that word and the one before. */
static gboolean
comes_after_comma (const char *text, LintWords words, guint at)
{
  const LintWord *before = words.words + at - 1;
  gsize from = before->start + before->length;

  return memchr (text + from, ',', words.words[at].start - from) != NULL;
}

/* Returns: (nullable) the first word that turns the question round and is not emphasised */
static const LintWord *
find_negative (const LintTerms *terms, const CharterText *text, LintWords words)
{
  gboolean in_clause = FALSE;

  for (guint at = 0; at < words.n_words; at++)
    {
      if (at > 0 && comes_after_comma (text->plain, words, at))
        in_clause = FALSE;
      in_clause |= lint_terms_match (terms, LINT_TERMS_CLAUSE, words, at) > 0;
      if (!in_clause && lint_terms_match (terms, LINT_TERMS_NEGATIVE, words, at) > 0
          && !is_part_of_positive (terms, words, at) && !is_emphasised (text, words.words + at))
        return words.words + at;
    }
  return NULL;
}

static void
check_item (Lint *lint, const LintItem *item)
{
  const CharterText *text = find_paragraph (item->item);
  g_autoptr (GArray) read = NULL;
  const LintWord *word;

  if (!lint_item_is_chosen (item) || text == NULL || item->pack->terms == NULL)
    return;
  read = lint_vocabulary_read (lint->vocabulary, text->plain);
  word = find_negative (item->pack->terms, text, cut (lint_words (read), find_sentence (text->plain)));
  if (word != NULL)
    lint_tell_item (lint, item, NULL,
                    g_strdup_printf (_ ("“%.*s” turns the question round, and is easily missed"), (int)word->length,
                                     text->plain + word->start));
}

const LintRule lint_rule_negative_stem = {
  .rule = {
    .code = "negative-stem",
    .bad = N_ ("“Which of these is not a reason to stop?”"),
    .good = N_ ("“Which of these is <strong>not</strong> a reason to stop?”"),
    .expected = N_ ("a question asks for what is so; one that asks for what is not so says it in <strong>"),
    .mend = N_ ("ask for what is so, or put the word into <strong>"),
    .reason = N_ ("Whoever reads over the word knows the matter and answers wrongly all the same, and the score says "
                  "that they don’t know it."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",
    .by_words = TRUE,
  },
  .check_item = check_item,
};
