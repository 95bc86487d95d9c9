/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-way-out.h"

#include <glib/gi18n.h>

struct _CharterWayOut {
  GtkButton parent_instance;

  GBinding *binding; /* borrowed while rooted */
};

G_DEFINE_FINAL_TYPE (CharterWayOut, charter_way_out, GTK_TYPE_BUTTON)

static void
charter_way_out_root (GtkWidget *widget)
{
  CharterWayOut *self = CHARTER_WAY_OUT (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (charter_way_out_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    self->binding = g_object_bind_property (root, "fullscreened", self, "visible", G_BINDING_SYNC_CREATE);
}

static void
charter_way_out_unroot (GtkWidget *widget)
{
  g_clear_pointer (&CHARTER_WAY_OUT (widget)->binding, g_binding_unbind);
  GTK_WIDGET_CLASS (charter_way_out_parent_class)->unroot (widget);
}

static void
charter_way_out_class_init (CharterWayOutClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = charter_way_out_root;
  GTK_WIDGET_CLASS (klass)->unroot = charter_way_out_unroot;
}

static void
charter_way_out_init (CharterWayOut *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "view-restore-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.fullscreen");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Leave Full Screen (F11)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Leave Full Screen"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
