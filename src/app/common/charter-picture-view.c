/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-picture-view.h"

#include <math.h>

#define WIDEST 640 /* px: pictures are shown no wider */
#define LEAST 120  /* px */

struct _CharterPictureView {
  GtkWidget parent_instance;

  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (CharterPictureView, charter_picture_view, GTK_TYPE_WIDGET)

static double
get_ratio (CharterPictureView *self)
{
  return (double)gdk_texture_get_height (self->texture) / gdk_texture_get_width (self->texture);
}

static void
charter_picture_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  CharterPictureView *self = CHARTER_PICTURE_VIEW (widget);
  int width = for_size < 0 ? WIDEST : MIN (for_size, WIDEST);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int)ceil (width * get_ratio (self));
  else
    {
      *minimum = LEAST;
      *natural = WIDEST;
    }
}

static GtkSizeRequestMode
charter_picture_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

graphene_rect_t
charter_picture_view_get_area (CharterPictureView *self)
{
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  float width = MIN (full, WIDEST);

  return GRAPHENE_RECT_INIT ((full - width) / 2, 0, width, (float)(width * get_ratio (self)));
}

static void
charter_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterPictureView *self = CHARTER_PICTURE_VIEW (widget);
  graphene_rect_t area = charter_picture_view_get_area (self);

  gtk_snapshot_append_texture (snapshot, self->texture, &area);
}

static void
charter_picture_view_finalize (GObject *object)
{
  g_clear_object (&CHARTER_PICTURE_VIEW (object)->texture);
  G_OBJECT_CLASS (charter_picture_view_parent_class)->finalize (object);
}

static void
charter_picture_view_class_init (CharterPictureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_picture_view_finalize;
  widget_class->measure = charter_picture_view_measure;
  widget_class->get_request_mode = charter_picture_view_get_request_mode;
  widget_class->snapshot = charter_picture_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
charter_picture_view_init (CharterPictureView *self)
{
}

/* A drawing is drawn at twice the width, to be sharp on every screen; GTK itself would take the size written in it. */
static GdkTexture *
load (GFile *file, GError **error)
{
  g_autoptr (GdkPixbuf) drawn = NULL;
  const char *path = g_file_peek_path (file);

  if (path == NULL || !g_str_has_suffix (path, ".svg"))
    return gdk_texture_new_from_file (file, error);
  drawn = gdk_pixbuf_new_from_file_at_scale (path, 2 * WIDEST, -1, TRUE, error);
  return drawn != NULL ? gdk_texture_new_for_pixbuf (drawn) : NULL;
}

GtkWidget *
charter_picture_view_new (CharterPack *pack, const CharterFigure *figure)
{
  g_autoptr (GFile) file = pack->folder != NULL ? g_file_resolve_relative_path (pack->folder, figure->src) : NULL;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = file != NULL ? load (file, &error) : NULL;
  CharterPictureView *self;

  if (texture == NULL)
    return NULL;
  self = g_object_new (CHARTER_TYPE_PICTURE_VIEW, NULL);
  self->texture = texture;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, figure->alt, -1);
  return GTK_WIDGET (self);
}
