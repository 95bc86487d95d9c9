/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-author-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-author-import.h"
#include "charter-author-start.h"
#include "charter-banner.h"
#include "charter-draft-file.h"
#include "charter-file-chooser.h"
#include "charter-form-view.h"
#include "charter-mend.h"
#include "charter-preview.h"
#include "charter-problem-list.h"
#include "charter-proof.h"
#include "charter-source-view.h"
#include "charter-toast.h"
#include "charter-widget.h"

#define NARROW_BELOW 800 /* px: below that there is room for one pane only */
#define SMALLEST 360     /* px */
#define READ_AFTER 120   /* ms without typing, then what is written is read */

/* What the banner's button does. */
typedef enum { BANNER_NOTHING, BANNER_UNDO_RECOVERY, BANNER_TAKE_OUTSIDE, BANNER_TRY_AGAIN } BannerUse;

struct _CharterAuthorWindow {
  AdwApplicationWindow parent_instance;

  /* template widgets */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  CharterBanner *banner;
  GtkSearchBar *find_bar;
  GtkEditable *find_entry;
  GtkStack *stack;
  CharterAuthorStart *start;
  GtkPaned *rows;
  GtkPaned *columns;
  GtkWidget *source_place;
  GtkStack *faces; /* of the source: "xml" or "form" */
  CharterSourceView *source;
  CharterFormView *form;
  CharterPreview *preview;
  CharterProblemList *problems;
  GtkButton *problems_toggle;
  GtkWidget *switcher;
  GtkWidget *undo, *redo;

  GFile *journals;
  CharterDraftFile *file; /* NULL as long as nothing is open */
  CharterProof *proof;    /* the latest that was read, or NULL */
  GCancellable *reading;  /* of the draft as it is, or NULL */
  GCancellable *advising;
  guint read_source;
  BannerUse banner_use;
  char *pane;   /* the one that is seen where there is room for one */
  char *wanted; /* id of what is to be shown as soon as it is read, or NULL */
  gboolean is_narrow;
  gboolean is_leaving; /* asked, and answered */
};

G_DEFINE_FINAL_TYPE (CharterAuthorWindow, charter_author_window, ADW_TYPE_APPLICATION_WINDOW)

static CharterDraft *
get_draft (CharterAuthorWindow *self)
{
  return charter_draft_file_get_draft (self->file);
}

static void
tell (CharterAuthorWindow *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, charter_toast_new (words));
  charter_widget_announce (GTK_WIDGET (self), words);
}

static void
tell_fault (CharterAuthorWindow *self, const char *reason)
{
  adw_toast_overlay_add_toast (self->toasts, charter_toast_new_fault (reason));
  charter_widget_announce (GTK_WIDGET (self), reason);
}

static void
use_banner (CharterAuthorWindow *self, BannerUse use, const char *words, const char *button)
{
  self->banner_use = use;
  charter_banner_set_title (self->banner, words);
  charter_banner_set_button_label (self->banner, button);
  charter_banner_set_revealed (self->banner, TRUE);
}

/* ---- panes ---- */

static void
show_panes (CharterAuthorWindow *self)
{
  gboolean all = !self->is_narrow;
  gboolean source = all || g_str_equal (self->pane, "source");
  gboolean preview = all || g_str_equal (self->pane, "preview");

  gtk_widget_set_visible (self->source_place, source);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), preview);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), source || preview);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), all || g_str_equal (self->pane, "problems"));
  gtk_widget_set_visible (self->switcher, self->is_narrow);
  gtk_widget_set_visible (self->undo, all); /* the menu has them, too, and the title needs the room */
  gtk_widget_set_visible (self->redo, all);
}

static void
show_pane (CharterAuthorWindow *self, const char *pane)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-pane", g_variant_new_string (pane));
}

static void
change_pane (GSimpleAction *action, GVariant *state, gpointer data)
{
  CharterAuthorWindow *self = data;

  g_simple_action_set_state (action, state);
  g_free (self->pane);
  self->pane = g_variant_dup_string (state, NULL);
  show_panes (self);
}

static void
set_narrow (CharterAuthorWindow *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  charter_widget_set_class (GTK_WIDGET (self), "narrow", is_narrow);
  show_panes (self);
}

