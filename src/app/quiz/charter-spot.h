/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-item.h"
#include "charter-scoring.h"

G_BEGIN_DECLS

/* One place of a hotspot, over its picture or diagram: an outline with its letter, to be clicked, or chosen with Space.
 * What was chosen is tinted; after the check it has an icon and a colour, and the key that was missed a broken line. */
#define CHARTER_TYPE_SPOT (charter_spot_get_type ())
G_DECLARE_FINAL_TYPE (CharterSpot, charter_spot, CHARTER, SPOT, GtkButton)

/* part: its id and words. region: its form, or NULL for a box of a diagram. badge: its letter, copied. role: what it is
 * to a screen reader. Part and region are the pack's. */
CharterSpot *
charter_spot_new (const CharterPart *part, const CharterRegion *region, const char *badge, GtkAccessibleRole role);

const CharterPart *charter_spot_get_part (CharterSpot *self);
const CharterRegion *charter_spot_get_region (CharterSpot *self);

void charter_spot_set_chosen (CharterSpot *self, gboolean chosen);
/* words: what the mark means here, NULL to show none. */
void charter_spot_set_mark (CharterSpot *self, CharterMark mark, const char *words);

/* Gives it its place: area is that of the whole picture, or of the box, in the parent's pixels. */
void charter_spot_allocate (CharterSpot *self, const graphene_rect_t *area);

G_END_DECLS
