/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-layers.h"

#include <float.h>

#include "charter-spread.h"

#define SWEEPS 8 /* there and back; more don't make it better */

/* A box, or the place where an arrow passes a layer. */
typedef struct {
  guint layer;
  double size;   /* across */
  double middle; /* across */
  double wish;   /* what its layer is ordered by */
  guint rank;    /* in its layer */
} Knot;

/* A stretch of an arrow from one layer to the next. */
typedef struct {
  guint from, to; /* knots */
} Link;

typedef struct {
  const CharterLayersParts *parts;
  guint n_layers;
  GArray *knots;   /* of Knot, the boxes first */
  GArray *links;   /* of Link, those of an arrow one after the other */
  guint *first;    /* an edge's first link; one more at the end */
  GArray **layers; /* of guint: knots in their order */
} Maker;

static Knot *
get_knot (Maker *maker, guint knot)
{
  return &g_array_index (maker->knots, Knot, knot);
}

static Link *
get_link (Maker *maker, guint link)
{
  return &g_array_index (maker->links, Link, link);
}

static guint
get_in_layer (Maker *maker, guint layer, guint rank)
{
  return g_array_index (maker->layers[layer], guint, rank);
}

/* ---- layers ---- */

static guint
find_layer (Maker *maker, guint node)
{
  const CharterDiagram *diagram = maker->parts->diagram;
  guint layer = 0;

  for (guint i = 0; i < diagram->n_edges; i++)
    if (diagram->edges[i].to == node)
      layer = MAX (layer, get_knot (maker, diagram->edges[i].from)->layer + 1);
  return layer;
}

static void
add_boxes (Maker *maker)
{
  const CharterLayersParts *parts = maker->parts;

  g_array_set_size (maker->knots, parts->diagram->n_nodes);
  for (guint i = 0; i < parts->diagram->n_nodes; i++)
    {
      Knot *knot = get_knot (maker, parts->order[i]);

      *knot = (Knot){ .size = parts->breadth, .layer = parts->single ? i : find_layer (maker, parts->order[i]) };
      maker->n_layers = MAX (maker->n_layers, knot->layer + 1);
    }
}

static void
add_links (Maker *maker, const CharterEdge *edge)
{
  guint last = edge->from, end = get_knot (maker, edge->to)->layer;

  for (guint layer = get_knot (maker, edge->from)->layer + 1; layer <= end; layer++)
    {
      Knot knot = { .layer = layer, .size = maker->parts->lane };
      Link link = { last, layer == end ? edge->to : maker->knots->len };

      if (layer < end)
        g_array_append_val (maker->knots, knot);
      g_array_append_val (maker->links, link);
      last = link.to;
    }
}

static void
fill_layers (Maker *maker)
{
  for (guint i = 0; i < maker->n_layers; i++)
    maker->layers[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < maker->knots->len; i++)
    {
      Knot *knot = get_knot (maker, i);

      knot->rank = maker->layers[knot->layer]->len;
      g_array_append_val (maker->layers[knot->layer], i);
    }
}

/* ---- the order in a layer ---- */

static gboolean
do_cross (Maker *maker, const Link *one, const Link *other)
{
  int from = (int)get_knot (maker, one->from)->rank - (int)get_knot (maker, other->from)->rank;
  int to = (int)get_knot (maker, one->to)->rank - (int)get_knot (maker, other->to)->rank;

  return get_knot (maker, one->from)->layer == get_knot (maker, other->from)->layer
         && ((from < 0 && to > 0) || (from > 0 && to < 0));
}

static guint
count_crossings (Maker *maker)
{
  guint n = 0;

  for (guint i = 0; i < maker->links->len; i++)
    for (guint j = i + 1; j < maker->links->len; j++)
      n += do_cross (maker, get_link (maker, i), get_link (maker, j));
  return n;
}

/* The mean of the ranks of those before it (or after it); its own where there are none. */
static double
find_wish (Maker *maker, guint knot, gboolean back)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < maker->links->len; i++)
    {
      const Link *link = get_link (maker, i);

      if ((back ? link->from : link->to) == knot)
        {
          sum += get_knot (maker, back ? link->to : link->from)->rank;
          n++;
        }
    }
  return n > 0 ? sum / n : get_knot (maker, knot)->rank;
}