static void
charter_author_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  set_narrow (CHARTER_AUTHOR_WINDOW (widget), width < NARROW_BELOW);
  GTK_WIDGET_CLASS (charter_author_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* Side by side the panes ask for more than one of them alone, which is what is shown where there is less room. */
static void
charter_author_window_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  int least, usual;

  GTK_WIDGET_CLASS (charter_author_window_parent_class)
    ->measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, least);
  GTK_WIDGET_CLASS (charter_author_window_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST);
}

/* ---- reading what is written ---- */

static void read_now (CharterAuthorWindow *self);

static void
show_preview (CharterAuthorWindow *self)
{
  if (self->proof != NULL && self->proof->version == charter_draft_get_version (get_draft (self)))
    charter_preview_show (self->preview, self->proof, charter_source_view_get_cursor (self->source));
}

static void
on_advised (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAuthorWindow) self = data;
  g_autoptr (GPtrArray) advice = charter_proof_advise_finish (result, NULL);

  if (advice != NULL && self->file != NULL)
    charter_problem_list_show (self->problems, self->proof, advice);
}

static void
ask_for_advice (CharterAuthorWindow *self)
{
  g_cancellable_cancel (self->advising);
  g_clear_object (&self->advising);
  self->advising = g_cancellable_new ();
  charter_proof_advise_async (self->proof, self->advising, on_advised, g_object_ref (self));
}

/* Where the list of problems is hidden, what leads to it tells how many there are. */
static void
count_problems (CharterAuthorWindow *self)
{
  guint n = self->proof->problems->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%'u Problem", "%'u Problems", n), n);

  gtk_button_set_label (self->problems_toggle, n > 0 ? words : _ ("Problems"));
}

static void
show_title (CharterAuthorWindow *self)
{
  GFile *file = charter_draft_file_get_file (self->file);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_ ("Not saved yet"));
  /* Translators: below a pack's title in the window where it is written; %s is its file's name. */
  g_autofree char *dotted
    = charter_draft_file_is_modified (self->file) ? g_strdup_printf (_ ("• %s"), name) : g_strdup (name);
  gboolean titled = self->proof != NULL && self->proof->pack != NULL && *self->proof->pack->title.plain != '\0';

  adw_window_title_set_title (self->title, titled ? self->proof->pack->title.plain : _ ("Untitled Pack"));
  adw_window_title_set_subtitle (self->title, dotted);
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));
}

/* Who came for one item of the file is led to it. */
static void
show_wanted (CharterAuthorWindow *self)
{
  g_autofree char *id = self->proof != NULL ? g_steal_pointer (&self->wanted) : NULL;
  guint index = id != NULL ? charter_outline_find_id (self->proof->outline, id) : CHARTER_OUTLINE_NONE;

  if (index != CHARTER_OUTLINE_NONE)
    charter_source_view_set_cursor (self->source, charter_outline_get (self->proof->outline, index)->start);
}

/* The newest text wins: what was read of an older one is not shown. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAuthorWindow) self = data;
  g_autoptr (CharterProof) proof = charter_proof_read_finish (result, NULL);

  if (proof == NULL || self->file == NULL || self->read_source != 0
      || proof->version != charter_draft_get_version (get_draft (self)))
    return;
  g_clear_pointer (&self->proof, charter_proof_unref);
  self->proof = g_steal_pointer (&proof);
  show_preview (self);
  charter_problem_list_show (self->problems, self->proof, NULL);
  count_problems (self);
  show_title (self);
  show_wanted (self);
  ask_for_advice (self);
}

static GFile *
dup_folder (CharterAuthorWindow *self)
{
  GFile *file = charter_draft_file_get_file (self->file);

  return file != NULL ? g_file_get_parent (file) : NULL;
}

static void
read_now (CharterAuthorWindow *self)
{
  g_autoptr (GBytes) bytes = charter_draft_dup_bytes (get_draft (self));
  g_autoptr (GFile) folder = dup_folder (self);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  charter_proof_read_async (bytes, charter_draft_get_version (get_draft (self)), folder, self->reading, on_read,
                            g_object_ref (self));
}

static gboolean
on_pause (gpointer data)
{
  CharterAuthorWindow *self = data;

  self->read_source = 0;
  read_now (self);
  return G_SOURCE_REMOVE;
}

static void
set_enabled (CharterAuthorWindow *self, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), is_enabled);
}

static void
show_actions (CharterAuthorWindow *self)
{
  gboolean open = self->file != NULL;

  set_enabled (self, "undo-edit", open && charter_draft_can_undo (get_draft (self)));
  set_enabled (self, "redo-edit", open && charter_draft_can_redo (get_draft (self)));
  set_enabled (self, "save", open);
  set_enabled (self, "save-as", open);
  set_enabled (self, "search", open);
  set_enabled (self, "element-help", open);
  set_enabled (self, "next-problem", open);
  set_enabled (self, "previous-problem", open);
}

static void
on_changed (CharterAuthorWindow *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  self->read_source = g_timeout_add (READ_AFTER, on_pause, self);
  show_actions (self);
}

/* ---- the same place in all three ---- */

