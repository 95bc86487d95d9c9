/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* A diagram of stages, drawn from a pack's data: a cycle or a flow. Stages stand in a row; with too little width a
 * cycle becomes a ring of two columns and a flow a column. It mirrors for right to left, and its colours are the
 * theme's. */
#define CHARTER_TYPE_DIAGRAM_VIEW (charter_diagram_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterDiagramView, charter_diagram_view, CHARTER, DIAGRAM_VIEW, GtkWidget)

/* Whether the kind is drawn; the facts of the others are shown as a table instead. */
gboolean charter_diagram_view_can_draw (CharterDiagramKind kind);

/* pack is kept; diagram is the pack's. Returns: (transfer floating) */
GtkWidget *charter_diagram_view_new (CharterPack *pack, const CharterDiagram *diagram);

/* Where in the widget a node's box stands, once it has its size. node: the id of one of the diagram's. */
graphene_rect_t charter_diagram_view_get_area (CharterDiagramView *self, const char *node);

G_END_DECLS
