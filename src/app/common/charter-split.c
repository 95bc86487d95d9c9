/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-split.h"

struct _CharterSplit {
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *side;
  GtkWidget *content;
  GtkWidget *line;
  gboolean hidden; /* the side, while it has room */
};

G_DEFINE_FINAL_TYPE (CharterSplit, charter_split, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SIDE, PROP_CONTENT, PROP_FOLDED, PROP_SHOW_SIDE, N_PROPS };
static GParamSpec *properties[N_PROPS];

gboolean
charter_split_get_folded (CharterSplit *self)
{
  return adw_leaflet_get_folded (self->leaflet);
}

gboolean
charter_split_get_show_side (CharterSplit *self)
{
  if (charter_split_get_folded (self))
    return adw_leaflet_get_visible_child (self->leaflet) == self->side;
  return !self->hidden;
}

/* Hidden while it has room, the side must still be there to be shown when folded. */
static void
update_side (CharterSplit *self)
{
  gboolean there = !self->hidden || charter_split_get_folded (self);

  if (self->side == NULL)
    return;
  gtk_widget_set_visible (self->side, there);
  gtk_widget_set_visible (self->line, there);
}

static void
fold_changed (CharterSplit *self)
{
  update_side (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDE]);
}

static void
visible_child_changed (CharterSplit *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDE]);
}

void
charter_split_set_show_side (CharterSplit *self, gboolean show)
{
  if (charter_split_get_show_side (self) == show)
    return;
  if (charter_split_get_folded (self))
    adw_leaflet_set_visible_child (self->leaflet, show ? self->side : self->content);
  else
    {
      self->hidden = !show;
      update_side (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDE]);
    }
}

/* The order in the leaflet is side, line, content, whichever is set first. */
static void
arrange (CharterSplit *self)
{
  if (self->side == NULL || self->content == NULL)
    return;
  adw_leaflet_append (self->leaflet, self->side);
  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->leaflet, self->line), FALSE);
  adw_leaflet_append (self->leaflet, self->content);
  gtk_widget_set_hexpand (self->content, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  g_object_unref (self->side);
  g_object_unref (self->content);
}

static void
charter_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CharterSplit *self = CHARTER_SPLIT (object);

  switch (id)
    {
    case PROP_SIDE:
      self->side = g_object_ref_sink (g_value_get_object (value));
      arrange (self);
      break;
    case PROP_CONTENT:
      self->content = g_object_ref_sink (g_value_get_object (value));
      arrange (self);
      break;
    case PROP_SHOW_SIDE:
      charter_split_set_show_side (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CharterSplit *self = CHARTER_SPLIT (object);

  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, charter_split_get_folded (self));
      break;
    case PROP_SHOW_SIDE:
      g_value_set_boolean (value, charter_split_get_show_side (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_split_dispose (GObject *object)
{
  CharterSplit *self = CHARTER_SPLIT (object);

  if (self->leaflet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->leaflet, self);
      gtk_widget_unparent (GTK_WIDGET (self->leaflet));
      self->leaflet = NULL;
    }

  G_OBJECT_CLASS (charter_split_parent_class)->dispose (object);
}

static void
charter_split_class_init (CharterSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = charter_split_set_property;
  object_class->get_property = charter_split_get_property;
  object_class->dispose = charter_split_dispose;

  properties[PROP_SIDE]
    = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT]
    = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED]
    = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDE]
    = g_param_spec_boolean ("show-side", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
charter_split_init (CharterSplit *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_homogeneous (self->leaflet, FALSE);
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_set_can_navigate_forward (self->leaflet, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (fold_changed), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (visible_child_changed), self);
}
