/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-block.h"

G_BEGIN_DECLS

typedef enum {
  CHARTER_DIAGRAM_CYCLE,
  CHARTER_DIAGRAM_FLOW,
  CHARTER_DIAGRAM_NETWORK,
  CHARTER_DIAGRAM_BURN_DOWN,
  CHARTER_DIAGRAM_RISK_MATRIX,
  CHARTER_DIAGRAM_EARNED_VALUE,
} CharterDiagramKind;

typedef enum {
  CHARTER_NODE_NEUTRAL,
  CHARTER_NODE_PROJECT,
  CHARTER_NODE_OPERATION,
  CHARTER_NODE_IDEA,
  CHARTER_NODE_DELIVERY,
  CHARTER_NODE_MILESTONE,
} CharterNodeKind;

typedef struct {
  const char *id;
  CharterNodeKind kind;
  CharterText text;
  CharterText note; /* plain is "" where there is none */
  double duration;  /* network; 0 where not given */
  int probability;  /* risk matrix, 1 to 5; 0 where not given */
  int impact;       /* risk matrix, 1 to 5; 0 where not given */
} CharterNode;

typedef struct {
  guint from; /* an index into the nodes */
  guint to;
  CharterText text;
} CharterEdge;

/* The figures of one date; NAN where not given. */
typedef struct {
  const char *at;
  double planned, actual;
  double pv, ev, ac;
} CharterPoint;

struct _CharterDiagram {
  const char *id; /* or NULL */
  CharterDiagramKind kind;
  const char *alt;
  CharterText caption;
  const CharterNode *nodes;
  guint n_nodes;
  const CharterEdge *edges;
  guint n_edges;
  const CharterPoint *points;
  guint n_points;
};

G_END_DECLS
