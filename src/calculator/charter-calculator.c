/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-calculator.h"

#include <string.h>

#include "charter-fraction.h"

#define N_DECIMALS 40 /* where something has to be rounded to go on with */
#define MAX_BITS 4096 /* of a fraction */

struct _CharterCalculator {
  GString *typed; /* as it is typed; empty where a result is shown */
  mpq_t shown;
  mpq_t first; /* what the pending function begins with */
  mpq_t memory;
  CharterCalculatorKey pending; /* or N_KEYS */
  gboolean answered;            /* a second number for it is there */
  gboolean inexact;             /* a root or a long fraction was rounded on the way to what is shown */
  CharterCalculatorFault fault;
};

CharterCalculator *
charter_calculator_new (void)
{
  CharterCalculator *self = g_new0 (CharterCalculator, 1);

  self->typed = g_string_new (NULL);
  mpq_inits (self->shown, self->first, self->memory, NULL);
  self->pending = CHARTER_CALCULATOR_N_KEYS;
  return self;
}

void
charter_calculator_free (CharterCalculator *self)
{
  g_string_free (self->typed, TRUE);
  mpq_clears (self->shown, self->first, self->memory, NULL);
  g_free (self);
}

/* ---- typing ---- */

static guint
count_digits (const GString *typed)
{
  guint n = 0;

  for (gsize i = 0; i < typed->len; i++)
    n += g_ascii_isdigit (typed->str[i]);
  return n;
}

static void
take_typed (CharterCalculator *self)
{
  charter_fraction_set_digits (self->shown, self->typed->str);
  self->answered = TRUE;
  self->inexact = FALSE;
}

static void
type_digit (CharterCalculator *self, guint digit)
{
  if (g_str_equal (self->typed->str, "0") || g_str_equal (self->typed->str, "-0"))
    g_string_truncate (self->typed, self->typed->len - 1);
  if (count_digits (self->typed) < CHARTER_CALCULATOR_DIGITS)
    g_string_append_c (self->typed, (char)('0' + digit));
  take_typed (self);
}

static void
type_mark (CharterCalculator *self)
{
  if (strchr (self->typed->str, '.') != NULL || count_digits (self->typed) >= CHARTER_CALCULATOR_DIGITS)
    return;
  if (count_digits (self->typed) == 0)
    g_string_append_c (self->typed, '0');
  g_string_append_c (self->typed, '.');
  take_typed (self);
}

/* Of what is typed its sign, of a result the result itself. */
static void
change_sign (CharterCalculator *self)
{
  if (self->typed->len == 0)
    {
      mpq_neg (self->shown, self->shown);
      self->answered = TRUE;
      return;
    }
  if (*self->typed->str == '-')
    g_string_erase (self->typed, 0, 1);
  else
    g_string_prepend_c (self->typed, '-');
  take_typed (self);
}

static void
take_back_digit (CharterCalculator *self)
{
  if (self->typed->len == 0)
    return;
  g_string_truncate (self->typed, self->typed->len - 1);
  if (count_digits (self->typed) == 0)
    g_string_assign (self->typed, "0");
  take_typed (self);
}

static void
clear (CharterCalculator *self)
{
  g_string_truncate (self->typed, 0);
  mpq_set_ui (self->shown, 0, 1);
  self->pending = CHARTER_CALCULATOR_N_KEYS;
  self->answered = self->inexact = FALSE;
  self->fault = CHARTER_CALCULATOR_FAULT_NONE;
}

/* ---- working out ---- */

static void
fail (CharterCalculator *self, CharterCalculatorFault fault)
{
  clear (self);
  self->fault = fault;
}

static gboolean
is_too_large (mpq_srcptr fraction)
{
  gboolean rounded;
  g_autofree char *digits = charter_fraction_dup_digits (fraction, CHARTER_CALCULATOR_DIGITS, &rounded);

  return digits == NULL;
}

/* What is shown from now on is a result. */
static void
show_result (CharterCalculator *self)
{
  g_string_truncate (self->typed, 0);
  if (charter_fraction_shorten (self->shown, MAX_BITS, N_DECIMALS))
    self->inexact = TRUE;
  if (is_too_large (self->shown))
    fail (self, CHARTER_CALCULATOR_FAULT_SIZE);
}

static void
work_out (CharterCalculator *self)
{
  switch ((int)self->pending)
    {
    case CHARTER_CALCULATOR_ADD:
      mpq_add (self->shown, self->first, self->shown);
      break;
    case CHARTER_CALCULATOR_SUBTRACT:
      mpq_sub (self->shown, self->first, self->shown);
      break;
    case CHARTER_CALCULATOR_MULTIPLY:
      mpq_mul (self->shown, self->first, self->shown);
      break;
    case CHARTER_CALCULATOR_DIVIDE:
      if (mpq_sgn (self->shown) == 0)
        {
          fail (self, CHARTER_CALCULATOR_FAULT_DIVISION);
          return;
        }
      mpq_div (self->shown, self->first, self->shown);
      break;
    default:
      break;
    }
  self->pending = CHARTER_CALCULATOR_N_KEYS;
  self->answered = TRUE;
  show_result (self);
}

