/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* A button that shows one question and opens a list of all that can be chosen, with a field to search them by their
 * words. It emits "changed". */
#define CHARTER_TYPE_ITEM_CHOOSER (charter_item_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CharterItemChooser, charter_item_chooser, CHARTER, ITEM_CHOOSER, GtkWidget)

/* Returns: (transfer floating) */
GtkWidget *charter_item_chooser_new (void);

/* items: (element-type CharterItem) of pack, which is kept. The one that was chosen stays so where it is among them,
 * else first is. Nothing is emitted. */
void charter_item_chooser_set_items (CharterItemChooser *self,
                                     CharterPack *pack,
                                     GPtrArray *items,
                                     const CharterItem *first);
/* Returns: (nullable) owned by the pack */
const CharterItem *charter_item_chooser_get_item (CharterItemChooser *self);

G_END_DECLS
