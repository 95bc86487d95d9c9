/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-diagram-arrow.h"
#include "charter-diagram.h"

G_BEGIN_DECLS

/* Where everything of a diagram stands at one width. Stages stand in a row when each name fits on its line and each
 * arrow's words fit between two stages. If they don't, a cycle becomes a ring of two columns, and what does not fit
 * there either a column. Arrows that skip a stage or lead back go around as brackets, the shortest nearest. Each has a
 * lane of its own, as wide as its words. All in px, left to right. */

typedef enum { CHARTER_FORM_ROW, CHARTER_FORM_RING, CHARTER_FORM_COLUMN } CharterDiagramForm;

/* What is placed. All of it is borrowed. */
typedef struct {
  GtkWidget **stages;
  guint n_stages; /* 1 at least */
  const CharterEdge *edges;
  GtkWidget **names; /* one an edge, NULL where it has no words */
  guint n_edges;
  gboolean cycle;
} CharterDiagramParts;

typedef struct {
  CharterDiagramForm form;
  int height;
  GdkRectangle *stages; /* one a stage */
  CharterArrow *lines;  /* one an edge */
  GdkRectangle *names;  /* one an edge, empty where it has no words */
} CharterDiagramLayout;

/* The least width that a layout can be made for. */
int charter_diagram_layout_least_width (const CharterDiagramParts *parts);

void charter_diagram_layout_init (CharterDiagramLayout *layout, const CharterDiagramParts *parts, int width);
void charter_diagram_layout_clear (CharterDiagramLayout *layout);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterDiagramLayout, charter_diagram_layout_clear)

G_END_DECLS
