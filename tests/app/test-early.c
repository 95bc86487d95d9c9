/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a quick hand asks for before packs and history are there waits for them. */
#include "charter-application.h"
#include "charter-window-private.h"

typedef struct {
  const char *action;
  const char *page; /* its type */
} Early;

static CharterWindow *
get_window (CharterApplication *app)
{
  return CHARTER_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (app)));
}

static void
look (CharterApplication *app, const Early *early)
{
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (charter_window_get_top (get_window (app))), ==, early->page);
  g_application_quit (G_APPLICATION (app));
}

/* As soon as there is a window. */
static void
ask (CharterApplication *app, const Early *early)
{
  g_assert_false (charter_application_is_ready (app));
  g_action_group_activate_action (G_ACTION_GROUP (get_window (app)), early->action, NULL);
  g_assert_null (charter_window_get_top (get_window (app)));
  g_signal_connect (app, "ready", G_CALLBACK (look), (gpointer)early);
}

static void
test_early (gconstpointer early)
{
  g_autoptr (CharterApplication) app = charter_application_new ();

  g_signal_connect_after (app, "activate", G_CALLBACK (ask), (gpointer)early);
  g_assert_cmpint (g_application_run (G_APPLICATION (app), 0, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  static const Early all[] = {
    { "search", "CharterSearchPage" },
    { "show-notes", "CharterNotesPage" },
    { "show-packs", "CharterPacksPage" },
    { "left-out", "CharterLeftOutPage" },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *path = g_strdup_printf ("/early/%s", all[i].action);

      g_test_add_data_func (path, &all[i], test_early);
    }
  return g_test_run ();
}
