/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-canvas.h"

G_BEGIN_DECLS

/* The line of an arrow from one stage of a diagram to another: two points where it is straight, four where it goes
 * around as a bracket. All in
 * the units of what it is drawn on. */
typedef struct {
  CharterDot points[4]; /* from its start to its head */
  guint n;
} CharterArrow;

#define CHARTER_ARROW_AIR 6 /* between an arrow's end and a stage */

/* Between two stages of which one is beside, above or below the other. */
CharterArrow charter_arrow_straight (const CharterArea *a, const CharterArea *b);
/* Out of a row (below it) or a column (beside it), along it so far away, and in again. shift: of its two legs, from the
 * middle of their stages, to either side. */
CharterArrow
charter_arrow_bracket (const CharterArea *a, const CharterArea *b, gboolean below, double away, double shift);
gboolean charter_arrow_is_bracket (const CharterArrow *arrow);
/* In the ink that cr has, with round caps. */
void charter_arrow_draw (const CharterArrow *arrow, cairo_t *cr);

G_END_DECLS
