/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-view.h"

#include "charter-color.h"
#include "charter-diagram-arrow.h"
#include "charter-text-label.h"
#include "charter-widget.h"

#define GAP 40           /* px between two stages side by side: room for an arrow */
#define GAP_DOWN 44      /* px between two stages one below the other */
#define STAGE_PADDING 16 /* px: of both sides, as the style says */
#define LEAST_STAGE 104  /* px: narrower stages look cramped in a row */
#define WIDEST 640       /* px */

/* Where an arrow's words stand, in px. */
#define WORDS_ABOVE 4   /* over a line that runs across */
#define WORDS_BESIDE 10 /* beside a line that runs down */
#define LEAST_WORDS 24  /* however little width is left beside it */
#define CORNERS 40      /* of a bracket, both together: its words leave them */
#define OPENING 8       /* of a bracket, on either side of its words */

typedef enum { FORM_ROW, FORM_RING, FORM_COLUMN } Form;

struct _CharterDiagramView {
  GtkWidget parent_instance;

  CharterPack *pack;
  const CharterDiagram *diagram;
  GPtrArray *stages; /* borrowed children, one a node */
  GPtrArray *names;  /* borrowed children, one an edge; NULL where it has no words */
  GArray *edges;     /* of CharterEdge: the diagram's, or those that its kind implies */
  Form form;         /* of the last allocation */
  GdkRectangle *places;
};

G_DEFINE_FINAL_TYPE (CharterDiagramView, charter_diagram_view, GTK_TYPE_WIDGET)

gboolean
charter_diagram_view_can_draw (CharterDiagramKind kind)
{
  return kind == CHARTER_DIAGRAM_CYCLE || kind == CHARTER_DIAGRAM_FLOW;
}

/* --- form --------------------------------------------------------------------------------------------------------- */

static gboolean
is_next (CharterDiagramView *self, const CharterEdge *edge)
{
  return edge->to == edge->from + 1;
}

static gboolean
is_next_in_ring (CharterDiagramView *self, const CharterEdge *edge)
{
  return edge->to == (edge->from + 1) % self->diagram->n_nodes;
}

static guint
count_brackets (CharterDiagramView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    n += !is_next (self, &g_array_index (self->edges, CharterEdge, i));
  return n;
}

static gboolean
can_be_ring (CharterDiagramView *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    if (!is_next_in_ring (self, &g_array_index (self->edges, CharterEdge, i)))
      return FALSE;
  return self->diagram->kind == CHARTER_DIAGRAM_CYCLE && self->diagram->n_nodes > 2;
}

static int
least_stage (CharterDiagramView *self)
{
  int least = LEAST_STAGE;

  for (guint i = 0; i < self->stages->len; i++)
    {
      int minimum;

      gtk_widget_measure (g_ptr_array_index (self->stages, i), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      least = MAX (least, minimum);
    }
  return least;
}

/* In a row no stage's name is broken: a ring or a column reads better then. */
static int
row_stage (CharterDiagramView *self)
{
  int least = least_stage (self);

  for (guint i = 0; i < self->stages->len; i++)
    {
      GtkWidget *words = gtk_widget_get_first_child (g_ptr_array_index (self->stages, i));
      int natural;

      gtk_widget_measure (gtk_widget_get_first_child (words), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                          NULL);
      least = MAX (least, natural + STAGE_PADDING);
    }
  return least;
}

static int
row_gap (CharterDiagramView *self)
{
  int gap = GAP;

  for (guint i = 0; i < self->edges->len; i++)
    {
      GtkWidget *name = g_ptr_array_index (self->names, i);
      int minimum;

      if (name == NULL || !is_next (self, &g_array_index (self->edges, CharterEdge, i)))
        continue;
      gtk_widget_measure (name, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gap = MAX (gap, minimum + 2 * CHARTER_ARROW_AIR);
    }
  return gap;
}

static Form
choose_form (CharterDiagramView *self, int width)
{
  int n = self->stages->len;

  if (width >= n * row_stage (self) + (n - 1) * row_gap (self))
    return FORM_ROW;
  return can_be_ring (self) ? FORM_RING : FORM_COLUMN;
}

/* --- places ------------------------------------------------------------------------------------------------------- */

/* The height that all stages get at a width. */
static int
stage_height (CharterDiagramView *self, int width)
{
  int height = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (self->stages, i), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL,
                          NULL);
      height = MAX (height, natural);
    }
  return height;
}

static int
place_row (CharterDiagramView *self, int width, GdkRectangle *places)
{
  int n = self->stages->len;
  int gap = row_gap (self);
  int side = (width - (n - 1) * gap) / n;
  int height = stage_height (self, side);

  for (int i = 0; i < n && places != NULL; i++)
    places[i] = (GdkRectangle){ i * (side + gap), 0, side, height };
  return height + (int)count_brackets (self) * CHARTER_ARROW_BRACKET;
}

/* Down the right side, up the left: 0 1 / 3 2. An odd one stands alone at the bottom. */
static int
place_ring (CharterDiagramView *self, int width, GdkRectangle *places)
{
  int n = self->stages->len;
  int n_rows = (n + 1) / 2;
  int side = (width - GAP) / 2;
  int height = stage_height (self, side);

  for (int i = 0; i < n && places != NULL; i++)
    {
      gboolean alone = n % 2 == 1 && i == n_rows;
      gboolean right = i >= 1 && i <= n / 2;
      int row = alone ? n_rows - 1 : right ? i - 1 : i == 0 ? 0 : n - i;

      places[i] = (GdkRectangle){ right ? side + GAP : 0, row * (height + GAP_DOWN), side, height };
      if (alone)
        places[i].x = (width - side) / 2;
    }
  return n_rows * height + (n_rows - 1) * GAP_DOWN;
}

