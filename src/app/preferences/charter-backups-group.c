/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-backups-group.h"

#include <glib/gi18n.h>

#include "charter-backup-words.h"
#include "charter-question.h"
#include "charter-toast.h"

struct _CharterBackupsGroup {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *make_row;
  GtkWidget *make_button;
  AdwExpanderRow *list;

  CharterApplication *app; /* borrowed */
  CharterStore *store; /* NULL where the history could not be opened */
  GFile *history;
  char *learner; /* whose they are */
  GFileMonitor *monitor;
  guint timeout;
  GCancellable *listing;
  GPtrArray *backups; /* of CharterBackupFile */
  GPtrArray *rows;    /* borrowed, of the list */
  char *rescuer;      /* name of the backup that is about to take the place of what can't be opened, or NULL */
};

G_DEFINE_FINAL_TYPE (CharterBackupsGroup, charter_backups_group, ADW_TYPE_PREFERENCES_GROUP)

enum { BEFORE_RESTORE, STEP_CHANGED, TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

#define SOON 300 /* ms; a file that comes into the folder is told of more than once */

static void restore (CharterBackupsGroup *self, const char *name, const char *folder, gboolean undo);

static void
tell (CharterBackupsGroup *self, AdwToast *toast)
{
  g_signal_emit (self, signals[TOLD], 0, toast);
  g_object_unref (toast);
}

/* --- what is there ------------------------------------------------------------------------------------------------ */

static guint64
get_size (const CharterBackupFile *backup)
{
  g_autoptr (GFile) file = g_file_new_for_path (backup->path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  return info != NULL ? (guint64)g_file_info_get_size (info) : 0;
}

/* This window goes with it, and the dialog that asked, which has to be done first. */
static gboolean
rescue (gpointer data)
{
  CharterBackupsGroup *self = data;
  g_autofree char *name = g_steal_pointer (&self->rescuer);

  if (name != NULL)
    charter_application_open_again (self->app, name);
  return G_SOURCE_REMOVE;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, CharterBackupsGroup *self)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "name");

  if (!g_str_equal (response, "restore"))
    return;
  if (self->store != NULL)
    restore (self, name, NULL, FALSE);
  else
    {
      g_free (self->rescuer);
      self->rescuer = g_strdup (name);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, rescue, g_object_ref (self), g_object_unref);
    }
}

/* Where what stands in the history's place can't be opened. Returns: (transfer full) */
static char *
dup_rescue_question (const char *when, guint n)
{
  return g_strdup_printf (
    /* Translators: %s is a date. */
    ngettext ("Your history becomes what it was on %s, with %'u answer. What stands in its place now is set aside "
              "beside it under another name; nothing of it is deleted.",
              "Your history becomes what it was on %s, with %'u answers. What stands in its place now is set aside "
              "beside it under another name; nothing of it is deleted.",
              n),
    when, n);
}

/* Returns: (transfer full) */
static char *
dup_question (CharterBackupsGroup *self, const CharterBackupFile *backup)
{
  g_autofree char *when = charter_backup_words_dup_when (backup);
  guint n = (guint)MAX (backup->n_answers, 0);
  g_autofree char *words = g_strdup_printf (
    /* Translators: %s is a date. */
    ngettext ("Your history goes back to how it was on %s, with %'u answer. As it is now it is set aside among the "
              "backups, and can be put back.",
              "Your history goes back to how it was on %s, with %'u answers. As it is now it is set aside among the "
              "backups, and can be put back.",
              n),
    when, n);

  if (self->store == NULL)
    return dup_rescue_question (when, n);
  if (charter_application_get_keeper (self->app) == NULL)
    return g_steal_pointer (&words);
  return g_strjoin ("\n\n", words,
                    _ ("This computer then stops keeping in step with the shared folder, or what came later would come "
                       "back from it at once. To get that too, choose the folder again under Keep in Step."),
                    NULL);
}

