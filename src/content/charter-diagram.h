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

/* How much a network tells; each tells what those before it tell. */
typedef enum {
  CHARTER_SHOW_NAMES,
  CHARTER_SHOW_DURATIONS,
  CHARTER_SHOW_DATES,    /* early and late, and the slack */
  CHARTER_SHOW_CRITICAL, /* which path is the critical one */
} CharterNetworkShow;

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
  const char *id; /* or NULL */
  const char *at;
  double planned, actual;
  double pv, ev, ac;
} CharterPoint;

struct _CharterDiagram {
  const char *id; /* or NULL */
  CharterDiagramKind kind;
  const char *alt;
  CharterText caption;
  CharterNetworkShow show; /* network */
  double bac, eac;         /* earned value: budget and estimate at completion; NAN where not given */
  const CharterNode *nodes;
  guint n_nodes;
  const CharterEdge *edges;
  guint n_edges;
  const CharterPoint *points;
  guint n_points;
};

/* The id by which a hotspot refers to a cell of a risk matrix: “p4-i5”. probability, impact: from 1 to 5 */
#define CHARTER_CELL_ID_SIZE 6 /* bytes, with the 0 at the end */
static inline void
charter_cell_write_id (guint probability, guint impact, char id[CHARTER_CELL_ID_SIZE])
{
  const char written[] = { 'p', (char)('0' + probability % 10), '-', 'i', (char)('0' + impact % 10), '\0' };

  for (guint i = 0; i < CHARTER_CELL_ID_SIZE; i++)
    id[i] = written[i];
}

G_END_DECLS
