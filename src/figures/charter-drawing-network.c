/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network: a box an activity, in layers the way one reads, or from top to bottom where that has no room. How much it
 * tells is the pack's choice. */
#include "charter-drawing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-layers.h"
#include "charter-network.h"
#include "charter-spread.h"

#define PADDING 7     /* px between a box and its words */
#define CELL_AIR 8    /* px between two figures of a box, at least */
#define WIDEST_NAME 9 /* lines of words: wider names are broken */
#define GAP 40        /* px between two layers: room for an arrow */
#define GAP_DOWN 34
#define SPACE 18 /* px between two boxes of a layer */
#define LANE 10  /* px for an arrow that passes a box */
#define AIR 3    /* px between an arrow and a box */
#define RADIUS 8
#define THIN 1.5
#define THICK 3.5

typedef struct {
  CharterActivity *activities; /* NULL where none are shown */
  CharterLayers layers;
  gboolean down;        /* the layers follow each other from top to bottom */
  double width, height; /* of a box */
  double left;          /* from where reading begins */
} Plan;

static void
plan_clear (Plan *plan)
{
  charter_layers_clear (&plan->layers);
  g_clear_pointer (&plan->activities, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static char *
format_figure (double figure)
{
  return g_strdup_printf ("%'.6g", figure);
}

/* ---- boxes ---- */

static double
measure_figure (CharterCanvas *canvas, double figure)
{
  g_autofree char *words = format_figure (figure);

  return charter_canvas_get_width (canvas, words);
}

/* What three figures side by side need. */
static double
measure_cells (const CharterDiagram *diagram, CharterCanvas *canvas, const CharterActivity *activities)
{
  double widest = 0;

  if (activities == NULL)
    return 0;
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      widest = MAX (widest, measure_figure (canvas, diagram->nodes[i].duration));
      widest = MAX (widest, measure_figure (canvas, activities[i].early_start));
      widest = MAX (widest, measure_figure (canvas, activities[i].early_finish));
      widest = MAX (widest, measure_figure (canvas, activities[i].late_start));
      widest = MAX (widest, measure_figure (canvas, activities[i].slack));
    }
  return 3 * widest + 2 * CELL_AIR;
}

/* narrow: names may be broken between any two words. */
static double
measure_box (const CharterDiagram *diagram, CharterCanvas *canvas, const CharterActivity *activities, gboolean narrow)
{
  double width = MAX (3 * canvas->line, measure_cells (diagram, canvas, activities));

  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      const char *name = diagram->nodes[i].text.plain;
      double least = MIN (charter_canvas_get_least_width (canvas, name), WIDEST_NAME * canvas->line);
      double most = MIN (charter_canvas_get_width (canvas, name), WIDEST_NAME * canvas->line);

      width = MAX (width, narrow ? least : MAX (least, most));
    }
  return width + 2 * PADDING;
}

static double
measure_name (CharterCanvas *canvas, const CharterNode *node, double width)
{
  cairo_t *cr = g_steal_pointer (&canvas->cr);
  double height = charter_canvas_write_middle (canvas, CHARTER_INK_TEXT, 0, 0, width - 2 * PADDING, node->text.plain);

  if (*node->note.plain != '\0')
    height += charter_canvas_write_middle (canvas, CHARTER_INK_DIM, 0, 0, width - 2 * PADDING, node->note.plain);
  canvas->cr = cr;
  return height;
}

static double
count_lines (CharterNetworkShow show)
{
  return show == CHARTER_SHOW_NAMES ? 0 : show == CHARTER_SHOW_DURATIONS ? 1.1 : 2.6;
}

static double
measure_height (const CharterDiagram *diagram, CharterCanvas *canvas, double width)
{
  double height = 0;

  for (guint i = 0; i < diagram->n_nodes; i++)
    height = MAX (height, measure_name (canvas, &diagram->nodes[i], width));
  return height + count_lines (diagram->show) * canvas->line + 2 * PADDING;
}

/* ---- the plan ---- */

static double
measure_labels (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  double widest = 0;

  for (guint i = 0; i < diagram->n_edges; i++)
    widest = MAX (widest, charter_canvas_get_width (canvas, diagram->edges[i].text.plain));
  return widest;
}

static void
lay_out (
  const CharterDiagram *diagram, CharterCanvas *canvas, Plan *plan, gboolean down, gboolean narrow, gboolean single)
{
  g_autofree guint *order = charter_network_sort (diagram);
  double labels = measure_labels (diagram, canvas);
  CharterLayersParts parts = { .diagram = diagram, .order = order, .single = single, .space = SPACE, .lane = LANE };

  charter_layers_clear (&plan->layers);
  plan->down = down;
  plan->width = measure_box (diagram, canvas, plan->activities, narrow);
  plan->height = measure_height (diagram, canvas, plan->width);
  parts.air = AIR;
  parts.length = down ? plan->height : plan->width;
  parts.breadth = down ? plan->width : plan->height;
  parts.gap = down ? GAP_DOWN + (labels > 0 ? canvas->line : 0) : MAX (GAP, labels > 0 ? labels + GAP : 0);
  charter_layers_init (&plan->layers, &parts);
}

