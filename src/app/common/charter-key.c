/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-key.h"

int
charter_key_get_number (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return keyval == GDK_KEY_0 ? 9 : (int)(keyval - GDK_KEY_1);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return keyval == GDK_KEY_KP_0 ? 9 : (int)(keyval - GDK_KEY_KP_1);
  return -1;
}

int
charter_key_get_letter (guint keyval)
{
  guint lower = gdk_keyval_to_lower (keyval);

  return lower >= GDK_KEY_a && lower <= GDK_KEY_z ? (int)(lower - GDK_KEY_a) : -1;
}

gboolean
charter_key_is_free (GtkRoot *root, GdkModifierType modifiers)
{
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return (modifiers & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) == 0
         && (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL);
}
