/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-board.h"

#include <glib/gi18n.h>

#include "charter-diagram-view.h"
#include "charter-drawing-view.h"
#include "charter-drawing.h"
#include "charter-picture-view.h"
#include "charter-widget.h"

struct _CharterBoard {
  GtkWidget parent_instance;

  GtkWidget *ground; /* CharterPictureView, CharterDiagramView or CharterDrawingView */
};

G_DEFINE_FINAL_TYPE (CharterBoard, charter_board, GTK_TYPE_WIDGET)

static void
charter_board_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (CHARTER_BOARD (widget)->ground, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
charter_board_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static graphene_rect_t
get_area (CharterBoard *self, CharterSpot *spot)
{
  if (CHARTER_IS_PICTURE_VIEW (self->ground))
    return charter_picture_view_get_area (CHARTER_PICTURE_VIEW (self->ground));
  if (CHARTER_IS_DRAWING_VIEW (self->ground))
    return charter_drawing_view_get_area (CHARTER_DRAWING_VIEW (self->ground), charter_spot_get_part (spot)->id);
  return charter_diagram_view_get_area (CHARTER_DIAGRAM_VIEW (self->ground), charter_spot_get_part (spot)->id);
}

static void
charter_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterBoard *self = CHARTER_BOARD (widget);

  gtk_widget_size_allocate (self->ground, &(GdkRectangle){ 0, 0, width, height }, -1);
  for (GtkWidget *spot = gtk_widget_get_next_sibling (self->ground); spot != NULL;
       spot = gtk_widget_get_next_sibling (spot))
    {
      graphene_rect_t area = get_area (self, CHARTER_SPOT (spot));

      charter_spot_allocate (CHARTER_SPOT (spot), &area);
    }
}

static void
charter_board_dispose (GObject *object)
{
  charter_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (charter_board_parent_class)->dispose (object);
}

static void
charter_board_class_init (CharterBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_board_dispose;
  widget_class->measure = charter_board_measure;
  widget_class->get_request_mode = charter_board_get_request_mode;
  widget_class->size_allocate = charter_board_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "board");
}

static void
charter_board_init (CharterBoard *self)
{
}

static GtkWidget *
make_ground (CharterPack *pack, const CharterHotspot *hotspot)
{
  if (hotspot->figure != NULL)
    return charter_picture_view_new (pack, hotspot->figure);
  if (charter_diagram_view_can_draw (hotspot->diagram->kind))
    return charter_diagram_view_new (pack, hotspot->diagram);
  return charter_drawing_can_draw (hotspot->diagram) ? charter_drawing_view_new (hotspot->diagram) : NULL;
}

CharterBoard *
charter_board_new (CharterPack *pack, const CharterHotspot *hotspot, GtkAccessibleRole role)
{
  GtkWidget *ground = make_ground (pack, hotspot);
  CharterBoard *self;

  if (ground == NULL)
    return NULL;
  self = g_object_new (CHARTER_TYPE_BOARD, "accessible-role", role, NULL);
  self->ground = ground;
  gtk_widget_set_parent (ground, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answers"), -1);
  return self;
}

void
charter_board_add (CharterBoard *self, CharterSpot *spot)
{
  gtk_widget_set_parent (GTK_WIDGET (spot), GTK_WIDGET (self));
}
