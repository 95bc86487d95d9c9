/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-suggest.h"

#include <string.h>

#include "charter-slips.h"

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

  if (length < 2)
    return NULL;
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      guint slips = charter_slips_count (word, candidates[i]);

      if (slips < best || (slips == best && found == NULL))
        {
          best = slips;
          found = candidates[i];
        }
    }
  return found != NULL ? found : find_only_beginning (word, candidates);
}
