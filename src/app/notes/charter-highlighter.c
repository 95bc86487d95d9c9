/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-highlighter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-check-card.h"
#include "charter-comparison-view.h"
#include "charter-note-dialog.h"
#include "charter-note-keeping.h"
#include "charter-quote.h"
#include "charter-text-label.h"

/* A highlight in its passage; places are characters. */
typedef struct {
  char *id;
  guint start, end;
} Range;

typedef struct {
  GtkLabel *label; /* borrowed from the page */
  const CharterSection *section;
  gboolean has_links;
  GArray *ranges;
  double x, y; /* of the pointer, when it was last in it */
} Passage;

struct _CharterHighlighter {
  GObject parent_instance;

  GtkWidget *page; /* borrowed */
  GPtrArray *passages;
  GtkEventController *keys; /* borrowed from the page */
  GSimpleActionGroup *actions;

  /* owned */
  CharterStudy *study;
  CharterPack *pack;

  const CharterLesson *lesson;
  gboolean by_keys;

  /* what the menu is about */
  Passage *meant;
  char *meant_id; /* of a highlight, or NULL for what is selected */
};

G_DEFINE_FINAL_TYPE (CharterHighlighter, charter_highlighter, G_TYPE_OBJECT)

/* --- passages ----------------------------------------------------------------------------------------------------- */

static void
range_clear (gpointer data)
{
  g_free (((Range *)data)->id);
}

static void
passage_free (gpointer data)
{
  Passage *passage = data;

  g_array_unref (passage->ranges);
  g_free (passage);
}

static const Range *
find_range (const Passage *passage, guint at)
{
  for (guint i = 0; i < passage->ranges->len; i++)
    {
      const Range *range = &g_array_index (passage->ranges, Range, i);
      if (at >= range->start && at < range->end)
        return range;
    }
  return NULL;
}

static Passage *
find_focused (CharterHighlighter *self)
{
  for (guint i = 0; i < self->passages->len; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (((Passage *)self->passages->pdata[i])->label)))
      return self->passages->pdata[i];
  return NULL;
}

/* What is selected. Returns: FALSE where nothing is; start is then the cursor's place */
static gboolean
get_selected (const Passage *passage, guint *start, guint *end)
{
  int from = 0, to = 0;
  gboolean any = gtk_label_get_selection_bounds (passage->label, &from, &to);

  *start = from;
  *end = to;
  return any;
}

static Passage *
find_selected (CharterHighlighter *self)
{
  Passage *focused = find_focused (self);
  guint start, end;

  if (focused != NULL && get_selected (focused, &start, &end))
    return focused;
  for (guint i = 0; i < self->passages->len; i++)
    if (get_selected (self->passages->pdata[i], &start, &end))
      return self->passages->pdata[i];
  return NULL;
}

/* A label is a stop for Tab only where it has links, or where all are. */
static void
set_selectable (CharterHighlighter *self, Passage *passage, gboolean selectable)
{
  if (gtk_label_get_selectable (passage->label) != selectable)
    gtk_label_set_selectable (passage->label, selectable);
  gtk_widget_set_focusable (GTK_WIDGET (passage->label), self->by_keys || passage->has_links);
}

/* --- showing ------------------------------------------------------------------------------------------------------ */

static void
mark_range (PangoAttrList *attributes, const char *text, const Range *range)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean plain = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  PangoAttribute *marks[] = {
    pango_attr_background_new (0xf6f6, 0xd3d3, 0x2d2d),
    pango_attr_background_alpha_new (plain  ? 1
                                     : dark ? 0x4a00
                                            : 0x6800),
    pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE),
    dark ? pango_attr_underline_color_new (0xf8f8, 0xe4e4, 0x5c5c) : pango_attr_underline_color_new (0x9a9a, 0x6700, 0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = g_utf8_offset_to_pointer (text, range->start) - text;
      marks[i]->end_index = g_utf8_offset_to_pointer (text, range->end) - text;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

static void
show_ranges (Passage *passage)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < passage->ranges->len; i++)
    mark_range (attributes, gtk_label_get_text (passage->label), &g_array_index (passage->ranges, Range, i));
  gtk_label_set_attributes (passage->label, passage->ranges->len > 0 ? attributes : NULL);
}