static int
place_column (CharterDiagramView *self, int width, GdkRectangle *places)
{
  int n = self->stages->len;
  int side = width - (int)count_brackets (self) * CHARTER_ARROW_BRACKET;
  int height = stage_height (self, side);

  for (int i = 0; i < n && places != NULL; i++)
    places[i] = (GdkRectangle){ 0, i * (height + GAP_DOWN), side, height };
  return n * height + (n - 1) * GAP_DOWN;
}

/* Returns: the height; places may be NULL. */
static int
place_stages (CharterDiagramView *self, Form form, int width, GdkRectangle *places)
{
  switch (form)
    {
    case FORM_ROW:
      return place_row (self, width, places);
    case FORM_RING:
      return place_ring (self, width, places);
    case FORM_COLUMN:
    default:
      return place_column (self, width, places);
    }
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
  int width = for_size < 0 ? WIDEST : for_size;

  if (self->stages->len == 0)
    *minimum = *natural = 0;
  else if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = place_stages (self, choose_form (self, width), width, NULL);
  else
    {
      int least = least_stage (self);

      *minimum = can_be_ring (self) ? 2 * least + GAP : least + (int)count_brackets (self) * CHARTER_ARROW_BRACKET;
      *natural = MAX (*minimum, WIDEST);
    }
}

/* --- arrows ------------------------------------------------------------------------------------------------------- */

static CharterArrow
edge_line (CharterDiagramView *self, guint index, guint *level)
{
  const CharterEdge *edge = &g_array_index (self->edges, CharterEdge, index);
  const GdkRectangle *a = &self->places[edge->from];
  const GdkRectangle *b = &self->places[edge->to];

  if (self->form == FORM_RING || is_next (self, edge))
    return charter_arrow_straight (a, b);
  return charter_arrow_bracket (a, b, self->form == FORM_ROW, (*level)++);
}

/* Where an edge's words stand: over a straight line's middle when it runs across, beside it when it runs down, in the
 * middle of a bracket. */
static GdkRectangle
place_name (CharterDiagramView *self, GtkWidget *name, const CharterArrow *line)
{
  gboolean bracket = charter_arrow_is_bracket (line);
  const graphene_point_t *a = &line->points[bracket ? 1 : 0];
  const graphene_point_t *b = &line->points[bracket ? 2 : 1];
  float x = (a->x + b->x) / 2, y = (a->y + b->y) / 2;
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  int width, height;

  gtk_widget_measure (name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (bracket)
    width = MIN (width, full - CORNERS);
  gtk_widget_measure (name, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  if (bracket && a->y == b->y)
    return (GdkRectangle){ x - width / 2.f, y - height / 2.f, width, height };
  if (a->y == b->y)
    return (GdkRectangle){ x - width / 2.f, y - height - WORDS_ABOVE, width, height };
  width = MIN (width, MAX (LEAST_WORDS, full - (int)x - WORDS_BESIDE));
  return (GdkRectangle){ x + WORDS_BESIDE, y - height / 2.f, width, height };
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
  for (guint i = 0; i < self->diagram->n_nodes; i++)
    if (g_str_equal (self->diagram->nodes[i].id, node))
      {
        GdkRectangle at = mirrored (self, self->places[i]);

        return GRAPHENE_RECT_INIT (at.x, at.y, at.width, at.height);
      }
  g_return_val_if_reached (*graphene_rect_zero ());
}

static void
charter_diagram_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterDiagramView *self = CHARTER_DIAGRAM_VIEW (widget);
  guint level = 0;

  if (self->stages->len == 0)
    return;
  self->form = choose_form (self, width);
  place_stages (self, self->form, width, self->places);
  for (guint i = 0; i < self->stages->len; i++)
    {
      GdkRectangle at = mirrored (self, self->places[i]);

      gtk_widget_size_allocate (g_ptr_array_index (self->stages, i), &at, -1);
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      GtkWidget *name = g_ptr_array_index (self->names, i);
      CharterArrow line = edge_line (self, i, &level);
      GdkRectangle at;

      if (name == NULL)
        continue;
      at = mirrored (self, place_name (self, name, &line));
      gtk_widget_size_allocate (name, &at, -1);
    }
}

/* A bracket is left open where its words stand in it. */
static void
clip_name_out (CharterDiagramView *self, cairo_t *cr, guint index, const CharterArrow *line)
{
  GtkWidget *name = g_ptr_array_index (self->names, index);
  GdkRectangle at;

  if (name == NULL || !charter_arrow_is_bracket (line))
    return;
  at = place_name (self, name, line);
  cairo_rectangle (cr, 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_rectangle (cr, at.x - OPENING, at.y, at.width + 2 * OPENING, at.height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

static void
charter_diagram_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterDiagramView *self = CHARTER_DIAGRAM_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color = charter_color_of (widget, charter_color_is_high_contrast () ? 1 : .6);
  guint level = 0;
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
  for (guint i = 0; i < self->edges->len && self->stages->len > 0; i++)
    {
      CharterArrow line = edge_line (self, i, &level);

      cairo_save (cr);
      clip_name_out (self, cr, i, &line);
      charter_arrow_draw (&line, cr);
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
  g_clear_pointer (&self->places, g_free);
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
  self->places = g_new0 (GdkRectangle, MAX (1, diagram->n_nodes));
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
