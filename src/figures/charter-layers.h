/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-canvas.h"
#include "charter-diagram.h"

G_BEGIN_DECLS

/* Boxes joined by arrows, in layers one after the other: each box after all those that lead to it, and arrows past the
 * boxes between, as Sugiyama, Tagawa and Toda have it (“Methods for visual understanding of hierarchical system
 * structures”, 1981). Counted along the arrows (x) and across them (y), whichever way they will be drawn. */

typedef struct {
  const CharterDiagram *diagram;
  const guint *order;     /* of the nodes, as charter_network_sort gives it */
  gboolean single;        /* one box a layer */
  double length, breadth; /* of each box: along and across */
  double gap;             /* along, between two layers */
  double space;           /* across, between two boxes */
  double lane;            /* across: what an arrow that passes a box takes */
  double air;             /* between an arrow's ends and the boxes */
} CharterLayersParts;

typedef struct {
  CharterDot *points; /* from a box to another; pairs beside each box that is passed */
  guint n;
} CharterLayersLine;

typedef struct {
  double length, breadth; /* of all */
  guint n_boxes, n_lines;
  CharterDot *boxes;        /* the corner of each: the least along and across */
  CharterLayersLine *lines; /* one an edge */
} CharterLayers;

void charter_layers_init (CharterLayers *self, const CharterLayersParts *parts);
void charter_layers_clear (CharterLayers *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterLayers, charter_layers_clear)

G_END_DECLS
