/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Questions that are held back while an exam that asks them is open, by pack and item. A set, for any thread. */

/* Returns: (transfer full) an empty one */
GHashTable *charter_held_new (void);
/* item_id: of the pack, or "pack#id" where it is of another. */
void charter_held_add (GHashTable *held, const char *pack_id, const char *item_id);
/* held: (nullable) NULL where nothing is. */
gboolean charter_held_has (GHashTable *held, const char *pack_id, const char *item_id);

G_END_DECLS
