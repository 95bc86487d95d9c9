/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as people type them, wherever they come from.
 *
 *   A sign       + - − – before the number.
 *   The mark     A full stop or a comma: 625.5  625,5  .5  ,5
 *   Grouping     By spaces (no-break and narrow ones too), apostrophes, and whichever of full stop and comma is not
 *                the mark, in threes (twos as in 12,34,567 too): 1 234,5  1'234.5  1,234.5  1.234,5
 *   A repeated   full stop or comma groups: 1,234,567 is a whole number.
 *   The unit     of the item may stand before or after, once, in capitals or not: $ 625  625 k$
 *   Per cent     12 % is 12 where the item's unit is %, and can't be read where it has another unit.
 *
 * Two things can't be told from the text alone, and there both readings are given, the likelier first:
 *
 *   1,234        is 1234 in some countries and 1.234 in others; so is 1.234. That is: one mark, one to three digits
 *                before it that do not begin with 0, exactly three after it. A comma more often groups, a full stop
 *                more often is the mark.
 *   12 %         is 0.12, or 12 where the item has no unit and asks "how many per cent".
 *
 * An answer is right where one of its readings is: nobody fails by the habits of their country, and nobody gains, as
 * the readings are a hundredfold and more apart. */
#define CHARTER_NUMBER_MAX_READINGS 4

/* unit: the item's, or NULL. readings: (out) the likelier first. Returns: how many there are, 0 where text is no
 * number. */
guint charter_number_parse (const char *text, const char *unit, double readings[CHARTER_NUMBER_MAX_READINGS]);

/* What separates decimals in a language: a full stop or a comma. language: BCP 47, such as "es" or "es-MX". */
char charter_number_get_mark (const char *language);
/* A computed number, such as "-21.6", as it is printed: with that mark and a true minus. Returns: (transfer full) */
char *charter_number_to_words (const char *digits, char mark);

G_END_DECLS