static void
on_moved (CharterAuthorWindow *self)
{
  if (self->file == NULL)
    return;
  show_preview (self);
  charter_form_view_show (self->form, charter_source_view_get_cursor (self->source));
}

static void
focus_source (CharterAuthorWindow *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->faces), "form"))
    charter_form_view_focus (self->form);
  else
    charter_source_view_focus (self->source);
}

static void
on_pointed (CharterAuthorWindow *self, guint64 offset)
{
  charter_source_view_set_cursor (self->source, offset);
}

static void
go_to_line (CharterAuthorWindow *self, guint line, guint column)
{
  if (self->proof == NULL || line == 0)
    return;
  show_pane (self, "source");
  charter_source_view_set_cursor (self->source, charter_outline_get_offset (self->proof->outline, line, column));
  focus_source (self);
}

static void
on_problem (CharterAuthorWindow *self, guint line, guint column)
{
  go_to_line (self, line, column);
}

/* Only of the text that is read: what is being written is read in a moment. */
static void
on_mend (CharterAuthorWindow *self, guint index)
{
  const CharterDiagnostic *problem;

  if (self->proof == NULL || self->proof->version != charter_draft_get_version (get_draft (self))
      || index >= self->proof->problems->len)
    return;
  problem = self->proof->problems->pdata[index];
  if (charter_mend_apply (get_draft (self), self->proof->outline, problem))
    charter_source_view_set_cursor (self->source,
                                    charter_outline_get_offset (self->proof->outline, problem->line, problem->column));
}

static void
go_to_problem (CharterAuthorWindow *self, gboolean backward)
{
  const CharterDiagnostic *next;
  guint line, column;

  if (self->proof == NULL)
    return;
  charter_outline_locate (self->proof->outline, charter_source_view_get_cursor (self->source), &line, &column);
  next = charter_problem_list_find_next (self->problems, line, column, backward);
  if (next == NULL)
    {
      tell (self, _ ("There is no problem."));
      return;
    }
  go_to_line (self, next->line, next->column);
  tell (self, next->found);
}

static void
next_problem_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to_problem (data, FALSE);
}

static void
previous_problem_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to_problem (data, TRUE);
}

static void
element_help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_source_view_show_help (CHARTER_AUTHOR_WINDOW (data)->source);
}

/* ---- finding ---- */

static void
find (CharterAuthorWindow *self, gboolean backward)
{
  gboolean found = charter_source_view_find (self->source, gtk_editable_get_text (self->find_entry), backward);

  charter_widget_set_class (GTK_WIDGET (self->find_entry), "error",
                            !found && *gtk_editable_get_text (self->find_entry) != '\0');
}

static void
find_forward (CharterAuthorWindow *self)
{
  find (self, FALSE);
}

static void
find_backward (CharterAuthorWindow *self)
{
  find (self, TRUE);
}

static void
stop_search (CharterAuthorWindow *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  charter_source_view_focus (self->source);
}

static void
search_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;

  show_pane (self, "source");
  gtk_stack_set_visible_child_name (self->faces, "xml");
  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

/* ---- undo ---- */

