/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-flow-layout.h"

#include <math.h>

#define GAP 40      /* between two stages side by side: room for an arrow */
#define GAP_DOWN 44 /* between two stages one below the other */
#define LANE 34     /* of a bracket without words, and the least of one with */
#define LANE_EDGE 4 /* that a bracket keeps free of its lane's outer side */
#define LEG 12      /* between the legs of two brackets at one stage */
#define LEAST_LEG 6 /* below that they look like one */
#define LEG_EDGE 8  /* between a leg and a stage's corner */

/* Where an arrow's words stand. */
#define MOST_WORDS 150  /* longer ones are broken into lines */
#define LEAST_WORDS 24  /* however little room is left */
#define OPENING 8       /* of a line that stay open on either side of its words */
#define WORDS_AIR 12    /* between words and what stands on both sides of them, together */
#define WORDS_ABOVE 4   /* over a line that runs across */
#define WORDS_BESIDE 10 /* beside a line that runs down */
#define CORNERS 64      /* of a bracket, both together: its words leave them */

/* What layouts are made with. */
typedef struct {
  const CharterFlowParts *parts;
  CharterFlowLayout *layout;
  double width;
  double side; /* the width of each stage */
} Maker;

/* --- measuring ---------------------------------------------------------------------------------------------------- */

gboolean
charter_flow_has_words (const CharterEdge *edge)
{
  return edge->text.plain != NULL && *edge->text.plain != '\0';
}

static gboolean
has_words (const CharterFlowParts *parts, guint edge)
{
  return charter_flow_has_words (&parts->edges[edge]);
}

static CharterArea
words_in (const CharterFlowParts *parts, guint edge, double room)
{
  double width = MAX (parts->sizes->get_least_words (edge, parts->data),
                      MIN (parts->sizes->get_whole_words (edge, parts->data), MIN (room, MOST_WORDS)));

  return (CharterArea){ 0, 0, width, parts->sizes->get_words_height (edge, width, parts->data) };
}

static gboolean
is_next (const CharterEdge *edge)
{
  return edge->to == edge->from + 1;
}

static gboolean
is_bracket (const CharterFlowParts *parts, CharterFlowForm form, guint edge)
{
  return form != CHARTER_FORM_RING && !is_next (&parts->edges[edge]);
}

static guint
count_brackets (const CharterFlowParts *parts, gboolean with_words)
{
  guint n = 0;

  for (guint i = 0; i < parts->n_edges; i++)
    n += !is_next (&parts->edges[i]) && (!with_words || has_words (parts, i));
  return n;
}

static double
least_stage (const CharterFlowParts *parts)
{
  double least = 0;

  for (guint i = 0; i < parts->n_stages; i++)
    least = MAX (least, parts->sizes->get_least_stage (i, parts->data));
  return least;
}

/* In a row no stage's name is broken: a ring or a column reads better then. */
static double
row_stage (const CharterFlowParts *parts)
{
  double least = least_stage (parts);

  for (guint i = 0; i < parts->n_stages; i++)
    least = MAX (least, parts->sizes->get_whole_stage (i, parts->data));
  return least;
}

static double
stage_height (const CharterFlowParts *parts, double side)
{
  double height = 0;

  for (guint i = 0; i < parts->n_stages; i++)
    height = MAX (height, parts->sizes->get_stage_height (i, side, parts->data));
  return height;
}

/* The height of a row in which words stand over arrows: these run at half the height. */
static double
height_with_words (const CharterArea *words, double height)
{
  return MAX (height, 2 * (words->height + WORDS_ABOVE));
}

static double
room_beside (Maker *maker)
{
  return MAX (LEAST_WORDS, maker->side / 2 - WORDS_BESIDE);
}

/* --- a row -------------------------------------------------------------------------------------------------------- */

/* The room between a stage of a row and the next. */
static double
row_gap (const CharterFlowParts *parts, guint stage)
{
  double gap = GAP;

  for (guint i = 0; i < parts->n_edges; i++)
    if (has_words (parts, i) && is_next (&parts->edges[i]) && parts->edges[i].from == stage)
      gap = MAX (gap, words_in (parts, i, MOST_WORDS).width + WORDS_AIR);
  return gap;
}

static double
row_gaps (const CharterFlowParts *parts)
{
  double gaps = 0;

  for (guint i = 0; i + 1 < parts->n_stages; i++)
    gaps += row_gap (parts, i);
  return gaps;
}

