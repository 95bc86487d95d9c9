/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-value.h"

#include <math.h>
#include <string.h>

typedef __int128 Wide;

static CharterValue
inexact (double number)
{
  return (CharterValue){ 0, 0, number };
}

static gboolean
is_exact (CharterValue a)
{
  return a.denominator != 0;
}

static gboolean
is_whole (CharterValue a)
{
  return a.denominator == 1;
}

static Wide
gcd (Wide a, Wide b)
{
  while (b != 0)
    {
      Wide rest = a % b;

      a = b;
      b = rest;
    }
  return a < 0 ? -a : a;
}

/* Every product of two 64-bit numbers, and every sum of two such products, fits into a Wide; so no step before this
 * one can overflow. denominator: not 0. */
static CharterValue
fraction (Wide numerator, Wide denominator)
{
  Wide common = gcd (numerator, denominator);

  if (denominator < 0)
    common = -common;
  numerator /= common;
  denominator /= common;
  if (numerator > G_MAXINT64 || numerator < -G_MAXINT64 || denominator > G_MAXINT64)
    return inexact ((double)numerator / (double)denominator);
  return (CharterValue){ numerator, denominator, (double)numerator / (double)denominator };
}

CharterValue
charter_value_from_int (gint64 number)
{
  return fraction (number, 1);
}

static gboolean
is_decimal (const char *digits)
{
  gsize whole = strspn (digits, "0123456789");
  gsize part;

  if (whole == 0 || digits[whole] == '\0')
    return whole > 0;
  part = strspn (digits + whole + 1, "0123456789");
  return digits[whole] == '.' && part > 0 && digits[whole + 1 + part] == '\0';
}

gboolean
charter_value_from_decimal (const char *digits, CharterValue *value)
{
  Wide numerator = 0, denominator = 1;
  gboolean after_mark = FALSE;

  if (!is_decimal (digits))
    return FALSE;
  for (const char *c = digits; *c != '\0'; c++)
    {
      if (*c == '.')
        {
          after_mark = TRUE;
          continue;
        }
      numerator = numerator * 10 + (*c - '0');
      denominator *= after_mark ? 10 : 1;
      if (numerator > G_MAXINT64 || denominator > G_MAXINT64)
        {
          *value = inexact (g_ascii_strtod (digits, NULL));
          return TRUE;
        }
    }
  *value = fraction (numerator, denominator);
  return TRUE;
}

CharterValue
charter_value_from_double (double number)
{
  for (int places = 0; places <= CHARTER_VALUE_MAX_PLACES; places++)
    {
      char format[8], digits[G_ASCII_DTOSTR_BUF_SIZE * 9];
      CharterValue value;

      g_snprintf (format, sizeof format, "%%.%df", places);
      g_ascii_formatd (digits, sizeof digits, format, fabs (number));
      if (g_ascii_strtod (digits, NULL) == fabs (number) && charter_value_from_decimal (digits, &value))
        return number < 0 ? charter_value_negate (value) : value;
    }
  return inexact (number);
}

CharterValue
charter_value_negate (CharterValue a)
{
  return (CharterValue){ -a.numerator, a.denominator, -a.approximate };
}

CharterValue
charter_value_abs (CharterValue a)
{
  return a.approximate < 0 ? charter_value_negate (a) : a;
}

CharterValue
charter_value_add (CharterValue a, CharterValue b)
{
  if (!is_exact (a) || !is_exact (b))
    return inexact (a.approximate + b.approximate);
  return fraction ((Wide)a.numerator * b.denominator + (Wide)b.numerator * a.denominator,
                   (Wide)a.denominator * b.denominator);
}

CharterValue
charter_value_subtract (CharterValue a, CharterValue b)
{
  return charter_value_add (a, charter_value_negate (b));
}

CharterValue
charter_value_multiply (CharterValue a, CharterValue b)
{
  if (!is_exact (a) || !is_exact (b))
    return inexact (a.approximate * b.approximate);
  return fraction ((Wide)a.numerator * b.numerator, (Wide)a.denominator * b.denominator);
}

gboolean
charter_value_divide (CharterValue a, CharterValue b, CharterValue *value)
{
  if (b.approximate == 0)
    return FALSE;
  if (!is_exact (a) || !is_exact (b))
    *value = inexact (a.approximate / b.approximate);
  else
    *value = fraction ((Wide)a.numerator * b.denominator, (Wide)a.denominator * b.numerator);
  return TRUE;
}

