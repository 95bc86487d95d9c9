/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-result-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-class-file.h"
#include "charter-file-chooser.h"
#include "charter-study-before.h"
#include "charter-widget.h"
#include "charter-window.h"

#define WIDTH 440 /* px at most */
#define AROUND 24 /* px of the window below that stay to be seen */

struct _CharterResultDialog {
  AdwWindow parent_instance;

  /* template widgets */
  GtkEditable *name;
  GtkWidget *save_button;

  CharterStudy *study;
  CharterSession *session;
  char *title, *day;
  GFile *file;
};

G_DEFINE_FINAL_TYPE (CharterResultDialog, charter_result_dialog, ADW_TYPE_WINDOW)

static char *
dup_name (CharterResultDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
on_changed (CharterResultDialog *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->save_button, *name != '\0');
}

/* ---- saving ---- */

static void
tell (CharterResultDialog *self, const char *done, const GError *error)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (CHARTER_IS_WINDOW (parent))
    charter_window_toast_outcome (CHARTER_WINDOW (parent), done, error);
}

static void
save (CharterResultDialog *self, GHashTable *before)
{
  g_autofree char *name = dup_name (self);
  g_autoptr (CharterClassResult) result = charter_class_result_new (self->session, name, self->day, before);
  g_autofree char *text = charter_class_file_write (result);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (self->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error);
  tell (self, _ ("Result saved"), error);
}

static void
on_before (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterResultDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) before = charter_study_load_before_finish (CHARTER_STUDY (study), result, &error);

  if (before != NULL)
    save (self, before);
  else
    tell (self, NULL, error);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_place_chosen (GObject *dialog, GFile *file)
{
  CharterResultDialog *self = CHARTER_RESULT_DIALOG (dialog);

  if (!g_set_object (&self->file, file))
    return;
  charter_study_load_before_async (self->study, self->session, NULL, on_before, g_object_ref (self));
}

static void
choose_place (CharterResultDialog *self)
{
  const char *const endings[] = { CHARTER_CLASS_FILE_ENDING, NULL };
  g_autofree char *name = dup_name (self);
  g_autofree char *proposed = g_strdup_printf ("%s – %s." CHARTER_CLASS_FILE_ENDING, self->title, name);

  charter_choose_place (GTK_WINDOW (self), _ ("Save the Result"), g_strdelimit (proposed, "/", '-'), endings,
                        G_OBJECT (self), on_place_chosen);
}

/* ---- the object ---- */

static void
charter_result_dialog_finalize (GObject *object)
{
  CharterResultDialog *self = CHARTER_RESULT_DIALOG (object);

  g_clear_object (&self->study);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self->day);
  G_OBJECT_CLASS (charter_result_dialog_parent_class)->finalize (object);
}

static void
charter_result_dialog_class_init (CharterResultDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_result_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/class/charter-result-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterResultDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CharterResultDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, choose_place);
}

static void
charter_result_dialog_init (CharterResultDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

static void
propose_name (CharterResultDialog *self)
{
  g_autofree char *name = charter_class_dup_random_name ((guint64)g_random_int () << 32 | g_random_int ());

  gtk_editable_set_text (self->name, name);
}

void
charter_result_dialog_show (
  GtkWindow *parent, CharterStudy *study, CharterSession *session, const char *title, const char *day)
{
  CharterResultDialog *self = g_object_new (CHARTER_TYPE_RESULT_DIALOG, "transient-for", parent, NULL);

  self->study = g_object_ref (study);
  self->session = g_object_ref (session);
  self->title = g_strdup (title);
  self->day = g_strdup (day);
  propose_name (self);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent)) - AROUND), -1);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
