/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word is a run of letters and figures, with an apostrophe inside it. Capitals don't matter; accents do: in Spanish
 * they tell words apart. */
#include "charter-lint-private.h"

#include <string.h>

struct _LintVocabulary {
  GHashTable *ids; /* word → number */
  GStringChunk *chunk;
  GString *word;
};

LintVocabulary *
lint_vocabulary_new (void)
{
  LintVocabulary *self = g_new0 (LintVocabulary, 1);

  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->chunk = g_string_chunk_new (64 * 1024);
  self->word = g_string_new (NULL);
  return self;
}

void
lint_vocabulary_free (LintVocabulary *self)
{
  g_hash_table_unref (self->ids);
  g_string_chunk_free (self->chunk);
  g_string_free (self->word, TRUE);
  g_free (self);
}

static guint32
get_id (LintVocabulary *self)
{
  gpointer id = g_hash_table_lookup (self->ids, self->word->str);

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (g_hash_table_size (self->ids) + 1);
      g_hash_table_insert (self->ids, g_string_chunk_insert_len (self->chunk, self->word->str, self->word->len), id);
    }
  return GPOINTER_TO_UINT (id);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
goes_on (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) || g_unichar_ismark (c)
         || (is_apostrophe (c) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (at))));
}

/* Appends a character as it is compared. */
static void
append (GString *word, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c < 0x80)
    g_string_append_c (word, g_ascii_tolower ((char)c));
  else
    g_string_append_unichar (word, is_apostrophe (c) ? '\'' : g_unichar_tolower (c));
}

GArray *
lint_vocabulary_read (LintVocabulary *self, const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LintWord));

  for (const char *at = text; *at != '\0';)
    {
      const char *start = at;
      LintWord word;

      if (!g_unichar_isalnum (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      for (g_string_truncate (self->word, 0); *at != '\0' && goes_on (at); at = g_utf8_next_char (at))
        append (self->word, at);
      word = (LintWord){ get_id (self), (guint32)(start - text), (guint32)(at - start) };
      g_array_append_val (words, word);
    }
  return words;
}