static int
compare_knots (gconstpointer a, gconstpointer b, gpointer data)
{
  const Knot *one = get_knot (data, *(const guint *)a), *other = get_knot (data, *(const guint *)b);

  if (one->wish != other->wish)
    return one->wish < other->wish ? -1 : 1;
  return (int)one->rank - (int)other->rank;
}

static void
number_layer (Maker *maker, guint layer)
{
  for (guint i = 0; i < maker->layers[layer]->len; i++)
    get_knot (maker, get_in_layer (maker, layer, i))->rank = i;
}

static void
order_layer (Maker *maker, guint layer, gboolean back)
{
  for (guint i = 0; i < maker->layers[layer]->len; i++)
    {
      guint knot = get_in_layer (maker, layer, i);

      get_knot (maker, knot)->wish = find_wish (maker, knot, back);
    }
  g_array_sort_with_data (maker->layers[layer], compare_knots, maker);
  number_layer (maker, layer);
}

static void
keep_ranks (Maker *maker, guint *ranks)
{
  for (guint i = 0; i < maker->knots->len; i++)
    ranks[i] = get_knot (maker, i)->rank;
}

static void
take_ranks (Maker *maker, const guint *ranks)
{
  for (guint i = 0; i < maker->knots->len; i++)
    {
      const Knot *knot = get_knot (maker, i);

      get_knot (maker, i)->rank = ranks[i];
      g_array_index (maker->layers[knot->layer], guint, ranks[i]) = i;
    }
}

static void
order_layers (Maker *maker)
{
  g_autofree guint *best = g_new (guint, maker->knots->len + 1);
  guint least = count_crossings (maker);

  keep_ranks (maker, best);
  for (guint sweep = 0; sweep < SWEEPS && least > 0; sweep++)
    {
      gboolean back = sweep % 2 == 1;
      guint n;

      for (guint i = 1; i < maker->n_layers; i++)
        order_layer (maker, back ? maker->n_layers - 1 - i : i, back);
      n = count_crossings (maker);
      if (n < least)
        keep_ranks (maker, best);
      least = MIN (least, n);
    }
  take_ranks (maker, best);
}

/* ---- places ---- */

static double
find_mean (Maker *maker, guint knot)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < maker->links->len; i++)
    {
      const Link *link = get_link (maker, i);

      if (link->from != knot && link->to != knot)
        continue;
      sum += get_knot (maker, link->from == knot ? link->to : link->from)->middle;
      n++;
    }
  return n > 0 ? sum / n : get_knot (maker, knot)->middle;
}

static void
spread_layer (Maker *maker, guint layer, gboolean wishes)
{
  guint n = maker->layers[layer]->len;
  g_autofree double *middles = g_new (double, n + 1);
  g_autofree double *sizes = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint knot = get_in_layer (maker, layer, i);

      middles[i] = wishes ? find_mean (maker, knot) : 0;
      sizes[i] = get_knot (maker, knot)->size;
    }
  charter_spread (middles, sizes, n, maker->parts->space, -DBL_MAX / 4, DBL_MAX / 4);
  for (guint i = 0; i < n; i++)
    get_knot (maker, get_in_layer (maker, layer, i))->middle = middles[i];
}

/* As straight as it goes, then moved to 0. Where each layer has one box, that would only make it broader. */
static void
place_across (Maker *maker, CharterLayers *self)
{
  double least = DBL_MAX, most = -DBL_MAX;

  for (guint i = 0; i < maker->n_layers; i++)
    spread_layer (maker, i, FALSE);
  for (guint sweep = 0; sweep < SWEEPS && !maker->parts->single; sweep++)
    for (guint i = 0; i < maker->n_layers; i++)
      spread_layer (maker, sweep % 2 == 1 ? maker->n_layers - 1 - i : i, TRUE);
  for (guint i = 0; i < maker->knots->len; i++)
    {
      least = MIN (least, get_knot (maker, i)->middle - get_knot (maker, i)->size / 2);
      most = MAX (most, get_knot (maker, i)->middle + get_knot (maker, i)->size / 2);
    }
  for (guint i = 0; i < maker->knots->len; i++)
    get_knot (maker, i)->middle -= least;
  self->breadth = most - least;
}

