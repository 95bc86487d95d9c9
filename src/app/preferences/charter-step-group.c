/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-step-group.h"

#include <glib/gi18n.h>

#include "charter-file-chooser.h"
#include "charter-toast.h"

struct _CharterStepGroup {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *folder_row;
  GtkWidget *choose_button;
  AdwActionRow *now_row;
  GtkWidget *stop_row;

  CharterApplication *app; /* borrowed */
  CharterKeeper *keeper;   /* NULL where no folder is set */
  GPtrArray *troubles;     /* borrowed rows of what is wrong in the folder */
  gboolean asked;          /* for a step, so what comes of it is told */
};

G_DEFINE_FINAL_TYPE (CharterStepGroup, charter_step_group, ADW_TYPE_PREFERENCES_GROUP)

enum { TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Takes toast. */
static void
tell_toast (CharterStepGroup *self, AdwToast *toast)
{
  g_signal_emit (self, signals[TOLD], 0, toast);
  g_object_unref (toast);
}

static void
tell (CharterStepGroup *self, const char *words)
{
  tell_toast (self, charter_toast_new (words));
}

static void
tell_fault (CharterStepGroup *self, const char *reason)
{
  tell_toast (self, charter_toast_new_fault (reason));
}

/* --- words -------------------------------------------------------------------------------------------------------- */

static char *
dup_counts (guint n_in, guint n_out)
{
  g_autofree char *in = g_strdup_printf (ngettext ("%'u entry came in", "%'u entries came in", n_in), n_in);
  g_autofree char *out = g_strdup_printf (ngettext ("%'u entry went out", "%'u entries went out", n_out), n_out);

  return g_strjoin (" · ", in, out, NULL);
}

/* A step finds nothing most times, so what is told is of all steps. */
static char *
dup_exchanged (CharterKeeper *keeper)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (charter_keeper_get_time (keeper) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  /* Translators: a time for g_date_time_format(). */
  g_autofree char *when = g_date_time_format (local, _ ("%H:%M"));
  g_autofree char *counts = NULL;
  guint n_in, n_out;

  charter_keeper_get_totals (keeper, &n_in, &n_out);
  counts = dup_counts (n_in, n_out);
  /* Translators: the first %s is a time; the second is such as “3 entries came in · 1 entry went out”. */
  return g_strdup_printf (_ ("Last at %s. Since Charter was opened: %s"), when, counts);
}

static char *
dup_state (CharterKeeper *keeper)
{
  if (charter_keeper_get_trouble (keeper) != NULL)
    return g_strdup (charter_keeper_get_trouble (keeper));
  if (charter_keeper_get_last (keeper) == NULL)
    return g_strdup (_ ("Looking into the folder…"));
  return dup_exchanged (keeper);
}

/* --- what is to be seen ------------------------------------------------------------------------------------------- */

static void
add_trouble (CharterStepGroup *self, const CharterTrouble *trouble)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trouble->file != NULL ? trouble->file : trouble->sentence);
  if (trouble->file != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), trouble->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->troubles, row);
}

static void
show_troubles (CharterStepGroup *self)
{
  const CharterInStep *last = self->keeper != NULL ? charter_keeper_get_last (self->keeper) : NULL;

  for (guint i = 0; i < self->troubles->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->troubles->pdata[i]);
  g_ptr_array_set_size (self->troubles, 0);
  for (guint i = 0; last != NULL && i < last->troubles->len; i++)
    add_trouble (self, last->troubles->pdata[i]);
}

static void
show (CharterStepGroup *self)
{
  g_autofree char *folder
    = self->keeper != NULL ? g_filename_display_name (charter_keeper_get_folder (self->keeper)) : NULL;
  g_autofree char *state = self->keeper != NULL ? dup_state (self->keeper) : NULL;

  adw_action_row_set_subtitle (self->folder_row, folder != NULL ? folder : _ ("None yet"));
  adw_action_row_set_subtitle (self->now_row, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->now_row), self->keeper != NULL);
  gtk_widget_set_visible (self->stop_row, self->keeper != NULL);
  show_troubles (self);
}

static void
on_stepped (CharterStepGroup *self)
{
  const CharterInStep *last = charter_keeper_get_last (self->keeper);
  g_autofree char *counts = last != NULL ? dup_counts (last->n_in, last->n_out) : NULL;

  show (self);
  if (self->asked && counts != NULL)
    tell (self, counts);
  else if (self->asked)
    tell_fault (self, charter_keeper_get_trouble (self->keeper));
  self->asked = FALSE;
}

static void
follow (CharterStepGroup *self, CharterKeeper *keeper)
{
  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_set_object (&self->keeper, keeper);
  if (keeper != NULL)
    g_signal_connect_object (keeper, "stepped", G_CALLBACK (on_stepped), self, G_CONNECT_SWAPPED);
}

/* --- what can be done --------------------------------------------------------------------------------------------- */

/* Returns: whether it was done; where not, it says why. */
static gboolean
set_folder (CharterStepGroup *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  gboolean done = charter_application_keep_in_step (self->app, folder, &error);

  follow (self, charter_application_get_keeper (self->app));
  show (self);
  if (!done)
    tell_fault (self, error->message);
  return done;
}

static void
folder_chosen (GObject *owner, GFile *folder)
{
  CharterStepGroup *self = CHARTER_STEP_GROUP (owner);
  const char *path = g_file_peek_path (folder);

  if (path != NULL)
    self->asked = set_folder (self, path);
  else
    tell_fault (self, _ ("This folder is on another computer. Choose one that this computer has itself."));
}

static void
choose_clicked (CharterStepGroup *self)
{
  charter_choose_folder (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Choose the Shared Folder"),
                         G_OBJECT (self), folder_chosen);
}

static void
now_clicked (CharterStepGroup *self)
{
  self->asked = TRUE;
  charter_keeper_step (self->keeper);
}

/* The button goes with its row, so the focus goes on first. */
static void
stop_clicked (CharterStepGroup *self)
{
  gtk_widget_grab_focus (self->choose_button);
  if (set_folder (self, NULL))
    tell (self, _ ("The folder is left as it is, and looked into no more"));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_step_group_dispose (GObject *object)
{
  follow (CHARTER_STEP_GROUP (object), NULL);

  G_OBJECT_CLASS (charter_step_group_parent_class)->dispose (object);
}

static void
charter_step_group_finalize (GObject *object)
{
  g_ptr_array_unref (CHARTER_STEP_GROUP (object)->troubles);

  G_OBJECT_CLASS (charter_step_group_parent_class)->finalize (object);
}

static void
charter_step_group_class_init (CharterStepGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_step_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_step_group_finalize;
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, ADW_TYPE_TOAST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-step-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterStepGroup, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CharterStepGroup, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CharterStepGroup, now_row);
  gtk_widget_class_bind_template_child (widget_class, CharterStepGroup, stop_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, now_clicked);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked);
}

static void
charter_step_group_init (CharterStepGroup *self)
{
  self->troubles = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
charter_step_group_show (CharterStepGroup *self, CharterApplication *app)
{
  self->app = app;
  follow (self, charter_application_get_keeper (app));
  show (self);
}