static void
after_undo (CharterAuthorWindow *self, gboolean done, gsize at)
{
  if (done)
    charter_source_view_set_cursor (self->source, at);
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;
  gsize at = 0;

  after_undo (self, charter_draft_undo (get_draft (self), &at), at);
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;
  gsize at = 0;

  after_undo (self, charter_draft_redo (get_draft (self), &at), at);
}

/* ---- what others wrote ---- */

static void
on_changed_outside (CharterAuthorWindow *self)
{
  use_banner (
    self, BANNER_TAKE_OUTSIDE,
    _ ("Another program has changed this file, and here it has changes that are not saved. Saving keeps yours."),
    _ ("Take Theirs"));
}

static void
on_banner (CharterAuthorWindow *self)
{
  BannerUse use = self->banner_use;

  self->banner_use = BANNER_NOTHING;
  charter_banner_set_revealed (self->banner, FALSE);
  if (use == BANNER_UNDO_RECOVERY && self->file != NULL)
    charter_draft_undo (get_draft (self), NULL);
  else if (use == BANNER_TAKE_OUTSIDE && self->file != NULL)
    charter_draft_file_take_outside (self->file);
  else if (use == BANNER_TRY_AGAIN)
    g_action_group_activate_action (G_ACTION_GROUP (self), "save", NULL);
}

/* ---- opening ---- */

static void
take_file (CharterAuthorWindow *self, CharterDraftFile *file)
{
  if (self->file != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_draft (self), self);
      g_signal_handlers_disconnect_by_data (self->file, self);
    }
  g_set_object (&self->file, file);
  g_clear_pointer (&self->proof, charter_proof_unref);
  charter_banner_set_revealed (self->banner, FALSE);
  if (!charter_source_view_set_draft (self->source, get_draft (self)))
    charter_banner_tell_note (self->banner,
                              _ ("This file is not written in UTF-8, so it can be seen but not changed here."));
  charter_form_view_set_draft (self->form, get_draft (self));
  g_signal_connect_object (get_draft (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "followed", G_CALLBACK (read_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "changed-outside", G_CALLBACK (on_changed_outside), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "work");
  show_actions (self);
  show_title (self);
  read_now (self);
  focus_source (self);
}

static void
recover (CharterAuthorWindow *self)
{
  if (charter_draft_file_get_unsaved (self->file) == NULL)
    return;
  charter_draft_file_recover (self->file);
  use_banner (self, BANNER_UNDO_RECOVERY, _ ("What you had not saved the last time is here again."), _ ("Undo"));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAuthorWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterDraftFile) file = charter_draft_file_open_finish (result, &error);

  if (file == NULL)
    {
      tell_fault (self, error->message);
      return;
    }
  take_file (self, file);
  recover (self);
}

static void
open_file (CharterAuthorWindow *self, GFile *file)
{
  charter_draft_file_open_async (file, self->journals, NULL, on_opened, g_object_ref (self));
}

