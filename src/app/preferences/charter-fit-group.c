/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-fit-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-study-fit.h"
#include "charter-study-say.h"
#include "charter-toast.h"

struct _CharterFitGroup {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *fit_row;
  GtkButton *fit_button;
  GtkWidget *standard_row;

  CharterStudy *study;
  GCancellable *fitting; /* NULL while nothing is fitted */
  CharterWeights before; /* for the undo */
  CharterWeights found;
};

G_DEFINE_FINAL_TYPE (CharterFitGroup, charter_fit_group, ADW_TYPE_PREFERENCES_GROUP)

enum { TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void use_weights (CharterFitGroup *self, const CharterWeights *weights, GAsyncReadyCallback callback);

static void
tell (CharterFitGroup *self, AdwToast *toast)
{
  g_signal_emit (self, signals[TOLD], 0, toast);
  g_object_unref (toast);
}

static void
show (CharterFitGroup *self)
{
  const CharterWeights *weights = &charter_study_get_scheme (self->study)->weights;
  gboolean standard = charter_weights_are_equal (weights, charter_weights_get_default ());

  gtk_widget_set_visible (self->standard_row, !standard);
  gtk_button_set_label (self->fit_button, self->fitting != NULL ? _ ("Cancel") : _ ("Fit"));
  if (self->fitting == NULL)
    adw_action_row_set_subtitle (self->fit_row,
                                 standard ? _ ("Questions come back as they would for most people")
                                          : _ ("Questions come back by what you have remembered so far"));
}

/* --- another schedule --------------------------------------------------------------------------------------------- */

static void
on_put_back (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterFitGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);

  tell (self, charter_toast_new_outcome (_ ("The schedule is as it was before"), error));
  show (self);
}

static void
put_back (CharterFitGroup *self)
{
  use_weights (self, &self->before, on_put_back);
}

static void
on_used (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterFitGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);
  AdwToast *toast = charter_toast_new_outcome (_ ("The schedule was changed"), error);

  if (event != NULL)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_timeout (toast, 0);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (put_back), self, G_CONNECT_SWAPPED);
    }
  tell (self, toast);
  show (self);
}

static void
use_weights (CharterFitGroup *self, const CharterWeights *weights, GAsyncReadyCallback callback)
{
  CharterWeights other = *weights;

  self->before = charter_study_get_scheme (self->study)->weights;
  charter_study_use_weights_async (self->study, &other, NULL, callback, g_object_ref (self));
}

static void
standard_clicked (CharterFitGroup *self)
{
  use_weights (self, charter_weights_get_default (), on_used);
}

/* --- fitting ------------------------------------------------------------------------------------------------------ */

static void
on_response (CharterFitGroup *self, const char *response)
{
  if (g_str_equal (response, "use"))
    use_weights (self, &self->found, on_used);
}

static void
tell_found (CharterFitGroup *self, const CharterStudyFit *found)
{
  g_autofree char *words = charter_study_fit_dup_words (found);
  gboolean nothing = found->fit.reach == CHARTER_FIT_NOTHING;
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
    nothing ? _ ("Too Little to Go By") : _ ("A Schedule of Your Own"), words);

  self->found = found->fit.weights;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "leave",
                                   nothing ? _ ("Close") : _ ("Leave as It Is"));
  if (!nothing)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "use", _ ("Use It"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "use", ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "leave");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_progress (double done, gpointer data)
{
  CharterFitGroup *self = data;
  g_autofree char *words = g_strdup_printf (_ ("Looking through your history: %d%%"), (int)(done * 100));

  if (self->fitting != NULL)
    adw_action_row_set_subtitle (self->fit_row, words);
}

static void
on_fitted (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterFitGroup) self = data;
  g_autoptr (GError) error = NULL;
  CharterStudyFit found;
  gboolean done = charter_study_fit_weights_finish (CHARTER_STUDY (study), result, &found, &error);

  g_clear_object (&self->fitting);
  show (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (done)
    tell_found (self, &found);
  else
    tell (self, charter_toast_new_fault (error->message));
}

static void
fit_clicked (CharterFitGroup *self)
{
  if (self->fitting != NULL)
    {
      g_cancellable_cancel (self->fitting);
      return;
    }
  self->fitting = g_cancellable_new ();
  show (self);
  charter_study_fit_weights_async (self->study, on_progress, self, self->fitting, on_fitted, g_object_ref (self));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_fit_group_dispose (GObject *object)
{
  g_cancellable_cancel (CHARTER_FIT_GROUP (object)->fitting);

  G_OBJECT_CLASS (charter_fit_group_parent_class)->dispose (object);
}

static void
charter_fit_group_finalize (GObject *object)
{
  g_clear_object (&CHARTER_FIT_GROUP (object)->study);

  G_OBJECT_CLASS (charter_fit_group_parent_class)->finalize (object);
}

/* Nobody looks any more. */
static void
charter_fit_group_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (CHARTER_FIT_GROUP (widget)->fitting);

  GTK_WIDGET_CLASS (charter_fit_group_parent_class)->unroot (widget);
}

static void
charter_fit_group_class_init (CharterFitGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_fit_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_fit_group_finalize;
  widget_class->unroot = charter_fit_group_unroot;
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, ADW_TYPE_TOAST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-fit-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterFitGroup, fit_row);
  gtk_widget_class_bind_template_child (widget_class, CharterFitGroup, fit_button);
  gtk_widget_class_bind_template_child (widget_class, CharterFitGroup, standard_row);
  gtk_widget_class_bind_template_callback (widget_class, fit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, standard_clicked);
}

static void
charter_fit_group_init (CharterFitGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
charter_fit_group_show (CharterFitGroup *self, CharterStudy *study)
{
  g_set_object (&self->study, study);
  show (self);
}
