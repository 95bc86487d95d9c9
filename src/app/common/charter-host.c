/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-host.h"

G_DEFINE_INTERFACE (CharterHost, charter_host, GTK_TYPE_WIDGET)

static void
charter_host_default_init (CharterHostInterface *iface)
{
  g_object_interface_install_property (iface, g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

CharterHost *
charter_host_of (GtkWidget *widget)
{
  GtkWidget *host = gtk_widget_get_ancestor (widget, CHARTER_TYPE_HOST);

  return host != NULL ? CHARTER_HOST (host) : NULL;
}

gboolean
charter_host_get_narrow (CharterHost *self)
{
  gboolean narrow;

  g_object_get (self, "narrow", &narrow, NULL);
  return narrow;
}