static void
start (CharterAuthorWindow *self)
{
  charter_author_start_show (self->start, self->journals);
  gtk_stack_set_visible_child_name (self->stack, "start");
  adw_window_title_set_title (self->title, _ ("Author"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Author"));
  show_actions (self);
}

/* What is there already stays; another window has the new one. */
static CharterAuthorWindow *
find_room (CharterAuthorWindow *self)
{
  CharterAuthorWindow *other;

  if (self->file == NULL)
    return self;
  other
    = g_object_new (CHARTER_TYPE_AUTHOR_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (self)), NULL);
  start (other);
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

/* What came along and what did not, to be read in peace. */
static void
tell_import (CharterAuthorWindow *self, const char *heading, const char *words)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_imported (GObject *window, GFile *file, const char *words)
{
  file_chosen (window, file);
  tell_import (CHARTER_AUTHOR_WINDOW (window), _ ("Questions Imported"), words);
}

static void
on_import_failed (GObject *window, const char *words)
{
  tell_import (CHARTER_AUTHOR_WINDOW (window), _ ("Nothing Was Imported"), words);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_author_import (data, on_imported, on_import_failed);
}

static gboolean
files_dropped (CharterAuthorWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *at = files; at != NULL; at = at->next)
    file_chosen (G_OBJECT (self), at->data);
  return files != NULL;
}

/* ---- saving ---- */

static void
ask_about_theirs (CharterAuthorWindow *self)
{
  on_changed_outside (self);
  charter_draft_file_keep_mine (self->file);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAuthorWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (charter_draft_file_save_finish (CHARTER_DRAFT_FILE (source), result, &error))
    {
      charter_banner_set_revealed (self->banner, FALSE);
      if (self->is_leaving)
        gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->is_leaving = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_about_theirs (self);
  else
    use_banner (self, BANNER_TRY_AGAIN, error->message, _ ("Try Again"));
}

static void
place_chosen (GObject *window, GFile *file)
{
  charter_draft_file_save_async (CHARTER_AUTHOR_WINDOW (window)->file, file, NULL, on_saved, g_object_ref (window));
}

static char *
dup_proposed_name (CharterAuthorWindow *self)
{
  GFile *file = charter_draft_file_get_file (self->file);
  const char *id = self->proof != NULL && self->proof->pack != NULL ? self->proof->pack->id : NULL;
  const char *last = id != NULL ? strrchr (id, '.') : NULL;

  return file != NULL ? g_file_get_basename (file) : g_strdup_printf ("%s.xml", last != NULL ? last + 1 : "pack");
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const endings[] = { "xml", NULL };
  CharterAuthorWindow *self = data;
  g_autofree char *name = dup_proposed_name (self);

  charter_choose_place (GTK_WINDOW (self), _ ("Save the Pack"), name, endings, G_OBJECT (self), place_chosen);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;

  if (self->read_source != 0)
    read_now (self);
  if (charter_draft_file_get_file (self->file) != NULL)
    charter_draft_file_save_async (self->file, NULL, NULL, on_saved, g_object_ref (self));
  else
    save_as_action (action, parameter, data);
}

/* ---- leaving ---- */

static gboolean
leave (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/* It goes only when the dialog, which it takes with it, is done. */
static void
on_leave_answered (CharterAuthorWindow *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    {
      charter_draft_file_discard (self->file);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave, g_object_ref (self), g_object_unref);
    }
  else if (g_str_equal (response, "save"))
    {
      self->is_leaving = TRUE;
      g_action_group_activate_action (G_ACTION_GROUP (self), "save", NULL);
    }
}

static void
ask_to_leave (CharterAuthorWindow *self)
{
  AdwMessageDialog *dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Save Changes?"),
                                                  _ ("What you wrote and did not save is lost when you discard it.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "discard", _ ("Discard"), "save", _ ("Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_leave_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
charter_author_window_close_request (GtkWindow *window)
{
  CharterAuthorWindow *self = CHARTER_AUTHOR_WINDOW (window);

  if (self->file == NULL || !charter_draft_file_is_modified (self->file))
    return GTK_WINDOW_CLASS (charter_author_window_parent_class)->close_request (window);
  self->is_leaving = FALSE;
  ask_to_leave (self);
  return TRUE;
}

/* ---- its life ---- */

static void
show_shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/charterstudy/Charter/charter-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  g_object_set (shortcuts, "section-name", "author", NULL);
  gtk_window_set_transient_for (shortcuts, data);
  gtk_window_present (shortcuts);
}

static const GActionEntry actions[] = {
  { "start", start_action, NULL, NULL, NULL },
  { "new", new_action, "s", NULL, NULL },
  { "recover", recover_action, "s", NULL, NULL },
  { "open-pack", open_pack_action, NULL, NULL, NULL },
  { "import-questions", import_action, NULL, NULL, NULL },
  { "save", save_action, NULL, NULL, NULL },
  { "save-as", save_as_action, NULL, NULL, NULL },
  { "undo-edit", undo_action, NULL, NULL, NULL },
  { "redo-edit", redo_action, NULL, NULL, NULL },
  { "search", search_action, NULL, NULL, NULL },
  { "element-help", element_help_action, NULL, NULL, NULL },
  { "next-problem", next_problem_action, NULL, NULL, NULL },
  { "previous-problem", previous_problem_action, NULL, NULL, NULL },
  { "show-pane", NULL, "s", "'source'", change_pane },
  { "show-shortcuts", show_shortcuts_action, NULL, NULL, NULL },
};

static void
charter_author_window_dispose (GObject *object)
{
  CharterAuthorWindow *self = CHARTER_AUTHOR_WINDOW (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->advising);
  g_clear_object (&self->reading);
  g_clear_object (&self->advising);
  g_clear_pointer (&self->proof, charter_proof_unref);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (charter_author_window_parent_class)->dispose (object);
}

static void
charter_author_window_finalize (GObject *object)
{
  CharterAuthorWindow *self = CHARTER_AUTHOR_WINDOW (object);

  g_clear_object (&self->journals);
  g_free (self->wanted);
  g_free (self->pane);
  G_OBJECT_CLASS (charter_author_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/charterstudy/Charter/author/charter-author-window.ui");
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, toasts);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, title);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, banner);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, find_bar);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, find_entry);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, stack);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, start);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, rows);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, columns);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, source_place);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, faces);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, source);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, form);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, preview);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, problems);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, problems_toggle);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, switcher);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, undo);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, redo);
  gtk_widget_class_bind_template_callback (klass, on_banner);
  gtk_widget_class_bind_template_callback (klass, on_mend);
  gtk_widget_class_bind_template_callback (klass, on_moved);
  gtk_widget_class_bind_template_callback (klass, on_pointed);
  gtk_widget_class_bind_template_callback (klass, on_problem);
  gtk_widget_class_bind_template_callback (klass, find_forward);
  gtk_widget_class_bind_template_callback (klass, find_backward);
  gtk_widget_class_bind_template_callback (klass, stop_search);
}

