/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* What an item asks, as a page of its own shows it: a last paragraph that is short is the question itself, and stands
 * out as a heading; what comes before it, or is long, is text. pack: the item's, kept. Returns: (transfer floating) */
GtkWidget *charter_stem_new (CharterPack *pack, CharterBlocks stem);

G_END_DECLS
