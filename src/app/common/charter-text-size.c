/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-text-size.h"

#define DPI "gtk-xft-dpi"
#define PLAIN (96 * 1024) /* what it means where no desktop tells it */

/* Once the application has set it, GTK listens to the desktop no more until it is reset. */
static void
show (CharterSettings *settings)
{
  GtkSettings *gtk = gtk_settings_get_default ();
  int size = charter_settings_get (settings, CHARTER_SETTINGS_TEXT_SIZE);
  int dpi;

  gtk_settings_reset_property (gtk, DPI);
  if (size == 100)
    return;
  g_object_get (gtk, DPI, &dpi, NULL);
  g_object_set (gtk, DPI, (dpi > 0 ? dpi : PLAIN) * size / 100, NULL);
}

static void
on_set (CharterSettings *settings, int key)
{
  if (key == CHARTER_SETTINGS_TEXT_SIZE)
    show (settings);
}

static void
on_desktop (GdkDisplay *display, const char *name, CharterSettings *settings)
{
  if (g_str_equal (name, DPI))
    show (settings);
}

void
charter_text_size_follow (CharterSettings *settings)
{
  g_signal_connect (settings, "changed", G_CALLBACK (on_set), NULL);
  g_signal_connect_object (gdk_display_get_default (), "setting-changed", G_CALLBACK (on_desktop), settings, 0);
  if (charter_settings_get (settings, CHARTER_SETTINGS_TEXT_SIZE) != 100)
    show (settings);
}
