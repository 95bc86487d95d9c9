/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-window.h"

#define NARROW_BELOW 720 /* px; the wide switcher and its header bar need about that */
#define SMALLEST 360     /* px */

struct _CharterWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *pile;
  GtkWidget *home;
  AdwViewStack *places;
  GtkStack *title;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (CharterWindow, charter_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* --- width -------------------------------------------------------------------------------------------------------- */

static void
set_narrow (CharterWindow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_stack_set_visible_child_name (self->title, narrow ? "title" : "switcher");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Before the children are given their places, so that the first frame is already right. */
static void
charter_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  set_narrow (CHARTER_WINDOW (widget), width < NARROW_BELOW);
  GTK_WIDGET_CLASS (charter_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* The wide switcher alone asks for 609 px, though it gives way when there is less. */
static void
charter_window_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GTK_WIDGET_CLASS (charter_window_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST);
}

/* --- the pile of pages -------------------------------------------------------------------------------------------- */

/* What lies on the visible page has been left: by the back button, by a swipe or by pop. */
static void
drop_left_pages (CharterWindow *self)
{
  GtkWidget *top = adw_leaflet_get_visible_child (self->pile);
  GtkWidget *last;

  if (top == NULL || adw_leaflet_get_child_transition_running (self->pile))
    return;
  while ((last = gtk_widget_get_last_child (GTK_WIDGET (self->pile))) != NULL && last != top)
    adw_leaflet_remove (self->pile, last);
}

void
charter_window_push (CharterWindow *self, GtkWidget *page)
{
  drop_left_pages (self);
  adw_leaflet_append (self->pile, page);
  adw_leaflet_set_visible_child (self->pile, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
charter_window_pop (CharterWindow *self)
{
  adw_leaflet_navigate (self->pile, ADW_NAVIGATION_DIRECTION_BACK);
  drop_left_pages (self);
}

void
charter_window_replace (CharterWindow *self, GtkWidget *page)
{
  GtkWidget *top = charter_window_get_top (self);

  charter_window_push (self, page);
  if (top != NULL)
    adw_leaflet_remove (self->pile, top);
}

GtkWidget *
charter_window_get_top (CharterWindow *self)
{
  GtkWidget *top = adw_leaflet_get_visible_child (self->pile);

  return top == self->home ? NULL : top;
}

static void
go_home (CharterWindow *self)
{
  adw_leaflet_set_visible_child (self->pile, self->home);
  drop_left_pages (self);
}

/* --- actions ------------------------------------------------------------------------------------------------------ */

static void
show_page_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterWindow *self = data;

  go_home (self);
  adw_view_stack_set_visible_child_name (self->places, g_variant_get_string (parameter, NULL));
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_window_pop (data);
}

/* In the action map, so that they can be reached over D-Bus. */
static const GActionEntry actions[] = {
  { "show-page", show_page_action, "s", NULL, NULL },
  { "back", back_action, NULL, NULL, NULL },
};

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CharterWindow *self = CHARTER_WINDOW (object);

  if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
charter_window_class_init (CharterWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = charter_window_get_property;
  widget_class->size_allocate = charter_window_size_allocate;
  widget_class->measure = charter_window_measure;

  properties[PROP_NARROW]
    = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/charter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, pile);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, home);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, places);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, title);
  gtk_widget_class_bind_template_callback (widget_class, drop_left_pages);
}

static void
charter_window_init (CharterWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

CharterWindow *
charter_window_new (CharterApplication *app)
{
  return g_object_new (CHARTER_TYPE_WINDOW, "application", app, NULL);
}

CharterWindow *
charter_window_of (GtkWidget *widget)
{
  return CHARTER_WINDOW (gtk_widget_get_ancestor (widget, CHARTER_TYPE_WINDOW));
}

gboolean
charter_window_get_narrow (CharterWindow *self)
{
  return self->narrow;
}

void
charter_window_toast (CharterWindow *self, const char *title)
{
  charter_window_add_toast (self, adw_toast_new (title));
}

void
charter_window_add_toast (CharterWindow *self, AdwToast *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}
