/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-marker.h"

#include <glib/gi18n.h>

#include "charter-check-card.h"
#include "charter-comparison-view.h"
#include "charter-text-label.h"

typedef struct {
  char *id;
  guint start, end;
} Mark;

typedef struct {
  GtkLabel *label; /* owned */
  gboolean has_links;
  GArray *marks;
  GtkEventController *motion, *events; /* owned; the label's for as long as it is a passage */
  double x, y;                         /* of the pointer, when it was last in it */
} Passage;

struct _CharterMarker {
  GObject parent_instance;

  GtkWidget *page; /* borrowed */
  GPtrArray *passages;
  GtkEventController *keys; /* borrowed from the page */
  gboolean by_keys;
  GtkWidget *menu_label; /* that a menu is open about: a passage’s, or NULL */
};

G_DEFINE_FINAL_TYPE (CharterMarker, charter_marker, G_TYPE_OBJECT)

enum { SELECTED, PRESSED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- passages ----------------------------------------------------------------------------------------------------- */

static void
mark_clear (gpointer data)
{
  g_free (((Mark *)data)->id);
}

/* A label that has gone has no controllers any more. */
static void
drop_controller (Passage *passage, GtkEventController **controller)
{
  if (gtk_event_controller_get_widget (*controller) == GTK_WIDGET (passage->label))
    gtk_widget_remove_controller (GTK_WIDGET (passage->label), *controller);
  g_clear_object (controller);
}

static void
passage_free (gpointer data)
{
  Passage *passage = data;

  drop_controller (passage, &passage->motion);
  drop_controller (passage, &passage->events);
  g_object_set_data (G_OBJECT (passage->label), "charter-marker", NULL);
  g_array_unref (passage->marks);
  g_object_unref (passage->label);
  g_free (passage);
}

static Passage *
get_passage (CharterMarker *self, guint index)
{
  return g_ptr_array_index (self->passages, index);
}

/* Returns: FALSE where the character at that place is in none */
static gboolean
find_mark (CharterMarker *self, guint passage, guint at, CharterMarkPlace *place)
{
  GArray *marks = get_passage (self, passage)->marks;

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      *place = (CharterMarkPlace){ passage, mark->start, mark->end, mark->id };
      if (at >= mark->start && at < mark->end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_passage (CharterMarker *self, GtkWidget *label, guint *passage)
{
  for (*passage = 0; *passage < self->passages->len; (*passage)++)
    if (GTK_WIDGET (get_passage (self, *passage)->label) == label)
      return TRUE;
  return FALSE;
}

static gboolean
find_focused (CharterMarker *self, guint *passage)
{
  for (*passage = 0; *passage < self->passages->len; (*passage)++)
    if (gtk_widget_has_focus (GTK_WIDGET (get_passage (self, *passage)->label)))
      return TRUE;
  return FALSE;
}

guint
charter_marker_get_n_passages (CharterMarker *self)
{
  return self->passages->len;
}

const char *
charter_marker_get_text (CharterMarker *self, guint passage)
{
  return gtk_label_get_text (get_passage (self, passage)->label);
}

/* --- what is selected --------------------------------------------------------------------------------------------- */

/* White space at the ends is no part of what was meant. */
static void
trim (const char *text, guint *start, guint *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, *start))))
    (*start)++;
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, *end - 1))))
    (*end)--;
}

static gboolean
has_selection (const Passage *passage)
{
  return gtk_label_get_selection_bounds (passage->label, NULL, NULL);
}

static gboolean
get_selected (CharterMarker *self, guint passage, CharterMarkPlace *place)
{
  int start = 0, end = 0;

  if (!gtk_label_get_selection_bounds (get_passage (self, passage)->label, &start, &end))
    return FALSE;
  *place = (CharterMarkPlace){ passage, (guint)start, (guint)end, NULL };
  trim (charter_marker_get_text (self, passage), &place->start, &place->end);
  return place->start < place->end;
}

gboolean
charter_marker_get_selected (CharterMarker *self, CharterMarkPlace *place)
{
  guint passage;

  if (find_focused (self, &passage) && get_selected (self, passage, place))
    return TRUE;
  for (passage = 0; passage < self->passages->len; passage++)
    if (get_selected (self, passage, place))
      return TRUE;
  return FALSE;
}

gboolean
charter_marker_get_at_cursor (CharterMarker *self, CharterMarkPlace *place)
{
  guint passage;
  int start = 0;

  if (!find_focused (self, &passage))
    return FALSE;
  gtk_label_get_selection_bounds (get_passage (self, passage)->label, &start, NULL);
  return find_mark (self, passage, (guint)start, place);
}

void
charter_marker_unselect (CharterMarker *self, const CharterMarkPlace *place)
{
  gtk_label_select_region (get_passage (self, place->passage)->label, (int)place->end, (int)place->end);
}

/* --- showing ------------------------------------------------------------------------------------------------------ */

