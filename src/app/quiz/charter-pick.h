/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drop-down that shows “Choose…” until something is chosen, and whose long choices wrap. */
#define CHARTER_TYPE_PICK (charter_pick_get_type ())
G_DECLARE_FINAL_TYPE (CharterPick, charter_pick, CHARTER, PICK, GtkWidget)

/* choices: NULL-terminated. name: what it chooses for, to a screen reader. Emits "chosen" when a person chooses. */
CharterPick *charter_pick_new (const char *const *choices, const char *name);
/* Returns: an index into the choices, -1 for none. */
int charter_pick_get_chosen (CharterPick *self);
void charter_pick_set_chosen (CharterPick *self, int index);
/* Locked: what was chosen stands there as words, for there is nothing to drop down any more. */
void charter_pick_set_locked (CharterPick *self, gboolean locked);

/* picks: (element-type CharterPick) not empty. Returns: the index of the one that has the focus, else of the first in
 * which nothing is chosen, else 0 */
guint charter_pick_find_next (GPtrArray *picks);

G_END_DECLS
