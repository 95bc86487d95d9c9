/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-slips.h"

#include <string.h>

#define LONGEST 120 /* bytes; keeps hostile names from costing time */

guint
charter_slips_count (const char *a, const char *b)
{
  guint rows[3][LONGEST + 1] = { { 0 } };
  guint *before = rows[0], *above = rows[1], *row = rows[2]; /* the table's last three */
  gsize n = strnlen (a, LONGEST + 1), m = strnlen (b, LONGEST + 1);

  if (n > LONGEST || m > LONGEST)
    return G_MAXUINT;
  for (gsize j = 0; j <= m; j++)
    above[j] = j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *spare = before;

      row[0] = i;
      for (gsize j = 1; j <= m; j++)
        {
          guint change = above[j - 1] + (g_ascii_tolower (a[i - 1]) != g_ascii_tolower (b[j - 1]));

          row[j] = MIN (change, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = above;
      above = row;
      row = spare;
    }
  return above[m];
}
