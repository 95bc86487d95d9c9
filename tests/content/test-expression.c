/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases stand in expressions.txt. */

#include "charter-cases.h"
#include "charter-expression.h"
#include "charter-random.h"

#include <math.h>
#include <string.h>

static gboolean
look_up (const char *name, CharterValue *value, gpointer data)
{
  if (g_str_equal (name, "a"))
    *value = charter_value_from_int (200);
  else if (g_str_equal (name, "b"))
    *value = charter_value_from_double (0.8);
  else if (g_str_equal (name, "zero"))
    *value = charter_value_from_int (0);
  else
    return FALSE;
  return TRUE;
}

static char *
describe (CharterValue value)
{
  g_autofree char *rounded = charter_value_to_string (value, 6);

  if (value.denominator == 0)
    return g_strdup_printf ("about %s", rounded);
  if (value.denominator == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value.numerator);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value.numerator, value.denominator);
}

static char *
evaluate (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterExpression) expression = charter_expression_parse (text, &error);
  CharterValue value;

  if (expression != NULL && charter_expression_evaluate (expression, look_up, NULL, &value, &error))
    return describe (value);
  return g_strdup (error->message);
}

static void
check (const CharterTestCase *test_case)
{
  g_autofree char *found = evaluate (test_case->columns[0]);

  if (!g_str_equal (found, test_case->columns[1]))
    g_error ("%s:%u: %s\n  expected: %s\n  found:    %s", test_case->file, test_case->line, test_case->columns[0],
             test_case->columns[1], found);
}

static void
test_names (void)
{
  g_autoptr (CharterExpression) expression = charter_expression_parse ("bac / cpi + bac * max(ev, 1)", NULL);
  g_autofree char *names = g_strjoinv (" ", (GStrv)charter_expression_get_names (expression));

  g_assert_cmpstr (names, ==, "bac cpi ev");
  g_assert_true (charter_expression_is_name ("bac_2"));
  g_assert_false (charter_expression_is_name ("2bac"));
  g_assert_false (charter_expression_is_name ("Bac"));
  g_assert_false (charter_expression_is_name ("sqrt"));
  g_assert_false (charter_expression_is_name (""));
}

static void
test_limits (void)
{
  g_autofree char *longest = g_strnfill (CHARTER_EXPRESSION_MAX_LENGTH, '1');
  g_autofree char *longer = g_strnfill (CHARTER_EXPRESSION_MAX_LENGTH + 1, '1');
  g_autofree char *powers = g_strnfill (CHARTER_EXPRESSION_MAX_LENGTH, '^');
  g_autofree char *signs = g_strnfill (CHARTER_EXPRESSION_MAX_LENGTH, '-');
  g_autoptr (CharterExpression) expression = charter_expression_parse (longest, NULL);

  for (guint i = 0; i < CHARTER_EXPRESSION_MAX_LENGTH; i += 2)
    powers[i] = '2';
  g_assert_nonnull (expression);
  g_assert_null (charter_expression_parse (longer, NULL));
  g_assert_null (charter_expression_parse (powers, NULL));
  g_assert_null (charter_expression_parse (signs, NULL));
  g_assert_null (charter_expression_parse ("1 + \xff", NULL));
}

/* Whatever is written, there is a finite value or a sentence. */
static void
test_any_text (void)
{
  static const char *const pieces[]
    = { "1", "0", "2.5", "a",   "b",     "zero", "+",   "-", "*", "/",  "^",  "(",  ")",
        ",", " ", "min", "max", "round", "sqrt", "abs", ".", "é", "(1", "1)", "^9", "99999999999" };
  CharterRandom random = charter_random_new (1);
  guint n_values = 0;

  for (guint i = 0; i < 100000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CharterExpression) expression = NULL;
      CharterValue value;

      for (guint n = charter_random_below (&random, 12); n > 0; n--)
        g_string_append (text, pieces[charter_random_below (&random, G_N_ELEMENTS (pieces))]);
      expression = charter_expression_parse (text->str, &error);
      if (expression != NULL && charter_expression_evaluate (expression, look_up, NULL, &value, &error))
        g_assert_true (isfinite (value.approximate) && ++n_values > 0);
      else
        g_assert_true (error != NULL && *error->message != '\0');
    }
  g_assert_cmpuint (n_values, >, 1000);
}

static void
test_values_from_doubles (void)
{
  g_autofree char *tenth = describe (charter_value_from_double (0.1));
  g_autofree char *large = describe (charter_value_from_double (-123456789012345.25));
  g_autofree char *huge = charter_value_to_string (charter_value_from_double (1e300), 2);

  g_assert_cmpstr (tenth, ==, "1/10");
  g_assert_cmpstr (large, ==, "-493827156049381/4");
  g_assert_cmpuint (strlen (huge), ==, 301);
}

static void
test_values_as_text (void)
{
  const struct {
    const char *digits;
    int places;
    const char *text;
  } cases[] = {
    { "625.00", 2, "625" },      { "0.125", 2, "0.13" }, { "0.125", 12, "0.125" }, { "1.995", 2, "2" },
    { "1000000", 0, "1000000" }, { "0.004", 2, "0" },    { "99.95", 1, "100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterValue value;
      g_autofree char *text = NULL, *negative = NULL, *expected = NULL;

      g_assert_true (charter_value_from_decimal (cases[i].digits, &value));
      text = charter_value_to_string (value, cases[i].places);
      negative = charter_value_to_string (charter_value_negate (value), cases[i].places);
      expected = g_strconcat (g_str_equal (text, "0") ? "" : "-", cases[i].text, NULL);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (negative, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("expressions.txt", "/expression", 2, check);
  g_test_add_func ("/expression/lists-names", test_names);
  g_test_add_func ("/expression/limits", test_limits);
  g_test_add_func ("/expression/any-text", test_any_text);
  g_test_add_func ("/value/from-doubles", test_values_from_doubles);
  g_test_add_func ("/value/as-text", test_values_as_text);
  return g_test_run ();
}