static double
get_total_width (const Plan *plan)
{
  return plan->down ? plan->layers.breadth : plan->layers.length;
}

/* The first that fits: in the direction of reading, with broken names, downwards, downwards one by one. */
static void
choose_layout (const CharterDiagram *diagram, CharterCanvas *canvas, Plan *plan, double width)
{
  static const gboolean ways[][3] = { { FALSE, FALSE, FALSE }, { FALSE, TRUE, FALSE }, { TRUE, FALSE, FALSE },
                                      { TRUE, TRUE, FALSE },   { TRUE, FALSE, TRUE },  { TRUE, TRUE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      lay_out (diagram, canvas, plan, ways[i][0], ways[i][1], ways[i][2]);
      if (get_total_width (plan) <= width)
        return;
    }
}

static Plan
make_plan (const CharterDiagram *diagram, CharterCanvas *canvas, double width)
{
  Plan plan = { .activities = NULL };

  if (diagram->show >= CHARTER_SHOW_DATES)
    plan.activities = charter_network_schedule (diagram);
  choose_layout (diagram, canvas, &plan, width);
  plan.left = MAX (0, (width - get_total_width (&plan)) / 2);
  return plan;
}

static CharterArea
get_box (const Plan *plan, guint node)
{
  CharterDot at = plan->layers.boxes[node];

  return (CharterArea){ plan->left + (plan->down ? at.y : at.x), plan->down ? at.x : at.y, plan->width, plan->height };
}

static CharterDot
get_dot (const Plan *plan, CharterDot at)
{
  return (CharterDot){ plan->left + (plan->down ? at.y : at.x), plan->down ? at.x : at.y };
}

/* ---- drawing ---- */

static gboolean
is_critical (const CharterDiagram *diagram, const Plan *plan, guint node)
{
  return diagram->show == CHARTER_SHOW_CRITICAL && plan->activities != NULL && plan->activities[node].critical;
}

static gboolean
is_critical_edge (const CharterDiagram *diagram, const Plan *plan, const CharterEdge *edge)
{
  return diagram->show == CHARTER_SHOW_CRITICAL && plan->activities != NULL
         && charter_network_is_critical (plan->activities, edge);
}

static void
draw_arrow (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan, guint edge)
{
  const CharterLayersLine *line = &plan->layers.lines[edge];
  g_autofree CharterDot *points = g_new (CharterDot, line->n);
  gboolean critical = is_critical_edge (diagram, plan, &diagram->edges[edge]);

  for (guint i = 0; i < line->n; i++)
    points[i] = get_dot (plan, line->points[i]);
  charter_canvas_arrow (canvas, critical ? CHARTER_INK_TEXT : CHARTER_INK_DIM, critical ? THICK : THIN, points, line->n,
                        plan->down);
}

/* Three figures: at both ends and in the middle of a box. */
static void
write_cells (CharterCanvas *canvas, const CharterArea *box, double y, double first, double second, double third)
{
  const double figures[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *words = format_figure (figures[i]);

      charter_canvas_write (canvas, CHARTER_INK_TEXT, box->x + PADDING + i / 2. * (box->width - 2 * PADDING), y, i / 2.,
                            words);
    }
}

static void
write_dates (CharterCanvas *canvas, const CharterArea *box, const CharterNode *node, const CharterActivity *activity)
{
  double top = box->y + PADDING / 2., bottom = box->y + box->height - PADDING / 2. - canvas->line;

  write_cells (canvas, box, top, activity->early_start, node->duration, activity->early_finish);
  write_cells (canvas, box, bottom, activity->late_start, activity->slack, activity->late_finish);
  charter_canvas_rule (canvas, CHARTER_INK_GRID, 1, box->x + THICK, top + 1.1 * canvas->line,
                       box->x + box->width - THICK, top + 1.1 * canvas->line);
  charter_canvas_rule (canvas, CHARTER_INK_GRID, 1, box->x + THICK, bottom - .1 * canvas->line,
                       box->x + box->width - THICK, bottom - .1 * canvas->line);
}

static void
write_words (const CharterDiagram *diagram, CharterCanvas *canvas, const CharterArea *box, const CharterNode *node)
{
  gboolean duration = diagram->show == CHARTER_SHOW_DURATIONS;
  double inside = box->width - 2 * PADDING, height = measure_name (canvas, node, box->width);
  double y = box->y + (box->height - height - (duration ? 1.1 * canvas->line : 0)) / 2;

  y += charter_canvas_write_middle (canvas, CHARTER_INK_TEXT, box->x + PADDING, y, inside, node->text.plain);
  if (*node->note.plain != '\0')
    y += charter_canvas_write_middle (canvas, CHARTER_INK_DIM, box->x + PADDING, y, inside, node->note.plain);
  if (duration)
    {
      g_autofree char *words = format_figure (node->duration);

      charter_canvas_write_middle (canvas, CHARTER_INK_DIM, box->x + PADDING, y + .1 * canvas->line, inside, words);
    }
}

static void
draw_box (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan, guint node)
{
  CharterArea box = get_box (plan, node);
  gboolean critical = is_critical (diagram, plan, node);

  charter_canvas_box (canvas, &box, RADIUS, charter_drawing_get_tint (diagram->nodes[node].kind), .2,
                      critical ? CHARTER_INK_TEXT : CHARTER_INK_DIM, critical ? THICK : THIN);
  write_words (diagram, canvas, &box, &diagram->nodes[node]);
  if (plan->activities != NULL)
    write_dates (canvas, &box, &diagram->nodes[node], &plan->activities[node]);
}

/* ---- the words of arrows ---- */

typedef struct {
  const char *words;
  double along, across; /* the middle */
} Label;

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Label *one = a, *other = b;

  if (one->along != other->along)
    return one->along < other->along ? -1 : 1;
  return one->across < other->across ? -1 : one->across > other->across;
}

