/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-view.h"

#include <math.h>

#include "charter-color.h"
#include "charter-flow-layout.h"
#include "charter-text-label.h"
#include "charter-widget.h"

#define LEAST_STAGE 104 /* px: narrower ones look cramped in a row */
#define WIDEST 640      /* px */
#define PADDING 16      /* px: of both sides of a stage, as the style says */

struct _CharterDiagramView {
  GtkWidget parent_instance;

  CharterPack *pack;
  const CharterDiagram *diagram;
  GPtrArray *stages;        /* borrowed children, one a node */
  GPtrArray *names;         /* borrowed children, one an edge; NULL where it has no words */
  GArray *edges;            /* of CharterEdge: the diagram's, or those that its kind implies */
  CharterFlowLayout layout; /* of the last allocation */
};

G_DEFINE_FINAL_TYPE (CharterDiagramView, charter_diagram_view, GTK_TYPE_WIDGET)

gboolean
charter_diagram_view_can_draw (CharterDiagramKind kind)
{
  return kind == CHARTER_DIAGRAM_CYCLE || kind == CHARTER_DIAGRAM_FLOW;
}

/* --- layout ------------------------------------------------------------------------------------------------------- */

static double
get_width (GtkWidget *widget, gboolean least)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return least ? minimum : natural;
}

static double
get_height (GtkWidget *widget, double width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, (int)width, NULL, &height, NULL, NULL);
  return height;
}

static double
get_least_stage (guint stage, gpointer self)
{
  return MAX (LEAST_STAGE, get_width (CHARTER_DIAGRAM_VIEW (self)->stages->pdata[stage], TRUE));
}

/* Its first words are its name. */
static double
get_whole_stage (guint stage, gpointer self)
{
  GtkWidget *words = gtk_widget_get_first_child (CHARTER_DIAGRAM_VIEW (self)->stages->pdata[stage]);

  return get_width (gtk_widget_get_first_child (words), FALSE) + PADDING;
}

static double
get_stage_height (guint stage, double width, gpointer self)
{
  return get_height (CHARTER_DIAGRAM_VIEW (self)->stages->pdata[stage], width);
}

static double
get_least_words (guint edge, gpointer self)
{
  return get_width (CHARTER_DIAGRAM_VIEW (self)->names->pdata[edge], TRUE);
}

static double
get_whole_words (guint edge, gpointer self)
{
  return get_width (CHARTER_DIAGRAM_VIEW (self)->names->pdata[edge], FALSE);
}

static double
get_words_height (guint edge, double width, gpointer self)
{
  return get_height (CHARTER_DIAGRAM_VIEW (self)->names->pdata[edge], width);
}

static CharterFlowParts
parts_of (CharterDiagramView *self)
{
  static const CharterFlowSizes sizes
    = { get_least_stage, get_whole_stage, get_stage_height, get_least_words, get_whole_words, get_words_height };

  return (CharterFlowParts){
    .sizes = &sizes,
    .data = self,
    .n_stages = self->stages->len,
    .edges = (const CharterEdge *)self->edges->data,
    .n_edges = self->edges->len,
    .cycle = self->diagram->kind == CHARTER_DIAGRAM_CYCLE,
  };
}

static int
height_at (CharterDiagramView *self, int width)
{
  CharterFlowParts parts = parts_of (self);
  g_auto (CharterFlowLayout) layout;

  charter_flow_layout_init (&layout, &parts, width);
  return (int)ceil (layout.height);
}

static void
charter_diagram_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  CharterDiagramView *self = CHARTER_DIAGRAM_VIEW (widget);
  CharterFlowParts parts = parts_of (self);
  int least;

  *minimum = *natural = 0;
  if (parts.n_stages == 0)
    return;
  least = (int)ceil (charter_flow_layout_get_least_width (&parts));
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height_at (self, for_size < 0 ? MAX (least, WIDEST) : for_size);
  else
    {
      *minimum = least;
      *natural = MAX (least, WIDEST);
    }
}