static void
place_row (Maker *maker)
{
  const CharterFlowParts *parts = maker->parts;
  double height, x = 0;

  maker->side = floor ((maker->width - row_gaps (parts)) / parts->n_stages);
  height = stage_height (parts, maker->side);
  for (guint i = 0; i < parts->n_edges; i++)
    if (has_words (parts, i) && is_next (&parts->edges[i]))
      {
        CharterArea words = words_in (parts, i, MOST_WORDS);

        height = height_with_words (&words, height);
      }
  for (guint i = 0; i < parts->n_stages; i++)
    {
      maker->layout->stages[i] = (CharterArea){ x, 0, maker->side, height };
      x += maker->side + row_gap (parts, i);
    }
  maker->layout->height = height;
}

/* --- a ring: down the right side, up the left: 0 1 / 3 2; an odd one stands alone at the bottom ---------------------
 */

static gboolean
can_be_ring (const CharterFlowParts *parts)
{
  for (guint i = 0; i < parts->n_edges; i++)
    if (parts->edges[i].to != (parts->edges[i].from + 1) % parts->n_stages)
      return FALSE;
  return parts->cycle && parts->n_stages > 2;
}

static guint
ring_row (const CharterFlowParts *parts, guint stage)
{
  guint n = parts->n_stages;

  if (stage == 0)
    return 0;
  return stage <= n / 2 ? stage - 1 : MIN (n - stage, (n + 1) / 2 - 1);
}

static gboolean
runs_across (const CharterFlowParts *parts, const CharterEdge *edge)
{
  return ring_row (parts, edge->from) == ring_row (parts, edge->to);
}

static double
ring_gap (const CharterFlowParts *parts)
{
  double gap = GAP;

  for (guint i = 0; i < parts->n_edges; i++)
    if (has_words (parts, i) && runs_across (parts, &parts->edges[i]))
      gap = MAX (gap, words_in (parts, i, MOST_WORDS).width + WORDS_AIR);
  return gap;
}

static void
measure_ring (Maker *maker, double *height, double *gap_down)
{
  const CharterFlowParts *parts = maker->parts;

  *height = stage_height (parts, maker->side);
  *gap_down = GAP_DOWN;
  for (guint i = 0; i < parts->n_edges; i++)
    {
      CharterArea words;

      if (!has_words (parts, i))
        continue;
      words = words_in (parts, i, runs_across (parts, &parts->edges[i]) ? MOST_WORDS : room_beside (maker));
      if (runs_across (parts, &parts->edges[i]))
        *height = height_with_words (&words, *height);
      else
        *gap_down = MAX (*gap_down, words.height + WORDS_AIR);
    }
}

static void
place_ring (Maker *maker)
{
  guint n = maker->parts->n_stages;
  double gap = ring_gap (maker->parts);
  double height, gap_down;

  maker->side = floor ((maker->width - gap) / 2);
  measure_ring (maker, &height, &gap_down);
  for (guint i = 0; i < n; i++)
    {
      CharterArea *place = &maker->layout->stages[i];

      place->x = i >= 1 && i <= n / 2 ? maker->side + gap : 0;
      place->y = ring_row (maker->parts, i) * (height + gap_down);
      place->width = maker->side;
      place->height = height;
      if (n % 2 == 1 && i == (n + 1) / 2)
        place->x = (maker->width - maker->side) / 2;
    }
  maker->layout->height = ((n + 1) / 2) * (height + gap_down) - gap_down;
}

/* --- a column ----------------------------------------------------------------------------------------------------- */

/* The words of a bracket beside a column. They share what the least stages leave. */
static CharterArea
words_beside_column (Maker *maker, guint edge)
{
  int n = MAX (1, (int)count_brackets (maker->parts, TRUE));
  int others = ((int)count_brackets (maker->parts, FALSE) - n) * LANE;

  return words_in (maker->parts, edge,
                   MAX (LEAST_WORDS, (maker->width - others - least_stage (maker->parts)) / n - WORDS_AIR));
}

static double
lane_beside_column (Maker *maker, guint edge)
{
  if (!has_words (maker->parts, edge))
    return LANE;
  return MAX (LANE, words_beside_column (maker, edge).width + WORDS_AIR);
}

static double
column_gap (Maker *maker, guint stage)
{
  const CharterFlowParts *parts = maker->parts;
  double gap = GAP_DOWN;

  for (guint i = 0; i < parts->n_edges; i++)
    if (has_words (parts, i) && is_next (&parts->edges[i]) && parts->edges[i].from == stage)
      gap = MAX (gap, words_in (parts, i, room_beside (maker)).height + WORDS_AIR);
  return gap;
}

