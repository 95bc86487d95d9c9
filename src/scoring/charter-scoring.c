/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-scoring-kind.h"

/* One row a kind. */
static const CharterScoringKind *const kinds[CHARTER_N_ITEM_KINDS] = {
  [CHARTER_ITEM_SINGLE] = &charter_scoring_choice,    [CHARTER_ITEM_MULTIPLE] = &charter_scoring_choice,
  [CHARTER_ITEM_TRUEFALSE] = &charter_scoring_choice, [CHARTER_ITEM_CLASSIFY] = &charter_scoring_pairs,
  [CHARTER_ITEM_MATCH] = &charter_scoring_pairs,      [CHARTER_ITEM_ORDER] = &charter_scoring_order,
  [CHARTER_ITEM_NUMBER] = &charter_scoring_number,    [CHARTER_ITEM_SHORT] = &charter_scoring_short,
  [CHARTER_ITEM_CLOZE] = &charter_scoring_pairs,      [CHARTER_ITEM_HOTSPOT] = &charter_scoring_choice,
  [CHARTER_ITEM_DRILL] = &charter_scoring_drill,
};

static gboolean
fits (const CharterItem *item, const CharterResponse *response)
{
  return charter_response_get_shape (response) == charter_item_kind_response_shape (item->kind);
}

static double
measure (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  return charter_response_is_empty (response) ? 0 : kinds[item->kind]->measure (item, response, seed);
}

CharterScore
charter_scoring_score (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  CharterScore score = { 0, item->points, FALSE };
  double part;

  g_return_val_if_fail (fits (item, response), score);

  part = measure (item, response, seed);
  score.correct = part == 1;
  if (score.correct || item->scoring == CHARTER_SCORING_PARTIAL)
    score.points = item->points * part;
  return score;
}

CharterMark
charter_scoring_mark (const CharterItem *item, const CharterResponse *response, const char *source)
{
  g_return_val_if_fail (fits (item, response), CHARTER_MARK_NONE);

  return kinds[item->kind]->mark != NULL ? kinds[item->kind]->mark (item, response, source) : CHARTER_MARK_NONE;
}

CharterResponse *
charter_scoring_dup_key (const CharterItem *item, guint64 seed)
{
  return kinds[item->kind]->dup_key (item, seed);
}

const CharterNear *
charter_scoring_find_near (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  g_return_val_if_fail (fits (item, response), NULL);

  if (kinds[item->kind]->find_near == NULL || charter_response_is_empty (response)
      || measure (item, response, seed) == 1)
    return NULL;
  return kinds[item->kind]->find_near (item, response, seed);
}

char *
charter_scoring_dup_near (const CharterItem *item, const CharterNear *near, guint64 seed)
{
  const CharterScoringKind *kind = kinds[item->kind];
  g_autofree char *text = kind->dup_near != NULL ? kind->dup_near (item, near, seed) : g_strdup (near->value);
  g_autoptr (CharterResponse) response = charter_response_new_typed (text);

  return measure (item, response, seed) == 1 ? NULL : g_steal_pointer (&text);
}

static void
add_once (GPtrArray *list, const char *misconception)
{
  if (misconception != NULL && !g_ptr_array_find_with_equal_func (list, misconception, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer)misconception);
}

static void
add_blamed (GPtrArray *list, const CharterItem *item, const CharterResponse *response)
{
  for (guint i = 0; i < charter_response_get_n (response); i++)
    {
      const char *source = charter_response_get (response, i).source;
      const CharterPart *part;

      if (charter_scoring_mark (item, response, source) != CHARTER_MARK_WRONG)
        continue;
      part = kinds[item->kind]->find_blamed (item, response, source);
      add_once (list, part != NULL ? part->misconception : NULL);
    }
}

const char **
charter_scoring_list_misconceptions (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  GPtrArray *list = g_ptr_array_new ();
  const CharterNear *near = charter_scoring_find_near (item, response, seed);

  if (near != NULL)
    add_once (list, near->misconception);
  if (kinds[item->kind]->find_blamed != NULL)
    add_blamed (list, item, response);
  g_ptr_array_add (list, NULL);
  return (const char **)g_ptr_array_free (list, FALSE);
}

const char **
charter_scoring_list_offered_misconceptions (const CharterItem *item)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < item->n_parts; i++)
    add_once (list, item->parts[i].misconception);
  for (guint i = 0; item->typed != NULL && i < item->typed->n_nears; i++)
    add_once (list, item->typed->nears[i].misconception);
  g_ptr_array_add (list, NULL);
  return (const char **)g_ptr_array_free (list, FALSE);
}
