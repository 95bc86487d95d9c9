/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-highlighter.h"

#include <glib/gi18n.h>

#include "charter-marker.h"
#include "charter-note-dialog.h"
#include "charter-note-keeping.h"
#include "charter-quote.h"

struct _CharterHighlighter {
  GObject parent_instance;

  GtkWidget *page; /* borrowed */
  CharterMarker *marker;
  GPtrArray *sections; /* of each passage */
  GSimpleActionGroup *actions;

  /* owned */
  CharterStudy *study;
  CharterPack *pack;

  const CharterLesson *lesson;

  /* what the menu is about */
  CharterMarkPlace meant;
  char *meant_id; /* of a highlight, or NULL for what is selected */
};

G_DEFINE_FINAL_TYPE (CharterHighlighter, charter_highlighter, G_TYPE_OBJECT)

/* --- showing ------------------------------------------------------------------------------------------------------ */

/* Where its words stand best: in its own section, or, where that is no more, anywhere in the lesson. */
static void
place_highlight (CharterHighlighter *self, const CharterNote *note)
{
  CharterMarkPlace best = { 0 };
  guint most = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const CharterSection *section = g_ptr_array_index (self->sections, i);
      guint start, end;
      guint weight = charter_quote_find (note, charter_marker_get_text (self->marker, i), &start, &end);
      if (weight > 0 && g_strcmp0 (section->id, note->section) == 0)
        weight += G_MAXUINT / 2;
      if (weight <= most)
        continue;
      most = weight;
      best = (CharterMarkPlace){ i, start, end, note->id };
    }
  if (most > 0)
    charter_marker_add_mark (self->marker, best.passage, best.start, best.end, best.id);
}

void
charter_highlighter_refresh (CharterHighlighter *self)
{
  g_autoptr (GPtrArray) notes = charter_study_list_lesson_notes (self->study, self->pack->id, self->lesson->id);

  charter_marker_clear_marks (self->marker);
  for (guint i = 0; i < notes->len; i++)
    if (((CharterNote *)notes->pdata[i])->kind == CHARTER_NOTE_HIGHLIGHT)
      place_highlight (self, notes->pdata[i]);
  charter_marker_show (self->marker);
}

/* --- highlighting ------------------------------------------------------------------------------------------------- */

/* Returns: (transfer full) a highlight of what is selected */
static CharterNote *
make_highlight (CharterHighlighter *self, const CharterMarkPlace *place)
{
  const CharterSection *section = g_ptr_array_index (self->sections, place->passage);
  CharterNote *note = charter_note_new (CHARTER_NOTE_HIGHLIGHT, NULL, self->pack->id);

  note->release = g_strdup (self->pack->release);
  note->lesson = g_strdup (self->lesson->id);
  note->section = g_strdup (section->id);
  charter_quote_take (note, charter_marker_get_text (self->marker, place->passage), place->start, place->end);
  charter_marker_unselect (self->marker, place);
  return note;
}

static void
highlight (CharterHighlighter *self, const CharterMarkPlace *place)
{
  CharterWindow *window = charter_window_of (self->page);
  g_autoptr (CharterNote) note = make_highlight (self, place);

  if (window != NULL)
    charter_note_keep (window, self->study, note, _ ("Highlighted"));
}

/* --- the menu ----------------------------------------------------------------------------------------------------- */

static const CharterNote *
get_meant (CharterHighlighter *self)
{
  return self->meant_id != NULL ? charter_study_get_note (self->study, self->meant_id) : NULL;
}

static void
mark_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterHighlighter *self = data;

  highlight (self, &self->meant);
}

/* On a highlight, or on what is selected, which becomes one. */
static void
note_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterHighlighter *self = data;
  CharterWindow *window = charter_window_of (self->page);
  const CharterNote *there = get_meant (self);
  g_autoptr (CharterNote) note = NULL;

  if (window == NULL)
    return;
  note = there != NULL ? charter_note_copy (there) : make_highlight (self, &self->meant);
  charter_note_dialog_show (window, self->study, self->pack, note);
}

static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterHighlighter *self = data;
  g_autofree char *words = g_utf8_substring (charter_marker_get_text (self->marker, self->meant.passage),
                                             self->meant.start, self->meant.end);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page), words);
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterHighlighter *self = data;
  CharterWindow *window = charter_window_of (self->page);
  const CharterNote *there = get_meant (self);

  if (there != NULL && window != NULL)
    charter_note_remove (window, self->study, there);
}

