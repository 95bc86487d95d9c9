/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words by which rules judge, language by language. Another language is one more table; a phrase is words with spaces
 * between, in small letters, with the accents that it is written with. */
#include "charter-lint-private.h"

#include <string.h>

typedef struct {
  const char *language;
  const char *const *phrases[LINT_N_TERMS];
} Language;

/* Laid out to be read. */
/* clang-format off */
#define PHRASES(...) (const char *const[]){ __VA_ARGS__, NULL }

static const Language languages[] = {
  { "en", {
    [LINT_TERMS_EXTREME] = PHRASES ("absolutely", "always", "at all", "completely", "entirely", "in any case", "never",
                                    "under no circumstances", "without exception"),
    [LINT_TERMS_VAGUE] = PHRASES ("frequently", "generally", "mostly", "normally", "occasionally", "often", "rarely",
                                  "seldom", "sometimes", "usually"),
    [LINT_TERMS_ARTICLE] = PHRASES ("a", "an"),
    [LINT_TERMS_NEGATIVE] = PHRASES ("not", "except", "least", "never"),
    [LINT_TERMS_CLAUSE] = PHRASES ("although", "because", "before", "even", "if", "once", "since", "so", "that",
                                   "though", "unless", "until", "when", "where", "while", "who", "whose"),
    [LINT_TERMS_POSITIVE] = PHRASES ("at least", "not only", "last but not least"),
    [LINT_TERMS_TOGETHER] = PHRASES ("all of the above", "all the above", "none of the above", "both of the above",
                                     "any of the above", "all of these", "none of these", "all of them",
                                     "none of them", "both of them", "both the first and the second",
                                     "both the first and the third", "both the second and the third"),
  } },
  { "es", {
    [LINT_TERMS_EXTREME] = PHRASES ("absolutamente", "bajo ninguna circunstancia", "completamente", "en absoluto",
                                    "en todo caso", "jamás", "nunca", "siempre", "sin excepción", "totalmente"),
    [LINT_TERMS_VAGUE] = PHRASES ("a menudo", "a veces", "con frecuencia", "en general", "frecuentemente",
                                  "generalmente", "normalmente", "pocas veces", "rara vez"),
    [LINT_TERMS_ARTICLE] = PHRASES ("el", "la", "un", "una"),
    [LINT_TERMS_NEGATIVE] = PHRASES ("no", "excepto", "salvo", "menos", "nunca"),
    [LINT_TERMS_CLAUSE] = PHRASES ("antes", "aunque", "cuando", "donde", "hasta", "mientras", "para", "porque", "pues",
                                   "que", "quien", "quienes", "si"),
    [LINT_TERMS_POSITIVE] = PHRASES ("al menos", "por lo menos", "no solo", "no sólo"),
    [LINT_TERMS_TOGETHER] = PHRASES ("todas las anteriores", "todos los anteriores", "todo lo anterior",
                                     "ninguna de las anteriores", "ninguno de los anteriores", "nada de lo anterior",
                                     "cualquiera de las anteriores", "ambas anteriores", "todas ellas",
                                     "ninguna de ellas", "todos ellos", "ninguno de ellos"),
  } },
};
/* clang-format on */

struct _LintTerms {
  GPtrArray *phrases[LINT_N_TERMS]; /* of GArray of LintWord */
};

static const Language *
find_language (const char *name)
{
  gsize length = strcspn (name, "-");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].language) == length && g_ascii_strncasecmp (languages[i].language, name, length) == 0)
      return &languages[i];
  return NULL;
}

LintTerms *
lint_terms_new (const char *language, LintVocabulary *vocabulary)
{
  const Language *found = find_language (language);
  LintTerms *self;

  if (found == NULL)
    return NULL;
  self = g_new0 (LintTerms, 1);
  for (guint kind = 0; kind < LINT_N_TERMS; kind++)
    {
      self->phrases[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
      for (const char *const *phrase = found->phrases[kind]; *phrase != NULL; phrase++)
        g_ptr_array_add (self->phrases[kind], lint_vocabulary_read (vocabulary, *phrase));
    }
  return self;
}

void
lint_terms_free (LintTerms *self)
{
  for (guint kind = 0; kind < LINT_N_TERMS; kind++)
    g_ptr_array_unref (self->phrases[kind]);
  g_free (self);
}

static gboolean
stands_at (const GArray *phrase, LintWords words, guint at)
{
  if (at + phrase->len > words.n_words)
    return FALSE;
  for (guint i = 0; i < phrase->len; i++)
    if (g_array_index (phrase, LintWord, i).id != words.words[at + i].id)
      return FALSE;
  return TRUE;
}

guint
lint_terms_match (const LintTerms *self, LintTermKind kind, LintWords words, guint at)
{
  const GPtrArray *phrases = self->phrases[kind];
  guint longest = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const GArray *phrase = g_ptr_array_index (phrases, i);

      if (phrase->len > longest && stands_at (phrase, words, at))
        longest = phrase->len;
    }
  return longest;
}

int
lint_terms_find (const LintTerms *self, LintTermKind kind, LintWords words, guint from)
{
  for (guint at = from; at < words.n_words; at++)
    if (lint_terms_match (self, kind, words, at) > 0)
      return (int)at;
  return -1;
}
