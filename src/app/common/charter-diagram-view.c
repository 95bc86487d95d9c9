/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-view.h"

#include "charter-color.h"
#include "charter-diagram-arrow.h"
#include "charter-diagram-layout.h"
#include "charter-text-label.h"
#include "charter-widget.h"

#define WIDEST 640 /* px */
#define OPENING 8  /* px of a bracket that stay open on either side of its words */

struct _CharterDiagramView {
  GtkWidget parent_instance;

  CharterPack *pack;
  const CharterDiagram *diagram;
  GPtrArray *stages;           /* borrowed children, one a node */
  GPtrArray *names;            /* borrowed children, one an edge; NULL where it has no words */
  GArray *edges;               /* of CharterEdge: the diagram's, or those that its kind implies */
  CharterDiagramLayout layout; /* of the last allocation */
};

G_DEFINE_FINAL_TYPE (CharterDiagramView, charter_diagram_view, GTK_TYPE_WIDGET)

gboolean
charter_diagram_view_can_draw (CharterDiagramKind kind)
{
  return kind == CHARTER_DIAGRAM_CYCLE || kind == CHARTER_DIAGRAM_FLOW;
}

/* --- layout ------------------------------------------------------------------------------------------------------- */

static CharterDiagramParts
parts_of (CharterDiagramView *self)
{
  return (CharterDiagramParts){
    .stages = (GtkWidget **)self->stages->pdata,
    .n_stages = self->stages->len,
    .edges = (const CharterEdge *)self->edges->data,
    .names = (GtkWidget **)self->names->pdata,
    .n_edges = self->edges->len,
    .cycle = self->diagram->kind == CHARTER_DIAGRAM_CYCLE,
  };
}

static int
height_at (CharterDiagramView *self, int width)
{
  CharterDiagramParts parts = parts_of (self);
  g_auto (CharterDiagramLayout) layout;

  charter_diagram_layout_init (&layout, &parts, width);
  return layout.height;
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
  CharterDiagramParts parts = parts_of (self);
  int least;

  *minimum = *natural = 0;
  if (parts.n_stages == 0)
    return;
  least = charter_diagram_layout_least_width (&parts);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height_at (self, for_size < 0 ? MAX (least, WIDEST) : for_size);
  else
    {
      *minimum = least;
      *natural = MAX (least, WIDEST);
    }
}

static GdkRectangle
mirrored (CharterDiagramView *self, GdkRectangle at)
{
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
        GdkRectangle at = mirrored (self, self->layout.stages[i]);

        return GRAPHENE_RECT_INIT (at.x, at.y, at.width, at.height);
      }
  g_return_val_if_reached (*graphene_rect_zero ());
}

static void
charter_diagram_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterDiagramView *self = CHARTER_DIAGRAM_VIEW (widget);
  CharterDiagramParts parts = parts_of (self);

  if (parts.n_stages == 0)
    return;
  charter_diagram_layout_clear (&self->layout);
  charter_diagram_layout_init (&self->layout, &parts, width);
  for (guint i = 0; i < parts.n_stages; i++)
    {
      GdkRectangle at = mirrored (self, self->layout.stages[i]);

      gtk_widget_size_allocate (parts.stages[i], &at, -1);
    }
  for (guint i = 0; i < parts.n_edges; i++)
    {
      GdkRectangle at = mirrored (self, self->layout.names[i]);

      if (parts.names[i] != NULL)
        gtk_widget_size_allocate (parts.names[i], &at, -1);
    }
}

/* --- drawing ------------------------------------------------------------------------------------------------------ */

static gboolean
is_upright (const CharterArrow *line)
{
  return !charter_arrow_is_bracket (line)
         && (line->points[0].x == line->points[1].x || line->points[0].y == line->points[1].y);
}

/* A bracket or a slanting line is left open where its words stand in it, and where others' stand in its way. */
static void
clip_names_out (CharterDiagramView *self, cairo_t *cr, const CharterArrow *line)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < self->edges->len && !is_upright (line); i++)
    {
      const GdkRectangle *at = &self->layout.names[i];
      gboolean upright = self->layout.form == CHARTER_FORM_COLUMN;
      int x = upright ? 0 : OPENING, y = upright ? OPENING : 0;

      if (at->width == 0)
        continue;
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_rectangle (cr, at->x - x, at->y - y, at->width + 2 * x, at->height + 2 * y);
      cairo_clip (cr);
    }
}

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
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  for (guint i = 0; i < self->edges->len && self->layout.lines != NULL; i++)
    {
      cairo_save (cr);
      clip_names_out (self, cr, &self->layout.lines[i]);
      charter_arrow_draw (&self->layout.lines[i], cr);
      cairo_restore (cr);
    }
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
  charter_diagram_layout_clear (&self->layout);
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
  self->edges = g_array_new (FALSE, FALSE, sizeof (CharterEdge));
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
make_edge_name (CharterDiagramView *self, const CharterText *text)
{
  GtkWidget *name;

  if (text->plain == NULL || *text->plain == '\0')
    return NULL;
  name = make_words (self, text, "stage-note");
  gtk_widget_set_parent (name, GTK_WIDGET (self));
  return name;
}

static void
add_edge (CharterDiagramView *self, CharterEdge edge)
{
  g_array_append_val (self->edges, edge);
}

/* An author who draws no arrows means the plain ones. */
static void
imply_edges (CharterDiagramView *self)
{
  const CharterDiagram *diagram = self->diagram;
  guint n = diagram->n_nodes;

  for (guint i = 0; i + 1 < n; i++)
    add_edge (self, (CharterEdge){ .from = i, .to = i + 1, .text = { .plain = "" } });
  if (diagram->kind == CHARTER_DIAGRAM_CYCLE && n > 1)
    add_edge (self, (CharterEdge){ .from = n - 1, .to = 0, .text = { .plain = "" } });
}

GtkWidget *
charter_diagram_view_new (CharterPack *pack, const CharterDiagram *diagram)
{
  CharterDiagramView *self = g_object_new (CHARTER_TYPE_DIAGRAM_VIEW, NULL);

  self->pack = charter_pack_ref (pack);
  self->diagram = diagram;
  g_array_append_vals (self->edges, diagram->edges, diagram->n_edges);
  if (diagram->n_edges == 0)
    imply_edges (self);
  for (guint i = 0; i < diagram->n_nodes; i++)
    g_ptr_array_add (self->stages, make_stage (self, &diagram->nodes[i]));
  for (guint i = 0; i < self->edges->len; i++)
    g_ptr_array_add (self->names, make_edge_name (self, &g_array_index (self->edges, CharterEdge, i).text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, diagram->alt, -1);
  return GTK_WIDGET (self);
}