/* One box a layer: the boxes stand below each other, and what passes them beside them, each in a lane of its own. */
static void
place_lanes (Maker *maker, CharterLayers *self)
{
  const CharterLayersParts *parts = maker->parts;

  self->breadth = parts->breadth;
  for (guint layer = 0; layer < maker->n_layers; layer++)
    {
      double at = parts->breadth;

      for (guint i = 0; i < maker->layers[layer]->len; i++)
        {
          guint index = get_in_layer (maker, layer, i);
          Knot *knot = get_knot (maker, index);

          knot->middle = parts->breadth / 2;
          if (index < self->n_boxes)
            continue;
          knot->middle = at + parts->space + parts->lane / 2;
          at += parts->space + parts->lane;
        }
      self->breadth = MAX (self->breadth, at);
    }
}

static double
get_along (Maker *maker, guint knot)
{
  return get_knot (maker, knot)->layer * (maker->parts->length + maker->parts->gap);
}

static void
add_point (CharterLayersLine *line, double x, double y)
{
  line->points[line->n++] = (CharterDot){ x, y };
}

static void
write_line (Maker *maker, guint edge, CharterLayersLine *line)
{
  const CharterLayersParts *parts = maker->parts;
  guint n = maker->first[edge + 1] - maker->first[edge];
  const Link *links = get_link (maker, maker->first[edge]);

  line->points = g_new (CharterDot, 2 * n);
  add_point (line, get_along (maker, links[0].from) + parts->length + parts->air,
             get_knot (maker, links[0].from)->middle);
  for (guint i = 0; i + 1 < n; i++)
    {
      double along = get_along (maker, links[i].to), across = get_knot (maker, links[i].to)->middle;

      add_point (line, along, across);
      add_point (line, along + parts->length, across);
    }
  add_point (line, get_along (maker, links[n - 1].to) - parts->air, get_knot (maker, links[n - 1].to)->middle);
}

static void
write_places (Maker *maker, CharterLayers *self)
{
  const CharterLayersParts *parts = maker->parts;

  self->length = maker->n_layers * (parts->length + parts->gap) - parts->gap;
  self->boxes = g_new0 (CharterDot, self->n_boxes + 1);
  self->lines = g_new0 (CharterLayersLine, self->n_lines + 1);
  for (guint i = 0; i < self->n_boxes; i++)
    self->boxes[i] = (CharterDot){ get_along (maker, i), get_knot (maker, i)->middle - parts->breadth / 2 };
  for (guint i = 0; i < self->n_lines; i++)
    write_line (maker, i, &self->lines[i]);
}

/* ---- the whole ---- */

static void
gather (Maker *maker)
{
  const CharterDiagram *diagram = maker->parts->diagram;

  add_boxes (maker);
  for (guint i = 0; i < diagram->n_edges; i++)
    {
      maker->first[i] = maker->links->len;
      add_links (maker, &diagram->edges[i]);
    }
  maker->first[diagram->n_edges] = maker->links->len;
  maker->layers = g_new0 (GArray *, maker->n_layers + 1);
  fill_layers (maker);
}

static void
clear_maker (Maker *maker)
{
  for (guint i = 0; i < maker->n_layers; i++)
    g_array_unref (maker->layers[i]);
  g_free (maker->layers);
  g_free (maker->first);
  g_array_unref (maker->knots);
  g_array_unref (maker->links);
}

void
charter_layers_init (CharterLayers *self, const CharterLayersParts *parts)
{
  Maker maker = { .parts = parts };

  *self = (CharterLayers){ .n_boxes = parts->diagram->n_nodes, .n_lines = parts->diagram->n_edges };
  maker.knots = g_array_new (FALSE, TRUE, sizeof (Knot));
  maker.links = g_array_new (FALSE, FALSE, sizeof (Link));
  maker.first = g_new0 (guint, self->n_lines + 1);
  gather (&maker);
  order_layers (&maker);
  if (parts->single)
    place_lanes (&maker, self);
  else
    place_across (&maker, self);
  write_places (&maker, self);
  clear_maker (&maker);
}

void
charter_layers_clear (CharterLayers *self)
{
  for (guint i = 0; i < self->n_lines && self->lines != NULL; i++)
    g_free (self->lines[i].points);
  g_free (self->lines);
  g_free (self->boxes);
  *self = (CharterLayers){ 0 };
}
