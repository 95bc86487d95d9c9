/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-chart.h"

#include <cairo-svg.h>

#include "charter-widget-canvas.h"

#define SMALLEST 240 /* px across */
#define WIDEST 640
#define PAPER 680 /* px across, in which the margins are */
#define MARGIN 20
#define FINER 2 /* px of a PNG for one of the screen */

struct _CharterChart {
  GtkWidget parent_instance;

  const CharterChartKind *kind; /* NULL while nothing is shown */
  gpointer data;
  GDestroyNotify free_data;
  char *title;
};

G_DEFINE_FINAL_TYPE (CharterChart, charter_chart, GTK_TYPE_WIDGET)

static void
forget (CharterChart *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  self->data = NULL;
  self->free_data = NULL;
  self->kind = NULL;
}

/* ---- the widget ---- */

static int
get_height (CharterChart *self, int width)
{
  g_auto (CharterCanvas) canvas;

  charter_widget_canvas_init (&canvas, GTK_WIDGET (self), width);
  return (int)(self->kind->measure (self->data, &canvas) + .999);
}

static void
charter_chart_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  CharterChart *self = CHARTER_CHART (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST;
      *natural = WIDEST;
    }
  else if (self->kind != NULL)
    *minimum = *natural = get_height (self, for_size < 0 ? WIDEST : MAX (for_size, SMALLEST));
}

static GtkSizeRequestMode
charter_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
charter_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterChart *self = CHARTER_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_auto (CharterCanvas) canvas = { 0 };

  if (self->kind == NULL)
    return;
  charter_widget_canvas_init (&canvas, widget, width);
  canvas.height = height;
  canvas.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  self->kind->draw (self->data, &canvas);
  cairo_destroy (canvas.cr);
}

static void
charter_chart_finalize (GObject *object)
{
  CharterChart *self = CHARTER_CHART (object);

  forget (self);
  g_free (self->title);
  G_OBJECT_CLASS (charter_chart_parent_class)->finalize (object);
}

static void
charter_chart_class_init (CharterChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_chart_finalize;
  widget_class->measure = charter_chart_measure;
  widget_class->get_request_mode = charter_chart_get_request_mode;
  widget_class->snapshot = charter_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
charter_chart_init (CharterChart *self)
{
}

GtkWidget *
charter_chart_new (void)
{
  return g_object_new (CHARTER_TYPE_CHART, NULL);
}

void
charter_chart_show (CharterChart *self,
                    const CharterChartKind *kind,
                    gpointer data,
                    GDestroyNotify free_data,
                    const char *title,
                    const char *summary)
{
  forget (self);
  self->kind = kind;
  self->data = data;
  self->free_data = free_data;
  g_free (self->title);
  self->title = g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- on paper ---- */

static cairo_status_t
collect (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The height of the title with the room below it. */
static double
write_title (CharterChart *self, CharterCanvas *canvas)
{
  double height = charter_canvas_write_lines (canvas, CHARTER_INK_TEXT, 0, 0, canvas->width, self->title);

  return height + canvas->line / 2;
}

static double
measure_paper (CharterChart *self, CharterCanvas *canvas)
{
  return write_title (self, canvas) + self->kind->measure (self->data, canvas) + 2 * MARGIN;
}

static void
draw_paper (CharterChart *self, CharterCanvas *canvas, cairo_surface_t *surface, double height)
{
  double title;

  canvas->cr = cairo_create (surface);
  charter_canvas_set_ink (canvas, CHARTER_INK_SURFACE, 1);
  cairo_paint (canvas->cr);
  cairo_translate (canvas->cr, MARGIN, MARGIN);
  title = write_title (self, canvas);
  cairo_translate (canvas->cr, 0, title);
  canvas->height = height - title - 2 * MARGIN;
  self->kind->draw (self->data, canvas);
  cairo_destroy (canvas->cr);
}

GBytes *
charter_chart_to_svg (CharterChart *self)
{
  g_auto (CharterCanvas) canvas = { 0 };
  GByteArray *bytes;
  cairo_surface_t *surface;
  double height;

  if (self->kind == NULL)
    return NULL;
  bytes = g_byte_array_new ();
  charter_widget_canvas_init_paper (&canvas, GTK_WIDGET (self), PAPER - 2 * MARGIN);
  height = measure_paper (self, &canvas);
  surface = cairo_svg_surface_create_for_stream (collect, bytes, PAPER, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  draw_paper (self, &canvas, surface, height);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
charter_chart_to_png (CharterChart *self)
{
  g_auto (CharterCanvas) canvas = { 0 };
  GByteArray *bytes;
  cairo_surface_t *surface;
  double height;

  if (self->kind == NULL)
    return NULL;
  bytes = g_byte_array_new ();
  charter_widget_canvas_init_paper (&canvas, GTK_WIDGET (self), PAPER - 2 * MARGIN);
  height = measure_paper (self, &canvas);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PAPER * FINER, (int)(height * FINER));
  cairo_surface_set_device_scale (surface, FINER, FINER);
  draw_paper (self, &canvas, surface, height);
  cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
