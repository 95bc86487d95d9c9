/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-network.h"

#include <math.h>

#define NEARLY 1e-9 /* two sums of the same durations may differ by that share */

/* The arrows that leave each node, as lists: a large network is sorted in one go. */
typedef struct {
  int *first; /* of a node's arrows, -1 where there is none */
  int *next;  /* of the same node, after an arrow */
  guint *led; /* how many arrows that are not yet taken lead to a node */
} Leaving;

static void
leaving_init (Leaving *self, const CharterDiagram *diagram)
{
  self->first = g_new (int, diagram->n_nodes + 1);
  self->next = g_new (int, diagram->n_edges + 1);
  self->led = g_new0 (guint, diagram->n_nodes + 1);
  for (guint i = 0; i < diagram->n_nodes; i++)
    self->first[i] = -1;
  for (guint i = diagram->n_edges; i-- > 0;)
    {
      self->next[i] = self->first[diagram->edges[i].from];
      self->first[diagram->edges[i].from] = (int)i;
      self->led[diagram->edges[i].to]++;
    }
}

static void
leaving_clear (Leaving *self)
{
  g_free (self->first);
  g_free (self->next);
  g_free (self->led);
}

/* order is its own queue: what is behind n has been reached and not gone on from. Returns: how many it has */
static guint
fill_order (const CharterDiagram *diagram, Leaving *leaving, guint *order)
{
  guint n = 0;

  for (guint i = 0; i < diagram->n_nodes; i++)
    if (leaving->led[i] == 0)
      order[n++] = i;
  for (guint i = 0; i < n; i++)
    for (int edge = leaving->first[order[i]]; edge >= 0; edge = leaving->next[edge])
      if (--leaving->led[diagram->edges[edge].to] == 0)
        order[n++] = diagram->edges[edge].to;
  return n;
}

guint *
charter_network_sort (const CharterDiagram *diagram)
{
  g_autofree guint *order = g_new0 (guint, diagram->n_nodes + 1);
  Leaving leaving;
  guint n;

  leaving_init (&leaving, diagram);
  n = fill_order (diagram, &leaving, order);
  leaving_clear (&leaving);
  return n == diagram->n_nodes ? g_steal_pointer (&order) : NULL;
}

static void
pass_forward (const CharterDiagram *diagram, guint node, CharterActivity *activities)
{
  CharterActivity *self = &activities[node];

  for (guint i = 0; i < diagram->n_edges; i++)
    if (diagram->edges[i].to == node)
      self->early_start = MAX (self->early_start, activities[diagram->edges[i].from].early_finish);
  self->early_finish = self->early_start + diagram->nodes[node].duration;
}

static void
pass_backward (const CharterDiagram *diagram, guint node, double end, CharterActivity *activities)
{
  CharterActivity *self = &activities[node];

  self->late_finish = end;
  for (guint i = 0; i < diagram->n_edges; i++)
    if (diagram->edges[i].from == node)
      self->late_finish = MIN (self->late_finish, activities[diagram->edges[i].to].late_start);
  self->late_start = self->late_finish - diagram->nodes[node].duration;
  self->slack = self->late_start - self->early_start;
  self->critical = self->slack <= NEARLY * MAX (1, end);
  if (self->critical)
    self->slack = 0;
}

CharterActivity *
charter_network_schedule (const CharterDiagram *diagram)
{
  g_autofree guint *order = charter_network_sort (diagram);
  CharterActivity *activities;
  double end = 0;

  if (order == NULL)
    return NULL;
  activities = g_new0 (CharterActivity, diagram->n_nodes + 1);
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      pass_forward (diagram, order[i], activities);
      end = MAX (end, activities[order[i]].early_finish);
    }
  for (guint i = diagram->n_nodes; i-- > 0;)
    pass_backward (diagram, order[i], end, activities);
  return activities;
}

gboolean
charter_network_is_critical (const CharterActivity *activities, const CharterEdge *edge)
{
  const CharterActivity *from = &activities[edge->from], *to = &activities[edge->to];

  return from->critical && to->critical
         && fabs (from->early_finish - to->early_start) <= NEARLY * MAX (1, to->early_start);
}
