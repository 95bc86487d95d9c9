/* SPDX-License-Identifier: GPL-3.0-or-later */

/* order: steps are written in the right order.
 *
 * Partial: neighbours of the key that are still neighbours, in the same order / (n − 1). Moodle's ordering calls it
 * "relative to the next item (excluding last)". So one step moved far costs what its own places cost and no more, where
 * counting absolute places would lose nearly everything. */

#include "charter-scoring-kind.h"

/* Returns: from 0; the number of steps where there is no such step. */
static guint
find_place (const CharterItem *item, const char *id)
{
  guint place = 0;

  while (place < item->n_parts && g_strcmp0 (item->parts[place].id, id) != 0)
    place++;
  return place;
}

/* Steps that the item does not have stretch the response, so that it can't be wholly right. */
static double
measure (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  guint n_given = charter_response_get_n (response), n = MAX (item->n_parts, n_given), n_kept = 0;

  if (n < 2)
    return n_given == 1 && find_place (item, charter_response_get (response, 0).source) == 0;
  for (guint i = 0; i + 1 < n_given; i++)
    {
      guint place = find_place (item, charter_response_get (response, i).source);
      guint next = find_place (item, charter_response_get (response, i + 1).source);

      n_kept += next < item->n_parts && next == place + 1;
    }
  return (double)n_kept / (n - 1);
}

static CharterMark
mark (const CharterItem *item, const CharterResponse *response, const char *source)
{
  guint place = find_place (item, source);

  for (guint i = 0; i < charter_response_get_n (response); i++)
    if (g_strcmp0 (charter_response_get (response, i).source, source) == 0)
      return i == place ? CHARTER_MARK_RIGHT : CHARTER_MARK_WRONG;
  return place < item->n_parts ? CHARTER_MARK_MISSED : CHARTER_MARK_NONE;
}

static CharterResponse *
dup_key (const CharterItem *item, guint64 seed)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < item->n_parts; i++)
    g_ptr_array_add (ids, (gpointer)item->parts[i].id);
  g_ptr_array_add (ids, NULL);
  return charter_response_new_ids (CHARTER_RESPONSE_ORDER, (const char *const *)ids->pdata);
}

static const CharterPart *
find_blamed (const CharterItem *item, const CharterResponse *response, const char *source)
{
  return charter_item_find_part (item, source);
}

const CharterScoringKind charter_scoring_order = {
  .measure = measure,
  .mark = mark,
  .dup_key = dup_key,
  .find_blamed = find_blamed,
};
