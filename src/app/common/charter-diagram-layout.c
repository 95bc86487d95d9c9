/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-layout.h"

#define GAP 40           /* between two stages side by side: room for an arrow */
#define GAP_DOWN 44      /* between two stages one below the other */
#define STAGE_PADDING 16 /* of both sides, as the style says */
#define LEAST_STAGE 104  /* narrower stages look cramped in a row */
#define LANE 34          /* of a bracket without words, and the least of one with */
#define LANE_EDGE 4      /* that a bracket keeps free of its lane's outer side */
#define LEG 12           /* between the legs of two brackets at one stage */
#define LEG_EDGE 8       /* between a leg and a stage's corner */

/* Where an arrow's words stand. */
#define MOST_WORDS 150  /* longer ones are broken into lines */
#define LEAST_WORDS 24  /* however little room is left */
#define WORDS_AIR 12    /* between words and what stands on both sides of them, together */
#define WORDS_ABOVE 4   /* over a line that runs across */
#define WORDS_BESIDE 10 /* beside a line that runs down */
#define CORNERS 64      /* of a bracket, both together: its words leave them */

/* What layouts are made with. */
typedef struct {
  const CharterDiagramParts *parts;
  CharterDiagramLayout *layout;
  int width;
  int side; /* the width of each stage */
} Maker;