static void
draw_mark (PangoAttrList *attributes, const char *text, const Mark *mark)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean plain = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  PangoAttribute *parts[] = {
    pango_attr_background_new (0xf6f6, 0xd3d3, 0x2d2d),
    pango_attr_background_alpha_new (plain  ? 1
                                     : dark ? 0x4a00
                                            : 0x6800),
    pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE),
    dark ? pango_attr_underline_color_new (0xf8f8, 0xe4e4, 0x5c5c) : pango_attr_underline_color_new (0x9a9a, 0x6700, 0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i]->start_index = g_utf8_offset_to_pointer (text, mark->start) - text;
      parts[i]->end_index = g_utf8_offset_to_pointer (text, mark->end) - text;
      pango_attr_list_insert (attributes, parts[i]);
    }
}

static char *
dup_marked_words (const Passage *passage)
{
  const char *text = gtk_label_get_text (passage->label);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < passage->marks->len; i++)
    {
      const Mark *mark = &g_array_index (passage->marks, Mark, i);
      g_autofree char *one = g_utf8_substring (text, mark->start, mark->end);
      g_strv_builder_add (builder, one);
    }
  list = g_strv_builder_end (builder);
  words = g_strjoinv (" … ", list);
  /* Translators: what a screen reader says after a paragraph. */
  return g_strdup_printf (_ ("Highlighted: %s"), words);
}

/* For whoever can't see it. */
static void
describe_passage (Passage *passage)
{
  g_autofree char *words = dup_marked_words (passage);
  GtkAccessible *accessible = GTK_ACCESSIBLE (passage->label);

  if (passage->marks->len > 0)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show_passage (Passage *passage)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < passage->marks->len; i++)
    draw_mark (attributes, gtk_label_get_text (passage->label), &g_array_index (passage->marks, Mark, i));
  gtk_label_set_attributes (passage->label, passage->marks->len > 0 ? attributes : NULL);
  describe_passage (passage);
}

void
charter_marker_show (CharterMarker *self)
{
  for (guint i = 0; i < self->passages->len; i++)
    show_passage (get_passage (self, i));
}

void
charter_marker_clear_marks (CharterMarker *self)
{
  for (guint i = 0; i < self->passages->len; i++)
    g_array_set_size (get_passage (self, i)->marks, 0);
}

void
charter_marker_add_mark (CharterMarker *self, guint passage, guint start, guint end, const char *id)
{
  const Mark mark = { g_strdup (id), start, end };

  g_array_append_val (get_passage (self, passage)->marks, mark);
}

/* --- a menu at a place -------------------------------------------------------------------------------------------- */

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

/* Back to the words that it was about, whose label was kept as it is for that. */
static void
on_closed (CharterMarker *self)
{
  if (self->menu_label != NULL)
    gtk_widget_grab_focus (self->menu_label);
  self->menu_label = NULL;
}

/* Of a character, as the page counts. */
static GdkRectangle
find_place (CharterMarker *self, const Passage *passage, guint at)
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

void
charter_marker_show_menu (CharterMarker *self, const CharterMarkPlace *place, GMenuModel *menu, const char *name)
{
  GdkRectangle where = find_place (self, get_passage (self, place->passage), place->end);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &where);
  gtk_widget_set_parent (popover, self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (unparent_later), NULL);
  g_signal_connect_object (self->page, "destroy", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  self->menu_label = GTK_WIDGET (get_passage (self, place->passage)->label);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- the pointer -------------------------------------------------------------------------------------------------- */

/* A label is a stop for Tab only where it has links, where all are, or where the pointer is: one that could be selected
 * and not come to would hold Tab up. */
static void
set_selectable (CharterMarker *self, Passage *passage, gboolean selectable)
{
  if (gtk_label_get_selectable (passage->label) != selectable)
    gtk_label_set_selectable (passage->label, selectable);
  gtk_widget_set_focusable (GTK_WIDGET (passage->label), selectable || passage->has_links);
}

static void
on_motion (GtkEventController *controller, double x, double y, CharterMarker *self)
{
  guint index;

  if (!find_passage (self, gtk_event_controller_get_widget (controller), &index))
    return;
  get_passage (self, index)->x = x;
  get_passage (self, index)->y = y;
  if (!gtk_label_get_selectable (get_passage (self, index)->label))
    set_selectable (self, get_passage (self, index), TRUE);
}

/* What was pressed has the focus, or gets it back from the menu: it is not to be lost. */
static void
on_leave (GtkEventController *controller, CharterMarker *self)
{
  GtkWidget *label = gtk_event_controller_get_widget (controller);
  guint index;

  if (find_passage (self, label, &index) && !self->by_keys && !has_selection (get_passage (self, index))
      && !gtk_widget_has_focus (label) && label != self->menu_label)
    set_selectable (self, get_passage (self, index), FALSE);
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
  *at = (guint)g_utf8_pointer_to_offset (text, text + index);
  return TRUE;
}

static void
look_below_pointer (CharterMarker *self, guint index)
{
  Passage *passage = get_passage (self, index);
  CharterMarkPlace place;
  guint at;

  if (has_selection (passage))
    {
      if (get_selected (self, index, &place))
        g_signal_emit (self, signals[SELECTED], 0, &place);
    }
  else if (gtk_label_get_current_uri (passage->label) == NULL && find_pointed (passage, &at)
           && find_mark (self, index, at, &place))
    g_signal_emit (self, signals[PRESSED], 0, &place);
}

/* What is under the pointer once the label has done its own. */
static gboolean
on_released_idle (gpointer label)
{
  CharterMarker *self = g_object_get_data (G_OBJECT (label), "charter-marker");
  guint index;

  if (self != NULL && gtk_widget_get_mapped (label) && find_passage (self, label, &index))
    look_below_pointer (self, index);
  return G_SOURCE_REMOVE;
}

static gboolean
on_event (GtkEventController *controller, GdkEvent *event, CharterMarker *self)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE
      && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_released_idle,
                     g_object_ref (gtk_event_controller_get_widget (controller)), g_object_unref);
  return GDK_EVENT_PROPAGATE;
}

