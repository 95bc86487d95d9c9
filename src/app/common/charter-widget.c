/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-widget.h"

void
charter_widget_set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
charter_widget_set_spoken_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
charter_widget_announce (GtkWidget *widget, const char *words)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

void
charter_widget_place_buttons (GtkOrientable *box, GtkWidget *buttons, gboolean narrow, int widest)
{
  int width;

  gtk_widget_measure (buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_orientable_set_orientation (box,
                                  narrow || width > widest ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
charter_widget_fill_place (AdwBin *place, GtkWidget *widget)
{
  adw_bin_set_child (place, widget);
  if (widget != NULL)
    g_object_bind_property (widget, "visible", place, "visible", G_BINDING_SYNC_CREATE);
}

void
charter_widget_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
