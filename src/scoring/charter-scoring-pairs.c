/* SPDX-License-Identifier: GPL-3.0-or-later */

/* classify, match and cloze: each source (card, left side, blank) is right or not.
 *
 * Partial: right sources / sources, as Moodle scores matching, ddmatch and gapselect, and as a QTI mapping of 1/sources
 * for each right pair does. Extras are no sources: they only make the left side wrong on which they are put. */

#include "charter-scoring-kind.h"

typedef struct {
  guint n_sources;
  const char *(*get_source) (const CharterItem *item, guint index);
  const char *(*find_key) (const CharterItem *item, const char *source); /* nullable */
  gboolean (*is_right) (const CharterItem *item, const char *source, const char *target);
  const CharterPart *(*find_blamed) (const CharterItem *item, const char *source, const char *target);
} Family;

static const char *
get_part (const CharterItem *item, guint index)
{
  return item->parts[index].id;
}

static const char *
get_slot (const CharterItem *item, guint index)
{
  return item->slots[index].id;
}

/* ---- classify: cards into categories ---- */

static const char *
find_category (const CharterItem *item, const char *source)
{
  const CharterPart *card = charter_item_find_part (item, source);

  return card != NULL ? card->slot : NULL;
}

static gboolean
card_is_right (const CharterItem *item, const char *source, const char *target)
{
  return g_strcmp0 (find_category (item, source), target) == 0;
}

static const CharterPart *
find_card (const CharterItem *item, const char *source, const char *target)
{
  return charter_item_find_part (item, source);
}

/* ---- match: right sides and extras onto left sides ---- */

static const CharterPart *
find_right_side (const CharterItem *item, const char *source)
{
  for (guint i = 0; i < item->n_parts; i++)
    if (g_strcmp0 (item->parts[i].slot, source) == 0)
      return &item->parts[i];
  return NULL;
}

static const char *
find_right_side_id (const CharterItem *item, const char *source)
{
  const CharterPart *part = find_right_side (item, source);

  return part != NULL ? part->id : NULL;
}

/* Two right sides with the same words can't be told apart, so either is right. */
static gboolean
pair_is_right (const CharterItem *item, const char *source, const char *target)
{
  const CharterPart *wanted = find_right_side (item, source), *put = charter_item_find_part (item, target);

  if (wanted == NULL || put == NULL)
    return FALSE;
  return put == wanted
         || (wanted->text.plain != NULL && *wanted->text.plain != '\0'
             && g_strcmp0 (put->text.plain, wanted->text.plain) == 0);
}

/* An extra tells by itself what was believed; otherwise the pair does that was missed. */
static const CharterPart *
find_extra_or_pair (const CharterItem *item, const char *source, const char *target)
{
  const CharterPart *put = charter_item_find_part (item, target);

  return put != NULL && put->slot == NULL ? put : find_right_side (item, source);
}

/* ---- cloze: choices into blanks ---- */

static const char *
find_choice_id (const CharterItem *item, const char *source)
{
  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].correct && g_strcmp0 (item->parts[i].slot, source) == 0)
      return item->parts[i].id;
  return NULL;
}

static gboolean
choice_is_right (const CharterItem *item, const char *source, const char *target)
{
  const CharterPart *choice = charter_item_find_part (item, target);

  return choice != NULL && choice->correct && g_strcmp0 (choice->slot, source) == 0;
}

static const CharterPart *
find_choice (const CharterItem *item, const char *source, const char *target)
{
  return charter_item_find_part (item, target);
}

static Family
family_of (const CharterItem *item)
{
  if (item->kind == CHARTER_ITEM_CLASSIFY)
    return (Family){ item->n_parts, get_part, find_category, card_is_right, find_card };
  if (item->kind == CHARTER_ITEM_MATCH)
    return (Family){ item->n_slots, get_slot, find_right_side_id, pair_is_right, find_extra_or_pair };
  return (Family){ item->n_slots, get_slot, find_choice_id, choice_is_right, find_choice };
}

/* ---- what they share ---- */

static double
measure (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  Family family = family_of (item);
  guint n_right = 0;

  for (guint i = 0; i < family.n_sources; i++)
    {
      const char *source = family.get_source (item, i);
      const char *target = charter_response_find_target (response, source);

      n_right += target != NULL && family.is_right (item, source, target);
    }
  return family.n_sources > 0 ? (double)n_right / family.n_sources : 0;
}

static CharterMark
mark (const CharterItem *item, const CharterResponse *response, const char *source)
{
  Family family = family_of (item);
  const char *target = charter_response_find_target (response, source);

  if (target != NULL)
    return family.is_right (item, source, target) ? CHARTER_MARK_RIGHT : CHARTER_MARK_WRONG;
  return family.find_key (item, source) != NULL ? CHARTER_MARK_MISSED : CHARTER_MARK_NONE;
}

static CharterResponse *
dup_key (const CharterItem *item, guint64 seed)
{
  CharterResponse *key = charter_response_new_empty (CHARTER_RESPONSE_PAIRS);
  Family family = family_of (item);

  for (guint i = 0; i < family.n_sources; i++)
    {
      const char *source = family.get_source (item, i);
      g_autoptr (CharterResponse) before = key;

      key = charter_response_with_pair (before, source, family.find_key (item, source), FALSE);
    }
  return key;
}

static const CharterPart *
find_blamed (const CharterItem *item, const CharterResponse *response, const char *source)
{
  return family_of (item).find_blamed (item, source, charter_response_find_target (response, source));
}

const CharterScoringKind charter_scoring_pairs = {
  .measure = measure,
  .mark = mark,
  .dup_key = dup_key,
  .find_blamed = find_blamed,
};
