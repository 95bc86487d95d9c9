/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number of a drill: an exact fraction in lowest terms while it fits into 64 bits above and below the line, and a
 * double where it is irrational or too large. So 0.1 + 0.2 is 0.3, on every machine. */
typedef struct {
  gint64 numerator;
  gint64 denominator; /* above 0; 0 where the value is not exact */
  double approximate; /* always set; infinite or NAN where nothing can hold the value */
} CharterValue;

#define CHARTER_VALUE_MAX_PLACES 12

CharterValue charter_value_from_int (gint64 number);
/* "12", "0.05": digits with at most one full stop among them. Returns: FALSE for anything else. */
gboolean charter_value_from_decimal (const char *digits, CharterValue *value);
/* The decimal with the fewest digits that is read as this double: 0.1 becomes 1/10. number: finite. */
CharterValue charter_value_from_double (double number);

CharterValue charter_value_negate (CharterValue a);
CharterValue charter_value_abs (CharterValue a);
CharterValue charter_value_add (CharterValue a, CharterValue b);
CharterValue charter_value_subtract (CharterValue a, CharterValue b);
CharterValue charter_value_multiply (CharterValue a, CharterValue b);
/* Returns: FALSE where b is 0. */
gboolean charter_value_divide (CharterValue a, CharterValue b, CharterValue *value);
/* Exact for whole exponents while it fits; 0^0 is 1. Returns: FALSE where there is no real value: a fraction's power
 * of something negative, or a negative power of 0. */
gboolean charter_value_power (CharterValue a, CharterValue b, CharterValue *value);
/* Exact where numerator and denominator are squares. Returns: FALSE below 0. */
gboolean charter_value_sqrt (CharterValue a, CharterValue *value);
/* Halves go away from zero, as taught at school and done in accounts. places: −12 to 12 after the decimal mark. */
CharterValue charter_value_round (CharterValue a, int places);
/* Below, equal to or above 0, as a is to b. */
int charter_value_compare (CharterValue a, CharterValue b);

/* Rounded to at most so many places (0 to 12), zeros at the end dropped: "625", "-0.05"; always with a full stop.
 * Returns: (transfer full) */
char *charter_value_to_string (CharterValue a, int places);

G_END_DECLS
