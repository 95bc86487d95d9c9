/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-attempt-menu.h"

#include <glib/gi18n.h>

#include "charter-application.h"
#include "charter-study-say.h"
#include "charter-window.h"

struct _CharterAttemptMenu {
  AdwBin parent_instance;

  CharterStudy *study;
  char *session;
  char *leave;
};

G_DEFINE_FINAL_TYPE (CharterAttemptMenu, charter_attempt_menu, ADW_TYPE_BIN)

/* For as long as its toast is shown, whatever page is left. */
typedef struct {
  CharterWindow *window;
  CharterStudy *study;
  CharterEvent *event;
} Deleted;

static void
deleted_free (gpointer data, GClosure *closure)
{
  Deleted *deleted = data;

  g_object_unref (deleted->window);
  g_object_unref (deleted->study);
  charter_event_unref (deleted->event);
  g_free (deleted);
}

static void
on_undone (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);

  charter_window_toast_outcome (window, _ ("The attempt counts again"), error);
}

static void
undo (AdwToast *toast, Deleted *deleted)
{
  charter_study_undo_async (deleted->study, deleted->event, NULL, on_undone, g_object_ref (deleted->window));
}

static void
tell_deleted (CharterAttemptMenu *self, CharterWindow *window, CharterEvent *event)
{
  Deleted *deleted = g_new (Deleted, 1);

  *deleted = (Deleted){ g_object_ref (window), g_object_ref (self->study), event };
  gtk_widget_activate_action (GTK_WIDGET (self), self->leave, NULL);
  charter_window_toast_with_button (window, _ ("The attempt was deleted. Preferences can bring it back."), _ ("Undo"),
                                    G_CALLBACK (undo), deleted, deleted_free);
}

static void
on_deleted (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAttemptMenu) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (event != NULL && window != NULL)
    tell_deleted (self, window, g_steal_pointer (&event));
  else if (window != NULL)
    charter_window_toast_fault (window, error->message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attempt.delete", TRUE);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterAttemptMenu *self = CHARTER_ATTEMPT_MENU (widget);

  gtk_widget_action_set_enabled (widget, "attempt.delete", FALSE); /* once is enough */
  charter_study_delete_async (self->study, self->session, NULL, on_deleted, g_object_ref (self));
}

/* Of the learner whose turn it is: not of a pack that is only looked at. app: NULL in a window that has none. */
static gboolean
is_kept (CharterAttemptMenu *self, CharterApplication *app)
{
  return app != NULL && charter_application_get_study (app) == self->study && charter_application_is_history_kept (app);
}

static void
charter_attempt_menu_root (GtkWidget *widget)
{
  CharterAttemptMenu *self = CHARTER_ATTEMPT_MENU (widget);
  CharterWindow *window;

  GTK_WIDGET_CLASS (charter_attempt_menu_parent_class)->root (widget);
  window = charter_window_of (widget);
  gtk_widget_set_visible (
    widget, window != NULL
              && is_kept (self, (CharterApplication *)gtk_window_get_application (GTK_WINDOW (window))));
}

static void
charter_attempt_menu_finalize (GObject *object)
{
  CharterAttemptMenu *self = CHARTER_ATTEMPT_MENU (object);

  g_clear_object (&self->study);
  g_free (self->session);
  g_free (self->leave);
  G_OBJECT_CLASS (charter_attempt_menu_parent_class)->finalize (object);
}

static void
charter_attempt_menu_class_init (CharterAttemptMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_attempt_menu_finalize;
  widget_class->root = charter_attempt_menu_root;
  gtk_widget_class_install_action (widget_class, "attempt.delete", NULL, delete_action);
}

static void
charter_attempt_menu_init (CharterAttemptMenu *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Delete This Attempt"), "attempt.delete");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("This Attempt"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("This Attempt"), -1);
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
charter_attempt_menu_new (CharterStudy *study, const char *session_id, const char *leave)
{
  CharterAttemptMenu *self = g_object_new (CHARTER_TYPE_ATTEMPT_MENU, NULL);

  self->study = g_object_ref (study);
  self->session = g_strdup (session_id);
  self->leave = g_strdup (leave);
  return GTK_WIDGET (self);
}