/* By squaring: a^13 = a^8 · a^4 · a^1. Needs no libm, so it is the same everywhere. */
static gboolean
whole_power (CharterValue base, gint64 exponent, CharterValue *value)
{
  CharterValue result = charter_value_from_int (1);

  for (guint64 rest = exponent < 0 ? -(guint64)exponent : (guint64)exponent; rest > 0; rest >>= 1)
    {
      if (rest & 1)
        result = charter_value_multiply (result, base);
      base = charter_value_multiply (base, base);
    }
  if (exponent < 0)
    return charter_value_divide (charter_value_from_int (1), result, value);
  *value = result;
  return TRUE;
}

gboolean
charter_value_power (CharterValue a, CharterValue b, CharterValue *value)
{
  if (is_whole (b))
    return whole_power (a, b.numerator, value);
  if (a.approximate < 0 || (a.approximate == 0 && b.approximate < 0))
    return FALSE;
  if (b.numerator == 1 && b.denominator == 2)
    return charter_value_sqrt (a, value);
  *value = inexact (pow (a.approximate, b.approximate));
  return TRUE;
}

/* Returns: the whole root, or −1 where there is none. */
static gint64
whole_root (gint64 square)
{
  gint64 root = (gint64)sqrt ((double)square);

  while ((Wide)root * root > square)
    root--;
  while ((Wide)(root + 1) * (root + 1) <= square)
    root++;
  return (Wide)root * root == square ? root : -1;
}

gboolean
charter_value_sqrt (CharterValue a, CharterValue *value)
{
  gint64 above, below;

  if (a.approximate < 0)
    return FALSE;
  above = is_exact (a) ? whole_root (a.numerator) : -1;
  below = is_exact (a) ? whole_root (a.denominator) : -1;
  *value = above >= 0 && below > 0 ? fraction (above, below) : inexact (sqrt (a.approximate));
  return TRUE;
}

static Wide
ten_to (int exponent)
{
  Wide power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* What stays when the mark is moved by so many places and the rest is rounded away. */
static Wide
scaled_and_rounded (CharterValue a, int places)
{
  Wide above = (Wide)a.numerator * ten_to (places), below = (Wide)a.denominator * ten_to (-places);
  Wide size = above < 0 ? -above : above;
  Wide rounded = size / below + (size % below >= below - size % below ? 1 : 0);

  return above < 0 ? -rounded : rounded;
}

CharterValue
charter_value_round (CharterValue a, int places)
{
  double scaled;

  places = CLAMP (places, -CHARTER_VALUE_MAX_PLACES, CHARTER_VALUE_MAX_PLACES);
  if (is_exact (a))
    return fraction (scaled_and_rounded (a, places) * ten_to (-places), ten_to (places));

  scaled = round (a.approximate * (double)ten_to (places) / (double)ten_to (-places));
  if (!(fabs (scaled) < 9e15)) /* beyond that a double has no decimals to lose */
    return a;
  return fraction ((Wide)scaled * ten_to (-places), ten_to (places));
}

int
charter_value_compare (CharterValue a, CharterValue b)
{
  Wide left, right;

  if (!is_exact (a) || !is_exact (b))
    return (a.approximate > b.approximate) - (a.approximate < b.approximate);
  left = (Wide)a.numerator * b.denominator;
  right = (Wide)b.numerator * a.denominator;
  return (left > right) - (left < right);
}

static char *
without_end_zeros (char *digits)
{
  gsize length = strlen (digits);

  if (strchr (digits, '.') == NULL)
    return digits;
  while (digits[length - 1] == '0')
    length--;
  digits[digits[length - 1] == '.' ? length - 1 : length] = '\0';
  return digits;
}

char *
charter_value_to_string (CharterValue a, int places)
{
  CharterValue rounded = charter_value_round (a, CLAMP (places, 0, CHARTER_VALUE_MAX_PLACES));
  char format[8], digits[G_ASCII_DTOSTR_BUF_SIZE * 9];
  Wide size, below;

  if (!is_exact (rounded))
    {
      g_snprintf (format, sizeof format, "%%.%df", CLAMP (places, 0, CHARTER_VALUE_MAX_PLACES));
      return without_end_zeros (g_strdup (g_ascii_formatd (digits, sizeof digits, format, a.approximate)));
    }
  size = rounded.numerator < 0 ? -(Wide)rounded.numerator : rounded.numerator;
  below = rounded.denominator;
  return without_end_zeros (g_strdup_printf ("%s%" G_GINT64_FORMAT ".%012" G_GINT64_FORMAT,
                                             rounded.numerator < 0 ? "-" : "", (gint64)(size / below),
                                             (gint64)(size % below * ten_to (12) / below)));
}