/* Where its words stand best: in its own section, or, where that is no more, anywhere in the lesson. */
static void
place_highlight (CharterHighlighter *self, const CharterNote *note)
{
  Range best = { 0 };
  Passage *place = NULL;
  guint most = 0;

  for (guint i = 0; i < self->passages->len; i++)
    {
      Passage *passage = self->passages->pdata[i];
      Range range = { .id = note->id };
      guint weight = charter_quote_find (note, gtk_label_get_text (passage->label), &range.start, &range.end);
      if (weight > 0 && g_strcmp0 (passage->section->id, note->section) == 0)
        weight += G_MAXUINT / 2;
      if (weight <= most)
        continue;
      most = weight;
      place = passage;
      best = range;
    }
  if (place == NULL)
    return;
  best.id = g_strdup (note->id);
  g_array_append_val (place->ranges, best);
}

void
charter_highlighter_refresh (CharterHighlighter *self)
{
  g_autoptr (GPtrArray) notes = charter_study_list_lesson_notes (self->study, self->pack->id, self->lesson->id);

  for (guint i = 0; i < self->passages->len; i++)
    g_array_set_size (((Passage *)self->passages->pdata[i])->ranges, 0);
  for (guint i = 0; i < notes->len; i++)
    if (((CharterNote *)notes->pdata[i])->kind == CHARTER_NOTE_HIGHLIGHT)
      place_highlight (self, notes->pdata[i]);
  for (guint i = 0; i < self->passages->len; i++)
    show_ranges (self->passages->pdata[i]);
}

/* --- highlighting ------------------------------------------------------------------------------------------------- */

/* White space at the ends is no part of what was meant. */
static void
trim (const char *text, guint *start, guint *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, *start))))
    (*start)++;
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, *end - 1))))
    (*end)--;
}

/* Returns: (transfer full) (nullable) a highlight of what is selected in a passage */
static CharterNote *
make_highlight (CharterHighlighter *self, Passage *passage)
{
  const char *text = gtk_label_get_text (passage->label);
  CharterNote *note;
  guint start, end;

  get_selected (passage, &start, &end);
  trim (text, &start, &end);
  if (start == end)
    return NULL;
  note = charter_note_new (CHARTER_NOTE_HIGHLIGHT, NULL, self->pack->id);
  note->release = g_strdup (self->pack->release);
  note->lesson = g_strdup (self->lesson->id);
  note->section = g_strdup (passage->section->id);
  charter_quote_take (note, text, start, end);
  gtk_label_select_region (passage->label, (int)end, (int)end);
  return note;
}

static void
highlight (CharterHighlighter *self, Passage *passage)
{
  CharterWindow *window = charter_window_of (self->page);
  g_autoptr (CharterNote) note = make_highlight (self, passage);

  if (note != NULL && window != NULL)
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

  if (self->meant != NULL)
    highlight (self, self->meant);
}

/* On a highlight, or on what is selected, which becomes one. */
static void
note_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterHighlighter *self = data;
  CharterWindow *window = charter_window_of (self->page);
  const CharterNote *there = get_meant (self);
  g_autoptr (CharterNote) note = NULL;

  if (self->meant == NULL || window == NULL)
    return;
  note = there != NULL ? charter_note_copy (there) : make_highlight (self, self->meant);
  if (note != NULL)
    charter_note_dialog_show (window, self->study, self->pack, note);
}

static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterHighlighter *self = data;
  const CharterNote *there = get_meant (self);
  g_autofree char *words = NULL;
  guint start, end;

  if (self->meant == NULL)
    return;
  if (get_selected (self->meant, &start, &end) && there == NULL)
    words = g_utf8_substring (gtk_label_get_text (self->meant->label), start, end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page), there != NULL   ? there->quote
                                                                 : words != NULL ? words
                                                                                 : "");
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

static gboolean
unparent (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not while it is still closing: its action comes after that. */
static void
unparent_later (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

/* Of a character, as the page counts. */
static GdkRectangle
find_place (CharterHighlighter *self, const Passage *passage, guint at)
{
  const char *text = gtk_label_get_text (passage->label);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  PangoRectangle place;
  int x, y;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (passage->label), self->page, &bounds))
    return (GdkRectangle){ 0, 0, 1, 1 };

  gtk_label_get_layout_offsets (passage->label, &x, &y);
  pango_layout_index_to_pos (gtk_label_get_layout (passage->label), (int)(g_utf8_offset_to_pointer (text, at) - text),
                             &place);
  return (GdkRectangle){ (int)bounds.origin.x + x + PANGO_PIXELS (place.x),
                         (int)bounds.origin.y + y + PANGO_PIXELS (place.y), 1, PANGO_PIXELS (place.height) };
}