/* Each in the last gap that its arrow crosses. */
static GArray *
list_labels (const CharterDiagram *diagram, const Plan *plan)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (Label));

  for (guint i = 0; i < diagram->n_edges; i++)
    {
      const CharterLayersLine *line = &plan->layers.lines[i];
      const CharterDot *a = &line->points[line->n - 2], *b = &line->points[line->n - 1];
      Label label = { diagram->edges[i].text.plain, (a->x + b->x) / 2, (a->y + b->y) / 2 };

      if (*label.words != '\0')
        g_array_append_val (labels, label);
    }
  g_array_sort (labels, compare_labels);
  return labels;
}

static void
write_label (CharterCanvas *canvas, const Plan *plan, const Label *label)
{
  CharterDot at = get_dot (plan, (CharterDot){ label->along, label->across });
  double width = charter_canvas_get_width (canvas, label->words);

  charter_canvas_fill (canvas, CHARTER_INK_SURFACE, at.x - width / 2 - 2, at.y - canvas->line / 2, width + 4,
                       canvas->line);
  charter_canvas_write (canvas, CHARTER_INK_DIM, at.x, at.y - canvas->line / 2, .5, label->words);
}

/* Those of one gap stand apart. */
static void
write_gap (CharterCanvas *canvas, const Plan *plan, Label *labels, guint n)
{
  g_autofree double *middles = g_new (double, n + 1);
  g_autofree double *sizes = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      middles[i] = labels[i].across;
      sizes[i] = plan->down ? charter_canvas_get_width (canvas, labels[i].words) + 4 : canvas->line;
    }
  charter_spread (middles, sizes, n, 2, 0, plan->layers.breadth);
  for (guint i = 0; i < n; i++)
    {
      labels[i].across = middles[i];
      write_label (canvas, plan, &labels[i]);
    }
}

static void
write_labels (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  g_autoptr (GArray) labels = list_labels (diagram, plan);

  for (guint from = 0, to; from < labels->len; from = to)
    {
      for (to = from + 1;
           to < labels->len && g_array_index (labels, Label, to).along - g_array_index (labels, Label, from).along < 1;)
        to++;
      write_gap (canvas, plan, &g_array_index (labels, Label, from), to - from);
    }
}

/* ---- the whole ---- */

/* What the figures in the boxes are. Returns: where it ends */
static double
write_key (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  double y = plan->down ? plan->layers.length : plan->layers.breadth;

  if (plan->activities == NULL)
    return y;
  y += canvas->line;
  y += charter_canvas_write_lines (
    canvas, CHARTER_INK_DIM, 0, y, canvas->width,
    _ ("Above the name: early start, duration, early finish. Below it: late start, slack, late finish."));
  if (diagram->show == CHARTER_SHOW_CRITICAL)
    y += charter_canvas_write_lines (canvas, CHARTER_INK_DIM, 0, y, canvas->width,
                                     _ ("Thick lines: the critical path."));
  return y;
}

static double
get_least_width (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_auto (Plan) plan = make_plan (diagram, canvas, 0);

  return get_total_width (&plan);
}

static double
measure (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_auto (Plan) plan = make_plan (diagram, canvas, canvas->width);
  cairo_t *cr = g_steal_pointer (&canvas->cr);
  double height = write_key (diagram, canvas, &plan);

  canvas->cr = cr;
  return height;
}

static void
draw (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_auto (Plan) plan = make_plan (diagram, canvas, canvas->width);

  for (guint i = 0; i < diagram->n_edges; i++)
    draw_arrow (diagram, canvas, &plan, i);
  for (guint i = 0; i < diagram->n_nodes; i++)
    draw_box (diagram, canvas, &plan, i);
  write_labels (diagram, canvas, &plan);
  write_key (diagram, canvas, &plan);
}

static gboolean
find (const CharterDiagram *diagram, CharterCanvas *canvas, const char *id, CharterArea *area)
{
  g_auto (Plan) plan = make_plan (diagram, canvas, canvas->width);

  for (guint i = 0; i < diagram->n_nodes; i++)
    if (strcmp (diagram->nodes[i].id, id) == 0)
      {
        *area = get_box (&plan, i);
        return TRUE;
      }
  return FALSE;
}

const CharterDrawingKind charter_drawing_network = { get_least_width, measure, draw, find };
