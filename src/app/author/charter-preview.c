/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-preview.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-host.h"
#include "charter-part-row.h"
#include "charter-preview-screen.h"
#include "charter-widget.h"

#define NARROW_BELOW 720 /* px, as in the main window */

struct _CharterPreview {
  AdwBin parent_instance;

  AdwBin *place;
  GtkWidget *note; /* why what is shown is not what is written */
  GtkWidget *nothing;
  GtkWidget *away; /* above what is shown of another pack */
  AdwWindowTitle *away_title;

  CharterStudy *study;     /* one that forgets */
  CharterLibrary *library; /* or NULL */
  gboolean is_asking;      /* the library is being read */
  CharterProof *proof;     /* NULL until something is shown */
  CharterPreviewScreen screen;
  char *unit;      /* what is shown: its kind and id, or NULL */
  guint64 version; /* of the draft, as it is shown */
  guint element;   /* where the author is, in the proof’s outline */
  gboolean narrow;
};

static void charter_preview_host_init (CharterHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterPreview,
                               charter_preview,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (CHARTER_TYPE_HOST, charter_preview_host_init))

enum { PROP_0, PROP_NARROW };
enum { POINTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
charter_preview_host_init (CharterHostInterface *iface)
{
}

/* ---- scrolling ---- */

/* The first one below widget that can be scrolled up and down. */
static GtkScrolledWindow *
find_scroller (GtkWidget *widget, guint *skip)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && (*skip)-- == 0)
    return GTK_SCROLLED_WINDOW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkScrolledWindow *found = find_scroller (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GArray *
read_places (GtkWidget *widget)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  GtkScrolledWindow *scroller;

  for (guint i = 0, skip = 0; widget != NULL && (scroller = find_scroller (widget, &skip)) != NULL; skip = ++i)
    {
      double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));

      g_array_append_val (places, value);
    }
  return places;
}

static gboolean
put_places (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GArray *places = data;
  GtkScrolledWindow *scroller;

  for (guint i = 0, skip = 0; i < places->len && (scroller = find_scroller (widget, &skip)) != NULL; skip = ++i)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), g_array_index (places, double, i));
  return G_SOURCE_REMOVE;
}

/* ---- showing ---- */

/* Its header bar is a window’s. */
static void
hide_header (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ADW_IS_HEADER_BAR (child))
      gtk_widget_set_visible (child, FALSE);
    else
      hide_header (child);
}

static char *
dup_unit (CharterProof *proof, guint element)
{
  guint unit = charter_outline_find_unit (proof->outline, element);
  g_autofree char *id = unit != CHARTER_OUTLINE_NONE ? charter_outline_dup_value (proof->outline, unit, "id") : NULL;

  return g_strdup_printf ("%u %s",
                          unit != CHARTER_OUTLINE_NONE ? charter_outline_get (proof->outline, unit)->kind : EL_PACK,
                          id != NULL ? id : "");
}

static guint
find_scene (const CharterOutline *outline, guint element)
{
  while (element != CHARTER_OUTLINE_NONE && charter_outline_get (outline, element)->kind != EL_SCENE
         && charter_outline_get (outline, element)->kind != EL_ENDING)
    element = charter_outline_get (outline, element)->parent;
  return element;
}

static void
take_screen (CharterPreview *self, CharterPreviewScreen *screen, gboolean is_same)
{
  g_autoptr (GArray) places = read_places (adw_bin_get_child (self->place));

  hide_header (screen->widget);
  adw_bin_set_child (self->place, screen->widget);
  charter_preview_screen_clear (&self->screen);
  self->screen = *screen;
  *screen = (CharterPreviewScreen){ 0 };
  if (is_same && places->len > 0)
    gtk_widget_add_tick_callback (self->screen.widget, put_places, g_steal_pointer (&places),
                                  (GDestroyNotify)g_array_unref);
}

static void
show_note (CharterPreview *self, gboolean is_behind, gboolean is_nothing)
{
  gtk_widget_set_visible (self->note, is_behind && !is_nothing);
  gtk_widget_set_visible (self->nothing, is_nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->place), !is_nothing);
}

static void
remake (CharterPreview *self, const char *unit)
{
  gboolean is_same = g_strcmp0 (unit, self->unit) == 0;
  CharterPreviewScreen screen = { 0 };

  gtk_widget_set_visible (self->away, FALSE);
  charter_preview_screen_make (&screen, self->study, self->library, self->proof, self->element, &self->screen);
  if (screen.widget != NULL)
    {
      take_screen (self, &screen, is_same);
      g_free (self->unit);
      self->unit = g_strdup (unit);
      self->version = self->proof->version;
      show_note (self, FALSE, FALSE);
    }
  else if (is_same)
    show_note (self, TRUE, FALSE);
  else
    show_note (self, FALSE, TRUE);
}

