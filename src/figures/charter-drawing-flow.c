/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cycle or a flow: a box a stage, with arrows between them. */
#include "charter-drawing-private.h"

#include <string.h>

#include "charter-flow-layout.h"

#define PADDING 8      /* px between a box and its words */
#define LEAST_STAGE 76 /* px: narrower ones look cramped in a row */
#define RADIUS 10
#define THIN 1
#define TINT .2

typedef struct {
  const CharterDiagram *diagram;
  CharterCanvas *canvas;
  GArray *edges; /* of CharterEdge */
} Flow;

/* ---- sizes ---- */

static double
get_width (CharterCanvas *canvas, const char *words, gboolean least)
{
  return least ? charter_canvas_get_least_width (canvas, words) : charter_canvas_get_width (canvas, words);
}

static double
get_least_stage (guint stage, gpointer data)
{
  const Flow *flow = data;
  const CharterNode *node = &flow->diagram->nodes[stage];

  double words
    = MAX (get_width (flow->canvas, node->text.plain, TRUE), get_width (flow->canvas, node->note.plain, TRUE));

  return MAX (LEAST_STAGE, 2 * PADDING + words);
}

static double
get_whole_stage (guint stage, gpointer data)
{
  const Flow *flow = data;

  return 2 * PADDING + get_width (flow->canvas, flow->diagram->nodes[stage].text.plain, FALSE);
}

/* Returns: the height of a stage's words, whose first line is at y */
static double
write_stage (const Flow *flow, const CharterNode *node, double x, double y, double width)
{
  double height = charter_canvas_write_middle (flow->canvas, CHARTER_INK_TEXT, x, y, width, node->text.plain);

  if (*node->note.plain != '\0')
    height += charter_canvas_write_middle (flow->canvas, CHARTER_INK_DIM, x, y + height, width, node->note.plain);
  return height;
}

static double
measure_stage (const Flow *flow, const CharterNode *node, double width)
{
  cairo_t *cr = g_steal_pointer (&flow->canvas->cr);
  double height = write_stage (flow, node, 0, 0, width);

  flow->canvas->cr = cr;
  return height;
}

static double
get_stage_height (guint stage, double width, gpointer data)
{
  const Flow *flow = data;

  return 2 * PADDING + measure_stage (flow, &flow->diagram->nodes[stage], width - 2 * PADDING);
}

static const char *
get_words (const Flow *flow, guint edge)
{
  return g_array_index (flow->edges, CharterEdge, edge).text.plain;
}

static double
get_least_words (guint edge, gpointer data)
{
  const Flow *flow = data;

  return get_width (flow->canvas, get_words (flow, edge), TRUE);
}

static double
get_whole_words (guint edge, gpointer data)
{
  const Flow *flow = data;

  return get_width (flow->canvas, get_words (flow, edge), FALSE);
}

static double
get_words_height (guint edge, double width, gpointer data)
{
  const Flow *flow = data;
  cairo_t *cr = g_steal_pointer (&flow->canvas->cr);
  double height = charter_canvas_write_middle (flow->canvas, CHARTER_INK_DIM, 0, 0, width, get_words (flow, edge));

  flow->canvas->cr = cr;
  return height;
}

static CharterFlowParts
get_parts (const Flow *flow)
{
  static const CharterFlowSizes sizes
    = { get_least_stage, get_whole_stage, get_stage_height, get_least_words, get_whole_words, get_words_height };

  return (CharterFlowParts){
    .sizes = &sizes,
    .data = (gpointer)flow,
    .n_stages = flow->diagram->n_nodes,
    .edges = (const CharterEdge *)(gpointer)flow->edges->data,
    .n_edges = flow->edges->len,
    .cycle = flow->diagram->kind == CHARTER_DIAGRAM_CYCLE,
  };
}

/* ---- drawing ---- */

static void
draw_arrows (const Flow *flow, const CharterFlowLayout *layout)
{
  CharterCanvas *canvas = flow->canvas;

  if (canvas->cr == NULL)
    return;
  cairo_save (canvas->cr);
  charter_canvas_set_ink (canvas, CHARTER_INK_DIM, 1);
  if (canvas->rtl)
    {
      cairo_translate (canvas->cr, canvas->width, 0);
      cairo_scale (canvas->cr, -1, 1);
    }
  charter_flow_layout_draw (layout, flow->edges->len, canvas->width, canvas->cr);
  cairo_restore (canvas->cr);
}

static void
draw_stage (const Flow *flow, const CharterArea *at, const CharterNode *node)
{
  double width = at->width - 2 * PADDING;
  double y = at->y + (at->height - measure_stage (flow, node, width)) / 2;

  charter_canvas_box (flow->canvas, at, RADIUS, charter_drawing_get_tint (node->kind), TINT, CHARTER_INK_DIM, THIN);
  write_stage (flow, node, at->x + PADDING, y, width);
}

static void
draw (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_autoptr (GArray) edges = charter_flow_list_edges (diagram);
  Flow flow = { diagram, canvas, edges };
  CharterFlowParts parts = get_parts (&flow);
  g_auto (CharterFlowLayout) layout;

  charter_flow_layout_init (&layout, &parts, canvas->width);
  draw_arrows (&flow, &layout);
  for (guint i = 0; i < diagram->n_nodes; i++)
    draw_stage (&flow, &layout.stages[i], &diagram->nodes[i]);
  for (guint i = 0; i < edges->len; i++)
    if (charter_flow_has_words (&parts.edges[i]))
      charter_canvas_write_middle (canvas, CHARTER_INK_DIM, layout.names[i].x, layout.names[i].y, layout.names[i].width,
                                   get_words (&flow, i));
}

/* ---- the rest ---- */

static double
get_least_width (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_autoptr (GArray) edges = charter_flow_list_edges (diagram);
  Flow flow = { diagram, canvas, edges };
  CharterFlowParts parts = get_parts (&flow);

  return charter_flow_layout_get_least_width (&parts);
}

static double
measure (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_autoptr (GArray) edges = charter_flow_list_edges (diagram);
  Flow flow = { diagram, canvas, edges };
  CharterFlowParts parts = get_parts (&flow);
  g_auto (CharterFlowLayout) layout;

  charter_flow_layout_init (&layout, &parts, canvas->width);
  return layout.height;
}

static gboolean
find (const CharterDiagram *diagram, CharterCanvas *canvas, const char *id, CharterArea *area)
{
  g_autoptr (GArray) edges = charter_flow_list_edges (diagram);
  Flow flow = { diagram, canvas, edges };
  CharterFlowParts parts = get_parts (&flow);
  g_auto (CharterFlowLayout) layout;

  charter_flow_layout_init (&layout, &parts, canvas->width);
  for (guint i = 0; i < diagram->n_nodes; i++)
    if (strcmp (diagram->nodes[i].id, id) == 0)
      {
        *area = layout.stages[i];
        return TRUE;
      }
  return FALSE;
}

const CharterDrawingKind charter_drawing_flow = { get_least_width, measure, draw, find };