/* --- keys --------------------------------------------------------------------------------------------------------- */

static void
set_by_keys (CharterMarker *self, gboolean by_keys)
{
  self->by_keys = by_keys;
  for (guint i = 0; i < self->passages->len; i++)
    set_selectable (self, get_passage (self, i), by_keys);
}

/* A paragraph that is come to is not selected as a whole. */
gboolean
charter_marker_begin_keys (CharterMarker *self, guint passage)
{
  if (passage >= self->passages->len)
    return FALSE;
  g_object_set (gtk_widget_get_settings (self->page), "gtk-label-select-on-focus", FALSE, NULL);
  set_by_keys (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_passage (self, passage)->label));
  gtk_label_select_region (get_passage (self, passage)->label, 0, 0);
  return TRUE;
}

static gboolean
on_key (GtkEventController *keys, guint keyval, guint code, GdkModifierType modifiers, CharterMarker *self)
{
  CharterMarkPlace place;
  guint focused;

  if (!self->by_keys || !find_focused (self, &focused))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      set_by_keys (self, FALSE);
      g_signal_emit (self, signals[LEFT], 0);
      return GDK_EVENT_STOP;
    }
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || !charter_marker_get_at_cursor (self, &place))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[PRESSED], 0, &place);
  return GDK_EVENT_STOP;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

/* Returns: (transfer full) controller, which is now the label's too */
static GtkEventController *
add_controller (GtkLabel *label, GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (label), g_object_ref (controller));
  return controller;
}

static void
add_passage (CharterMarker *self, GtkLabel *label)
{
  Passage *passage = g_new0 (Passage, 1);

  passage->label = g_object_ref (label);
  passage->has_links = gtk_widget_get_focusable (GTK_WIDGET (label));
  passage->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  passage->motion = add_controller (label, gtk_event_controller_motion_new ());
  passage->events = add_controller (label, gtk_event_controller_legacy_new ());
  g_array_set_clear_func (passage->marks, mark_clear);
  g_ptr_array_add (self->passages, passage);
  g_object_set_data (G_OBJECT (label), "charter-marker", self);
  g_signal_connect_object (passage->motion, "enter", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (passage->motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (passage->motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_event_controller_set_propagation_phase (passage->events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (passage->events, "event", G_CALLBACK (on_event), self, 0);
}

void
charter_marker_add_passages (CharterMarker *self, GtkWidget *widget)
{
  if (CHARTER_IS_CHECK_CARD (widget) || CHARTER_IS_COMPARISON_VIEW (widget))
    return;
  if (charter_text_label_is (widget))
    add_passage (self, GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    charter_marker_add_passages (self, child);
}

void
charter_marker_clear_passages (CharterMarker *self)
{
  g_ptr_array_set_size (self->passages, 0);
  self->menu_label = NULL;
  self->by_keys = FALSE;
}

static void
charter_marker_dispose (GObject *object)
{
  CharterMarker *self = CHARTER_MARKER (object);

  charter_marker_clear_passages (self);
  if (self->keys != NULL)
    gtk_widget_remove_controller (self->page, self->keys);
  self->keys = NULL;
  G_OBJECT_CLASS (charter_marker_parent_class)->dispose (object);
}

static void
charter_marker_finalize (GObject *object)
{
  g_ptr_array_unref (CHARTER_MARKER (object)->passages);
  G_OBJECT_CLASS (charter_marker_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, CHARTER_TYPE_MARKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       type != G_TYPE_NONE ? 1 : 0, type);
}

static void
charter_marker_class_init (CharterMarkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_marker_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_marker_finalize;
  signals[SELECTED] = add_signal ("selected", G_TYPE_POINTER);
  signals[PRESSED] = add_signal ("pressed", G_TYPE_POINTER);
  signals[LEFT] = add_signal ("left", G_TYPE_NONE);
}

static void
charter_marker_init (CharterMarker *self)
{
  self->passages = g_ptr_array_new_with_free_func (passage_free);
}

CharterMarker *
charter_marker_new (GtkWidget *page)
{
  CharterMarker *self = g_object_new (CHARTER_TYPE_MARKER, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->page = page;
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (page, self->keys);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (charter_marker_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (charter_marker_show), self, G_CONNECT_SWAPPED);
  return self;
}
