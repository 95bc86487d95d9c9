/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Single keys that choose from what a page numbers or letters. They are heard on their way back up, so that what a
 * field takes for itself never comes here. */

/* Returns: from 0 for the 1, of either block of digits, where 0 is the tenth; -1 for any other key */
int charter_key_get_number (guint keyval);
/* Returns: from 0 for A, large or small; -1 for any other key */
int charter_key_get_letter (guint keyval);

/* Whether a key with these modifiers is meant for what root shows: alone or with Shift, and not while the focus is in
 * an open list or menu. root: (nullable) */
gboolean charter_key_is_free (GtkRoot *root, GdkModifierType modifiers);

G_END_DECLS
