/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"
#include "charter-spot.h"

G_BEGIN_DECLS

/* The picture or diagram of a hotspot, with its places over it. */
#define CHARTER_TYPE_BOARD (charter_board_get_type ())
G_DECLARE_FINAL_TYPE (CharterBoard, charter_board, CHARTER, BOARD, GtkWidget)

/* hotspot is the pack's. Returns: (transfer floating) (nullable) NULL where there is nothing to point at: the picture
 * can't be read, or the diagram is one that is shown as a table */
CharterBoard *charter_board_new (CharterPack *pack, const CharterHotspot *hotspot, GtkAccessibleRole role);

/* spot: (transfer floating) one with a region over a picture, and one whose part is a node over a diagram */
void charter_board_add (CharterBoard *self, CharterSpot *spot);

G_END_DECLS