/* ---- other packs ---- */

static void
remake_again (CharterPreview *self)
{
  g_autofree char *unit = g_strdup (self->unit);

  if (self->proof != NULL && unit != NULL)
    remake (self, unit);
}

static void
on_library_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!charter_library_load_finish (CHARTER_LIBRARY (source), result, &error))
    g_warning ("%s", error->message);
}

/* A draft that leads to other packs finds them in the library, which is not read for one that does not. */
static void
look_into_library (CharterPreview *self)
{
  if (self->library == NULL || self->proof->pack == NULL)
    return;
  charter_library_lend (self->library, self->proof->pack);
  if (self->is_asking || charter_library_is_loaded (self->library) || self->proof->pack->uses[0] == NULL)
    return;
  self->is_asking = TRUE;
  charter_library_load_async (self->library, NULL, on_library_read, NULL);
}

void
charter_preview_set_library (CharterPreview *self, CharterLibrary *library)
{
  g_return_if_fail (CHARTER_IS_PREVIEW (self) && self->library == NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (remake_again), self, G_CONNECT_SWAPPED);
}

/* What one reads of it stays until the author goes elsewhere. */
static void
show_lesson_of (CharterPreview *self, CharterPack *pack, const char *ref)
{
  const CharterSection *section = charter_pack_find_section (pack, ref);
  const CharterLesson *lesson = section != NULL ? section->lesson : charter_pack_find_lesson (pack, ref);
  CharterPreviewScreen screen;

  if (lesson == NULL)
    return;
  charter_preview_screen_make_lesson (&screen, pack, lesson, section);
  take_screen (self, &screen, FALSE);
  show_note (self, FALSE, FALSE);
  adw_window_title_set_title (self->away_title, pack->title.plain);
  gtk_widget_set_visible (self->away, TRUE);
}

/* ---- showing what the author is at ---- */

void
charter_preview_show (CharterPreview *self, CharterProof *proof, gsize offset)
{
  guint before = self->element;
  CharterProof *old = self->proof;
  g_autofree char *unit = NULL;
  gboolean is_new = old != proof;

  g_return_if_fail (CHARTER_IS_PREVIEW (self));
  self->proof = charter_proof_ref (proof);
  self->element = charter_outline_find_at (proof->outline, offset);
  look_into_library (self);
  unit = dup_unit (proof, self->element);
  if (is_new || g_strcmp0 (unit, self->unit) != 0 || !gtk_widget_get_visible (GTK_WIDGET (self->place))
      || find_scene (proof->outline, before) != find_scene (proof->outline, self->element))
    remake (self, unit);
  g_clear_pointer (&old, charter_proof_unref);
}

/* ---- pointing ---- */

static guint
find_words (const CharterOutline *outline, guint within, const char *words)
{
  guint end = charter_outline_get (outline, within)->next;

  for (guint i = within; i < end; i++)
    {
      g_autofree char *own = NULL;

      if (charter_grammar_get_rule (charter_outline_get (outline, i)->kind)->content < CONTENT_TEXT)
        continue;
      own = charter_outline_dup_words (outline, i);
      if (*own != '\0' && g_str_equal (own, words))
        return i;
    }
  return CHARTER_OUTLINE_NONE;
}

static guint
find_part (const CharterOutline *outline, guint within, const char *id)
{
  guint end = charter_outline_get (outline, within)->next;

  for (guint i = within + 1; i < end; i++)
    {
      g_autofree char *own = charter_outline_dup_value (outline, i, "id");

      if (own != NULL && g_str_equal (own, id))
        return i;
    }
  return CHARTER_OUTLINE_NONE;
}

/* In the unit, or where it has not these words around it: the situation belongs to the scenario. */
static guint
find_shown (CharterPreview *self, GtkWidget *widget)
{
  const CharterOutline *outline = self->proof->outline;
  GtkWidget *row = gtk_widget_get_ancestor (widget, CHARTER_TYPE_PART_ROW);
  guint found = CHARTER_OUTLINE_NONE;

  for (guint unit = charter_outline_find_unit (outline, self->element);
       unit != CHARTER_OUTLINE_NONE && found == CHARTER_OUTLINE_NONE
       && charter_outline_get (outline, unit)->kind != EL_PACK;
       unit = charter_outline_get (outline, unit)->parent)
    {
      if (GTK_IS_LABEL (widget))
        found = find_words (outline, unit, gtk_label_get_text (GTK_LABEL (widget)));
      if (found == CHARTER_OUTLINE_NONE && row != NULL)
        found = find_part (outline, unit, charter_part_row_get_id (CHARTER_PART_ROW (row)));
    }
  return found;
}

