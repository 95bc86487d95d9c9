/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases stand in numbers.txt. */

#include "charter-cases.h"
#include "charter-number.h"
#include "charter-random.h"

#include <math.h>

/* "_" and "~" stand for spaces that can't be seen in a table. */
static char *
with_spaces (const char *text)
{
  g_auto (GStrv) wide = g_strsplit (text, "_", -1);
  g_autofree char *half = g_strjoinv ("\u00a0", wide);
  g_auto (GStrv) narrow = g_strsplit (half, "~", -1);

  return g_strjoinv ("\u202f", narrow);
}

static char *
describe (const char *text, const char *unit)
{
  double readings[CHARTER_NUMBER_MAX_READINGS];
  guint n = charter_number_parse (text, unit, readings);
  GString *out = g_string_new (n == 0 ? "no" : NULL);

  for (guint i = 0; i < n; i++)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append (out, i > 0 ? " " : "");
      g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.12g", readings[i]));
    }
  return g_string_free (out, FALSE);
}

static void
check (const CharterTestCase *test_case)
{
  g_autofree char *text = with_spaces (test_case->columns[0]);
  g_autofree char *found = describe (text, test_case->columns[1]);

  if (!g_str_equal (found, test_case->columns[2]))
    g_error ("%s:%u: %s\n  expected: %s\n  found:    %s", test_case->file, test_case->line, text, test_case->columns[2],
             found);
}

static void
test_no_unit_is_the_same_as_an_empty_one (void)
{
  g_autofree char *none = describe ("12 %", NULL);
  g_autofree char *empty = describe ("12 %", "");

  g_assert_cmpstr (none, ==, empty);
}

static void
test_any_text (void)
{
  static const char *const pieces[]
    = { "1", "234", "0", ".", ",", " ", "'", "-", "−", "%", "k$", "é", "\xff", "e", "+" };
  CharterRandom random = charter_random_new (2);
  guint n_read = 0;

  for (guint i = 0; i < 100000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double readings[CHARTER_NUMBER_MAX_READINGS];
      guint n;

      for (guint left = charter_random_below (&random, 9); left > 0; left--)
        g_string_append (text, pieces[charter_random_below (&random, G_N_ELEMENTS (pieces))]);
      n = charter_number_parse (text->str, i % 2 == 0 ? "k$" : NULL, readings);
      g_assert_cmpuint (n, <=, CHARTER_NUMBER_MAX_READINGS);
      for (guint k = 0; k < n; k++)
        g_assert_true (isfinite (readings[k]));
      n_read += n > 0;
    }
  g_assert_cmpuint (n_read, >, 1000);
}

static void
test_endless_text (void)
{
  g_autofree char *digits = g_strnfill (1000000, '1');
  double readings[CHARTER_NUMBER_MAX_READINGS];

  g_assert_cmpuint (charter_number_parse (digits, NULL, readings), ==, 0);
}

static void
assert_words (const char *language, const char *digits, const char *expected)
{
  g_autofree char *words = charter_number_to_words (digits, charter_number_get_mark (language));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  assert_words ("en", "21.6", "21.6");
  assert_words ("en-GB", "-21.6", "−21.6");
  assert_words ("es", "21.6", "21,6");
  assert_words ("es-MX", "21.6", "21.6");
  assert_words ("de", "-0.5", "−0,5");
  assert_words ("de-CH", "0.5", "0.5");
  assert_words ("pt-BR", "1234", "1234");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("numbers.txt", "/number", 3, check);
  g_test_add_func ("/number/words", test_words);
  g_test_add_func ("/number/no-unit", test_no_unit_is_the_same_as_an_empty_one);
  g_test_add_func ("/number/any-text", test_any_text);
  g_test_add_func ("/number/endless-text", test_endless_text);
  return g_test_run ();
}
