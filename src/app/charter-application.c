/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-application.h"

#include "charter-window.h"

struct _CharterApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (CharterApplication, charter_application, ADW_TYPE_APPLICATION)

static CharterWindow *
ensure_window (CharterApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (charter_window_new (self));
  return CHARTER_WINDOW (window);
}

static void
charter_application_activate (GApplication *app)
{
  gtk_window_present (GTK_WINDOW (ensure_window (CHARTER_APPLICATION (app))));
}

static void
charter_application_startup (GApplication *app)
{
  G_APPLICATION_CLASS (charter_application_parent_class)->startup (app);

  gtk_window_set_default_icon_name (CHARTER_APP_ID);
}

static void
charter_application_class_init (CharterApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  app_class->startup = charter_application_startup;
  app_class->activate = charter_application_activate;
}

static void
charter_application_init (CharterApplication *self)
{
}

CharterApplication *
charter_application_new (void)
{
  return g_object_new (CHARTER_TYPE_APPLICATION, "application-id", CHARTER_APP_ID, "flags", G_APPLICATION_DEFAULT_FLAGS,
                       "resource-base-path", "/org/charterstudy/Charter", NULL);
}
