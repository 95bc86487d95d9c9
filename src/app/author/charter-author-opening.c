/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window for authors has to do with files that are there, or begin. */
#include "charter-author-window-private.h"

#include <glib/gi18n.h>

#include "charter-application.h"
#include "charter-author-import.h"
#include "charter-file-chooser.h"

static void
take_file (CharterAuthorWindow *self, CharterDraftFile *file)
{
  if (self->file != NULL)
    {
      g_signal_handlers_disconnect_by_data (charter_author_window_get_draft (self), self);
      g_signal_handlers_disconnect_by_data (self->file, self);
    }
  g_set_object (&self->file, file);
  g_clear_pointer (&self->proof, charter_proof_unref);
  self->is_fresh = TRUE;
  charter_banner_set_revealed (self->banner, FALSE);
  if (!charter_source_view_set_draft (self->source, charter_author_window_get_draft (self)))
    charter_banner_tell_note (self->banner,
                              _ ("This file is not written in UTF-8, so it can be seen but not changed here."));
  charter_form_view_set_draft (self->form, charter_author_window_get_draft (self));
  g_signal_connect_object (charter_author_window_get_draft (self), "changed",
                           G_CALLBACK (charter_author_window_read_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify", G_CALLBACK (charter_author_window_show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "followed", G_CALLBACK (charter_author_window_read_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "changed-outside", G_CALLBACK (charter_author_window_ask_about_theirs), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "work");
  charter_author_window_show_actions (self);
  charter_author_window_show_title (self);
  charter_author_window_read_now (self);
  charter_author_window_focus_source (self);
}

static void
recover (CharterAuthorWindow *self)
{
  if (charter_draft_file_get_unsaved (self->file) == NULL)
    return;
  charter_draft_file_recover (self->file);
  charter_author_window_use_banner (self, BANNER_UNDO_RECOVERY,
                                    _ ("What you had not saved the last time is here again."), _ ("Undo"));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAuthorWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterDraftFile) file = charter_draft_file_open_finish (result, &error);

  if (file == NULL)
    {
      charter_author_window_tell_fault (self, error->message);
      return;
    }
  take_file (self, file);
  recover (self);
}

void
charter_author_window_open_file (CharterAuthorWindow *self, GFile *file)
{
  charter_draft_file_open_async (file, self->journals, NULL, on_opened, g_object_ref (self));
}

void
charter_author_window_start (CharterAuthorWindow *self)
{
  charter_author_start_show (self->start, self->journals);
  gtk_stack_set_visible_child_name (self->stack, "start");
  adw_window_title_set_title (self->title, _ ("Author"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Author"));
  charter_author_window_show_actions (self);
}

/* What is there already stays; another window has the new one. */
static CharterAuthorWindow *
find_room (CharterAuthorWindow *self)
{
  CharterAuthorWindow *other;

  if (self->file == NULL)
    return self;
  other = charter_author_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  charter_author_window_start (other);
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

static void
start_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  find_room (data);
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = find_room (data);
  g_autoptr (GBytes) text = charter_author_start_dup_template (g_variant_get_string (parameter, NULL));
  g_autoptr (CharterDraftFile) file = text != NULL ? charter_draft_file_new (self->journals, text) : NULL;

  if (file != NULL)
    take_file (self, file);
}

static void
recover_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = find_room (data);
  g_autoptr (CharterJournal) journal = charter_journal_read (self->journals, g_variant_get_string (parameter, NULL));
  g_autoptr (CharterDraftFile) file
    = journal != NULL ? charter_draft_file_new_from_journal (self->journals, journal) : NULL;

  if (file != NULL)
    take_file (self, file);
}

static void
file_chosen (GObject *window, GFile *file)
{
  charter_author_show (gtk_window_get_application (GTK_WINDOW (window)), file);
}

static void
open_pack_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_choose_file (data, _ ("Open a Pack"), _ ("Packs"), "xml", data, file_chosen);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *app = gtk_window_get_application (data);

  charter_author_import (data, charter_application_get_library (CHARTER_APPLICATION (app)), file_chosen);
}

static gboolean
files_dropped (CharterAuthorWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *at = files; at != NULL; at = at->next)
    file_chosen (G_OBJECT (self), at->data);
  return files != NULL;
}

static const GActionEntry actions[] = {
  { "start", start_action, NULL, NULL, NULL },
  { "new", new_action, "s", NULL, NULL },
  { "recover", recover_action, "s", NULL, NULL },
  { "open-pack", open_pack_action, NULL, NULL, NULL },
  { "import-questions", import_action, NULL, NULL, NULL },
};

void
charter_author_window_init_opening (CharterAuthorWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->journals = g_file_new_build_filename (g_get_user_data_dir (), "charter", "drafts", NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (files_dropped), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
