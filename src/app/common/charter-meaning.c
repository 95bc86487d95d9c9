/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-meaning.h"

#include <adwaita.h>

#include "charter-blocks-view.h"

#define WIDTH 320 /* px */

static GtkWidget *
make_meaning (CharterPack *pack, const CharterEntry *entry)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *name = gtk_label_new (entry->name.plain);

  gtk_widget_add_css_class (box, "meaning");
  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), charter_blocks_view_new (pack, entry->meaning));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static gboolean
unparent (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not while it is still closing. */
static void
unparent_later (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

void
charter_meaning_show (GtkWidget *at, CharterPack *pack, const CharterEntry *entry, const GdkRectangle *where)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), make_meaning (pack, entry));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), where);
  gtk_widget_set_parent (popover, at);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->name.plain, -1);
  g_signal_connect (popover, "closed", G_CALLBACK (unparent_later), NULL);
  g_signal_connect_object (at, "destroy", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