static GdkRectangle
find_place (CharterDiagramView *self, const CharterArea *area)
{
  GdkRectangle at = { (int)area->x, (int)area->y, (int)area->width, (int)area->height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    at.x = gtk_widget_get_width (GTK_WIDGET (self)) - at.x - at.width;
  return at;
}

graphene_rect_t
charter_diagram_view_get_area (CharterDiagramView *self, const char *node)
{
  for (guint i = 0; i < self->diagram->n_nodes && self->layout.stages != NULL; i++)
    if (g_str_equal (self->diagram->nodes[i].id, node))
      {
        GdkRectangle at = find_place (self, &self->layout.stages[i]);

        return GRAPHENE_RECT_INIT (at.x, at.y, at.width, at.height);
      }
  g_return_val_if_reached (*graphene_rect_zero ());
}

static void
charter_diagram_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterDiagramView *self = CHARTER_DIAGRAM_VIEW (widget);
  CharterFlowParts parts = parts_of (self);

  if (parts.n_stages == 0)
    return;
  charter_flow_layout_clear (&self->layout);
  charter_flow_layout_init (&self->layout, &parts, width);
  for (guint i = 0; i < parts.n_stages; i++)
    {
      GdkRectangle at = find_place (self, &self->layout.stages[i]);

      gtk_widget_size_allocate (self->stages->pdata[i], &at, -1);
    }
  for (guint i = 0; i < parts.n_edges; i++)
    {
      GdkRectangle at = find_place (self, &self->layout.names[i]);

      if (self->names->pdata[i] != NULL)
        gtk_widget_size_allocate (self->names->pdata[i], &at, -1);
    }
}

/* --- drawing ------------------------------------------------------------------------------------------------------ */

static void
charter_diagram_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterDiagramView *self = CHARTER_DIAGRAM_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color = charter_color_of (widget, charter_color_is_high_contrast () ? 1 : .6);
  cairo_t *cr;

  GTK_WIDGET_CLASS (charter_diagram_view_parent_class)->snapshot (widget, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_cairo_set_source_rgba (cr, &color);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  if (self->layout.lines != NULL)
    charter_flow_layout_draw (&self->layout, self->edges->len, width, cr);
  cairo_destroy (cr);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
charter_diagram_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
charter_diagram_view_dispose (GObject *object)
{
  CharterDiagramView *self = CHARTER_DIAGRAM_VIEW (object);

  charter_widget_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  charter_flow_layout_clear (&self->layout);
  g_clear_pointer (&self->pack, charter_pack_unref);

  G_OBJECT_CLASS (charter_diagram_view_parent_class)->dispose (object);
}

static void
charter_diagram_view_class_init (CharterDiagramViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_diagram_view_dispose;
  widget_class->measure = charter_diagram_view_measure;
  widget_class->size_allocate = charter_diagram_view_size_allocate;
  widget_class->snapshot = charter_diagram_view_snapshot;
  widget_class->get_request_mode = charter_diagram_view_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "diagram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
charter_diagram_view_init (CharterDiagramView *self)
{
  self->stages = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
}

static const char *
kind_class (CharterNodeKind kind)
{
  switch (kind)
    {
    case CHARTER_NODE_PROJECT:
    case CHARTER_NODE_DELIVERY:
      return "project";
    case CHARTER_NODE_OPERATION:
      return "operation";
    case CHARTER_NODE_MILESTONE:
      return "milestone";
    case CHARTER_NODE_IDEA:
    case CHARTER_NODE_NEUTRAL:
    default:
      return "neutral";
    }
}

static GtkWidget *
make_words (CharterDiagramView *self, const CharterText *text, const char *css_class)
{
  GtkWidget *label = charter_text_label_new (self->pack, text);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), .5);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_stage (CharterDiagramView *self, const CharterNode *node)
{
  GtkWidget *stage = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (stage, "stage");
  gtk_widget_add_css_class (stage, kind_class (node->kind));
  gtk_box_append (GTK_BOX (words), make_words (self, &node->text, "stage-name"));
  if (*node->note.plain != '\0')
    gtk_box_append (GTK_BOX (words), make_words (self, &node->note, "stage-note"));
  gtk_widget_set_vexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (stage), words);
  gtk_widget_set_parent (stage, GTK_WIDGET (self));
  return stage;
}

static GtkWidget *
make_edge_name (CharterDiagramView *self, const CharterEdge *edge)
{
  GtkWidget *name;

  if (!charter_flow_has_words (edge))
    return NULL;
  name = make_words (self, &edge->text, "stage-note");
  gtk_widget_set_parent (name, GTK_WIDGET (self));
  return name;
}

GtkWidget *
charter_diagram_view_new (CharterPack *pack, const CharterDiagram *diagram)
{
  CharterDiagramView *self = g_object_new (CHARTER_TYPE_DIAGRAM_VIEW, NULL);

  self->pack = charter_pack_ref (pack);
  self->diagram = diagram;
  self->edges = charter_flow_list_edges (diagram);
  for (guint i = 0; i < diagram->n_nodes; i++)
    g_ptr_array_add (self->stages, make_stage (self, &diagram->nodes[i]));
  for (guint i = 0; i < self->edges->len; i++)
    g_ptr_array_add (self->names, make_edge_name (self, &g_array_index (self->edges, CharterEdge, i)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, diagram->alt, -1);
  return GTK_WIDGET (self);
}
