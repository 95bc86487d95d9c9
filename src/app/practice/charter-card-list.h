/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A list of cards with buttons. Tab goes to one card (the one that had the focus last, or else the first), through its
 * buttons, and on to what comes after the list; arrows lead from card to card. (GtkListBox can do that only from
 * GTK 4.18 on.) */
#define CHARTER_TYPE_CARD_LIST (charter_card_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterCardList, charter_card_list, CHARTER, CARD_LIST, AdwBin)

/* name: for screen readers. Returns: (transfer floating) */
GtkWidget *charter_card_list_new (const char *name);

/* Returns: (transfer none) where the cards are rows. A click belongs to their buttons, so only Return activates them.
 */
GtkListBox *charter_card_list_get_box (CharterCardList *self);

G_END_DECLS