static void
ask (CharterBackupsGroup *self, const CharterBackupFile *backup)
{
  g_autofree char *body = dup_question (self, backup);
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Restore This Backup?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "restore", _ ("Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "name", g_strdup (backup->name), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  charter_question_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
restore_clicked (GtkWidget *button, CharterBackupsGroup *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");

  for (guint i = 0; i < self->backups->len; i++)
    if (g_str_equal (((CharterBackupFile *)self->backups->pdata[i])->name, name))
      ask (self, self->backups->pdata[i]);
}

static void
add_row (CharterBackupsGroup *self, const CharterBackupFile *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore…"));
  g_autofree char *when = charter_backup_words_dup_when (backup);
  g_autofree char *what = charter_backup_words_dup_what (backup, get_size (backup));
  /* Translators: %s is the date of a backup. */
  g_autofree char *spoken = g_strdup_printf (_ ("Restore the backup of %s"), when);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, backup->n_answers >= 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (backup->name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (self->list, row);
  g_ptr_array_add (self->rows, row);
}

/* The rows are made anew: where one of them has the focus, it would be nowhere then. */
static void
save_focus (CharterBackupsGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (self->store != NULL ? self->make_button : GTK_WIDGET (self->list));
}

static void
show_list (CharterBackupsGroup *self)
{
  guint n = self->backups->len;
  g_autofree char *latest = n > 0 ? charter_backup_words_dup_when (self->backups->pdata[0]) : NULL;
  /* Translators: %s is the date of the latest backup. */
  g_autofree char *words = g_strdup_printf (ngettext ("%'u, of %s", "%'u, the latest of %s", n), n, latest);

  save_focus (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    add_row (self, self->backups->pdata[i]);
  adw_expander_row_set_subtitle (self->list, n > 0 ? words : _ ("None yet"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), n > 0);
}

static gboolean
is_same (const CharterBackupFile *a, const CharterBackupFile *b)
{
  return g_str_equal (a->name, b->name) && a->n_answers == b->n_answers && a->last_wall == b->last_wall;
}

static gboolean
is_shown (CharterBackupsGroup *self, GPtrArray *backups)
{
  if (self->backups == NULL || self->backups->len != backups->len)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    if (!is_same (self->backups->pdata[i], backups->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
on_listed (GObject *history, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterBackupsGroup) self = data;
  g_autoptr (GPtrArray) backups = charter_backups_list_finish (G_FILE (history), result, NULL);

  if (backups == NULL || self->listing == NULL) /* another list is on its way, or nobody looks any more */
    return;
  if (is_shown (self, backups))
    return;
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = g_steal_pointer (&backups);
  show_list (self);
}

static void
list (CharterBackupsGroup *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  charter_backups_list_async (self->history, self->listing, on_listed, g_object_ref (self));
}

static gboolean
on_soon (gpointer data)
{
  CharterBackupsGroup *self = data;

  self->timeout = 0;
  list (self);
  return G_SOURCE_REMOVE;
}

/* Made or deleted elsewhere: by the day's first start, in a terminal, in a file manager. */
static void
on_folder_changed (CharterBackupsGroup *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (SOON, on_soon, self);
}

static void
follow_folder (CharterBackupsGroup *self)
{
  g_autoptr (GFile) place = g_file_get_parent (self->history);
  g_autoptr (GFile) folder = g_file_get_child (place, "backups");

  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_folder_changed), self, G_CONNECT_SWAPPED);
}

void
charter_backups_group_refresh (CharterBackupsGroup *self)
{
  g_autoptr (GPtrArray) found = self->backups != NULL ? charter_backups_find (g_file_peek_path (self->history)) : NULL;
  gboolean same = found != NULL && found->len == self->backups->len;

  for (guint i = 0; same && i < found->len; i++)
    same = g_str_equal (((CharterBackupFile *)found->pdata[i])->name,
                        ((CharterBackupFile *)self->backups->pdata[i])->name);
  if (found != NULL && !same)
    list (self);
}

/* --- one more ----------------------------------------------------------------------------------------------------- */

static void
on_made (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterBackupsGroup) self = data;
  g_autoptr (GError) error = NULL;

  charter_store_back_up_finish (CHARTER_STORE (store), result, &error);
  gtk_widget_set_sensitive (self->make_button, TRUE);
  tell (self, charter_toast_new_outcome (_ ("A backup was made"), error));
  if (self->store != NULL)
    list (self);
}

static void
make_clicked (CharterBackupsGroup *self)
{
  gtk_widget_set_sensitive (self->make_button, FALSE);
  charter_store_back_up_async (self->store, g_get_real_time (), NULL, on_made, g_object_ref (self));
}

/* --- one put in the history's place ------------------------------------------------------------------------------- */

/* Where it goes to, it brings back what the restored history is to be without, so keeping in step ends before, and for
 * later starts too. */
typedef struct {
  CharterBackupsGroup *group;
  char *folder; /* with which it was kept in step, or NULL */
  gboolean undo;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->group);
  g_free (restoring->folder);
  g_free (restoring);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restoring, restoring_free)

/* folder: NULL to stop. Returns: FALSE where it could not be kept, and nothing has changed; it says so then. */
static gboolean
keep_in_step (CharterBackupsGroup *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  gboolean is_other = g_strcmp0 (self->learner, charter_application_get_learner (self->app)) != 0;

  if (is_other || (folder == NULL && charter_application_get_keeper (self->app) == NULL))
    return !is_other;
  if (!charter_application_keep_in_step (self->app, folder, &error))
    tell (self, charter_toast_new_fault (error->message));
  g_signal_emit (self, signals[STEP_CHANGED], 0);
  return error == NULL;
}

static void
put_back (AdwToast *toast, CharterBackupsGroup *self)
{
  restore (self, g_object_get_data (G_OBJECT (toast), "name"), g_object_get_data (G_OBJECT (toast), "folder"), TRUE);
}

/* Returns: (transfer full) (nullable) the name under which the history was set aside just now */
static char *
dup_latest_aside (CharterBackupsGroup *self)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (self->history));

  for (guint i = 0; i < backups->len; i++)
    if (((CharterBackupFile *)backups->pdata[i])->kind == CHARTER_BACKUP_ASIDE)
      return g_strdup (((CharterBackupFile *)backups->pdata[i])->name);
  return NULL;
}

