/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-rescue-group.h"

#include <glib/gi18n.h>

struct _CharterRescueGroup {
  AdwPreferencesGroup parent_instance;

  GtkLabel *reason;
  GtkLabel *place;

  CharterApplication *app; /* borrowed */
};

G_DEFINE_FINAL_TYPE (CharterRescueGroup, charter_rescue_group, ADW_TYPE_PREFERENCES_GROUP)

/* Where it works the window goes, and where not it says so. */
static void
try_again (CharterRescueGroup *self)
{
  charter_application_open_again (self->app, NULL);
}

static void
charter_rescue_group_class_init (CharterRescueGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-rescue-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterRescueGroup, reason);
  gtk_widget_class_bind_template_child (widget_class, CharterRescueGroup, place);
  gtk_widget_class_bind_template_callback (widget_class, try_again);
}

static void
charter_rescue_group_init (CharterRescueGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
charter_rescue_group_show (CharterRescueGroup *self, CharterApplication *app)
{
  const GError *failure = charter_application_get_failure (app);
  g_autoptr (GFile) history = charter_application_dup_history (app);
  g_autofree char *path = g_filename_display_name (g_file_peek_path (history));
  /* Translators: %s is the place of a file. */
  g_autofree char *words = g_strdup_printf (_ ("Its place is %s"), path);

  self->app = app;
  gtk_label_set_label (self->reason, failure != NULL ? failure->message : "");
  gtk_label_set_label (self->place, words);
}
