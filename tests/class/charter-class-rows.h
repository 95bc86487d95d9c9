/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-analysis.h"

G_BEGIN_DECLS

/* Classes made of rows of points, for tests and for measuring. */

#define ROWS_NOT_ASKED -1.0

/* One learner's result as the text of a file: questions q1 … qn of the pack "org.example.class", scenario "all", each
 * of the kind single, "a" where all points are reached and "b" else. points: ROWS_NOT_ASKED where it was not asked.
 * Returns: (transfer full) */
char *rows_write (guint learner, const double *points, const double *maxima, guint n);

/* Adds the same to a pile, which must take it. */
void rows_add (CharterClassPile *pile, guint learner, const double *points, const double *maxima, guint n);

/* Returns: (transfer full) of that scenario, without its pack */
CharterClassAnalysis *rows_analyse (const CharterClassPile *pile);

G_END_DECLS
