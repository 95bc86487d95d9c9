/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-anew-group.h"

#include <glib/gi18n.h>

#include "charter-file-chooser.h"
#include "charter-history-save.h"
#include "charter-import-row.h"
#include "charter-question.h"
#include "charter-study-say.h"
#include "charter-toast.h"

struct _CharterAnewGroup {
  AdwPreferencesGroup parent_instance;

  CharterImportRow *import;
  AdwExpanderRow *packs;

  CharterStudy *study;
  CharterStore *store;
  CharterLibrary *library;
  CharterEvent *reset; /* the last, for the undo */
  gboolean erase_next; /* the question is asked again when the export is done */
};

G_DEFINE_FINAL_TYPE (CharterAnewGroup, charter_anew_group, ADW_TYPE_PREFERENCES_GROUP)

enum { BEFORE_ERASE, TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void ask_erase (CharterAnewGroup *self);

static void
tell (CharterAnewGroup *self, AdwToast *toast)
{
  g_signal_emit (self, signals[TOLD], 0, toast);
  g_object_unref (toast);
}

static void
leave_sessions (CharterAnewGroup *self)
{
  g_signal_emit (self, signals[BEFORE_ERASE], 0);
}

static void
on_told (CharterAnewGroup *self, AdwToast *toast)
{
  tell (self, g_object_ref (toast));
}

static GtkWindow *
get_window (CharterAnewGroup *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- out ---------------------------------------------------------------------------------------------------------- */

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAnewGroup) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = charter_history_save_finish (result, &error);

  tell (self, charter_toast_new_outcome (_ ("Your history was exported"), error));
  if (saved && self->erase_next && get_window (self) != NULL)
    ask_erase (self);
  self->erase_next = FALSE;
}

static void
place_chosen (GObject *owner, GFile *file)
{
  CharterAnewGroup *self = CHARTER_ANEW_GROUP (owner);

  charter_history_save_async (self->store, file, on_saved, g_object_ref (self));
}

static void
choose_place (CharterAnewGroup *self, gboolean erase_next)
{
  self->erase_next = erase_next;
  /* Translators: a file’s name, without its ending. */
  charter_choose_place (get_window (self), _ ("Export Your History"), _ ("charter-history.jsonl"),
                        charter_history_save_get_endings (), G_OBJECT (self), place_chosen);
}

static void
export_activated (CharterAnewGroup *self)
{
  choose_place (self, FALSE);
}

/* --- a pack anew -------------------------------------------------------------------------------------------------- */

static void
on_undone (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAnewGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);

  tell (self, charter_toast_new_outcome (_ ("The pack is as it was before"), error));
}

static void
undo_reset (CharterAnewGroup *self)
{
  charter_study_undo_async (self->study, self->reset, NULL, on_undone, g_object_ref (self));
}

static void
on_reset (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAnewGroup) self = data;
  g_autoptr (GError) error = NULL;
  CharterEvent *event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);
  AdwToast *toast = charter_toast_new_outcome (_ ("The pack begins anew"), error);

  if (event != NULL)
    {
      g_clear_pointer (&self->reset, charter_event_unref);
      self->reset = event;
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_timeout (toast, 0);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_reset), self, G_CONNECT_SWAPPED);
    }
  tell (self, toast);
}

static void
reset_clicked (GtkWidget *button, CharterAnewGroup *self)
{
  charter_study_reset_async (self->study, g_object_get_data (G_OBJECT (button), "pack"), NULL, NULL, on_reset,
                             g_object_ref (self));
}

static void
add_pack (CharterAnewGroup *self, CharterPack *pack)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Begin Anew"));
  /* Translators: %s is the title of a pack. */
  g_autofree char *spoken = g_strdup_printf (_ ("Begin anew: %s"), pack->title.plain);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pack->title.plain);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "pack", g_strdup (pack->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (reset_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (self->packs, row);
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

static void
on_erased (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAnewGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);

  tell (self, charter_toast_new_outcome (_ ("Everything was erased"), error));
}

static void
on_response (CharterAnewGroup *self, const char *response)
{
  if (g_str_equal (response, "export"))
    choose_place (self, TRUE);
  else if (g_str_equal (response, "erase"))
    {
      leave_sessions (self);
      charter_study_erase_async (self->study, NULL, on_erased, g_object_ref (self));
    }
}

static void
ask_erase (CharterAnewGroup *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
    get_window (self), _ ("Erase Everything?"),
    _ ("All that you have answered and set, your notes, and all backups are erased for good, here and on every device "
       "that is kept in step with this one. This can’t be undone. Packs stay. What you export first can be "
       "imported for a new learner, and not here again."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "export", _ ("Export First…"),
                                    "erase", _ ("Erase Everything"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  charter_question_present (ADW_MESSAGE_DIALOG (dialog));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_anew_group_finalize (GObject *object)
{
  CharterAnewGroup *self = CHARTER_ANEW_GROUP (object);

  g_clear_object (&self->study);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  g_clear_pointer (&self->reset, charter_event_unref);

  G_OBJECT_CLASS (charter_anew_group_parent_class)->finalize (object);
}

static void
charter_anew_group_class_init (CharterAnewGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_anew_group_finalize;
  signals[BEFORE_ERASE] = g_signal_new ("before-erase", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);

  g_type_ensure (CHARTER_TYPE_IMPORT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-anew-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterAnewGroup, import);
  gtk_widget_class_bind_template_child (widget_class, CharterAnewGroup, packs);
  gtk_widget_class_bind_template_callback (widget_class, leave_sessions);
  gtk_widget_class_bind_template_callback (widget_class, on_told);
  gtk_widget_class_bind_template_callback (widget_class, export_activated);
  gtk_widget_class_bind_template_callback (widget_class, ask_erase);
}

static void
charter_anew_group_init (CharterAnewGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
charter_anew_group_show (CharterAnewGroup *self, CharterStudy *study, CharterStore *store, CharterLibrary *library)
{
  g_autoptr (GPtrArray) packs = charter_library_list_packs (library);

  g_set_object (&self->study, study);
  g_set_object (&self->store, store);
  g_set_object (&self->library, library);
  charter_import_row_set_store (self->import, store);
  for (guint i = 0; i < packs->len; i++)
    if (!charter_library_is_guest (library, packs->pdata[i]))
      add_pack (self, packs->pdata[i]);
}