/* Those of all brackets may stand at one stage. */
static double
height_of_legs (const CharterFlowParts *parts)
{
  guint n = count_brackets (parts, FALSE);

  return n > 1 ? 2 * (LEG_EDGE + (n - 1) * LEAST_LEG) : 0;
}

static void
place_column (Maker *maker)
{
  guint n = maker->parts->n_stages;
  double height, y = 0;

  maker->side = maker->width;
  for (guint i = 0; i < maker->parts->n_edges; i++)
    if (!is_next (&maker->parts->edges[i]))
      maker->side -= lane_beside_column (maker, i);
  height = MAX (stage_height (maker->parts, maker->side), height_of_legs (maker->parts));
  for (guint i = 0; i < n; i++)
    {
      maker->layout->stages[i] = (CharterArea){ 0, y, maker->side, height };
      y += height + (i + 1 < n ? column_gap (maker, i) : 0);
    }
  maker->layout->height = y;
}

/* --- arrows ------------------------------------------------------------------------------------------------------- */

static void
place_straight (Maker *maker, guint edge)
{
  CharterFlowLayout *layout = maker->layout;
  const CharterEdge *ends = &maker->parts->edges[edge];
  CharterArrow line = charter_arrow_straight (&layout->stages[ends->from], &layout->stages[ends->to]);
  const CharterDot *a = &line.points[0], *b = &line.points[1];
  gboolean across = a->y == b->y;
  double x = (a->x + b->x) / 2, y = (a->y + b->y) / 2;

  layout->lines[edge] = line;
  if (!has_words (maker->parts, edge))
    return;

  CharterArea words = words_in (maker->parts, edge, across ? MOST_WORDS : room_beside (maker));

  words.x = across ? x - words.width / 2 : x + WORDS_BESIDE;
  words.y = across ? y - words.height - WORDS_ABOVE : y - words.height / 2;
  layout->names[edge] = words;
}

static int
span (const CharterEdge *edge)
{
  return ABS ((int)edge->to - (int)edge->from);
}

/* The bracket after one, from the shortest to the longest, from the first to the last among equals; -1 for the first
 * and for none. */
static int
next_bracket (const CharterFlowParts *parts, int after)
{
  int best = -1;

  for (int i = 0; i < (int)parts->n_edges; i++)
    {
      int here = span (&parts->edges[i]);
      int past = after < 0 ? -1 : span (&parts->edges[after]);

      if (is_next (&parts->edges[i]) || here < past || (here == past && i <= after))
        continue;
      if (best < 0 || here < span (&parts->edges[best]))
        best = i;
    }
  return best;
}

/* How far the legs of a bracket stand from the middle of their stages, so that no two are one. One that leads back to
 * its own stage is as wide as it. */
static double
leg_shift (Maker *maker, const CharterEdge *ends, guint level)
{
  const CharterArea *stage = &maker->layout->stages[0];
  double half = (maker->layout->form == CHARTER_FORM_ROW ? stage->width : stage->height) / 2 - LEG_EDGE;
  double n = (double)count_brackets (maker->parts, FALSE) - 1;

  if (ends->from == ends->to)
    return half;
  return n < 1 ? 0 : level * MIN (LEG, half / n);
}

/* Below a row or beside a column, in the lane that begins so far away from it. Returns: the lane's width. */
static double
place_bracket (Maker *maker, guint edge, guint level, double away)
{
  CharterFlowLayout *layout = maker->layout;
  const CharterEdge *ends = &maker->parts->edges[edge];
  const CharterArea *a = &layout->stages[ends->from], *b = &layout->stages[ends->to];
  gboolean row = layout->form == CHARTER_FORM_ROW;
  CharterArea words = { 0 };
  double size, lane;

  if (has_words (maker->parts, edge))
    words = row ? words_in (maker->parts, edge, MAX (fabs (a->x - b->x) - CORNERS, maker->side / 2))
                : words_beside_column (maker, edge);
  size = row ? words.height : words.width;
  lane = MAX (LANE, size + WORDS_AIR);
  layout->lines[edge]
    = charter_arrow_bracket (a, b, row, away + lane - MAX (LANE_EDGE, size / 2), leg_shift (maker, ends, level));
  words.x = (layout->lines[edge].points[1].x + layout->lines[edge].points[2].x - words.width) / 2;
  words.y = (layout->lines[edge].points[1].y + layout->lines[edge].points[2].y - words.height) / 2;
  if (row)
    words.x = CLAMP (words.x, 0, maker->width - words.width);
  else
    words.y = MAX (words.y, 0);
  layout->height = MAX (layout->height, words.y + words.height);
  layout->names[edge] = words;
  return lane;
}