/* Another function in the place of one that still waits for its number only takes its place. */
static void
begin (CharterCalculator *self, CharterCalculatorKey function)
{
  if (self->pending == CHARTER_CALCULATOR_N_KEYS || self->answered)
    work_out (self);
  if (self->fault != CHARTER_CALCULATOR_FAULT_NONE)
    return;
  mpq_set (self->first, self->shown);
  self->pending = function;
  self->answered = FALSE;
}

static void
take_percent (CharterCalculator *self)
{
  gboolean of_first = self->pending == CHARTER_CALCULATOR_ADD || self->pending == CHARTER_CALCULATOR_SUBTRACT;
  mpq_t hundredth;

  mpq_init (hundredth);
  mpq_set_ui (hundredth, 1, 100);
  mpq_mul (self->shown, self->shown, hundredth);
  if (of_first)
    mpq_mul (self->shown, self->shown, self->first);
  mpq_clear (hundredth);
  self->answered = TRUE;
  show_result (self);
}

static void
take_root (CharterCalculator *self)
{
  if (mpq_sgn (self->shown) < 0)
    {
      fail (self, CHARTER_CALCULATOR_FAULT_ROOT);
      return;
    }
  if (!charter_fraction_root (self->shown, self->shown, N_DECIMALS))
    self->inexact = TRUE;
  self->answered = TRUE;
  show_result (self);
}

/* ---- memory ---- */

static void
remember (CharterCalculator *self, gboolean add)
{
  mpq_t sum;

  mpq_init (sum);
  if (add)
    mpq_add (sum, self->memory, self->shown);
  else
    mpq_sub (sum, self->memory, self->shown);
  charter_fraction_shorten (sum, MAX_BITS, N_DECIMALS);
  if (is_too_large (sum))
    fail (self, CHARTER_CALCULATOR_FAULT_SIZE);
  else
    mpq_set (self->memory, sum);
  mpq_clear (sum);
  g_string_truncate (self->typed, 0);
}

static void
recall (CharterCalculator *self)
{
  g_string_truncate (self->typed, 0);
  mpq_set (self->shown, self->memory);
  self->inexact = FALSE;
  self->answered = TRUE;
}

/* ---- keys ---- */

void
charter_calculator_press (CharterCalculator *self, CharterCalculatorKey key)
{
  g_return_if_fail (key < CHARTER_CALCULATOR_N_KEYS);

  if (self->fault != CHARTER_CALCULATOR_FAULT_NONE && key != CHARTER_CALCULATOR_CLEAR)
    return;
  if (key <= CHARTER_CALCULATOR_9)
    {
      type_digit (self, key - CHARTER_CALCULATOR_0);
      return;
    }
  switch ((int)key)
    {
    case CHARTER_CALCULATOR_MARK:
      type_mark (self);
      break;
    case CHARTER_CALCULATOR_SIGN:
      change_sign (self);
      break;
    case CHARTER_CALCULATOR_BACKSPACE:
      take_back_digit (self);
      break;
    case CHARTER_CALCULATOR_CLEAR:
      clear (self);
      break;
    case CHARTER_CALCULATOR_EQUALS:
      work_out (self);
      break;
    case CHARTER_CALCULATOR_PERCENT:
      take_percent (self);
      break;
    case CHARTER_CALCULATOR_ROOT:
      take_root (self);
      break;
    case CHARTER_CALCULATOR_MEMORY_CLEAR:
      mpq_set_ui (self->memory, 0, 1);
      break;
    case CHARTER_CALCULATOR_MEMORY_RECALL:
      recall (self);
      break;
    case CHARTER_CALCULATOR_MEMORY_SUBTRACT:
      remember (self, FALSE);
      break;
    case CHARTER_CALCULATOR_MEMORY_ADD:
      remember (self, TRUE);
      break;
    default:
      begin (self, key);
      break;
    }
}

/* ---- what is shown ---- */

char *
charter_calculator_dup_digits (CharterCalculator *self)
{
  gboolean rounded;

  if (self->typed->len > 0)
    return g_strdup (self->typed->str);
  return charter_fraction_dup_digits (self->shown, CHARTER_CALCULATOR_DIGITS, &rounded);
}

gboolean
charter_calculator_is_rounded (CharterCalculator *self)
{
  gboolean rounded;

  if (self->typed->len > 0)
    return FALSE;
  g_free (charter_fraction_dup_digits (self->shown, CHARTER_CALCULATOR_DIGITS, &rounded));
  return rounded || self->inexact;
}

CharterCalculatorFault
charter_calculator_get_fault (CharterCalculator *self)
{
  return self->fault;
}

CharterCalculatorKey
charter_calculator_get_pending (CharterCalculator *self)
{
  return self->pending;
}

gboolean
charter_calculator_has_memory (CharterCalculator *self)
{
  return mpq_sgn (self->memory) != 0;
}

gboolean
charter_calculator_can_clear (CharterCalculator *self)
{
  return self->typed->len > 0 || mpq_sgn (self->shown) != 0 || self->pending != CHARTER_CALCULATOR_N_KEYS
         || self->fault != CHARTER_CALCULATOR_FAULT_NONE;
}
