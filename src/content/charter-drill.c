/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-drill.h"

#include "charter-random.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_TRIES 100   /* until everything can be computed */
#define N_CHECKED 64  /* ways to take the ends of the lets, and as many draws */
#define PLACES_TOLD 6 /* decimals */

struct _CharterDrillValues {
  const CharterItem *item;
  GPtrArray *expressions; /* of CharterExpression, one a let; NULL where it is drawn */
  CharterExpression *answer;
  CharterValue *values;
  guint n_known; /* lets that have their value already */
};

void
charter_drill_values_free (CharterDrillValues *self)
{
  g_ptr_array_unref (self->expressions);
  g_clear_pointer (&self->answer, charter_expression_free);
  g_free (self->values);
  g_free (self);
}

static void
free_expression (gpointer expression)
{
  if (expression != NULL)
    charter_expression_free (expression);
}

/* So that an author finds it: the sentence, with the expression before it. */
static gboolean
prefix_expression (const char *expression, GError **error)
{
  g_prefix_error (error, _ ("“%s”: "), expression);
  return FALSE;
}

static CharterExpression *
read_expression (const char *text, GError **error)
{
  CharterExpression *expression = charter_expression_parse (text, error);

  if (expression == NULL)
    prefix_expression (text, error);
  return expression;
}

static CharterDrillValues *
prepare (const CharterItem *item, GError **error)
{
  g_autoptr (CharterDrillValues) self = g_new0 (CharterDrillValues, 1);
  const CharterDrill *drill = item->drill;

  self->item = item;
  self->expressions = g_ptr_array_new_with_free_func (free_expression);
  self->values = g_new0 (CharterValue, drill->n_lets + 1);
  for (guint i = 0; i < drill->n_lets; i++)
    {
      const char *text = drill->lets[i].expression;
      CharterExpression *expression = text != NULL ? read_expression (text, error) : NULL;

      if (text != NULL && expression == NULL)
        return NULL;
      g_ptr_array_add (self->expressions, expression);
    }
  self->answer = read_expression (item->typed->accepts[0], error);
  return self->answer != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
look_up (const char *name, CharterValue *value, gpointer data)
{
  const CharterDrillValues *self = data;

  for (guint i = 0; i < self->n_known; i++)
    if (g_str_equal (self->item->drill->lets[i].name, name))
      {
        *value = self->values[i];
        return TRUE;
      }
  return FALSE;
}

/* How many places the grid of a let has; at least one, whatever stands there. */
static guint64
count_places (const CharterLet *let)
{
  CharterValue width
    = charter_value_subtract (charter_value_from_double (let->to), charter_value_from_double (let->from));
  CharterValue steps;

  if (!charter_value_divide (width, charter_value_from_double (let->step), &steps) || !(steps.approximate > 0))
    return 1;
  if (steps.denominator != 0)
    return steps.numerator / steps.denominator + 1;
  return (guint64)MIN (steps.approximate, 9e15) + 1;
}

static CharterValue
place_on_grid (const CharterLet *let, guint64 place)
{
  CharterValue way = charter_value_multiply (charter_value_from_double (let->step), charter_value_from_int (place));

  return charter_value_add (charter_value_from_double (let->from), way);
}

/* random: or NULL to take from each drawn let the end that its bit of ends tells. */
static gboolean
draw_once (CharterDrillValues *self, CharterRandom *random, guint64 ends, GError **error)
{
  const CharterDrill *drill = self->item->drill;

  for (self->n_known = 0; self->n_known < drill->n_lets; self->n_known++)
    {
      const CharterLet *let = &drill->lets[self->n_known];
      CharterValue *value = &self->values[self->n_known];
      guint64 n_places;

      if (let->expression != NULL)
        {
          const CharterExpression *expression = self->expressions->pdata[self->n_known];

          if (!charter_expression_evaluate (expression, look_up, self, value, error))
            return prefix_expression (let->expression, error);
          continue;
        }
      n_places = count_places (let);
      *value
        = place_on_grid (let, random != NULL ? charter_random_below (random, n_places) : (ends & 1) * (n_places - 1));
      ends >>= 1;
    }
  return TRUE;
}

static gboolean
can_answer (const CharterDrillValues *self, GError **error)
{
  CharterValue answer;

  if (charter_expression_evaluate (self->answer, look_up, (gpointer)self, &answer, error))
    return TRUE;
  return prefix_expression (self->item->typed->accepts[0], error);
}

CharterDrillValues *
charter_drill_draw (const CharterItem *item, guint64 seed, GError **error)
{
  g_autoptr (CharterDrillValues) self = NULL;
  CharterRandom random = charter_random_new (seed);

  g_return_val_if_fail (item->drill != NULL && item->typed != NULL, NULL);

  self = prepare (item, error);
  for (guint i = 0; self != NULL && i < N_TRIES; i++)
    {
      GError **last = i == N_TRIES - 1 ? error : NULL;

      if (draw_once (self, &random, 0, last) && can_answer (self, last))
        return g_steal_pointer (&self);
    }
  return NULL;
}

gboolean
charter_drill_evaluate (const CharterDrillValues *self, const char *expression, CharterValue *value, GError **error)
{
  g_autoptr (CharterExpression) parsed = charter_expression_parse (expression, error);

  return parsed != NULL && charter_expression_evaluate (parsed, look_up, (gpointer)self, value, error);
}

/* ---- text ---- */

gboolean
charter_drill_find_place (const char *text, const char **open, const char **close)
{
  *open = strchr (text, '{');
  *close = *open == NULL ? NULL : (*open)[1] == '{' ? *open + 1 : strchr (*open, '}');
  return *close != NULL;
}

/* ---- checking ---- */

static char *
tell_values (const CharterDrillValues *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->n_known; i++)
    {
      g_autofree char *value = charter_value_to_string (self->values[i], PLACES_TOLD);

      g_string_append_printf (out, "%s%s = %s", i > 0 ? ", " : "", self->item->drill->lets[i].name, value);
    }
  return g_string_free (out, FALSE);
}

