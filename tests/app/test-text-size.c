/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size of text: at once, in a window that is open, and by what the desktop's own size is, also when that changes.
 */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <gtk/gtk.h>
#include <string.h>

#include "charter-place.h"
#include "charter-text-size.h"

/* ---- a desktop, which tells its settings as XSETTINGS ---- */

typedef struct {
  Display *display;
  Window window;
  guint32 serial;
} Desktop;

/* One setting, of the kind of whole numbers: https://specifications.freedesktop.org/xsettings-spec/ */
typedef struct {
  guint8 order, pad[3];
  guint32 serial, n_settings;
  guint8 kind, pad_kind;
  guint16 length;
  char name[8];
  guint32 changed;
  gint32 value;
} Told;

static void
tell_size (Desktop *desktop, int dpi)
{
  Atom atom = XInternAtom (desktop->display, "_XSETTINGS_SETTINGS", False);
  Told told = { .order = G_BYTE_ORDER == G_LITTLE_ENDIAN ? 0 : 1, .n_settings = 1, .length = 7, .value = dpi * 1024 };

  told.serial = told.changed = desktop->serial++;
  memcpy (told.name, "Xft/DPI", 7);
  XChangeProperty (desktop->display, desktop->window, atom, atom, 8, PropModeReplace, (const guchar *)&told,
                   sizeof told);
  XSync (desktop->display, False);
}

static void
desktop_start (Desktop *desktop)
{
  XEvent event = { .xclient = { .type = ClientMessage, .format = 32 } };
  Atom selection;
  Window root;

  desktop->display = XOpenDisplay (NULL);
  root = DefaultRootWindow (desktop->display);
  selection = XInternAtom (desktop->display, "_XSETTINGS_S0", False);
  desktop->window = XCreateSimpleWindow (desktop->display, root, 0, 0, 1, 1, 0, 0, 0);
  tell_size (desktop, 96);
  XSetSelectionOwner (desktop->display, selection, desktop->window, CurrentTime);
  event.xclient.window = root;
  event.xclient.message_type = XInternAtom (desktop->display, "MANAGER", False);
  event.xclient.data.l[1] = (long)selection;
  event.xclient.data.l[2] = (long)desktop->window;
  XSendEvent (desktop->display, root, False, StructureNotifyMask, &event);
  XSync (desktop->display, False);
}

/* ---- what is to be seen ---- */

static int
get_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_dpi (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi;
}

static void
wait_for_dpi (double dpi)
{
  while (get_dpi () != (int)(dpi * 1024))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_size (CharterSettings *settings, int percent)
{
  g_assert_true (charter_settings_set (settings, CHARTER_SETTINGS_TEXT_SIZE, percent, NULL));
}

static void
test_text_size (void)
{
  g_autofree char *place = g_dir_make_tmp ("charter-text-size-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (place, "settings.ini", NULL);
  g_autoptr (CharterSettings) settings = charter_settings_new (file);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("How large is this?");
  Desktop desktop = { 0 };
  int plain, larger;

  desktop_start (&desktop);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  charter_text_size_follow (settings);
  wait_for_dpi (96);
  plain = get_height (label);

  set_size (settings, 150);
  g_assert_cmpint (get_dpi (), ==, 144 * 1024);
  larger = get_height (label);
  g_assert_cmpint (larger, >, plain * 1.3);

  tell_size (&desktop, 120);
  wait_for_dpi (180);
  g_assert_cmpint (get_height (label), >, larger);

  set_size (settings, 100);
  g_assert_cmpint (get_dpi (), ==, 120 * 1024);
  tell_size (&desktop, 96);
  wait_for_dpi (96);
  g_assert_cmpint (get_height (label), ==, plain);

  gtk_window_destroy (GTK_WINDOW (window));
  XCloseDisplay (desktop.display);
  remove_tree (place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/text-size", test_text_size);
  return g_test_run ();
}