static const GActionEntry entries[] = {
  { "mark", mark_action, NULL, NULL, NULL },
  { "note", note_action, NULL, NULL, NULL },
  { "copy", copy_action, NULL, NULL, NULL },
  { "remove", remove_action, NULL, NULL, NULL },
};

static GMenuModel *
make_menu (CharterHighlighter *self)
{
  const CharterNote *there = get_meant (self);
  gboolean has_words = there != NULL && there->text != NULL && *there->text != '\0';
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  if (there == NULL)
    g_menu_append (section, _ ("_Highlight"), "highlight.mark");
  g_menu_append (section,
                 there == NULL ? _ ("Highlight and Write a _Note")
                 : has_words   ? _ ("Edit the _Note")
                               : _ ("Write a _Note"),
                 "highlight.note");
  g_menu_append (section, _ ("_Copy"), "highlight.copy");
  if (there != NULL)
    g_menu_append (section, _ ("_Remove Highlight"), "highlight.remove");
  g_menu_append_section (menu, has_words ? there->text : NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

static void
show_menu (CharterHighlighter *self, const CharterMarkPlace *place)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_free (self->meant_id);
  self->meant_id = g_strdup (place->id);
  self->meant = *place;
  self->meant.id = self->meant_id;
  menu = make_menu (self);
  charter_marker_show_menu (self->marker, place, menu, _ ("Highlight"));
}

static void
on_place (CharterHighlighter *self, const CharterMarkPlace *place)
{
  show_menu (self, place);
}

/* --- keys --------------------------------------------------------------------------------------------------------- */

static void
on_left (CharterHighlighter *self)
{
  gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

static void
begin_keys (CharterHighlighter *self, const CharterSection *section)
{
  CharterWindow *window = charter_window_of (self->page);
  guint first = 0;

  if (section != NULL && !g_ptr_array_find (self->sections, section, &first))
    return;
  if (charter_marker_begin_keys (self->marker, first) && window != NULL)
    charter_window_toast (window, _ ("Select words with Shift and the arrow keys, then press Ctrl+H. Escape ends it."));
}

void
charter_highlighter_act (CharterHighlighter *self, const CharterSection *section)
{
  CharterMarkPlace place;

  if (charter_marker_get_selected (self->marker, &place))
    highlight (self, &place);
  else if (charter_marker_get_at_cursor (self->marker, &place))
    show_menu (self, &place);
  else
    begin_keys (self, section);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

void
charter_highlighter_add_section (CharterHighlighter *self, GtkWidget *widget, const CharterSection *section)
{
  charter_marker_add_passages (self->marker, widget);
  while (self->sections->len < charter_marker_get_n_passages (self->marker))
    g_ptr_array_add (self->sections, (gpointer)section);
}

static void
charter_highlighter_dispose (GObject *object)
{
  CharterHighlighter *self = CHARTER_HIGHLIGHTER (object);

  if (self->marker != NULL)
    gtk_widget_insert_action_group (self->page, "highlight", NULL);
  g_clear_object (&self->marker);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_highlighter_parent_class)->dispose (object);
}

static void
charter_highlighter_finalize (GObject *object)
{
  CharterHighlighter *self = CHARTER_HIGHLIGHTER (object);

  g_object_unref (self->actions);
  g_ptr_array_unref (self->sections);
  charter_pack_unref (self->pack);
  g_free (self->meant_id);
  G_OBJECT_CLASS (charter_highlighter_parent_class)->finalize (object);
}

static void
charter_highlighter_class_init (CharterHighlighterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_highlighter_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_highlighter_finalize;
}

static void
charter_highlighter_init (CharterHighlighter *self)
{
  self->sections = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

CharterHighlighter *
charter_highlighter_new (GtkWidget *page, CharterStudy *study, CharterPack *pack, const CharterLesson *lesson)
{
  CharterHighlighter *self = g_object_new (CHARTER_TYPE_HIGHLIGHTER, NULL);

  self->page = page;
  self->study = g_object_ref (study);
  self->pack = charter_pack_ref (pack);
  self->lesson = lesson;
  self->marker = charter_marker_new (page);
  g_signal_connect_object (self->marker, "selected", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker, "pressed", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (page, "highlight", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (study, "changed", G_CALLBACK (charter_highlighter_refresh), self, G_CONNECT_SWAPPED);
  return self;
}
