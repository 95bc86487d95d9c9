/* SPDX-License-Identifier: GPL-3.0-or-later */

/* number: |typed − answer| ≤ tolerance, as in Moodle's numerical and QTI's equal with toleranceMode="absolute". */

#include "charter-number.h"
#include "charter-scoring-kind.h"

#include <float.h>
#include <math.h>

gboolean
charter_scoring_is_close (double number, double answer, double tolerance)
{
  double largest = MAX (MAX (fabs (number), fabs (answer)), tolerance);

  return fabs (number - answer) <= tolerance + 4 * DBL_EPSILON * largest;
}

gboolean
charter_scoring_is_within (const char *text, const char *unit, double answer, double tolerance)
{
  double readings[CHARTER_NUMBER_MAX_READINGS];
  guint n = charter_number_parse (text, unit, readings);

  for (guint i = 0; i < n; i++)
    if (charter_scoring_is_close (readings[i], answer, tolerance))
      return TRUE;
  return FALSE;
}

static double
measure (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  const CharterTyped *key = item->typed;

  return charter_scoring_is_within (charter_response_get_typed (response), key->unit, key->number, key->tolerance);
}

static CharterResponse *
dup_key (const CharterItem *item, guint64 seed)
{
  return charter_response_new_typed (item->typed->accepts[0]);
}

static const CharterNear *
find_near (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  const CharterTyped *key = item->typed;

  for (guint i = 0; i < key->n_nears; i++)
    {
      const CharterNear *near = &key->nears[i];

      if (!charter_scoring_is_close (near->number, key->number, key->tolerance)
          && charter_scoring_is_within (charter_response_get_typed (response), key->unit, near->number,
                                        near->tolerance))
        return near;
    }
  return NULL;
}

const CharterScoringKind charter_scoring_number = { .measure = measure, .dup_key = dup_key, .find_near = find_near };
