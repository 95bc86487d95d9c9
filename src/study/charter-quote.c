/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-quote.h"

#include <string.h>

#define AROUND 32 /* characters kept on each side */

void
charter_quote_take (CharterNote *note, const char *text, guint start, guint end)
{
  glong length = g_utf8_strlen (text, -1);
  glong from = MIN ((glong)start, length);
  glong to = CLAMP ((glong)end, from, length);

  g_free (note->quote);
  g_free (note->before);
  g_free (note->after);
  note->before = g_utf8_substring (text, MAX (from - AROUND, 0), from);
  note->quote = g_utf8_substring (text, from, to);
  note->after = g_utf8_substring (text, to, MIN (to + AROUND, length));
  note->start = from;
}

/* How many bytes at the end of a are those before b. text: where b's text begins. */
static guint
count_before (const char *a, const char *text, const char *b)
{
  gsize left = a != NULL ? strlen (a) : 0;
  guint n = 0;

  while (left > 0 && b > text && a[left - 1] == b[-1])
    {
      left--;
      b--;
      n++;
    }
  return n;
}

static guint
count_after (const char *a, const char *b)
{
  guint n = 0;

  while (a != NULL && a[n] != '\0' && a[n] == b[n])
    n++;
  return n;
}

/* Neighbours weigh most; of equal ones the place where it was is the best, then the first. */
static guint
weigh (const CharterNote *note, const char *text, const char *at)
{
  guint around = count_before (note->before, text, at) + count_after (note->after, at + strlen (note->quote));

  return 1 + 2 * around + (g_utf8_pointer_to_offset (text, at) == (glong)note->start ? 1 : 0);
}

guint
charter_quote_find (const CharterNote *note, const char *text, guint *start, guint *end)
{
  const char *best = NULL;
  guint most = 0;

  *start = *end = 0;
  if (note->quote == NULL || *note->quote == '\0')
    return 0;
  for (const char *at = strstr (text, note->quote); at != NULL; at = strstr (g_utf8_next_char (at), note->quote))
    {
      guint weight = weigh (note, text, at);
      if (weight > most)
        best = at;
      most = MAX (most, weight);
    }
  if (best == NULL)
    return 0;
  *start = g_utf8_pointer_to_offset (text, best);
  *end = *start + g_utf8_strlen (note->quote, -1);
  return most;
}
