/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* BLOCKS on the screen, one below the other. It follows the window's "narrow" class where a block has another form
 * there. Everything wraps; it asks for no more than 200 px or so of width. */
#define CHARTER_TYPE_BLOCKS_VIEW (charter_blocks_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterBlocksView, charter_blocks_view, CHARTER, BLOCKS_VIEW, GtkBox)

/* pack is kept; blocks are the pack's. Returns: (transfer floating) */
GtkWidget *charter_blocks_view_new (CharterPack *pack, CharterBlocks blocks);

/* Shows other blocks, of any pack. */
void charter_blocks_view_set_blocks (CharterBlocksView *self, CharterPack *pack, CharterBlocks blocks);

/* Puts blocks below the heading of a card, its first child, in the place of what stands there. */
void charter_blocks_view_fill_card (GtkBox *card, CharterPack *pack, CharterBlocks blocks);

G_END_DECLS
