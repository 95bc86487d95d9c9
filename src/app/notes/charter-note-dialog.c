/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-note-dialog.h"

#include <glib/gi18n.h>

#include "charter-banner.h"
#include "charter-note-keeping.h"
#include "charter-note-text.h"

#define WIDTH 480  /* px at most */
#define HEIGHT 420 /* px at most */
#define AROUND 24  /* px of the window below that stay to be seen */
#define QUOTE_LINES 4

struct _CharterNoteDialog {
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *title;
  GtkWidget *remove_button;
  CharterBanner *banner;
  GtkLabel *about;
  GtkTextView *view;
  GtkWidget *copy_button;

  /* owned */
  CharterStudy *study;
  CharterPack *pack; /* or NULL */
  CharterNote *note;
  char *kept; /* its words as they are kept; NULL where it is not */

  CharterWindow *window; /* weak */
  gboolean saving;
  gboolean done; /* nothing is left to save */
};

G_DEFINE_FINAL_TYPE (CharterNoteDialog, charter_note_dialog, ADW_TYPE_WINDOW)

static char *
dup_words (CharterNoteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return charter_study_tidy_words (text);
}

static gboolean
needs_words (CharterNoteDialog *self)
{
  return self->note->kind == CHARTER_NOTE_NOTE || self->note->kind == CHARTER_NOTE_DISPUTE;
}

static void
leave (CharterNoteDialog *self)
{
  self->done = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_kept (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterNoteDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterNote) kept = charter_study_keep_note_finish (CHARTER_STUDY (study), result, &error);

  self->saving = FALSE;
  if (self->done)
    return;
  if (kept != NULL)
    {
      leave (self);
      return;
    }
  gtk_text_view_set_editable (self->view, TRUE);
  charter_banner_tell_failure (self->banner, error);
}

/* What is written in the field meanwhile would be lost: it waits. */
static void
save (CharterNoteDialog *self, const char *words)
{
  g_free (self->note->text);
  self->note->text = g_strdup (words);
  self->saving = TRUE;
  gtk_text_view_set_editable (self->view, FALSE);
  charter_study_keep_note_async (self->study, self->note, NULL, on_kept, g_object_ref (self));
}

static void
drop (CharterNoteDialog *self)
{
  CharterWindow *window = self->window;

  if (window != NULL && self->kept != NULL)
    charter_note_remove (window, self->study, charter_study_get_note (self->study, self->note->id));
  leave (self);
}

/* Returns: TRUE where it stays open for now */
static gboolean
charter_note_dialog_close_request (GtkWindow *window)
{
  CharterNoteDialog *self = CHARTER_NOTE_DIALOG (window);
  g_autofree char *words = dup_words (self);

  if (self->saving)
    return TRUE;
  if (g_strcmp0 (words, self->kept != NULL ? self->kept : "") == 0 && (self->kept != NULL || needs_words (self)))
    leave (self);
  else if (*words == '\0' && needs_words (self))
    drop (self);
  else
    save (self, words);
  return TRUE;
}

static void
try_again (CharterNoteDialog *self)
{
  charter_banner_set_revealed (self->banner, FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_note (CharterNoteDialog *self)
{
  if (!self->saving)
    drop (self);
}

static void
copy_letter (CharterNoteDialog *self)
{
  g_autoptr (CharterNote) letter = charter_note_copy (self->note);

  g_free (letter->text);
  letter->text = dup_words (self);
  if (self->window != NULL)
    charter_note_copy_letter (self->window, self->pack, letter);
}

/* Closed with all of the program: what is written is kept with the rest. */
static void
save_unsaved (CharterNoteDialog *self)
{
  g_autofree char *words = self->done || self->saving ? NULL : dup_words (self);

  self->done = TRUE;
  if (words == NULL || *words == '\0' || g_strcmp0 (words, self->kept) == 0)
    return;
  g_free (self->note->text);
  self->note->text = g_steal_pointer (&words);
  charter_study_keep_note_async (self->study, self->note, NULL, NULL, NULL);
}

static void
charter_note_dialog_dispose (GObject *object)
{
  CharterNoteDialog *self = CHARTER_NOTE_DIALOG (object);

  if (self->view != NULL && self->study != NULL)
    save_unsaved (self);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->study);
  self->view = NULL;
  G_OBJECT_CLASS (charter_note_dialog_parent_class)->dispose (object);
}

static void
charter_note_dialog_finalize (GObject *object)
{
  CharterNoteDialog *self = CHARTER_NOTE_DIALOG (object);

  g_clear_pointer (&self->pack, charter_pack_unref);
  g_clear_pointer (&self->note, charter_note_free);
  g_free (self->kept);
  G_OBJECT_CLASS (charter_note_dialog_parent_class)->finalize (object);
}

static void
charter_note_dialog_class_init (CharterNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_note_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_note_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = charter_note_dialog_close_request;
  g_type_ensure (CHARTER_TYPE_BANNER);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/notes/charter-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterNoteDialog, title);
  gtk_widget_class_bind_template_child (widget_class, CharterNoteDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, CharterNoteDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, CharterNoteDialog, about);
  gtk_widget_class_bind_template_child (widget_class, CharterNoteDialog, view);
  gtk_widget_class_bind_template_child (widget_class, CharterNoteDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, try_again);
  gtk_widget_class_bind_template_callback (widget_class, remove_note);
  gtk_widget_class_bind_template_callback (widget_class, copy_letter);
}

