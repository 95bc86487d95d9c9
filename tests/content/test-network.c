/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The critical path method on a network worked out by hand, and what has to hold for any. */
#include <locale.h>

#include "charter-network.h"

#define ROUNDS 300
#define MOST 14

typedef struct {
  CharterNode nodes[MOST];
  CharterEdge edges[MOST * MOST];
  CharterDiagram diagram;
} Network;

static void
add_edge (Network *self, guint from, guint to)
{
  self->edges[self->diagram.n_edges++] = (CharterEdge){ .from = from, .to = to };
}

static void
begin (Network *self, guint n)
{
  *self = (Network){ .diagram = { .kind = CHARTER_DIAGRAM_NETWORK, .n_nodes = n } };
  self->diagram.nodes = self->nodes;
  self->diagram.edges = self->edges;
}

static void
assert_activity (const CharterActivity *self, double es, double ef, double ls, double lf, double slack)
{
  g_assert_cmpfloat_with_epsilon (self->early_start, es, 1e-9);
  g_assert_cmpfloat_with_epsilon (self->early_finish, ef, 1e-9);
  g_assert_cmpfloat_with_epsilon (self->late_start, ls, 1e-9);
  g_assert_cmpfloat_with_epsilon (self->late_finish, lf, 1e-9);
  g_assert_cmpfloat_with_epsilon (self->slack, slack, 1e-9);
  g_assert_cmpint (self->critical, ==, slack == 0);
}

/* A 3 → B 4 → D 5 → E 1; A → C 2 → D; C → E */
static void
test_by_hand (void)
{
  const double durations[] = { 3, 4, 2, 5, 1 };
  g_autofree CharterActivity *activities = NULL;
  Network network;

  begin (&network, G_N_ELEMENTS (durations));
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    network.nodes[i].duration = durations[i];
  add_edge (&network, 0, 1);
  add_edge (&network, 0, 2);
  add_edge (&network, 1, 3);
  add_edge (&network, 2, 3);
  add_edge (&network, 3, 4);
  add_edge (&network, 2, 4);
  activities = charter_network_schedule (&network.diagram);
  assert_activity (&activities[0], 0, 3, 0, 3, 0);
  assert_activity (&activities[1], 3, 7, 3, 7, 0);
  assert_activity (&activities[2], 3, 5, 5, 7, 2);
  assert_activity (&activities[3], 7, 12, 7, 12, 0);
  assert_activity (&activities[4], 12, 13, 12, 13, 0);
  g_assert_true (charter_network_is_critical (activities, &network.edges[0]));
  g_assert_false (charter_network_is_critical (activities, &network.edges[1]));
}

/* Two critical activities need not follow each other critically: A 2 → B 3 → C 1, A → C. */
static void
test_short_cut (void)
{
  g_autofree CharterActivity *activities = NULL;
  Network network;

  begin (&network, 3);
  network.nodes[0].duration = 2;
  network.nodes[1].duration = 3;
  network.nodes[2].duration = 1;
  add_edge (&network, 0, 1);
  add_edge (&network, 1, 2);
  add_edge (&network, 0, 2);
  activities = charter_network_schedule (&network.diagram);
  g_assert_true (activities[0].critical && activities[2].critical);
  g_assert_true (charter_network_is_critical (activities, &network.edges[1]));
  g_assert_false (charter_network_is_critical (activities, &network.edges[2]));
}

static void
test_round (void)
{
  Network network;

  begin (&network, 3);
  add_edge (&network, 0, 1);
  add_edge (&network, 1, 2);
  add_edge (&network, 2, 1);
  g_assert_null (charter_network_sort (&network.diagram));
  g_assert_null (charter_network_schedule (&network.diagram));
  begin (&network, 1);
  add_edge (&network, 0, 0);
  g_assert_null (charter_network_sort (&network.diagram));
}

static void
fill_randomly (Network *network)
{
  begin (network, (guint)g_test_rand_int_range (1, MOST + 1));
  for (guint i = 0; i < network->diagram.n_nodes; i++)
    {
      network->nodes[i].duration = g_test_rand_int_range (0, 40) / 10.;
      for (guint j = 0; j < i; j++)
        if (g_test_rand_int_range (0, 4) == 0)
          add_edge (network, j, i);
    }
}

static double
get_end (const Network *network, const CharterActivity *activities)
{
  double end = 0;

  for (guint i = 0; i < network->diagram.n_nodes; i++)
    end = MAX (end, activities[i].early_finish);
  return end;
}

/* To let one activity be late by its slack leaves the end where it is; by more moves it by just that. */
static void
check_slack (Network *network, const CharterActivity *activities, guint node)
{
  g_autofree CharterActivity *later = NULL;
  g_autofree CharterActivity *too_late = NULL;
  double end = get_end (network, activities);

  network->nodes[node].duration += activities[node].slack;
  later = charter_network_schedule (&network->diagram);
  g_assert_cmpfloat_with_epsilon (get_end (network, later), end, 1e-9);
  network->nodes[node].duration += 1;
  too_late = charter_network_schedule (&network->diagram);
  g_assert_cmpfloat_with_epsilon (get_end (network, too_late), end + 1, 1e-9);
  network->nodes[node].duration -= activities[node].slack + 1;
}

static void
test_any (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree CharterActivity *activities = NULL;
      gboolean critical = FALSE;
      Network network;

      fill_randomly (&network);
      activities = charter_network_schedule (&network.diagram);
      for (guint i = 0; i < network.diagram.n_edges; i++)
        g_assert_cmpfloat (activities[network.edges[i].to].early_start + 1e-9, >=,
                           activities[network.edges[i].from].early_finish);
      for (guint i = 0; i < network.diagram.n_nodes; i++)
        {
          critical |= activities[i].critical;
          check_slack (&network, activities, i);
        }
      g_assert_true (critical);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/by-hand", test_by_hand);
  g_test_add_func ("/network/short-cut", test_short_cut);
  g_test_add_func ("/network/round", test_round);
  g_test_add_func ("/network/any", test_any);
  return g_test_run ();
}
