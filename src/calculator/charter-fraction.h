/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gmp.h>

G_BEGIN_DECLS

/* What a calculator needs of fractions and GMP does not have. All are in lowest terms. */

/* digits: as charter_fraction_dup_digits gives them, and "21." or "-.5" too. */
void charter_fraction_set_digits (mpq_t result, const char *digits);
/* n_digits: at most so many in all, those before the mark first; rounded, a half away from 0, without zeros at the end.
 * rounded: (out) whether anything was lost. Returns: (transfer full) (nullable) such as "-21.6"; NULL where the digits
 * before the mark alone are more */
char *charter_fraction_dup_digits (mpq_srcptr fraction, guint n_digits, gboolean *rounded);

/* Exact where that is a fraction; else to n_decimals. fraction: not below 0. Returns: whether it is exact */
gboolean charter_fraction_root (mpq_t result, mpq_srcptr fraction, guint n_decimals);
/* To n_decimals where it takes more than n_bits to write down. Returns: whether it did */
gboolean charter_fraction_shorten (mpq_t fraction, gsize n_bits, guint n_decimals);

G_END_DECLS
