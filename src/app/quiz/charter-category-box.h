/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-item.h"
#include "charter-part-row.h"

G_BEGIN_DECLS

/* A place for cards: a category with its name as a button, or the pile of cards that are still to be sorted.
 * "clicked" when its name is pressed; "dropped" (id of a card) when a card was dragged onto it; "card-activated"
 * (CharterPartRow) when one of its cards was clicked or Space pressed on it. */
#define CHARTER_TYPE_CATEGORY_BOX (charter_category_box_get_type ())
G_DECLARE_FINAL_TYPE (CharterCategoryBox, charter_category_box, CHARTER, CATEGORY_BOX, GtkWidget)

/* slot: of the item, or NULL for the pile; it must outlive the box. number: from 1, the key that means it. */
CharterCategoryBox *charter_category_box_new (const CharterSlot *slot, guint number);

const CharterSlot *charter_category_box_get_slot (CharterCategoryBox *self);
/* The name to say; owned by the box. */
const char *charter_category_box_get_words (CharterCategoryBox *self);
/* row: (transfer floating) taken from where it is. A row that is there already stays. */
void charter_category_box_add (CharterCategoryBox *self, CharterPartRow *row);
void charter_category_box_remove (CharterCategoryBox *self, CharterPartRow *row);
gboolean charter_category_box_holds (CharterCategoryBox *self, CharterPartRow *row);
CharterPartRow *charter_category_box_get_row (CharterCategoryBox *self, guint index); /* (nullable) */
/* Outlines the box as the place where a held card would go. */
void charter_category_box_set_target (CharterCategoryBox *self, gboolean target);

G_END_DECLS
