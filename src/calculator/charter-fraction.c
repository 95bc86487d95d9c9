/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-fraction.h"

#include <string.h>

static void
set_power_of_ten (mpz_t result, guint exponent)
{
  mpz_ui_pow_ui (result, 10, exponent);
}

void
charter_fraction_set_digits (mpq_t result, const char *digits)
{
  const char *mark = strchr (digits, '.');
  g_autoptr (GString) whole = g_string_new (NULL);

  for (const char *p = digits; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (whole, *p);
  mpz_set_str (mpq_numref (result), whole->len > 0 ? whole->str : "0", 10);
  set_power_of_ten (mpq_denref (result), mark != NULL ? strlen (mark + 1) : 0);
  if (*digits == '-')
    mpq_neg (result, result);
  mpq_canonicalize (result);
}

/* ---- digits ---- */

static guint
count_whole_digits (mpq_srcptr fraction)
{
  g_autofree char *digits = NULL;
  mpz_t whole;
  guint n;

  mpz_init (whole);
  mpz_tdiv_q (whole, mpq_numref (fraction), mpq_denref (fraction));
  mpz_abs (whole, whole);
  digits = g_malloc (mpz_sizeinbase (whole, 10) + 2);
  n = strlen (mpz_get_str (digits, 10, whole));
  mpz_clear (whole);
  return n;
}

/* As a whole number of units of that decimal. Returns: whether it is exact */
static gboolean
round_to (mpz_t result, mpq_srcptr fraction, guint n_decimals)
{
  mpz_t scaled, rest, twice;
  gboolean exact;

  mpz_inits (scaled, rest, twice, NULL);
  set_power_of_ten (scaled, n_decimals);
  mpz_mul (scaled, scaled, mpq_numref (fraction));
  mpz_tdiv_qr (result, rest, scaled, mpq_denref (fraction));
  exact = mpz_sgn (rest) == 0;
  mpz_mul_2exp (twice, rest, 1);
  if (mpz_cmpabs (twice, mpq_denref (fraction)) >= 0)
    {
      if (mpz_sgn (rest) > 0)
        mpz_add_ui (result, result, 1);
      else
        mpz_sub_ui (result, result, 1);
    }
  mpz_clears (scaled, rest, twice, NULL);
  return exact;
}

/* units: of the last decimal, without a sign */
static GString *
place_mark (const char *units, guint n_decimals)
{
  GString *digits = g_string_new (units);

  while (digits->len <= n_decimals)
    g_string_prepend_c (digits, '0');
  if (n_decimals == 0)
    return digits;
  g_string_insert_c (digits, (gssize)(digits->len - n_decimals), '.');
  while (digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (digits->str[digits->len - 1] == '.')
    g_string_truncate (digits, digits->len - 1);
  return digits;
}

char *
charter_fraction_dup_digits (mpq_srcptr fraction, guint n_digits, gboolean *rounded)
{
  guint n_whole = count_whole_digits (fraction);
  g_autoptr (GString) digits = NULL;
  g_autofree char *units = NULL;
  guint n_decimals;
  gboolean negative;
  mpz_t result;

  *rounded = FALSE;
  if (n_whole > n_digits)
    return NULL;

  n_decimals = n_digits - n_whole;
  mpz_init (result);
  *rounded = !round_to (result, fraction, n_decimals);
  negative = mpz_sgn (result) < 0;
  mpz_abs (result, result);
  units = g_malloc (mpz_sizeinbase (result, 10) + 2);
  digits = place_mark (mpz_get_str (units, 10, result), n_decimals);
  mpz_clear (result);

  if (strcspn (digits->str, ".") > n_digits) /* rounded up to one digit more */
    return NULL;
  if (negative)
    g_string_prepend_c (digits, '-');
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* ---- what is no fraction, or a long one ---- */

gboolean
charter_fraction_root (mpq_t result, mpq_srcptr fraction, guint n_decimals)
{
  mpz_t scale;

  if (mpz_perfect_square_p (mpq_numref (fraction)) && mpz_perfect_square_p (mpq_denref (fraction)))
    {
      mpz_sqrt (mpq_numref (result), mpq_numref (fraction));
      mpz_sqrt (mpq_denref (result), mpq_denref (fraction));
      return TRUE;
    }
  mpz_init (scale);
  set_power_of_ten (scale, n_decimals);
  mpz_mul (mpq_numref (result), mpq_numref (fraction), scale);
  mpz_mul (mpq_numref (result), mpq_numref (result), scale);
  mpz_tdiv_q (mpq_numref (result), mpq_numref (result), mpq_denref (fraction));
  mpz_sqrt (mpq_numref (result), mpq_numref (result));
  mpz_set (mpq_denref (result), scale);
  mpq_canonicalize (result);
  mpz_clear (scale);
  return FALSE;
}

gboolean
charter_fraction_shorten (mpq_t fraction, gsize n_bits, guint n_decimals)
{
  if (mpz_sizeinbase (mpq_numref (fraction), 2) + mpz_sizeinbase (mpq_denref (fraction), 2) <= n_bits)
    return FALSE;
  round_to (mpq_numref (fraction), fraction, n_decimals);
  set_power_of_ten (mpq_denref (fraction), n_decimals);
  mpq_canonicalize (fraction);
  return TRUE;
}