/* range: NULL for what is selected. */
static void
show_menu (CharterHighlighter *self, Passage *passage, const Range *range, guint at)
{
  GdkRectangle place = find_place (self, passage, at);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  self->meant = passage;
  g_free (self->meant_id);
  self->meant_id = range != NULL ? g_strdup (range->id) : NULL;
  menu = make_menu (self);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_widget_set_parent (popover, self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Highlight"), -1);
  g_signal_connect (popover, "closed", G_CALLBACK (unparent_later), NULL);
  g_signal_connect_object (self->page, "destroy", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- the pointer -------------------------------------------------------------------------------------------------- */

static Passage *
find_passage (CharterHighlighter *self, GtkEventController *controller)
{
  GtkWidget *label = gtk_event_controller_get_widget (controller);

  for (guint i = 0; i < self->passages->len; i++)
    if (GTK_WIDGET (((Passage *)self->passages->pdata[i])->label) == label)
      return self->passages->pdata[i];
  return NULL;
}

static void
on_motion (GtkEventController *controller, double x, double y, CharterHighlighter *self)
{
  Passage *passage = find_passage (self, controller);

  if (passage == NULL)
    return;
  passage->x = x;
  passage->y = y;
  if (!gtk_label_get_selectable (passage->label))
    set_selectable (self, passage, TRUE);
}

static void
on_leave (GtkEventController *controller, CharterHighlighter *self)
{
  Passage *passage = find_passage (self, controller);
  guint start, end;

  if (passage != NULL && !self->by_keys && !get_selected (passage, &start, &end))
    set_selectable (self, passage, FALSE);
}

static gboolean
find_pointed (const Passage *passage, guint *at)
{
  const char *text = gtk_label_get_text (passage->label);
  int x, y, index, trailing;

  gtk_label_get_layout_offsets (passage->label, &x, &y);
  if (!pango_layout_xy_to_index (gtk_label_get_layout (passage->label), (int)((passage->x - x) * PANGO_SCALE),
                                 (int)((passage->y - y) * PANGO_SCALE), &index, &trailing))
    return FALSE;
  *at = g_utf8_pointer_to_offset (text, text + index);
  return TRUE;
}

/* What is under the pointer once the label has done its own. */
static gboolean
on_released_idle (gpointer data)
{
  GtkLabel *label = data;
  CharterHighlighter *self = g_object_get_data (G_OBJECT (label), "charter-highlighter");
  guint start, end, at;

  for (guint i = 0; self != NULL && i < self->passages->len; i++)
    {
      Passage *passage = self->passages->pdata[i];
      const Range *range;
      if (passage->label != label || !gtk_widget_get_mapped (GTK_WIDGET (label)))
        continue;
      if (get_selected (passage, &start, &end))
        show_menu (self, passage, NULL, end);
      else if (gtk_label_get_current_uri (label) == NULL && find_pointed (passage, &at)
               && (range = find_range (passage, at)) != NULL)
        show_menu (self, passage, range, at);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
on_event (GtkEventController *controller, GdkEvent *event, CharterHighlighter *self)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE
      && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_released_idle,
                     g_object_ref (gtk_event_controller_get_widget (controller)), g_object_unref);
  return GDK_EVENT_PROPAGATE;
}

/* --- keys --------------------------------------------------------------------------------------------------------- */

static void
set_by_keys (CharterHighlighter *self, gboolean by_keys)
{
  self->by_keys = by_keys;
  for (guint i = 0; i < self->passages->len; i++)
    set_selectable (self, self->passages->pdata[i], by_keys);
}

static Passage *
find_first (CharterHighlighter *self, const CharterSection *section)
{
  for (guint i = 0; i < self->passages->len; i++)
    if (section == NULL || ((Passage *)self->passages->pdata[i])->section == section)
      return self->passages->pdata[i];
  return NULL;
}

/* A paragraph that is come to is not selected as a whole. */
static void
begin_keys (CharterHighlighter *self, const CharterSection *section)
{
  Passage *first = find_first (self, section);
  CharterWindow *window = charter_window_of (self->page);

  if (first == NULL || window == NULL)
    return;
  g_object_set (gtk_widget_get_settings (self->page), "gtk-label-select-on-focus", FALSE, NULL);
  set_by_keys (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (first->label));
  gtk_label_select_region (first->label, 0, 0);
  charter_window_toast (window, _ ("Select words with Shift and the arrow keys, then press Ctrl+H. Escape ends it."));
}

static gboolean
on_key (GtkEventController *keys, guint keyval, guint code, GdkModifierType modifiers, CharterHighlighter *self)
{
  Passage *focused = self->by_keys ? find_focused (self) : NULL;
  const Range *range;
  guint start, end;

  if (focused == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      set_by_keys (self, FALSE);
      gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    }
  get_selected (focused, &start, &end);
  range = find_range (focused, start);
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || range == NULL)
    return GDK_EVENT_PROPAGATE;
  show_menu (self, focused, range, start);
  return GDK_EVENT_STOP;
}

void
charter_highlighter_act (CharterHighlighter *self, const CharterSection *section)
{
  Passage *passage = find_selected (self);
  const Range *range = NULL;
  guint start, end;

  if (passage != NULL)
    {
      highlight (self, passage);
      return;
    }
  passage = find_focused (self);
  if (passage != NULL)
    {
      get_selected (passage, &start, &end);
      range = find_range (passage, start);
    }
  if (range != NULL)
    show_menu (self, passage, range, start);
  else
    begin_keys (self, section);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
add_passage (CharterHighlighter *self, GtkLabel *label, const CharterSection *section)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();
  Passage *passage = g_new0 (Passage, 1);

  passage->label = label;
  passage->section = section;
  passage->has_links = gtk_widget_get_focusable (GTK_WIDGET (label));
  passage->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_array_set_clear_func (passage->ranges, range_clear);
  g_ptr_array_add (self->passages, passage);
  g_object_set_data (G_OBJECT (label), "charter-highlighter", self);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (label), motion);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (label), events);
}

