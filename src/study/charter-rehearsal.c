/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-rehearsal.h"

#define REST 1        /* days before the exam */
#define LAST_DAYS 3   /* for little ones only */
#define LAST_WEEKS 21 /* for whole ones */
#define NEAR 60
#define FINISHED .8 /* of all questions met */

typedef struct {
  const CharterRehearsal *all;
  guint *by_size; /* indices, the shortest first */
  guint n;
} Choice;

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const CharterRehearsal *all = data;
  guint left = *(const guint *)a, right = *(const guint *)b;

  if (all[left].n_items != all[right].n_items)
    return all[left].n_items < all[right].n_items ? -1 : 1;
  return left < right ? -1 : left > right;
}

static guint *
sort (const CharterRehearsal *all, guint n)
{
  guint *sorted = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, (int)n, sizeof *sorted, compare_sizes, (gpointer)all);
  return sorted;
}

int
charter_rehearsal_get_since (const CharterRehearsal *rehearsals, guint n)
{
  int since = -1;

  for (guint i = 0; i < n; i++)
    if (rehearsals[i].since >= 0 && (since < 0 || rehearsals[i].since < since))
      since = rehearsals[i].since;
  return since;
}

/* since: -1 for never. */
static gboolean
has_passed (int since, int days)
{
  return since < 0 || since >= days;
}

/* Returns: a place in the order of sizes, or -1 */
static int
find_wanted (const Choice *self, int days, double met)
{
  int middle = (int)(self->n - 1) / 2, whole = (int)self->n - 1;
  int since = charter_rehearsal_get_since (self->all, self->n);

  if (days >= 0 && days <= REST)
    return -1;
  if (days >= 0 && days <= LAST_DAYS)
    return has_passed (since, 1) ? 0 : -1;
  if (days >= 0 && days <= LAST_WEEKS && has_passed (self->all[self->by_size[whole]].since, 7))
    return has_passed (since, 1) ? whole : -1;
  if (days >= 0 && days <= LAST_WEEKS)
    return has_passed (since, 3) ? middle : -1;
  if (days >= 0 && days <= NEAR)
    return has_passed (since, 7) ? middle : -1;
  if (met < FINISHED || !has_passed (since, 14))
    return -1;
  return self->all[self->by_size[middle]].since >= 0 ? whole : middle;
}

int
charter_rehearsal_pick (const CharterRehearsal *rehearsals, guint n, int days, double met)
{
  g_autofree guint *by_size = sort (rehearsals, n);
  const Choice self = { rehearsals, by_size, n };
  int place = n > 0 ? find_wanted (&self, days, met) : -1;

  if (place < 0)
    return -1;
  while (place > 0 && 2 * rehearsals[by_size[place]].n_new < rehearsals[by_size[place]].n_items)
    place--;
  return (int)by_size[place];
}
