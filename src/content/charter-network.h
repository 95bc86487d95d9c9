/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagram.h"

G_BEGIN_DECLS

/* When an activity can begin and end, counted from the project's start, in the network's own unit: it begins at the end
 * of a unit and not on the day after, so the first activity starts at 0. */
typedef struct {
  double early_start, early_finish;
  double late_start, late_finish; /* without making the project longer */
  double slack;                   /* late start less early start: by how much it may be late */
  gboolean critical;              /* it has no slack */
} CharterActivity;

/* The critical path method, after Kelley and Walker, “Critical-path planning and scheduling” (1959): a forward pass
 * (early start = the latest early finish of those before), then a backward pass (late finish = the earliest late start
 * of those after; of the last ones, the end of the project). All arrows are finish-to-start without a lag.
 * Returns: (transfer full) (nullable) one an activity, in the order of the nodes; NULL where the arrows go round */
CharterActivity *charter_network_schedule (const CharterDiagram *diagram);

/* The nodes, each after all those that lead to it.
 * Returns: (transfer full) (nullable) indexes into the nodes; NULL where the arrows go round */
guint *charter_network_sort (const CharterDiagram *diagram);

/* Whether an arrow joins two critical activities of which the second begins as the first ends. */
gboolean charter_network_is_critical (const CharterActivity *activities, const CharterEdge *edge);

G_END_DECLS
