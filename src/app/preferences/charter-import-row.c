/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-import-row.h"

#include <glib/gi18n.h>

#include "charter-file-chooser.h"
#include "charter-history-load.h"
#include "charter-import-words.h"
#include "charter-question.h"
#include "charter-toast.h"

struct _CharterImportRow {
  AdwActionRow parent_instance;

  GtkWidget *icon;
  GtkWidget *stop_button;

  CharterStore *store;
  CharterHistoryRead *read;  /* what is about to come in, or NULL */
  GCancellable *cancellable; /* of what is being read, or NULL */
  gboolean erases;           /* backups too, so that none is made */
};

G_DEFINE_FINAL_TYPE (CharterImportRow, charter_import_row, ADW_TYPE_ACTION_ROW)

enum { BEFORE_ERASE, TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- what is to be seen ------------------------------------------------------------------------------------------- */

/* words: what is being done, or NULL when all is done. */
static void
show_work (CharterImportRow *self, const char *words)
{
  gboolean reads = self->cancellable != NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               words != NULL
                                 ? words
                                 : _ ("JSON Lines (.jsonl) that Charter has exported, here or on another computer"));
  if (!reads && gtk_widget_has_focus (self->stop_button))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->stop_button, reads);
  gtk_widget_set_visible (self->icon, words == NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), words == NULL);
}

static void
end_work (CharterImportRow *self)
{
  g_clear_pointer (&self->read, charter_history_read_free);
  show_work (self, NULL);
}

/* Returns: (transfer none) (nullable) NULL where nobody looks any more */
static AdwMessageDialog *
make_dialog (CharterImportRow *self, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), heading, body)) : NULL;
}

static void
tell (CharterImportRow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = make_dialog (self, heading, body);

  if (dialog == NULL)
    return;
  adw_message_dialog_add_response (dialog, "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- taken in ----------------------------------------------------------------------------------------------------- */

static void
on_merged (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterImportRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterMerged) merged = charter_store_merge_finish (CHARTER_STORE (store), result, &error);
  g_autofree char *counts = merged != NULL ? charter_import_words_dup_counts (merged) : NULL;
  g_autoptr (AdwToast) toast = NULL;

  end_work (self);
  if (merged == NULL)
    {
      tell (self, _ ("Nothing Was Imported"), error->message);
      return;
    }
  toast = charter_toast_new (counts);
  g_signal_emit (self, signals[TOLD], 0, toast);
}

static void
merge (CharterImportRow *self)
{
  charter_store_merge_async (self->store, self->read->events, NULL, on_merged, g_object_ref (self));
}

static void
on_backed_up (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterImportRow) self = data;
  g_autoptr (GError) error = NULL;

  if (charter_store_back_up_finish (CHARTER_STORE (store), result, &error))
    {
      merge (self);
      return;
    }
  end_work (self);
  tell (self, _ ("Nothing Was Imported"), error->message);
}

static void
on_response (CharterImportRow *self, const char *response)
{
  if (!g_str_equal (response, "import"))
    {
      end_work (self);
      return;
    }
  show_work (self, _ ("Taking it in…"));
  if (self->erases)
    {
      g_signal_emit (self, signals[BEFORE_ERASE], 0);
      merge (self);
    }
  else
    charter_store_back_up_async (self->store, g_get_real_time (), NULL, on_backed_up, g_object_ref (self));
}

static void
ask (CharterImportRow *self, const CharterMerged *weighed)
{
  g_autofree char *body = charter_import_words_dup (self->read, weighed);
  AdwMessageDialog *dialog = make_dialog (self, _ ("Import This History?"), body);

  if (dialog == NULL)
    return;
  self->erases = weighed->erases;
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "import", _ ("Import"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "import",
                                              weighed->erases ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, weighed->erases ? "cancel" : "import");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  charter_question_present (dialog);
}

static void
on_weighed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterImportRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterMerged) weighed = charter_store_weigh_finish (CHARTER_STORE (store), result, &error);
  g_autofree char *body = NULL;

  if (weighed != NULL && weighed->n_new > 0)
    {
      ask (self, weighed);
      return;
    }
  body = weighed != NULL ? charter_import_words_dup (self->read, weighed) : g_strdup (error->message);
  tell (self, weighed != NULL ? _ ("Nothing New in This File") : _ ("Nothing Was Imported"), body);
  end_work (self);
}

/* --- read --------------------------------------------------------------------------------------------------------- */

static void
on_read (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterImportRow) self = data;
  g_autoptr (GError) error = NULL;

  self->read = charter_history_load_finish (result, &error);
  g_clear_object (&self->cancellable);
  if (self->read != NULL)
    {
      show_work (self, _ ("Comparing…"));
      charter_store_weigh_async (self->store, self->read->events, NULL, on_weighed, g_object_ref (self));
      return;
    }
  end_work (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _ ("This File Can’t Be Read"), error->message);
}

static void
file_chosen (GObject *owner, GFile *file)
{
  CharterImportRow *self = CHARTER_IMPORT_ROW (owner);

  if (self->cancellable != NULL || self->read != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  show_work (self, _ ("Reading…"));
  charter_history_load_async (file, self->cancellable, on_read, g_object_ref (self));
}

static void
charter_import_row_activate (AdwActionRow *row)
{
  charter_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), _ ("Import a History"), _ ("JSON Lines"),
                       "jsonl", G_OBJECT (row), file_chosen);
}

static void
stop (CharterImportRow *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_import_row_dispose (GObject *object)
{
  CharterImportRow *self = CHARTER_IMPORT_ROW (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (charter_import_row_parent_class)->dispose (object);
}

static void
charter_import_row_finalize (GObject *object)
{
  CharterImportRow *self = CHARTER_IMPORT_ROW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->read, charter_history_read_free);

  G_OBJECT_CLASS (charter_import_row_parent_class)->finalize (object);
}

static void
charter_import_row_class_init (CharterImportRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_import_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_import_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = charter_import_row_activate;
  signals[BEFORE_ERASE] = g_signal_new ("before-erase", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
charter_import_row_init (CharterImportRow *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-open-symbolic", "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->stop_button = gtk_button_new_with_label (_ ("Stop"));
  gtk_widget_set_valign (self->stop_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->stop_button, "clicked", G_CALLBACK (stop), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Import…"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->stop_button);
  show_work (self, NULL);
}

void
charter_import_row_set_store (CharterImportRow *self, CharterStore *store)
{
  g_set_object (&self->store, store);
}
