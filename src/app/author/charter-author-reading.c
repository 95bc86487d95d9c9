/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written is read, a moment later, and shown: as learners see it, with its problems, and by its title. */
#include "charter-author-window-private.h"

#include <glib/gi18n.h>

#define READ_AFTER 120 /* ms without typing, then what is written is read */

void
charter_author_window_show_place (CharterAuthorWindow *self)
{
  gsize cursor = charter_source_view_get_cursor (self->source);

  if (self->proof == NULL || self->proof->version != charter_draft_get_version (charter_author_window_get_draft (self)))
    return;
  charter_preview_show (self->preview, self->proof, cursor);
  charter_contents_view_point (self->contents, cursor);
}

static void
on_advised (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAuthorWindow) self = data;
  g_autoptr (GPtrArray) advice = charter_proof_advise_finish (result, NULL);

  if (advice != NULL && self->file != NULL)
    {
      charter_problem_list_show (self->problems, self->proof, advice);
      charter_author_window_fit_problems (self);
      self->is_fresh = FALSE;
    }
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

  gtk_label_set_label (self->problems_words, n > 0 ? words : _ ("Problems"));
}

void
charter_author_window_show_title (CharterAuthorWindow *self)
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

void
charter_author_window_show_wanted (CharterAuthorWindow *self)
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
      || proof->version != charter_draft_get_version (charter_author_window_get_draft (self)))
    return;
  g_clear_pointer (&self->proof, charter_proof_unref);
  self->proof = g_steal_pointer (&proof);
  charter_contents_view_show (self->contents, self->proof);
  charter_author_window_show_place (self);
  charter_problem_list_show (self->problems, self->proof, NULL);
  charter_author_window_fit_problems (self);
  count_problems (self);
  charter_author_window_show_title (self);
  charter_author_window_show_wanted (self);
  ask_for_advice (self);
}

static GFile *
dup_folder (CharterAuthorWindow *self)
{
  GFile *file = charter_draft_file_get_file (self->file);

  return file != NULL ? g_file_get_parent (file) : NULL;
}

void
charter_author_window_read_now (CharterAuthorWindow *self)
{
  g_autoptr (GBytes) bytes = charter_draft_dup_bytes (charter_author_window_get_draft (self));
  g_autoptr (GFile) folder = dup_folder (self);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  charter_proof_read_async (bytes, charter_draft_get_version (charter_author_window_get_draft (self)), folder,
                            self->reading, on_read, g_object_ref (self));
}

static gboolean
on_pause (gpointer data)
{
  CharterAuthorWindow *self = data;

  self->read_source = 0;
  charter_author_window_read_now (self);
  return G_SOURCE_REMOVE;
}

void
charter_author_window_read_soon (CharterAuthorWindow *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  self->read_source = g_timeout_add (READ_AFTER, on_pause, self);
  charter_author_window_show_actions (self);
}

void
charter_author_window_stop_reading (CharterAuthorWindow *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->advising);
  g_clear_object (&self->reading);
  g_clear_object (&self->advising);
  g_clear_pointer (&self->proof, charter_proof_unref);
}
