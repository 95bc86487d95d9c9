/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-item-notes.h"

#include <glib/gi18n.h>

#include "charter-note-dialog.h"
#include "charter-rows.h"

struct _CharterItemNotes {
  AdwBin parent_instance;

  GtkListBox *list;

  /* owned */
  CharterStudy *study;
  CharterPack *pack;
  CharterResponse *response; /* or NULL */

  const CharterItem *item; /* the pack's */
};

G_DEFINE_FINAL_TYPE (CharterItemNotes, charter_item_notes, ADW_TYPE_BIN)

static CharterNote *
make_note (CharterPack *pack, const CharterItem *item, CharterNoteKind kind, CharterResponse *response)
{
  CharterNote *note = charter_note_new (kind, NULL, pack->id);

  note->release = g_strdup (pack->release);
  note->item = g_strdup (item->id);
  note->key_hash = charter_item_dup_key_hash (item);
  if (kind == CHARTER_NOTE_DISPUTE && response != NULL)
    note->answer = charter_response_to_string (response);
  return note;
}

void
charter_item_notes_write (CharterWindow *window,
                          CharterStudy *study,
                          CharterPack *pack,
                          const CharterItem *item,
                          CharterNoteKind kind,
                          CharterResponse *response)
{
  g_autoptr (GPtrArray) notes = charter_study_list_item_notes (study, pack->id, item->id, kind);
  g_autoptr (CharterNote) note
    = notes->len > 0 ? charter_note_copy (notes->pdata[0]) : make_note (pack, item, kind, response);

  charter_note_dialog_show (window, study, pack, note);
}

static void
write_kind (CharterItemNotes *self, CharterNoteKind kind)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL)
    charter_item_notes_write (window, self->study, self->pack, self->item, kind, self->response);
}

static void
on_activated (GtkListBoxRow *row, CharterItemNotes *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));
  const char *id = g_object_get_data (G_OBJECT (row), "note");
  const CharterNote *note = id != NULL ? charter_study_get_note (self->study, id) : NULL;

  if (note != NULL && window != NULL)
    charter_note_dialog_show (window, self->study, self->pack, note);
  else
    write_kind (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind")));
}

static void
copy_letter (GtkWidget *button, CharterItemNotes *self)
{
  const CharterNote *note = charter_study_get_note (self->study, g_object_get_data (G_OBJECT (button), "note"));

  if (note != NULL)
    charter_note_copy_letter (charter_window_of (GTK_WIDGET (self)), self->pack, note);
}

static void
add_copy_button (CharterItemNotes *self, AdwActionRow *row, const CharterNote *note)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Copy for the Author"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy for the Author"),
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "note", g_strdup (note->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_letter), self);
  adw_action_row_add_suffix (row, button);
}

/* note: NULL for the way to a new one */
static void
add_row (CharterItemNotes *self, CharterNoteKind kind, const CharterNote *note)
{
  gboolean dispute = kind == CHARTER_NOTE_DISPUTE;
  const char *icon = dispute ? "dispute-symbolic" : "note-symbolic";
  AdwActionRow *row
    = note != NULL ? charter_row_new (icon, note->text, dispute ? _ ("You dispute this question") : _ ("Your note"))
                   : charter_row_new (icon, dispute ? _ ("I Dispute This") : _ ("Write a Note"), NULL);

  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  if (note != NULL)
    g_object_set_data_full (G_OBJECT (row), "note", g_strdup (note->id), g_free);
  if (note != NULL && dispute)
    add_copy_button (self, row, note);
  g_signal_connect (row, "activated", G_CALLBACK (on_activated), self);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

static void
add_rows (CharterItemNotes *self, CharterNoteKind kind)
{
  g_autoptr (GPtrArray) notes = charter_study_list_item_notes (self->study, self->pack->id, self->item->id, kind);

  for (guint i = 0; i < notes->len; i++)
    add_row (self, kind, notes->pdata[i]);
  if (notes->len == 0)
    add_row (self, kind, NULL);
}

/* The focus stays on the row of its number. */
static void
refresh (CharterItemNotes *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int index = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  add_rows (self, CHARTER_NOTE_NOTE);
  add_rows (self, CHARTER_NOTE_DISPUTE);
  if (index >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index)));
}

static void
charter_item_notes_dispose (GObject *object)
{
  CharterItemNotes *self = CHARTER_ITEM_NOTES (object);

  g_clear_object (&self->study);
  g_clear_pointer (&self->pack, charter_pack_unref);
  g_clear_pointer (&self->response, charter_response_unref);
  G_OBJECT_CLASS (charter_item_notes_parent_class)->dispose (object);
}

static void
charter_item_notes_class_init (CharterItemNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_item_notes_dispose;
}

static void
charter_item_notes_init (CharterItemNotes *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
charter_item_notes_new (CharterStudy *study, CharterPack *pack, const CharterItem *item, CharterResponse *response)
{
  CharterItemNotes *self = g_object_new (CHARTER_TYPE_ITEM_NOTES, NULL);

  self->study = g_object_ref (study);
  self->pack = charter_pack_ref (pack);
  self->item = item;
  self->response = response != NULL ? charter_response_ref (response) : NULL;
  g_signal_connect_object (study, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
