/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The line of an arrow from one stage of a diagram to another: two points where it is straight, four where it goes
 * around as a bracket. All in px. */
typedef struct {
  graphene_point_t points[4]; /* from its start to its head */
  guint n;
} CharterArrow;

#define CHARTER_ARROW_AIR 6 /* px between an arrow's end and a stage */

/* Between two stages of which one is beside, above or below the other. */
CharterArrow charter_arrow_straight (const GdkRectangle *a, const GdkRectangle *b);
/* Out of a row (below it) or a column (beside it), along it so far away, and in again. shift: of its two legs, from the
 * middle of their stages, to either side. */
CharterArrow
charter_arrow_bracket (const GdkRectangle *a, const GdkRectangle *b, gboolean below, float away, float shift);
gboolean charter_arrow_is_bracket (const CharterArrow *arrow);
/* With the source, width and caps that cr has. */
void charter_arrow_draw (const CharterArrow *arrow, cairo_t *cr);

G_END_DECLS