/* --- measuring ---------------------------------------------------------------------------------------------------- */

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
height_at (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GdkRectangle
words_in (GtkWidget *name, int room)
{
  int width = MAX (minimum_width (name), MIN (natural_width (name), MIN (room, MOST_WORDS)));

  return (GdkRectangle){ 0, 0, width, height_at (name, width) };
}

static gboolean
is_next (const CharterEdge *edge)
{
  return edge->to == edge->from + 1;
}

static gboolean
is_bracket (const CharterDiagramParts *parts, CharterDiagramForm form, guint edge)
{
  return form != CHARTER_FORM_RING && !is_next (&parts->edges[edge]);
}

static guint
count_brackets (const CharterDiagramParts *parts, gboolean with_words)
{
  guint n = 0;

  for (guint i = 0; i < parts->n_edges; i++)
    n += !is_next (&parts->edges[i]) && (!with_words || parts->names[i] != NULL);
  return n;
}

static int
least_stage (const CharterDiagramParts *parts)
{
  int least = LEAST_STAGE;

  for (guint i = 0; i < parts->n_stages; i++)
    least = MAX (least, minimum_width (parts->stages[i]));
  return least;
}

/* In a row no stage's name is broken: a ring or a column reads better then. */
static int
row_stage (const CharterDiagramParts *parts)
{
  int least = least_stage (parts);

  for (guint i = 0; i < parts->n_stages; i++)
    {
      GtkWidget *words = gtk_widget_get_first_child (parts->stages[i]);

      least = MAX (least, natural_width (gtk_widget_get_first_child (words)) + STAGE_PADDING);
    }
  return least;
}

static int
stage_height (const CharterDiagramParts *parts, int side)
{
  int height = 0;

  for (guint i = 0; i < parts->n_stages; i++)
    height = MAX (height, height_at (parts->stages[i], side));
  return height;
}

/* The height of a row in which words stand over arrows: these run at half the height. */
static int
height_with_words (Maker *maker, const GdkRectangle *words, int height)
{
  return MAX (height, 2 * (words->height + WORDS_ABOVE));
}

/* Words beside an arrow that runs down from the middle of a stage end with it. */
static int
room_beside (Maker *maker)
{
  return MAX (LEAST_WORDS, maker->side / 2 - WORDS_BESIDE);
}

/* --- a row -------------------------------------------------------------------------------------------------------- */

/* The room between a stage of a row and the next. */
static int
row_gap (const CharterDiagramParts *parts, guint stage)
{
  int gap = GAP;

  for (guint i = 0; i < parts->n_edges; i++)
    if (parts->names[i] != NULL && is_next (&parts->edges[i]) && parts->edges[i].from == stage)
      gap = MAX (gap, words_in (parts->names[i], MOST_WORDS).width + WORDS_AIR);
  return gap;
}

static int
row_gaps (const CharterDiagramParts *parts)
{
  int gaps = 0;

  for (guint i = 0; i + 1 < parts->n_stages; i++)
    gaps += row_gap (parts, i);
  return gaps;
}

static void
place_row (Maker *maker)
{
  const CharterDiagramParts *parts = maker->parts;
  int height, x = 0;

  maker->side = (maker->width - row_gaps (parts)) / (int)parts->n_stages;
  height = stage_height (parts, maker->side);
  for (guint i = 0; i < parts->n_edges; i++)
    if (parts->names[i] != NULL && is_next (&parts->edges[i]))
      {
        GdkRectangle words = words_in (parts->names[i], MOST_WORDS);

        height = height_with_words (maker, &words, height);
      }
  for (guint i = 0; i < parts->n_stages; i++)
    {
      maker->layout->stages[i] = (GdkRectangle){ x, 0, maker->side, height };
      x += maker->side + row_gap (parts, i);
    }
  maker->layout->height = height;
}

/* --- a ring: down the right side, up the left: 0 1 / 3 2; an odd one stands alone at the bottom ---------------------
 */

static gboolean
can_be_ring (const CharterDiagramParts *parts)
{
  for (guint i = 0; i < parts->n_edges; i++)
    if (parts->edges[i].to != (parts->edges[i].from + 1) % parts->n_stages)
      return FALSE;
  return parts->cycle && parts->n_stages > 2;
}

static guint
ring_row (const CharterDiagramParts *parts, guint stage)
{
  guint n = parts->n_stages;

  if (stage == 0)
    return 0;
  return stage <= n / 2 ? stage - 1 : MIN (n - stage, (n + 1) / 2 - 1);
}

static gboolean
runs_across (const CharterDiagramParts *parts, const CharterEdge *edge)
{
  return ring_row (parts, edge->from) == ring_row (parts, edge->to);
}

static int
ring_gap (const CharterDiagramParts *parts)
{
  int gap = GAP;

  for (guint i = 0; i < parts->n_edges; i++)
    if (parts->names[i] != NULL && runs_across (parts, &parts->edges[i]))
      gap = MAX (gap, words_in (parts->names[i], MOST_WORDS).width + WORDS_AIR);
  return gap;
}

static void
measure_ring (Maker *maker, int *height, int *gap_down)
{
  const CharterDiagramParts *parts = maker->parts;

  *height = stage_height (parts, maker->side);
  *gap_down = GAP_DOWN;
  for (guint i = 0; i < parts->n_edges; i++)
    {
      GdkRectangle words;

      if (parts->names[i] == NULL)
        continue;
      words = words_in (parts->names[i], runs_across (parts, &parts->edges[i]) ? MOST_WORDS : room_beside (maker));
      if (runs_across (parts, &parts->edges[i]))
        *height = height_with_words (maker, &words, *height);
      else
        *gap_down = MAX (*gap_down, words.height + WORDS_AIR);
    }
}

static void
place_ring (Maker *maker)
{
  guint n = maker->parts->n_stages;
  int gap = ring_gap (maker->parts);
  int height, gap_down;

  maker->side = (maker->width - gap) / 2;
  measure_ring (maker, &height, &gap_down);
  for (guint i = 0; i < n; i++)
    {
      GdkRectangle *place = &maker->layout->stages[i];

      place->x = i >= 1 && i <= n / 2 ? maker->side + gap : 0;
      place->y = (int)ring_row (maker->parts, i) * (height + gap_down);
      place->width = maker->side;
      place->height = height;
      if (n % 2 == 1 && i == (n + 1) / 2)
        place->x = (maker->width - maker->side) / 2;
    }
  maker->layout->height = (int)((n + 1) / 2) * (height + gap_down) - gap_down;
}

/* --- a column ----------------------------------------------------------------------------------------------------- */

/* The words of a bracket beside a column. They share what the least stages leave. */
static GdkRectangle
words_beside_column (Maker *maker, guint edge)
{
  int n = MAX (1, (int)count_brackets (maker->parts, TRUE));
  int others = ((int)count_brackets (maker->parts, FALSE) - n) * LANE;

  return words_in (maker->parts->names[edge],
                   MAX (LEAST_WORDS, (maker->width - others - least_stage (maker->parts)) / n - WORDS_AIR));
}

static int
lane_beside_column (Maker *maker, guint edge)
{
  if (maker->parts->names[edge] == NULL)
    return LANE;
  return MAX (LANE, words_beside_column (maker, edge).width + WORDS_AIR);
}

static int
column_gap (Maker *maker, guint stage)
{
  const CharterDiagramParts *parts = maker->parts;
  int gap = GAP_DOWN;

  for (guint i = 0; i < parts->n_edges; i++)
    if (parts->names[i] != NULL && is_next (&parts->edges[i]) && parts->edges[i].from == stage)
      gap = MAX (gap, words_in (parts->names[i], room_beside (maker)).height + WORDS_AIR);
  return gap;
}

static void
place_column (Maker *maker)
{
  guint n = maker->parts->n_stages;
  int height, y = 0;

  maker->side = maker->width;
  for (guint i = 0; i < maker->parts->n_edges; i++)
    if (!is_next (&maker->parts->edges[i]))
      maker->side -= lane_beside_column (maker, i);
  height = stage_height (maker->parts, maker->side);
  for (guint i = 0; i < n; i++)
    {
      maker->layout->stages[i] = (GdkRectangle){ 0, y, maker->side, height };
      y += height + (i + 1 < n ? column_gap (maker, i) : 0);
    }
  maker->layout->height = y;
}

/* --- arrows ------------------------------------------------------------------------------------------------------- */

static void
place_straight (Maker *maker, guint edge)
{
  CharterDiagramLayout *layout = maker->layout;
  const CharterEdge *ends = &maker->parts->edges[edge];
  CharterArrow line = charter_arrow_straight (&layout->stages[ends->from], &layout->stages[ends->to]);
  const graphene_point_t *a = &line.points[0], *b = &line.points[1];
  gboolean across = a->y == b->y;
  float x = (a->x + b->x) / 2, y = (a->y + b->y) / 2;

  layout->lines[edge] = line;
  if (maker->parts->names[edge] == NULL)
    return;

  GdkRectangle words = words_in (maker->parts->names[edge], across ? MOST_WORDS : room_beside (maker));

  words.x = across ? x - words.width / 2.f : x + WORDS_BESIDE;
  words.y = across ? y - words.height - WORDS_ABOVE : y - words.height / 2.f;
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
next_bracket (const CharterDiagramParts *parts, int after)
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
static float
leg_shift (Maker *maker, const CharterEdge *ends, guint level)
{
  const GdkRectangle *stage = &maker->layout->stages[0];
  int half = (maker->layout->form == CHARTER_FORM_ROW ? stage->width : stage->height) / 2 - LEG_EDGE;
  float n = (float)count_brackets (maker->parts, FALSE) - 1;

  if (ends->from == ends->to)
    return half;
  return n < 1 ? 0 : level * MIN ((float)LEG, half / n);
}

/* Below a row or beside a column, in the lane that begins so far away from it. Returns: the lane's width. */
static int
place_bracket (Maker *maker, guint edge, guint level, int away)
{
  CharterDiagramLayout *layout = maker->layout;
  const CharterEdge *ends = &maker->parts->edges[edge];
  const GdkRectangle *a = &layout->stages[ends->from], *b = &layout->stages[ends->to];
  gboolean row = layout->form == CHARTER_FORM_ROW;
  GtkWidget *name = maker->parts->names[edge];
  GdkRectangle words = { 0 };
  int size, lane;

  if (name != NULL)
    words
      = row ? words_in (name, MAX (ABS (a->x - b->x) - CORNERS, maker->side / 2)) : words_beside_column (maker, edge);
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
  int height = maker->layout->height, away = 0;
  guint level = 0;

  for (int i = next_bracket (maker->parts, -1); i >= 0; i = next_bracket (maker->parts, i))
    away += place_bracket (maker, i, level++, away);
  if (maker->layout->form == CHARTER_FORM_ROW)
    maker->layout->height = height + away;
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

static CharterDiagramForm
choose_form (const CharterDiagramParts *parts, int width)
{
  if (width >= (int)parts->n_stages * row_stage (parts) + row_gaps (parts))
    return CHARTER_FORM_ROW;
  if (can_be_ring (parts) && width >= 2 * least_stage (parts) + ring_gap (parts))
    return CHARTER_FORM_RING;
  return CHARTER_FORM_COLUMN;
}

int
charter_diagram_layout_least_width (const CharterDiagramParts *parts)
{
  int least = least_stage (parts);

  for (guint i = 0; i < parts->n_edges; i++)
    if (!is_next (&parts->edges[i]))
      least += parts->names[i] == NULL ? LANE : MAX (LANE, words_in (parts->names[i], LEAST_WORDS).width + WORDS_AIR);
  return can_be_ring (parts) ? MIN (least, 2 * least_stage (parts) + ring_gap (parts)) : least;
}

void
charter_diagram_layout_init (CharterDiagramLayout *layout, const CharterDiagramParts *parts, int width)
{
  static void (*const place[]) (Maker *) = { place_row, place_ring, place_column };
  Maker maker = { parts, layout, width, 0 };

  layout->form = choose_form (parts, width);
  layout->stages = g_new0 (GdkRectangle, parts->n_stages);
  layout->lines = g_new0 (CharterArrow, parts->n_edges);
  layout->names = g_new0 (GdkRectangle, parts->n_edges);
  place[layout->form](&maker);
  for (guint i = 0; i < parts->n_edges; i++)
    if (!is_bracket (parts, layout->form, i))
      place_straight (&maker, i);
  if (layout->form != CHARTER_FORM_RING)
    place_brackets (&maker);
}

void
charter_diagram_layout_clear (CharterDiagramLayout *layout)
{
  g_clear_pointer (&layout->stages, g_free);
  g_clear_pointer (&layout->lines, g_free);
  g_clear_pointer (&layout->names, g_free);
}