static void
place_brackets (Maker *maker)
{
  double height = maker->layout->height, away = 0;
  guint level = 0;

  for (int i = next_bracket (maker->parts, -1); i >= 0; i = next_bracket (maker->parts, i))
    away += place_bracket (maker, i, level++, away);
  if (maker->layout->form == CHARTER_FORM_ROW)
    maker->layout->height = height + away;
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

/* Words beside an arrow that runs down from the middle of a stage end with it. */
static double
least_above_words (const CharterFlowParts *parts, gboolean ring)
{
  double least = least_stage (parts);

  for (guint i = 0; i < parts->n_edges; i++)
    if (has_words (parts, i) && (ring ? !runs_across (parts, &parts->edges[i]) : is_next (&parts->edges[i])))
      least = MAX (least, 2 * (parts->sizes->get_least_words (i, parts->data) + WORDS_BESIDE));
  return least;
}

static double
least_ring (const CharterFlowParts *parts)
{
  return 2 * least_above_words (parts, TRUE) + ring_gap (parts);
}

static CharterFlowForm
choose_form (const CharterFlowParts *parts, double width)
{
  if (width >= parts->n_stages * row_stage (parts) + row_gaps (parts))
    return CHARTER_FORM_ROW;
  if (can_be_ring (parts) && width >= least_ring (parts))
    return CHARTER_FORM_RING;
  return CHARTER_FORM_COLUMN;
}

double
charter_flow_layout_get_least_width (const CharterFlowParts *parts)
{
  double least = least_above_words (parts, FALSE);

  for (guint i = 0; i < parts->n_edges; i++)
    if (!is_next (&parts->edges[i]))
      least += !has_words (parts, i) ? LANE : MAX (LANE, words_in (parts, i, LEAST_WORDS).width + WORDS_AIR);
  return can_be_ring (parts) ? MIN (least, least_ring (parts)) : least;
}

void
charter_flow_layout_init (CharterFlowLayout *layout, const CharterFlowParts *parts, double width)
{
  static void (*const place[]) (Maker *) = { place_row, place_ring, place_column };
  Maker maker = { parts, layout, width, 0 };

  layout->form = choose_form (parts, width);
  layout->stages = g_new0 (CharterArea, parts->n_stages);
  layout->lines = g_new0 (CharterArrow, parts->n_edges);
  layout->names = g_new0 (CharterArea, parts->n_edges);
  place[layout->form](&maker);
  for (guint i = 0; i < parts->n_edges; i++)
    if (!is_bracket (parts, layout->form, i))
      place_straight (&maker, i);
  if (layout->form != CHARTER_FORM_RING)
    place_brackets (&maker);
}

void
charter_flow_layout_clear (CharterFlowLayout *layout)
{
  g_clear_pointer (&layout->stages, g_free);
  g_clear_pointer (&layout->lines, g_free);
  g_clear_pointer (&layout->names, g_free);
}

GArray *
charter_flow_list_edges (const CharterDiagram *diagram)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (CharterEdge));
  guint n = diagram->n_nodes;

  if (diagram->n_edges > 0)
    return g_array_append_vals (edges, diagram->edges, diagram->n_edges);
  for (guint i = 0; i + 1 < n; i++)
    g_array_append_vals (edges, &(CharterEdge){ .from = i, .to = i + 1, .text = { .plain = "" } }, 1);
  if (diagram->kind == CHARTER_DIAGRAM_CYCLE && n > 1)
    g_array_append_vals (edges, &(CharterEdge){ .from = n - 1, .to = 0, .text = { .plain = "" } }, 1);
  return edges;
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
clip_names_out (const CharterFlowLayout *layout, guint n_edges, double width, cairo_t *cr)
{
  gboolean column = layout->form == CHARTER_FORM_COLUMN;
  double x = column ? 0 : OPENING, y = column ? OPENING : 0;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < n_edges; i++)
    {
      const CharterArea *at = &layout->names[i];

      if (at->width == 0)
        continue;
      cairo_new_path (cr);
      cairo_rectangle (cr, 0, 0, width, layout->height);
      cairo_rectangle (cr, at->x - x, at->y - y, at->width + 2 * x, at->height + 2 * y);
      cairo_clip (cr);
    }
}

void
charter_flow_layout_draw (const CharterFlowLayout *layout, guint n_edges, double width, cairo_t *cr)
{
  for (guint i = 0; i < n_edges; i++)
    {
      cairo_save (cr);
      if (!is_upright (&layout->lines[i]))
        clip_names_out (layout, n_edges, width, cr);
      charter_arrow_draw (&layout->lines[i], cr);
      cairo_restore (cr);
    }
}
