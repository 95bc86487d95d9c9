/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-drawing-view.h"

#include <math.h>

#include "charter-drawing.h"
#include "charter-widget-canvas.h"

#define WIDEST 640 /* px */

struct _CharterDrawingView {
  GtkWidget parent_instance;

  const CharterDiagram *diagram; /* the pack's */
};

G_DEFINE_FINAL_TYPE (CharterDrawingView, charter_drawing_view, GTK_TYPE_WIDGET)

static int
get_least_width (CharterDrawingView *self)
{
  g_auto (CharterCanvas) canvas = { 0 };

  charter_widget_canvas_init (&canvas, GTK_WIDGET (self), WIDEST);
  return (int)ceil (charter_drawing_get_least_width (self->diagram, &canvas));
}

static int
get_height (CharterDrawingView *self, int width)
{
  g_auto (CharterCanvas) canvas = { 0 };

  charter_widget_canvas_init (&canvas, GTK_WIDGET (self), width);
  return (int)ceil (charter_drawing_measure (self->diagram, &canvas));
}

static void
charter_drawing_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  CharterDrawingView *self = CHARTER_DRAWING_VIEW (widget);
  int least = get_least_width (self);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = get_height (self, for_size < 0 ? MAX (least, WIDEST) : MAX (for_size, least));
  else
    {
      *minimum = least;
      *natural = MAX (least, WIDEST);
    }
}

static GtkSizeRequestMode
charter_drawing_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
charter_drawing_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterDrawingView *self = CHARTER_DRAWING_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_auto (CharterCanvas) canvas = { 0 };

  charter_widget_canvas_init (&canvas, widget, width);
  canvas.height = height;
  canvas.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  charter_drawing_draw (self->diagram, &canvas);
  cairo_destroy (canvas.cr);
}

graphene_rect_t
charter_drawing_view_get_area (CharterDrawingView *self, const char *id)
{
  g_auto (CharterCanvas) canvas = { 0 };
  CharterArea area;

  charter_widget_canvas_init (&canvas, GTK_WIDGET (self), gtk_widget_get_width (GTK_WIDGET (self)));
  if (!charter_drawing_find (self->diagram, &canvas, id, &area))
    g_return_val_if_reached (*graphene_rect_zero ());
  return GRAPHENE_RECT_INIT ((float)area.x, (float)area.y, (float)area.width, (float)area.height);
}

static void
charter_drawing_view_class_init (CharterDrawingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = charter_drawing_view_measure;
  widget_class->get_request_mode = charter_drawing_view_get_request_mode;
  widget_class->snapshot = charter_drawing_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "drawing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
charter_drawing_view_init (CharterDrawingView *self)
{
}

GtkWidget *
charter_drawing_view_new (const CharterDiagram *diagram)
{
  CharterDrawingView *self = g_object_new (CHARTER_TYPE_DRAWING_VIEW, NULL);

  self->diagram = diagram;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, diagram->alt, -1);
  return GTK_WIDGET (self);
}
