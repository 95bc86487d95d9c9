/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-section-tools.h"

#include <glib/gi18n.h>

#include "charter-note-dialog.h"
#include "charter-note-keeping.h"

struct _CharterSectionTools {
  GtkBox parent_instance;

  GtkWidget *mark; /* shown where there is a bookmark */
  GtkMenuButton *menu;
  GtkWidget *note;  /* owned: its place is elsewhere */
  GtkLabel *words;

  /* owned */
  CharterStudy *study;
  CharterPack *pack;

  const CharterSection *section; /* the pack's */
};

G_DEFINE_FINAL_TYPE (CharterSectionTools, charter_section_tools, GTK_TYPE_BOX)

static const CharterNote *
find (CharterSectionTools *self, CharterNoteKind kind)
{
  return charter_study_find_section_note (self->study, kind, self->pack->id, self->section->lesson->id,
                                          self->section->id);
}

static CharterNote *
make_note (CharterSectionTools *self, CharterNoteKind kind)
{
  CharterNote *note = charter_note_new (kind, NULL, self->pack->id);

  note->release = g_strdup (self->pack->release);
  note->lesson = g_strdup (self->section->lesson->id);
  note->section = g_strdup (self->section->id);
  return note;
}

void
charter_section_tools_toggle_bookmark (CharterSectionTools *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));
  const CharterNote *there = find (self, CHARTER_NOTE_BOOKMARK);
  g_autoptr (CharterNote) note = there == NULL ? make_note (self, CHARTER_NOTE_BOOKMARK) : NULL;
  g_autofree char *told = g_strdup_printf (_ ("Bookmark set: %s"), self->section->title.plain);

  if (window != NULL && there != NULL)
    charter_note_remove (window, self->study, there);
  else if (window != NULL)
    charter_note_keep (window, self->study, note, told);
}

void
charter_section_tools_write_note (CharterSectionTools *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));
  const CharterNote *there = find (self, CHARTER_NOTE_NOTE);
  g_autoptr (CharterNote) note = there != NULL ? charter_note_copy (there) : make_note (self, CHARTER_NOTE_NOTE);

  if (window != NULL)
    charter_note_dialog_show (window, self->study, self->pack, note);
}

static void
bookmark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  charter_section_tools_toggle_bookmark (CHARTER_SECTION_TOOLS (widget));
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  charter_section_tools_write_note (CHARTER_SECTION_TOOLS (widget));
}

static void
make_menu (GtkMenuButton *button, gpointer data)
{
  CharterSectionTools *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, find (self, CHARTER_NOTE_BOOKMARK) != NULL ? _ ("Remove _Bookmark") : _ ("Set _Bookmark"),
                 "section.bookmark");
  g_menu_append (menu, find (self, CHARTER_NOTE_NOTE) != NULL ? _ ("Edit the _Note") : _ ("Write a _Note"),
                 "section.note");
  g_menu_append (menu, _ ("_Highlight Words"), "lesson.highlight");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
refresh (CharterSectionTools *self)
{
  const CharterNote *note = find (self, CHARTER_NOTE_NOTE);

  gtk_widget_set_visible (self->mark, find (self, CHARTER_NOTE_BOOKMARK) != NULL);
  gtk_widget_set_visible (self->note, note != NULL);
  if (note == NULL)
    return;
  gtk_label_set_label (self->words, note->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, note->text, -1);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_section_tools_dispose (GObject *object)
{
  CharterSectionTools *self = CHARTER_SECTION_TOOLS (object);

  g_clear_object (&self->note);
  g_clear_object (&self->study);
  g_clear_pointer (&self->pack, charter_pack_unref);
  G_OBJECT_CLASS (charter_section_tools_parent_class)->dispose (object);
}

static void
charter_section_tools_class_init (CharterSectionToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_section_tools_dispose;
  gtk_widget_class_install_action (widget_class, "section.bookmark", NULL, bookmark_action);
  gtk_widget_class_install_action (widget_class, "section.note", NULL, note_action);
}

/* The icon says what the card is; it opens the note. */
static GtkWidget *
make_note_card (CharterSectionTools *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("note-symbolic");

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "own-note");
  gtk_widget_set_tooltip_text (button, _ ("Edit Your Note"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (charter_section_tools_write_note), self, G_CONNECT_SWAPPED);
  return button;
}

static void
charter_section_tools_init (CharterSectionTools *self)
{
  self->mark = gtk_image_new_from_icon_name ("bookmark-filled-symbolic");
  gtk_widget_add_css_class (self->mark, "bookmark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Bookmarked"), -1);
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (self->menu, make_menu, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _ ("Bookmark or Note"));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), self->mark);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->menu));
  self->note = g_object_ref_sink (make_note_card (self));
}

GtkWidget *
charter_section_tools_new (CharterStudy *study, CharterPack *pack, const CharterSection *section)
{
  CharterSectionTools *self = g_object_new (CHARTER_TYPE_SECTION_TOOLS, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Bookmark or note: %s"), section->title.plain);

  self->study = g_object_ref (study);
  self->pack = charter_pack_ref (pack);
  self->section = section;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (study, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

GtkWidget *
charter_section_tools_get_note (CharterSectionTools *self)
{
  return self->note;
}

const CharterSection *
charter_section_tools_get_section (CharterSectionTools *self)
{
  return self->section;
}