static gboolean
check_draw (const CharterDrillValues *self, GPtrArray *expressions, const char *const *texts, GError **error)
{
  if (!can_answer (self, error))
    return FALSE;
  for (guint i = 0; i < expressions->len; i++)
    {
      CharterValue value;

      if (!charter_expression_evaluate (expressions->pdata[i], look_up, (gpointer)self, &value, error))
        return prefix_expression (texts[i], error);
    }
  return TRUE;
}

/* Only a missing value depends on the numbers met. */
static gboolean
fail_with_values (const CharterDrillValues *self, GError *failure, GError **error)
{
  if (g_error_matches (failure, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_VALUE) && self->n_known > 0)
    {
      g_autofree char *values = tell_values (self);
      g_autofree char *sentence = g_strdup_printf (_ ("%s, with %s"), failure->message, values);

      g_free (failure->message);
      failure->message = g_steal_pointer (&sentence);
    }
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
check_draws (CharterDrillValues *self, GPtrArray *expressions, const char *const *texts, GError **error)
{
  CharterRandom random = charter_random_new (0);

  for (guint i = 0; i < 2 * N_CHECKED; i++)
    {
      GError *failure = NULL;

      if (!draw_once (self, i < N_CHECKED ? NULL : &random, i, &failure)
          || !check_draw (self, expressions, texts, &failure))
        return fail_with_values (self, failure, error);
    }
  return TRUE;
}

/* texts: NULL-terminated expressions */
static gboolean
check_all (const CharterItem *item, const char *const *texts, GError **error)
{
  g_autoptr (CharterDrillValues) values = prepare (item, error);
  g_autoptr (GPtrArray) expressions = g_ptr_array_new_with_free_func (free_expression);

  if (values == NULL)
    return FALSE;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      CharterExpression *expression = read_expression (texts[i], error);

      if (expression == NULL)
        return FALSE;
      g_ptr_array_add (expressions, expression);
    }
  return check_draws (values, expressions, texts, error);
}

gboolean
charter_drill_check (const CharterItem *item, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  g_return_val_if_fail (item->drill != NULL && item->typed != NULL, FALSE);

  for (guint i = 0; i < item->typed->n_nears; i++)
    g_ptr_array_add (texts, (gpointer)item->typed->nears[i].value);
  g_ptr_array_add (texts, NULL);
  return check_all (item, (const char *const *)texts->pdata, error);
}

gboolean
charter_drill_check_text (const CharterItem *item, const char *plain, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *start = plain, *open, *close;

  g_return_val_if_fail (item->drill != NULL && item->typed != NULL, FALSE);

  for (; charter_drill_find_place (plain, &open, &close); plain = close + 1)
    if (*close == '}')
      g_ptr_array_add (texts, g_strndup (open + 1, close - open - 1));
  if (open != NULL)
    {
      g_set_error (error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                   _ ("the “{” at character %u is not closed"), (guint)g_utf8_pointer_to_offset (start, open) + 1);
      return FALSE;
    }
  if (texts->len == 0)
    return TRUE;
  g_ptr_array_add (texts, NULL);
  return check_all (item, (const char *const *)texts->pdata, error);
}
