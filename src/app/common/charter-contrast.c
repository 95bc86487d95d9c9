/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-contrast.h"

#include <adwaita.h>

/* By hand: libadwaita loads a style-hc.css, but newer ones warn of it and want rules that GTK 4.8 can’t read. */
static void
show_contrast (AdwStyleManager *manager, GParamSpec *pspec, GtkStyleProvider *rules)
{
  GdkDisplay *display = gdk_display_get_default (); /* the default manager has none of its own */

  if (display == NULL) /* at the end */
    return;
  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, rules, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, rules);
}

void
charter_contrast_follow (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) rules = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (rules, "/org/charterstudy/Charter/contrast.css");
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (show_contrast), rules, 0);
  show_contrast (manager, NULL, GTK_STYLE_PROVIDER (rules));
  g_object_set_data_full (G_OBJECT (manager), "charter-contrast", g_steal_pointer (&rules), g_object_unref);
}
