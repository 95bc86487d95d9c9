/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-suggest.h"

#include <string.h>

/* Letters added, left out, exchanged or swapped with their neighbour (the restricted Damerau–Levenshtein distance). */
static guint
count_slips (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b);
  g_autofree guint *before = g_new0 (guint, n_b + 1);
  g_autofree guint *above = g_new (guint, n_b + 1);
  g_autofree guint *row = g_new (guint, n_b + 1);

  for (gsize j = 0; j <= n_b; j++)
    above[j] = (guint)j;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      row[0] = (guint)i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint change = above[j - 1] + (a[i - 1] != b[j - 1]);

          row[j] = MIN (change, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = above;
      above = row;
      row = spare;
    }
  return above[n_b];
}

static const char *
find_only_beginning (const char *word, const char *const *candidates)
{
  const char *found = NULL;

  for (guint i = 0; candidates[i] != NULL; i++)
    if (g_str_has_prefix (candidates[i], word))
      {
        if (found != NULL)
          return NULL;
        found = candidates[i];
      }
  return found;
}

const char *
tool_suggest (const char *word, const char *const *candidates)
{
  gsize length = strlen (word);
  guint best = 1 + (guint)(length / 4); /* one slip in a short word, one more for every four letters */
  const char *found = NULL;

  if (length < 2 || length > 120)
    return NULL;
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      guint slips = count_slips (word, candidates[i]);

      if (slips < best || (slips == best && found == NULL))
        {
          best = slips;
          found = candidates[i];
        }
    }
  return found != NULL ? found : find_only_beginning (word, candidates);
}
