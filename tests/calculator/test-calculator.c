/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases stand in cases.txt. */

#include "charter-calculator.h"
#include "charter-cases.h"

#include <gmp.h>
#include <string.h>

static const struct {
  const char *name;
  CharterCalculatorKey key;
} keys[] = {
  { ".", CHARTER_CALCULATOR_MARK },
  { "neg", CHARTER_CALCULATOR_SIGN },
  { "back", CHARTER_CALCULATOR_BACKSPACE },
  { "C", CHARTER_CALCULATOR_CLEAR },
  { "+", CHARTER_CALCULATOR_ADD },
  { "-", CHARTER_CALCULATOR_SUBTRACT },
  { "*", CHARTER_CALCULATOR_MULTIPLY },
  { "/", CHARTER_CALCULATOR_DIVIDE },
  { "=", CHARTER_CALCULATOR_EQUALS },
  { "%", CHARTER_CALCULATOR_PERCENT },
  { "root", CHARTER_CALCULATOR_ROOT },
  { "MC", CHARTER_CALCULATOR_MEMORY_CLEAR },
  { "MR", CHARTER_CALCULATOR_MEMORY_RECALL },
  { "M-", CHARTER_CALCULATOR_MEMORY_SUBTRACT },
  { "M+", CHARTER_CALCULATOR_MEMORY_ADD },
};

static void
type_number (CharterCalculator *calculator, const char *digits)
{
  for (const char *p = digits; *p != '\0'; p++)
    charter_calculator_press (calculator, *p == '.' ? CHARTER_CALCULATOR_MARK
                                                    : (CharterCalculatorKey)(CHARTER_CALCULATOR_0 + *p - '0'));
}

static void
press (CharterCalculator *calculator, const char *word)
{
  if (strspn (word, "0123456789.") == strlen (word))
    {
      type_number (calculator, word);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].name, word))
      {
        charter_calculator_press (calculator, keys[i].key);
        return;
      }
  g_error ("no key “%s”", word);
}

static const char *
name_state (CharterCalculator *calculator)
{
  switch (charter_calculator_get_fault (calculator))
    {
    case CHARTER_CALCULATOR_FAULT_DIVISION:
      return "division";
    case CHARTER_CALCULATOR_FAULT_ROOT:
      return "root";
    case CHARTER_CALCULATOR_FAULT_SIZE:
      return "size";
    case CHARTER_CALCULATOR_FAULT_NONE:
    default:
      return charter_calculator_is_rounded (calculator) ? "rounded" : "exact";
    }
}

static void
check (const CharterTestCase *test_case)
{
  g_auto (GStrv) words = g_strsplit (test_case->columns[0], " ", -1);
  g_autoptr (CharterCalculator) calculator = charter_calculator_new ();
  g_autofree char *shown = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    press (calculator, words[i]);
  shown = charter_calculator_dup_digits (calculator);
  if (!g_str_equal (shown, test_case->columns[1]) || !g_str_equal (name_state (calculator), test_case->columns[2]))
    g_error ("%s:%u: %s\n  expected: %s, %s\n  found:    %s, %s", test_case->file, test_case->line,
             test_case->columns[0], test_case->columns[1], test_case->columns[2], shown, name_state (calculator));
}

/* ---- held against fractions ---- */

/* What is shown is to be as near as that many digits can be: half a unit of the last decimal. */
static gboolean
is_near (const char *shown, mpq_srcptr value)
{
  const char *whole = *shown == '-' ? shown + 1 : shown;
  guint n_decimals = CHARTER_CALCULATOR_DIGITS - (guint)strcspn (whole, ".");
  g_autofree char *written = g_strdup_printf ("%s/1%0*d", "1", (int)n_decimals + 1, 0); /* 1/10…0, a digit too many */
  const char *mark = strchr (shown, '.');
  g_autofree char *digits
    = mark != NULL ? g_strdup_printf ("%.*s%s", (int)(mark - shown), shown, mark + 1) : g_strdup (shown);
  gboolean near;
  mpq_t found, unit;

  mpq_inits (found, unit, NULL);
  g_assert_cmpint (mpq_set_str (unit, written, 10), ==, 0);
  g_assert_cmpint (mpz_set_str (mpq_numref (found), digits, 10), ==, 0);
  mpz_ui_pow_ui (mpq_denref (found), 10, mark != NULL ? strlen (mark + 1) : 0);
  mpq_canonicalize (found);
  mpq_sub (found, found, value);
  mpq_abs (found, found);
  mpz_mul_ui (mpq_numref (unit), mpq_numref (unit), 5); /* half of one digit fewer */
  mpq_canonicalize (unit);
  near = mpq_cmp (found, unit) <= 0;
  mpq_clears (found, unit, NULL);
  return near;
}

typedef void (*Function) (mpq_ptr, mpq_srcptr, mpq_srcptr);

