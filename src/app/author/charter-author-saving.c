/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window for authors has to do with a file to write into, and with leaving it. */
#include "charter-author-window-private.h"

#include <glib/gi18n.h>
#include <string.h>
#include "charter-application.h"
#include "charter-file-chooser.h"

/* ---- what others wrote ---- */

void
charter_author_window_ask_about_theirs (CharterAuthorWindow *self)
{
  charter_author_window_use_banner (
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
    charter_draft_undo (charter_author_window_get_draft (self), NULL);
  else if (use == BANNER_TAKE_OUTSIDE && self->file != NULL)
    charter_draft_file_take_outside (self->file);
  else if (use == BANNER_TRY_AGAIN)
    g_action_group_activate_action (G_ACTION_GROUP (self), "save", NULL);
}

/* Saving once more keeps mine. */
static void
decline_to_save (CharterAuthorWindow *self)
{
  charter_author_window_ask_about_theirs (self);
  charter_draft_file_keep_mine (self->file);
}

/* The library has it as it is now, if it is one of its packs. */
static void
tell_library (CharterAuthorWindow *self)
{
  CharterApplication *app = CHARTER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  charter_library_follow (charter_application_get_library (app), charter_draft_file_get_file (self->file));
}

static void
stay (CharterAuthorWindow *self)
{
  self->is_leaving = FALSE;
  self->is_quitting = FALSE;
}

/* Who wants to quit goes on to what else is not saved. */
static void
leave (CharterAuthorWindow *self)
{
  GApplication *app = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  gboolean is_quitting = self->is_quitting;

  gtk_window_destroy (GTK_WINDOW (self));
  if (is_quitting)
    g_action_group_activate_action (G_ACTION_GROUP (app), "quit", NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAuthorWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (charter_draft_file_save_finish (CHARTER_DRAFT_FILE (source), result, &error))
    {
      charter_banner_set_revealed (self->banner, FALSE);
      tell_library (self);
      if (self->is_leaving)
        leave (self);
      return;
    }
  stay (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    decline_to_save (self);
  else
    charter_author_window_use_banner (self, BANNER_TRY_AGAIN, error->message, _ ("Try Again"));
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
ask_for_place (CharterAuthorWindow *self)
{
  static const char *const endings[] = { "xml", NULL };
  g_autofree char *name = dup_proposed_name (self);

  charter_choose_place (GTK_WINDOW (self), _ ("Save the Pack"), name, endings, G_OBJECT (self), place_chosen);
}

static void
save (CharterAuthorWindow *self)
{
  if (self->read_source != 0)
    charter_author_window_read_now (self);
  if (charter_draft_file_get_file (self->file) != NULL)
    charter_draft_file_save_async (self->file, NULL, NULL, on_saved, g_object_ref (self));
  else
    ask_for_place (self);
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stay (data);
  ask_for_place (data);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stay (data);
  save (data);
}

/* ---- leaving ---- */

static gboolean
on_left (gpointer data)
{
  leave (data);
  return G_SOURCE_REMOVE;
}

/* It goes only when the dialog, which it takes with it, is done. */
static void
on_leave_answered (CharterAuthorWindow *self, const char *response)
{
  self->is_asking = FALSE;
  if (g_str_equal (response, "discard"))
    {
      charter_draft_file_discard (self->file);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_left, g_object_ref (self), g_object_unref);
    }
  else if (g_str_equal (response, "save"))
    {
      self->is_leaving = TRUE;
      save (self);
    }
  else
    stay (self);
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
  self->is_asking = TRUE;
}

static gboolean
has_unsaved (CharterAuthorWindow *self)
{
  return self->file != NULL && charter_draft_file_is_modified (self->file);
}

gboolean
charter_author_ask_before_quitting (GtkApplication *app)
{
  for (GList *at = gtk_application_get_windows (app); at != NULL; at = at->next)
    {
      CharterAuthorWindow *self = CHARTER_IS_AUTHOR_WINDOW (at->data) ? at->data : NULL;

      if (self == NULL || !has_unsaved (self))
        continue;
      self->is_quitting = TRUE;
      gtk_window_present (GTK_WINDOW (self));
      if (!self->is_asking)
        ask_to_leave (self);
      return TRUE;
    }
  return FALSE;
}

static gboolean
close_request (GtkWindow *window)
{
  CharterAuthorWindow *self = CHARTER_AUTHOR_WINDOW (window);

  if (!has_unsaved (self))
    return GTK_WINDOW_CLASS (g_type_class_peek (ADW_TYPE_APPLICATION_WINDOW))->close_request (window);
  stay (self);
  ask_to_leave (self);
  return TRUE;
}

static const GActionEntry actions[] = {
  { "save", save_action, NULL, NULL, NULL },
  { "save-as", save_as_action, NULL, NULL, NULL },
};

void
charter_author_window_bind_saving (GtkWidgetClass *klass)
{
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  gtk_widget_class_bind_template_callback (klass, on_banner);
}

void
charter_author_window_init_saving (CharterAuthorWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
