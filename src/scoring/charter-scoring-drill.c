/* SPDX-License-Identifier: GPL-3.0-or-later */

/* drill: a number whose key is computed from values that the seed draws (Moodle's calculated). */

#include "charter-drill.h"
#include "charter-scoring-kind.h"

static gboolean
meets (
  const CharterItem *item, const CharterDrillValues *values, const char *text, const char *expression, double tolerance)
{
  CharterValue value;

  return charter_drill_evaluate (values, expression, &value, NULL)
         && charter_scoring_is_within (text, item->typed->unit, value.approximate, tolerance);
}

static double
measure (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  g_autoptr (CharterDrillValues) values = charter_drill_draw (item, seed, NULL);

  return values != NULL
         && meets (item, values, charter_response_get_typed (response), item->typed->accepts[0],
                   item->typed->tolerance);
}

/* As many decimals as the tolerance makes sense of: 0.01 asks for two. */
static int
count_places (double tolerance)
{
  double unit = 1;
  int places = 0;

  if (tolerance == 0)
    return 0;
  for (; unit > tolerance && places < CHARTER_VALUE_MAX_PLACES; unit /= 10)
    places++;
  return places;
}

/* And then as many more as it takes to be right, where no tolerance is given: ⅓ asks for sixteen or so. */
static char *
write_value (CharterValue value, double tolerance)
{
  int places = count_places (tolerance);
  char *text = charter_value_to_string (value, places);

  while (!charter_scoring_is_within (text, NULL, value.approximate, tolerance) && ++places < 40)
    {
      char format[8], digits[512];

      g_snprintf (format, sizeof format, "%%.%df", places);
      g_free (text);
      text = places <= CHARTER_VALUE_MAX_PLACES
               ? charter_value_to_string (value, places)
               : g_strdup (g_ascii_formatd (digits, sizeof digits, format, value.approximate));
    }
  return text;
}

static CharterResponse *
dup_key (const CharterItem *item, guint64 seed)
{
  g_autoptr (CharterDrillValues) values = charter_drill_draw (item, seed, NULL);
  g_autofree char *text = NULL;
  CharterValue value;

  if (values != NULL && charter_drill_evaluate (values, item->typed->accepts[0], &value, NULL))
    text = write_value (value, item->typed->tolerance);
  return charter_response_new_typed (text);
}

static char *
dup_near (const CharterItem *item, const CharterNear *near, guint64 seed)
{
  g_autoptr (CharterDrillValues) values = charter_drill_draw (item, seed, NULL);
  CharterValue value;

  if (values == NULL || !charter_drill_evaluate (values, near->value, &value, NULL))
    return NULL;
  return write_value (value, near->tolerance);
}

/* What is drawn may make it so: a ratio of 1 is as right upside down. */
static gboolean
is_right (const CharterItem *item, const CharterDrillValues *values, const CharterNear *near)
{
  CharterValue key, value;

  return charter_drill_evaluate (values, item->typed->accepts[0], &key, NULL)
         && charter_drill_evaluate (values, near->value, &value, NULL)
         && charter_scoring_is_close (value.approximate, key.approximate, item->typed->tolerance);
}

static const CharterNear *
find_near (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  g_autoptr (CharterDrillValues) values = charter_drill_draw (item, seed, NULL);
  const char *text = charter_response_get_typed (response);

  for (guint i = 0; values != NULL && i < item->typed->n_nears; i++)
    {
      const CharterNear *near = &item->typed->nears[i];

      if (meets (item, values, text, near->value, near->tolerance) && !is_right (item, values, near))
        return near;
    }
  return NULL;
}

const CharterScoringKind charter_scoring_drill
  = { .measure = measure, .dup_key = dup_key, .dup_near = dup_near, .find_near = find_near };