static const struct {
  CharterCalculatorKey key;
  Function function;
} functions[] = {
  { CHARTER_CALCULATOR_ADD, mpq_add },
  { CHARTER_CALCULATOR_SUBTRACT, mpq_sub },
  { CHARTER_CALCULATOR_MULTIPLY, mpq_mul },
  { CHARTER_CALCULATOR_DIVIDE, mpq_div },
};

/* Types a number of up to six digits with up to three decimals, and gives it as a fraction. */
static void
type_random (GRand *random, CharterCalculator *calculator, mpq_t value)
{
  guint digits = (guint)g_rand_int_range (random, 1, 1000000);
  guint n_decimals = (guint)g_rand_int_range (random, 0, 4), scale = 1;
  g_autofree char *typed = NULL;

  for (guint i = 0; i < n_decimals; i++)
    scale *= 10;
  typed = g_strdup_printf ("%u.%0*u", digits / scale, (int)MAX (n_decimals, 1), n_decimals > 0 ? digits % scale : 0);
  type_number (calculator, typed);
  mpq_set_ui (value, digits, scale);
  mpq_canonicalize (value);
}

/* Long sums of all four functions come out as the fractions do: nothing is lost on the way. */
static void
test_fractions (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n_shown = 0;
  mpq_t value, next;

  mpq_inits (value, next, NULL);
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (CharterCalculator) calculator = charter_calculator_new ();
      g_autofree char *shown = NULL;
      guint length = (guint)g_rand_int_range (random, 1, 8);

      type_random (random, calculator, value);
      for (guint k = 0; k < length; k++)
        {
          guint f = (guint)g_rand_int_range (random, 0, G_N_ELEMENTS (functions));
          charter_calculator_press (calculator, functions[f].key);
          type_random (random, calculator, next);
          functions[f].function (value, value, next);
        }
      charter_calculator_press (calculator, CHARTER_CALCULATOR_EQUALS);
      if (charter_calculator_get_fault (calculator) == CHARTER_CALCULATOR_FAULT_SIZE)
        continue;
      shown = charter_calculator_dup_digits (calculator);
      if (!is_near (shown, value))
        g_error ("calculation %u: %s is not near", i, shown);
      n_shown++;
    }
  g_assert_cmpuint (n_shown, >, 2500);
  mpq_clears (value, next, NULL);
}

/* Whatever is pressed: digits that can be read, no more than there is room for, and no number too long to go on with.
 */
static void
test_any_keys (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (CharterCalculator) calculator = charter_calculator_new ();

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *shown = NULL;
      guint n_digits = 0;

      charter_calculator_press (calculator,
                                (CharterCalculatorKey)g_rand_int_range (random, 0, CHARTER_CALCULATOR_N_KEYS));
      shown = charter_calculator_dup_digits (calculator);
      g_assert_nonnull (shown);
      for (const char *p = shown; *p != '\0'; p++)
        n_digits += g_ascii_isdigit (*p);
      g_assert_cmpuint (n_digits, >=, 1);
      g_assert_cmpuint (n_digits, <=, CHARTER_CALCULATOR_DIGITS);
    }
}

/* What is squared again and again is rounded before it becomes too long, and is told to be. */
static void
test_long (void)
{
  g_autoptr (CharterCalculator) calculator = charter_calculator_new ();
  g_autofree char *shown = NULL;

  type_number (calculator, "1");
  press (calculator, "/");
  type_number (calculator, "3");
  press (calculator, "=");
  for (guint i = 0; i < 60; i++)
    {
      press (calculator, "*");
      press (calculator, "=");
    }
  shown = charter_calculator_dup_digits (calculator);
  g_assert_cmpstr (shown, ==, "0");
  g_assert_true (charter_calculator_is_rounded (calculator));
}

static void
test_state (void)
{
  g_autoptr (CharterCalculator) calculator = charter_calculator_new ();

  g_assert_false (charter_calculator_can_clear (calculator));
  g_assert_false (charter_calculator_has_memory (calculator));
  g_assert_cmpint (charter_calculator_get_pending (calculator), ==, CHARTER_CALCULATOR_N_KEYS);
  press (calculator, "5");
  press (calculator, "M+");
  press (calculator, "*");
  g_assert_true (charter_calculator_can_clear (calculator) && charter_calculator_has_memory (calculator));
  g_assert_cmpint (charter_calculator_get_pending (calculator), ==, CHARTER_CALCULATOR_MULTIPLY);
  press (calculator, "C");
  g_assert_false (charter_calculator_can_clear (calculator));
  g_assert_true (charter_calculator_has_memory (calculator));
  press (calculator, "MC");
  g_assert_false (charter_calculator_has_memory (calculator));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("cases.txt", "/calculator", 3, check);
  g_test_add_func ("/calculator/against-fractions", test_fractions);
  g_test_add_func ("/calculator/any-keys", test_any_keys);
  g_test_add_func ("/calculator/long", test_long);
  g_test_add_func ("/calculator/state", test_state);
  return g_test_run ();
}