static AdwToast *
make_undo_toast (CharterBackupsGroup *self, char *aside, const char *folder)
{
  AdwToast *toast = charter_toast_new (_ ("The backup was restored"));

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, 0);
  g_object_set_data_full (G_OBJECT (toast), "name", aside, g_free);
  g_object_set_data_full (G_OBJECT (toast), "folder", g_strdup (folder), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (put_back), self, 0);
  return toast;
}

static void
on_restored (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Restoring) restoring = data;
  CharterBackupsGroup *self = restoring->group;
  g_autoptr (GError) error = NULL;
  gboolean done = charter_store_restore_finish (CHARTER_STORE (store), result, &error);
  char *aside = done && !restoring->undo ? dup_latest_aside (self) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL) /* the dialog is gone, and some window managers turn to the main window then */
    gtk_window_present (GTK_WINDOW (root));
  if (aside != NULL)
    tell (self, make_undo_toast (self, aside, restoring->folder));
  else
    tell (self, charter_toast_new_outcome (_ ("Your history is as it was before"), error));
  if (restoring->folder != NULL && aside == NULL)
    keep_in_step (self, restoring->folder);
  list (self);
}

/* folder: with which to keep in step again where nothing is restored, or what was is put back; NULL for the one that it
 * is now. */
static void
restore (CharterBackupsGroup *self, const char *name, const char *folder, gboolean undo)
{
  CharterKeeper *keeper = charter_application_get_keeper (self->app);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->group = g_object_ref (self);
  restoring->folder = g_strdup (keeper != NULL ? charter_keeper_get_folder (keeper) : folder);
  restoring->undo = undo;
  if (!keep_in_step (self, NULL))
    {
      restoring_free (restoring);
      return;
    }
  g_signal_emit (self, signals[BEFORE_RESTORE], 0);
  charter_store_restore_async (self->store, name, g_get_real_time (), NULL, on_restored, restoring);
}

/* --- their folder ------------------------------------------------------------------------------------------------- */

static void
on_folder_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterBackupsGroup) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    tell (self, charter_toast_new_fault (_ ("The folder could not be opened. It needs a file manager.")));
}

static void
open_folder (CharterBackupsGroup *self)
{
  g_autoptr (GFile) place = g_file_get_parent (self->history);
  g_autoptr (GFile) folder = g_file_get_child (place, "backups");
  g_autofree char *uri = g_file_get_uri (g_file_query_exists (folder, NULL) ? folder : place);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gdk_display_get_default ());

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_folder_shown,
                                           g_object_ref (self));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_backups_group_dispose (GObject *object)
{
  CharterBackupsGroup *self = CHARTER_BACKUPS_GROUP (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->timeout, g_source_remove);

  G_OBJECT_CLASS (charter_backups_group_parent_class)->dispose (object);
}

static void
charter_backups_group_finalize (GObject *object)
{
  CharterBackupsGroup *self = CHARTER_BACKUPS_GROUP (object);

  g_clear_object (&self->store);
  g_clear_object (&self->history);
  g_free (self->learner);
  g_free (self->rescuer);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (charter_backups_group_parent_class)->finalize (object);
}

static void
charter_backups_group_class_init (CharterBackupsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_backups_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_backups_group_finalize;
  signals[BEFORE_RESTORE]
    = g_signal_new ("before-restore", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STEP_CHANGED] = g_signal_new ("step-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-backups-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterBackupsGroup, make_row);
  gtk_widget_class_bind_template_child (widget_class, CharterBackupsGroup, make_button);
  gtk_widget_class_bind_template_child (widget_class, CharterBackupsGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked);
  gtk_widget_class_bind_template_callback (widget_class, open_folder);
}

static void
charter_backups_group_init (CharterBackupsGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
charter_backups_group_show (CharterBackupsGroup *self, CharterApplication *app)
{
  g_autoptr (GFile) history = charter_application_dup_history (app);

  self->app = app;
  g_set_object (&self->store, charter_application_get_store (app));
  gtk_widget_set_visible (GTK_WIDGET (self->make_row), self->store != NULL);
  g_set_object (&self->history, history);
  g_free (self->learner);
  self->learner = g_strdup (charter_application_get_learner (app));
  follow_folder (self);
  list (self);
}
