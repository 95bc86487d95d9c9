/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-spread.h"

/* Things that touch, and so move as one. */
typedef struct {
  double sum; /* of the places where they want to be */
  guint n;
} Block;

static double
get_mean (const Block *block)
{
  return block->sum / block->n;
}

/* Returns: how many blocks are left */
static guint
pool (const double *wanted, guint n, Block *blocks)
{
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      blocks[last++] = (Block){ wanted[i], 1 };
      for (; last > 1 && get_mean (&blocks[last - 2]) > get_mean (&blocks[last - 1]); last--)
        {
          blocks[last - 2].sum += blocks[last - 1].sum;
          blocks[last - 2].n += blocks[last - 1].n;
        }
    }
  return last;
}

/* Where each would be if all before it touched. What is wanted beyond that may only grow, which is what pooling gives.
 */
static void
find_offsets (const double *sizes, guint n, double gap, double *offsets)
{
  offsets[0] = sizes[0] / 2;
  for (guint i = 1; i < n; i++)
    offsets[i] = offsets[i - 1] + (sizes[i - 1] + sizes[i]) / 2 + gap;
}

void
charter_spread (double *middles, const double *sizes, guint n, double gap, double low, double high)
{
  g_autofree double *offsets = g_new0 (double, n + 1);
  g_autofree Block *blocks = g_new0 (Block, n + 1);
  double most;
  guint n_blocks, at = 0;

  if (n == 0)
    return;
  find_offsets (sizes, n, gap, offsets);
  most = MAX (low, high - offsets[n - 1] - sizes[n - 1] / 2);
  for (guint i = 0; i < n; i++)
    middles[i] -= offsets[i];
  n_blocks = pool (middles, n, blocks);
  for (guint i = 0; i < n_blocks; i++)
    for (guint j = 0; j < blocks[i].n; j++, at++)
      middles[at] = CLAMP (get_mean (&blocks[i]), low, most) + offsets[at];
}