static void
charter_author_window_class_init (CharterAuthorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_author_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_author_window_finalize;
  widget_class->size_allocate = charter_author_window_size_allocate;
  widget_class->measure = charter_author_window_measure;
  GTK_WINDOW_CLASS (klass)->close_request = charter_author_window_close_request;

  g_type_ensure (CHARTER_TYPE_AUTHOR_START);
  g_type_ensure (CHARTER_TYPE_BANNER);
  g_type_ensure (CHARTER_TYPE_FORM_VIEW);
  g_type_ensure (CHARTER_TYPE_PREVIEW);
  g_type_ensure (CHARTER_TYPE_PROBLEM_LIST);
  g_type_ensure (CHARTER_TYPE_SOURCE_VIEW);
  bind_template (widget_class);
}

static void
charter_author_window_init (CharterAuthorWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->journals = g_file_new_build_filename (g_get_user_data_dir (), "charter", "drafts", NULL);
  self->pane = g_strdup ("source");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (files_dropped), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_search_bar_connect_entry (self->find_bar, self->find_entry);
  show_panes (self);
}

/* Returns: (nullable) the window that has file, or for NULL one that has none */
static CharterAuthorWindow *
find_window (GtkApplication *app, GFile *file)
{
  for (GList *at = gtk_application_get_windows (app); at != NULL; at = at->next)
    {
      CharterAuthorWindow *self = CHARTER_IS_AUTHOR_WINDOW (at->data) ? at->data : NULL;
      GFile *has = self != NULL && self->file != NULL ? charter_draft_file_get_file (self->file) : NULL;

      if (self != NULL && (file != NULL ? has != NULL && g_file_equal (has, file) : self->file == NULL))
        return self;
    }
  return NULL;
}

/* Returns: (transfer none) */
static CharterAuthorWindow *
show (GtkApplication *app, GFile *file)
{
  CharterAuthorWindow *self = find_window (app, file);
  gboolean is_there = self != NULL && file != NULL;

  if (self == NULL)
    self = find_window (app, NULL);
  if (self == NULL)
    self = g_object_new (CHARTER_TYPE_AUTHOR_WINDOW, "application", app, NULL);
  if (file == NULL)
    start (self);
  else if (!is_there)
    open_file (self, file);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
charter_author_show (GtkApplication *app, GFile *file)
{
  show (app, file);
}

void
charter_author_show_item (GtkApplication *app, GFile *file, const char *id)
{
  gboolean is_there = find_window (app, file) != NULL;
  CharterAuthorWindow *self = show (app, file);

  g_free (self->wanted);
  self->wanted = g_strdup (id);
  if (is_there)
    show_wanted (self);
}