static void
on_pressed (CharterPreview *self, int n_press, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  guint element;

  if (widget == NULL || self->proof == NULL || self->version != self->proof->version)
    return;
  element = find_shown (self, widget);
  if (element != CHARTER_OUTLINE_NONE)
    g_signal_emit (self, signals[POINTED], 0, (guint64)charter_outline_get (self->proof->outline, element)->inside);
}

/* ---- what the screens ask their window for ---- */

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterPreview *self = data;
  g_autofree char *unit = g_strdup (self->unit);

  if (self->proof == NULL)
    return;
  charter_preview_screen_clear (&self->screen);
  remake (self, unit);
}

static void
go_to_own (CharterPreview *self, const char *ref)
{
  guint element = charter_outline_find_id (self->proof->outline, ref);

  if (element != CHARTER_OUTLINE_NONE)
    g_signal_emit (self, signals[POINTED], 0, (guint64)charter_outline_get (self->proof->outline, element)->start);
}

/* pack: the id of the one where the ref is written. */
static void
go_to_ref (CharterPreview *self, const char *pack, const char *ref)
{
  const char *hash = strchr (ref, '#');
  g_autofree char *id = hash != NULL ? g_strndup (ref, (gsize)(hash - ref)) : g_strdup (pack);
  CharterPack *own = self->proof != NULL ? self->proof->pack : NULL;
  CharterPack *other = self->library != NULL ? charter_library_find_pack (self->library, id) : NULL;

  if (own != NULL && g_str_equal (own->id, id))
    go_to_own (self, ref);
  else if (other != NULL)
    show_lesson_of (self, other, ref);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *pack, *ref;

  g_variant_get (parameter, "(&s&s)", &pack, &ref);
  go_to_ref (data, pack, ref);
}

static void
open_lesson_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *pack, *lesson, *section;

  g_variant_get (parameter, "(&s&s&s)", &pack, &lesson, &section);
  go_to_ref (data, pack, *section != '\0' ? section : lesson);
}

static const GActionEntry actions[] = {
  { "back", back_action, NULL, NULL, NULL },
  { "open-see", open_action, "(ss)", NULL, NULL },
  { "start-scenario", open_action, "(ss)", NULL, NULL },
  { "ask-item", open_action, "(ss)", NULL, NULL },
  { "open-lesson", open_lesson_action, "(sss)", NULL, NULL },
};

/* ---- its life ---- */

static void
charter_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterPreview *self = CHARTER_PREVIEW (widget);
  gboolean narrow = width < NARROW_BELOW;

  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      charter_widget_set_class (widget, "narrow", narrow);
      g_object_notify (G_OBJECT (self), "narrow");
    }
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (self)), width, height, baseline, NULL);
}

static void
charter_preview_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static GtkSizeRequestMode
charter_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
charter_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, CHARTER_PREVIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
charter_preview_dispose (GObject *object)
{
  CharterPreview *self = CHARTER_PREVIEW (object);

  charter_preview_screen_clear (&self->screen);
  g_clear_pointer (&self->proof, charter_proof_unref);
  g_clear_object (&self->study);
  g_clear_object (&self->library);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (charter_preview_parent_class)->dispose (object);
}

static void
charter_preview_class_init (CharterPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = charter_preview_dispose;
  object_class->get_property = charter_preview_get_property;
  GTK_WIDGET_CLASS (klass)->size_allocate = charter_preview_size_allocate;
  GTK_WIDGET_CLASS (klass)->measure = charter_preview_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = charter_preview_get_request_mode;
  g_object_class_override_property (object_class, PROP_NARROW, "narrow");
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static GtkWidget *
make_note (void)
{
  GtkWidget *note = gtk_label_new (
    _ ("This is how it last could be shown. What is written now has problems that must be mended first."));

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "preview-note");
  gtk_widget_set_visible (note, FALSE);
  return note;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing to Show Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("What stands here has problems that must be mended first."));
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_set_visible (page, FALSE);
  return page;
}

static GtkWidget *
make_away (CharterPreview *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *title = adw_window_title_new ("", _ ("Another pack of your library"));

  gtk_widget_set_tooltip_text (back, _ ("Back"));
  charter_widget_set_spoken_name (back, _ ("Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), title);
  gtk_widget_add_css_class (bar, "preview-away");
  gtk_widget_set_visible (bar, FALSE);
  self->away_title = ADW_WINDOW_TITLE (title);
  return bar;
}

static void
charter_preview_init (CharterPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it lays itself out, to be narrow before its child is */
  self->study = charter_study_new (NULL, charter_clock_system ());
  self->element = CHARTER_OUTLINE_NONE;
  self->note = make_note ();
  self->nothing = make_nothing ();
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->place), TRUE);
  self->away = make_away (self);
  gtk_box_append (GTK_BOX (box), self->away);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), self->nothing);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "preview");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (group));
}

GtkWidget *
charter_preview_new (void)
{
  return g_object_new (CHARTER_TYPE_PREVIEW, NULL);
}
