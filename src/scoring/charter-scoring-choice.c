/* SPDX-License-Identifier: GPL-3.0-or-later */

/* single, multiple, truefalse and hotspot: parts that are chosen.
 *
 * Partial: max (0, (right − wrong) / keys). QTI writes the same as a mapping of +1/keys for each key and −1/keys for
 * each distractor with a lower bound of 0; Moodle's multichoice does so with fractions of ±100/keys per cent. */

#include "charter-scoring-kind.h"

static gboolean
is_key (const CharterItem *item, const char *id)
{
  const CharterPart *part = charter_item_find_part (item, id);

  return part != NULL && part->correct;
}

/* What the item does not have counts as wrong: it never helps. */
static double
measure (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  guint n_keys = charter_item_count_keys (item), n_chosen = charter_response_get_n (response), n_right = 0;

  for (guint i = 0; i < n_chosen; i++)
    n_right += is_key (item, charter_response_get (response, i).source);
  if (n_right <= n_chosen - n_right)
    return 0;
  return (double)(n_right - (n_chosen - n_right)) / n_keys;
}

static CharterMark
mark (const CharterItem *item, const CharterResponse *response, const char *source)
{
  gboolean key = is_key (item, source);

  if (charter_response_contains (response, source))
    return key ? CHARTER_MARK_RIGHT : CHARTER_MARK_WRONG;
  return key ? CHARTER_MARK_MISSED : CHARTER_MARK_NONE;
}

static CharterResponse *
dup_key (const CharterItem *item, guint64 seed)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].correct)
      g_ptr_array_add (ids, (gpointer)item->parts[i].id);
  g_ptr_array_add (ids, NULL);
  return charter_response_new_ids (CHARTER_RESPONSE_CHOICE, (const char *const *)ids->pdata);
}

static const CharterPart *
find_blamed (const CharterItem *item, const CharterResponse *response, const char *source)
{
  return charter_item_find_part (item, source);
}

const CharterScoringKind charter_scoring_choice = {
  .measure = measure,
  .mark = mark,
  .dup_key = dup_key,
  .find_blamed = find_blamed,
};
