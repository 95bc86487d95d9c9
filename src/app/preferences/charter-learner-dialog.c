/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-learner-dialog.h"

#include <glib/gi18n.h>

#include "charter-widget.h"

#define WIDTH 400 /* px at most */
#define AROUND 24 /* px of the window below that stay to be seen */

struct _CharterLearnerDialog {
  AdwWindow parent_instance;

  /* template widgets */
  GtkLabel *title;
  GtkWidget *save_button;
  GtkEditable *name;
  GtkLabel *fault;

  CharterLearners *learners;
  char *id; /* NULL for a new one */
};

G_DEFINE_FINAL_TYPE (CharterLearnerDialog, charter_learner_dialog, ADW_TYPE_WINDOW)

enum { NAMED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* error: or NULL */
static void
show_fault (CharterLearnerDialog *self, const GError *error)
{
  gtk_label_set_label (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
  charter_widget_set_class (GTK_WIDGET (self->name), "error", error != NULL);
  if (error != NULL)
    charter_widget_announce (GTK_WIDGET (self), error->message);
}

/* Nobody has done anything wrong who has written nothing yet. */
static void
on_changed (CharterLearnerDialog *self)
{
  const char *name = gtk_editable_get_text (self->name);
  g_autofree char *plain = g_strstrip (g_strdup (name));
  g_autoptr (GError) error = NULL;
  gboolean fits = charter_learners_check_name (self->learners, name, self->id, &error);

  show_fault (self, *plain != '\0' ? error : NULL);
  gtk_widget_set_sensitive (self->save_button, fits);
}

static void
save (CharterLearnerDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autoptr (GError) error = NULL;
  gboolean done = self->id != NULL ? charter_learners_rename (self->learners, self->id, name, &error)
                                   : charter_learners_add (self->learners, name, &error) != NULL;

  if (!done)
    {
      show_fault (self, error);
      return;
    }
  g_signal_emit (self, signals[NAMED], 0, name);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
charter_learner_dialog_finalize (GObject *object)
{
  CharterLearnerDialog *self = CHARTER_LEARNER_DIALOG (object);

  charter_learners_free (self->learners);
  g_free (self->id);

  G_OBJECT_CLASS (charter_learner_dialog_parent_class)->finalize (object);
}

static void
charter_learner_dialog_class_init (CharterLearnerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_learner_dialog_finalize;
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-learner-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterLearnerDialog, title);
  gtk_widget_class_bind_template_child (widget_class, CharterLearnerDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CharterLearnerDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CharterLearnerDialog, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
charter_learner_dialog_init (CharterLearnerDialog *self)
{
  self->learners = charter_learners_new_default ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->fault, "accessible-role", CHARTER_ROLE_STATUS, NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

static void
show_title (CharterLearnerDialog *self)
{
  const char *title = self->id != NULL ? _ ("Rename Learner") : _ ("Add a Learner");

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->title, title);
  gtk_button_set_label (GTK_BUTTON (self->save_button), self->id != NULL ? _ ("Rename") : _ ("Add"));
}

CharterLearnerDialog *
charter_learner_dialog_show (GtkWindow *parent, const CharterLearner *learner)
{
  CharterLearnerDialog *self = g_object_new (CHARTER_TYPE_LEARNER_DIALOG, "transient-for", parent, NULL);

  self->id = learner != NULL ? g_strdup (learner->id) : NULL;
  show_title (self);
  gtk_editable_set_text (self->name, learner != NULL ? learner->name : "");
  on_changed (self);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent)) - AROUND), -1);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return self;
}
