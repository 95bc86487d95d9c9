/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawings are laid out with, held to what it promises in random cases. */
#include <locale.h>
#include <math.h>

#include "charter-layers.h"
#include "charter-network.h"
#include "charter-scale.h"
#include "charter-spread.h"

#define ROUNDS 300
#define MOST 16
#define SAMPLES 24 /* of each bend of an arrow */

/* ---- an axis ---- */

static void
test_scale (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      double least = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-3, 7));
      double most = least + g_test_rand_double_range (0, 1) * pow (10, g_test_rand_int_range (-3, 7));
      guint n = (guint)g_test_rand_int_range (1, 9);
      CharterScale scale;

      charter_scale_init (&scale, least, most, n);
      g_assert_cmpfloat (scale.low, <=, MIN (0, least) + scale.step * 1e-6);
      g_assert_cmpfloat (scale.high, >=, MAX (0, most) - scale.step * 1e-6);
      g_assert_cmpfloat ((scale.high - scale.low) / scale.step, <=, MAX (n, 2) + 1e-6);
      g_assert_cmpfloat_with_epsilon (remainder (scale.low, scale.step), 0, scale.step * 1e-6);
    }
}

static void
test_scale_by_hand (void)
{
  CharterScale scale;

  charter_scale_init (&scale, 0, 0, 5);
  g_assert_cmpfloat (scale.high, ==, 1);
  charter_scale_init (&scale, 8, 60, 5);
  g_assert_cmpfloat (scale.low, ==, 0);
  g_assert_cmpfloat (scale.step, ==, 20);
  g_assert_cmpfloat (scale.high, ==, 60);
}

/* ---- apart ---- */

static void
assert_apart (const double *middles, const double *sizes, guint n, double gap)
{
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (middles[i] - middles[i - 1], >=, (sizes[i] + sizes[i - 1]) / 2 + gap - 1e-9);
}

static void
test_spread (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      double middles[MOST], sizes[MOST], sum = 0, at = 0;
      guint n = (guint)g_test_rand_int_range (1, MOST + 1);

      for (guint i = 0; i < n; i++)
        {
          middles[i] = at += g_test_rand_double_range (0, 20);
          sizes[i] = g_test_rand_double_range (1, 20);
          sum += sizes[i] + 2;
        }
      charter_spread (middles, sizes, n, 2, 5, 5 + sum);
      assert_apart (middles, sizes, n, 2);
      g_assert_cmpfloat (middles[0] - sizes[0] / 2, >=, 5 - 1e-9);
      g_assert_cmpfloat (middles[n - 1] + sizes[n - 1] / 2, <=, 5 + sum + 1e-9);
    }
}

/* What has room stays where it is; two that want the same place give way alike. */
static void
test_spread_by_hand (void)
{
  double middles[] = { 10, 30, 30, 60 };
  const double sizes[] = { 4, 4, 4, 4 };

  charter_spread (middles, sizes, G_N_ELEMENTS (middles), 2, 0, 100);
  g_assert_cmpfloat_with_epsilon (middles[0], 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (middles[1], 27, 1e-9);
  g_assert_cmpfloat_with_epsilon (middles[2], 33, 1e-9);
  g_assert_cmpfloat_with_epsilon (middles[3], 60, 1e-9);
}

/* ---- layers ---- */

typedef struct {
  CharterNode nodes[MOST];
  CharterEdge edges[MOST * MOST];
  CharterDiagram diagram;
} Network;

static void
fill_randomly (Network *self)
{
  *self = (Network){ .diagram = { .kind = CHARTER_DIAGRAM_NETWORK } };
  self->diagram.n_nodes = (guint)g_test_rand_int_range (2, MOST + 1);
  self->diagram.nodes = self->nodes;
  self->diagram.edges = self->edges;
  for (guint i = 0; i < self->diagram.n_nodes; i++)
    for (guint j = 0; j < i; j++)
      if (g_test_rand_int_range (0, 5) == 0)
        self->edges[self->diagram.n_edges++] = (CharterEdge){ .from = j, .to = i };
}

static gboolean
overlap (const CharterLayersParts *parts, CharterDot a, CharterDot b)
{
  return fabs (a.x - b.x) < parts->length && fabs (a.y - b.y) < parts->breadth;
}

static void
assert_boxes (const CharterLayersParts *parts, const CharterLayers *layers)
{
  for (guint i = 0; i < layers->n_boxes; i++)
    {
      CharterDot at = layers->boxes[i];

      g_assert_cmpfloat (MIN (at.x, at.y), >=, -1e-9);
      g_assert_cmpfloat (at.x + parts->length, <=, layers->length + 1e-9);
      g_assert_cmpfloat (at.y + parts->breadth, <=, layers->breadth + 1e-9);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (parts, at, layers->boxes[j]));
    }
}