/* Questions are no text of the lesson, and what a table covers is not to be read. */
void
charter_highlighter_add_section (CharterHighlighter *self, GtkWidget *widget, const CharterSection *section)
{
  if (CHARTER_IS_CHECK_CARD (widget) || CHARTER_IS_COMPARISON_VIEW (widget))
    return;
  if (charter_text_label_is (widget))
    add_passage (self, GTK_LABEL (widget), section);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    charter_highlighter_add_section (self, child, section);
}

static void
charter_highlighter_dispose (GObject *object)
{
  CharterHighlighter *self = CHARTER_HIGHLIGHTER (object);

  for (guint i = 0; i < self->passages->len; i++)
    g_object_set_data (G_OBJECT (((Passage *)self->passages->pdata[i])->label), "charter-highlighter", NULL);
  g_ptr_array_set_size (self->passages, 0);
  if (self->keys != NULL)
    {
      gtk_widget_remove_controller (self->page, self->keys);
      gtk_widget_insert_action_group (self->page, "highlight", NULL);
    }
  self->keys = NULL;
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_highlighter_parent_class)->dispose (object);
}

static void
charter_highlighter_finalize (GObject *object)
{
  CharterHighlighter *self = CHARTER_HIGHLIGHTER (object);

  g_object_unref (self->actions);
  g_ptr_array_unref (self->passages);
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
  self->passages = g_ptr_array_new_with_free_func (passage_free);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

CharterHighlighter *
charter_highlighter_new (GtkWidget *page, CharterStudy *study, CharterPack *pack, const CharterLesson *lesson)
{
  CharterHighlighter *self = g_object_new (CHARTER_TYPE_HIGHLIGHTER, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->page = page;
  self->study = g_object_ref (study);
  self->pack = charter_pack_ref (pack);
  self->lesson = lesson;
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (page, self->keys);
  gtk_widget_insert_action_group (page, "highlight", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (study, "changed", G_CALLBACK (charter_highlighter_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (charter_highlighter_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (charter_highlighter_refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}
