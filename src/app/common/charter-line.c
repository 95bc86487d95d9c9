/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-line.h"

#include <string.h>

char *
charter_line_begin_large (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, *words != '\0' ? 1 : 0);
  g_autofree char *large = g_utf8_strup (first, -1);

  return g_strconcat (large, words + strlen (first), NULL);
}
