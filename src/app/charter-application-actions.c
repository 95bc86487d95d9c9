/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-application-private.h"

#include <glib/gi18n.h>

#include "charter-about.h"
#include "charter-author-window.h"
#include "charter-class-window.h"
#include "charter-preferences-window.h"

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window;

  if (charter_author_ask_before_quitting (data))
    return;
  while ((window = gtk_application_get_active_window (data)) != NULL)
    gtk_window_destroy (window);
  g_application_quit (data);
}

static void
on_help_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterApplication) self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && CHARTER_IS_WINDOW (window))
    charter_window_toast_fault (CHARTER_WINDOW (window),
                                _ ("The help could not be opened. It needs a help viewer, such as Yelp."));
}

/* Of the place where one is. */
static const char *
get_help_page (GtkWindow *window)
{
  if (CHARTER_IS_WINDOW (window))
    return charter_window_get_help_page (CHARTER_WINDOW (window));
  if (CHARTER_IS_AUTHOR_WINDOW (window))
    return "author";
  if (CHARTER_IS_PREFERENCES_WINDOW (window))
    return charter_preferences_window_get_help_page (CHARTER_PREFERENCES_WINDOW (window));
  if (CHARTER_IS_CLASS_WINDOW (window))
    return "class";
  return "index";
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  g_autofree char *uri = g_strconcat ("help:charter/", get_help_page (window), NULL);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gdk_display_get_default ());

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_help_shown,
                                           g_object_ref (data));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_show_about (data, gtk_application_get_active_window (data));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterApplication *self = data;

  if (charter_application_is_ready (self))
    charter_preferences_show (self, gtk_application_get_active_window (data));
  else
    self->preferences_wanted = TRUE;
}

static void
class_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_application_show_class (data);
}

static void
learners_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (charter_application_is_ready (data))
    charter_preferences_show_learners (data, gtk_application_get_active_window (data));
}

/* These come from the desktop too, when there is no window yet. */
static void
place_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterWindow *window = charter_application_ensure_window (data);

  g_action_group_activate_action (G_ACTION_GROUP (window), "show-page",
                                  g_variant_new_string (g_action_get_name (G_ACTION (action))));
  charter_application_present (data, window);
}

static void
today_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_reminders_withdraw (CHARTER_APPLICATION (data)->reminders);
  place_action (action, parameter, data);
}

static void
review_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterWindow *window = charter_application_ensure_window (data);

  charter_reminders_withdraw (CHARTER_APPLICATION (data)->reminders);
  charter_application_present (data, window);
  g_action_group_activate_action (G_ACTION_GROUP (window), "review", NULL);
}

static void
not_today_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_reminders_leave_today (CHARTER_APPLICATION (data)->reminders);
}

static void
open_pack_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterWindow *window = charter_application_ensure_window (data);

  charter_application_present (data, window);
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-pack", NULL);
}

static void
author_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_author_show (data, NULL);
}

static void
author_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  charter_author_show (data, file);
}

static void
author_item_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = NULL;
  const char *uri, *id;

  g_variant_get (parameter, "(&s&s)", &uri, &id);
  file = g_file_new_for_uri (uri);
  charter_author_show_item (data, file, id);
}

static const GActionEntry actions[] = {
  { "quit", quit_action, NULL, NULL, NULL },           { "help", help_action, NULL, NULL, NULL },
  { "about", about_action, NULL, NULL, NULL },         { "learn", place_action, NULL, NULL, NULL },
  { "practice", place_action, NULL, NULL, NULL },      { "progress", place_action, NULL, NULL, NULL },
  { "open-pack", open_pack_action, NULL, NULL, NULL }, { "preferences", preferences_action, NULL, NULL, NULL },
  { "learners", learners_action, NULL, NULL, NULL },   { "today", today_action, NULL, NULL, NULL },
  { "review", review_action, NULL, NULL, NULL },       { "not-today", not_today_action, NULL, NULL, NULL },
  { "author", author_action, NULL, NULL, NULL },       { "author-file", author_file_action, "s", NULL, NULL },
  { "class", class_action, NULL, NULL, NULL },         { "author-item", author_item_action, "(ss)", NULL, NULL },
};

static const struct {
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.open-pack", { "<Control>o" } },
  { "win.show-shortcuts", { "<Control>question" } },
  { "win.search", { "<Control>f" } },
  { "win.show-notes", { "<Control><Shift>b" } },
  { "win.back", { "<Alt>Left" } },
  { "win.review", { "<Control>d" } },
  { "win.fullscreen", { "F11" } },
  { "win.show-page::today", { "<Alt>1" } },
  { "win.show-page::learn", { "<Alt>2" } },
  { "win.show-page::practice", { "<Alt>3" } },
  { "win.show-page::progress", { "<Alt>4" } },
  { "window.close", { "<Control>w" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.start", { "<Control>n" } },
  { "win.undo-edit", { "<Control>z" } },
  { "win.redo-edit", { "<Control><Shift>z", "<Control>y" } },
  { "win.element-help", { "<Control>i" } },
  { "win.show-contents", { "F9" } },
  { "win.find-part", { "<Control><Shift>o" } },
  { "win.next-problem", { "F8" } },
  { "win.previous-problem", { "<Shift>F8" } },
};

void
charter_application_add_actions (CharterApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
}
