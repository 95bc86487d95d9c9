/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-drawing-private.h"

#define MOST_NODES 60 /* nobody finds a way through more, and the order of a network's layers takes its time */
#define MOST_EDGES 150
#define MOST_POINTS 400

static const CharterDrawingKind *
get_kind (const CharterDiagram *diagram)
{
  switch (diagram->kind)
    {
    case CHARTER_DIAGRAM_NETWORK:
      return &charter_drawing_network;
    case CHARTER_DIAGRAM_BURN_DOWN:
    case CHARTER_DIAGRAM_EARNED_VALUE:
      return &charter_drawing_curves;
    case CHARTER_DIAGRAM_RISK_MATRIX:
      return &charter_drawing_risks;
    case CHARTER_DIAGRAM_CYCLE:
    case CHARTER_DIAGRAM_FLOW:
      return diagram->n_nodes > 0 ? &charter_drawing_flow : NULL;
    default:
      return NULL;
    }
}

gboolean
charter_drawing_can_draw (const CharterDiagram *diagram)
{
  return get_kind (diagram) != NULL && diagram->n_nodes <= MOST_NODES && diagram->n_edges <= MOST_EDGES
         && diagram->n_points <= MOST_POINTS;
}

double
charter_drawing_get_least_width (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  return get_kind (diagram)->get_least_width (diagram, canvas);
}

double
charter_drawing_measure (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  return get_kind (diagram)->measure (diagram, canvas);
}

void
charter_drawing_draw (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  get_kind (diagram)->draw (diagram, canvas);
}

gboolean
charter_drawing_find (const CharterDiagram *diagram, CharterCanvas *canvas, const char *id, CharterArea *area)
{
  if (!get_kind (diagram)->find (diagram, canvas, id, area))
    return FALSE;
  if (canvas->rtl)
    area->x = canvas->width - area->x - area->width;
  return TRUE;
}

CharterInk
charter_drawing_get_tint (CharterNodeKind kind)
{
  switch (kind)
    {
    case CHARTER_NODE_PROJECT:
    case CHARTER_NODE_DELIVERY:
      return CHARTER_INK_FILL;
    case CHARTER_NODE_OPERATION:
      return CHARTER_INK_GOOD;
    case CHARTER_NODE_MILESTONE:
      return CHARTER_INK_FAIR;
    case CHARTER_NODE_IDEA:
    case CHARTER_NODE_NEUTRAL:
    default:
      return CHARTER_INK_SURFACE;
    }
}