/* A point of the bend that a canvas draws between two points. */
static CharterDot
get_bend (const CharterDot *a, const CharterDot *b, double t)
{
  double s = 1 - t, middle = (a->x + b->x) / 2;

  return (CharterDot){ s * s * s * a->x + 3 * s * t * middle + t * t * t * b->x,
                       s * s * (s + 3 * t) * a->y + t * t * (t + 3 * s) * b->y };
}

static void
assert_free (const CharterLayersParts *parts, const CharterLayers *layers, CharterDot at)
{
  g_assert_cmpfloat (at.y, >=, 0);
  g_assert_cmpfloat (at.y, <=, layers->breadth);
  for (guint i = 0; i < layers->n_boxes; i++)
    {
      CharterDot box = layers->boxes[i];

      g_assert_false (at.x > box.x && at.x < box.x + parts->length && at.y > box.y && at.y < box.y + parts->breadth);
    }
}

static void
assert_lines (const CharterLayersParts *parts, const CharterLayers *layers)
{
  for (guint i = 0; i < layers->n_lines; i++)
    for (guint j = 1; j < layers->lines[i].n; j++)
      for (guint k = 0; k <= SAMPLES; k++)
        {
          const CharterDot *points = &layers->lines[i].points[j - 1];

          g_assert_cmpfloat (points[0].x, <, points[1].x);
          assert_free (parts, layers, get_bend (&points[0], &points[1], k / (double)SAMPLES));
        }
}

static void
test_layers (gconstpointer single)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Network network;
      g_autofree guint *order = NULL;
      g_auto (CharterLayers) layers = { 0 };
      CharterLayersParts parts = { .single = GPOINTER_TO_INT (single), .gap = 40, .space = 18, .lane = 10, .air = 3 };

      fill_randomly (&network);
      parts.length = g_test_rand_double_range (20, 200);
      parts.breadth = g_test_rand_double_range (20, 200);
      parts.diagram = &network.diagram;
      parts.order = order = charter_network_sort (&network.diagram);
      charter_layers_init (&layers, &parts);
      assert_boxes (&parts, &layers);
      assert_lines (&parts, &layers);
    }
}

/* Two pairs written crosswise: nothing needs to cross. */
static void
test_uncrossed (void)
{
  Network network = { .diagram = { .n_nodes = 4, .n_edges = 2 } };
  g_autofree guint *order = NULL;
  g_auto (CharterLayers) layers = { 0 };
  CharterLayersParts parts = { .length = 50, .breadth = 20, .gap = 40, .space = 10, .lane = 5 };

  network.diagram.nodes = network.nodes;
  network.diagram.edges = network.edges;
  network.edges[0] = (CharterEdge){ .from = 0, .to = 3 };
  network.edges[1] = (CharterEdge){ .from = 1, .to = 2 };
  parts.diagram = &network.diagram;
  parts.order = order = charter_network_sort (&network.diagram);
  charter_layers_init (&layers, &parts);
  g_assert_cmpfloat ((layers.boxes[0].y - layers.boxes[1].y) * (layers.boxes[3].y - layers.boxes[2].y), >, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/any", test_scale);
  g_test_add_func ("/scale/by-hand", test_scale_by_hand);
  g_test_add_func ("/spread/any", test_spread);
  g_test_add_func ("/spread/by-hand", test_spread_by_hand);
  g_test_add_data_func ("/layers/any", GINT_TO_POINTER (FALSE), test_layers);
  g_test_add_data_func ("/layers/one-by-one", GINT_TO_POINTER (TRUE), test_layers);
  g_test_add_func ("/layers/uncrossed", test_uncrossed);
  return g_test_run ();
}