static void
charter_note_dialog_init (CharterNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_title (CharterNoteKind kind)
{
  switch (kind)
    {
    case CHARTER_NOTE_DISPUTE:
      return _ ("I Dispute This");
    case CHARTER_NOTE_HIGHLIGHT:
      return _ ("Note on a Highlight");
    case CHARTER_NOTE_BOOKMARK:
      return _ ("Note on a Bookmark");
    case CHARTER_NOTE_NOTE:
    default:
      return _ ("Note");
    }
}

/* Words that were marked are a reminder of what stands on the page, and may be a page themselves. */
static void
shorten_about (CharterNoteDialog *self, gboolean quoted)
{
  gtk_label_set_lines (self->about, quoted ? QUOTE_LINES : -1);
  gtk_label_set_ellipsize (self->about, quoted ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/* What it is about, above the field. */
static char *
dup_about (CharterNoteDialog *self)
{
  if (self->note->quote != NULL)
    return g_strdup_printf (_ ("“%s”"), self->note->quote);
  if (self->note->kind == CHARTER_NOTE_DISPUTE)
    return g_strdup (_ ("Why do you think that this question or its key is wrong? Your words are kept with the "
                        "question and are not sent anywhere."));
  return NULL;
}

static void
fill (CharterNoteDialog *self)
{
  g_autofree char *place = charter_note_dup_place (self->note, self->pack);
  g_autofree char *about = dup_about (self);

  gtk_window_set_title (GTK_WINDOW (self), get_title (self->note->kind));
  adw_window_title_set_title (self->title, get_title (self->note->kind));
  adw_window_title_set_subtitle (self->title, place);
  gtk_label_set_label (self->about, about != NULL ? about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), about != NULL);
  shorten_about (self, self->note->quote != NULL);
  gtk_widget_set_visible (self->remove_button, self->kept != NULL);
  gtk_widget_set_visible (self->copy_button, self->note->kind == CHARTER_NOTE_DISPUTE);
  if (self->note->text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->note->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (self->note->kind), -1);
}

void
charter_note_dialog_show (CharterWindow *window, CharterStudy *study, CharterPack *pack, const CharterNote *note)
{
  CharterNoteDialog *self = g_object_new (CHARTER_TYPE_NOTE_DIALOG, "transient-for", window, NULL);
  const CharterNote *kept = charter_study_get_note (study, note->id);

  g_set_weak_pointer (&self->window, window);
  self->study = g_object_ref (study);
  self->pack = pack != NULL ? charter_pack_ref (pack) : NULL;
  self->note = charter_note_copy (note);
  self->kept = kept != NULL ? g_strdup (kept->text != NULL ? kept->text : "") : NULL;
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (window)) - AROUND),
                               MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (window)) - AROUND));
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
charter_note_copy_letter (CharterWindow *window, CharterPack *pack, const CharterNote *dispute)
{
  g_autofree char *letter = charter_note_to_letter (dispute, pack);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), letter);
  charter_window_toast (window, _ ("Copied: paste it into a message to the author"));
}
