/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-words.h"

#include <string.h>

/* What a word can begin with. Most text is ASCII, which is told at once. */
static gboolean
is_letter (const char *at)
{
  return (guchar)*at < 0x80 ? g_ascii_isalnum (*at) : g_unichar_isalnum (g_utf8_get_char (at));
}

/* Accents that stand alone, soft hyphens, joiners: they neither begin a word nor end it. */
static gboolean
is_addition (const char *at)
{
  gunichar sign = g_utf8_get_char (at);

  return sign >= 0x80 && (g_unichar_ismark (sign) || g_unichar_type (sign) == G_UNICODE_FORMAT);
}

static gboolean
is_apostrophe (gunichar sign)
{
  return sign == '\'' || sign == 0x2019 || sign == 0x2018 || sign == 0x02bc;
}

/* at: a sign that is no letter, inside a text. */
static gboolean
joins (const char *before, const char *at)
{
  gunichar sign = g_utf8_get_char (at);
  const char *after = g_utf8_next_char (at);

  if (is_apostrophe (sign))
    return is_letter (after);
  return (sign == '.' || sign == ',') && g_ascii_isdigit (*before) && g_ascii_isdigit (*after);
}

static gboolean
stands_alone (const char *at)
{
  return (guchar)*at >= 0x80 && g_unichar_iswide (g_utf8_get_char (at));
}

/* at: where a word begins. */
static const char *
find_end (const char *at)
{
  gboolean alone = stands_alone (at);
  const char *before;

  do
    {
      before = at;
      at = g_utf8_next_char (at);
    }
  while (*at != '\0'
         && (is_addition (at) || (!alone && (is_letter (at) ? !stands_alone (at) : joins (before, at)))));
  return at;
}

gboolean
charter_words_next (const char *text, gsize *start, gsize *length)
{
  const char *at = text + *start + *length;

  while (*at != '\0' && !is_letter (at))
    at = g_utf8_next_char (at);
  *start = at - text;
  *length = *at != '\0' ? find_end (at) - at : 0;
  return *at != '\0';
}

static gboolean
is_plain (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)word[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static void
fold_sign (GString *out, gunichar sign)
{
  if (is_apostrophe (sign))
    g_string_append_c (out, '\'');
  else if ((sign < 0x0300 || sign > 0x036f) && g_unichar_type (sign) != G_UNICODE_FORMAT)
    g_string_append_unichar (out, sign);
}

void
charter_words_fold (GString *out, const char *word, gsize length)
{
  g_autofree char *small = NULL;
  g_autofree char *apart = NULL;

  if (is_plain (word, length))
    {
      for (gsize i = 0; i < length; i++)
        g_string_append_c (out, g_ascii_tolower (word[i]));
      return;
    }
  small = g_utf8_casefold (word, (gssize)length);
  apart = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    fold_sign (out, g_utf8_get_char (at));
}

GStrv
charter_words_of (const char *query)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize start = 0, length = 0;

  while (charter_words_next (query, &start, &length))
    {
      g_autoptr (GString) word = g_string_new (NULL);

      charter_words_fold (word, query + start, length);
      if (word->len > 0 && g_hash_table_add (seen, g_strdup (word->str)))
        g_strv_builder_add (builder, word->str);
    }
  return g_strv_builder_end (builder);
}

/* The longest of the query's words that begins this one: “projects” is marked for “project”, not for “p”.
 * Returns: -1 where none does */
static int
find_beginning (const char *folded, const char *const *words)
{
  int best = -1;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]) && (best < 0 || strlen (words[i]) > strlen (words[best])))
      best = i;
  return best;
}

GArray *
charter_words_find (const char *text, const char *const *words)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (CharterWordMatch));
  g_autoptr (GString) folded = g_string_new (NULL);
  gsize start = 0, length = 0;

  while (charter_words_next (text, &start, &length))
    {
      CharterWordMatch match = { start, length };
      int word;

      g_string_truncate (folded, 0);
      charter_words_fold (folded, text + start, length);
      word = find_beginning (folded->str, words);
      match.word = (guint)word;
      if (word >= 0)
        g_array_append_val (matches, match);
    }
  return matches;
}
