/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagram.h"
#include "charter-flow-arrow.h"

G_BEGIN_DECLS

/* Where everything of a cycle or a flow stands at one width. Stages stand in a row when each name fits on its line and
 * each arrow's words fit between two stages. If they don't, a cycle becomes a ring of two columns, and what does not
 * fit there either a column. Arrows that skip a stage or lead back go around as brackets, the shortest nearest. Each
 * has a lane of its own, as wide as its words. x counts from where reading begins. Whoever draws says how large things
 * are, and so in which units. */

typedef enum { CHARTER_FORM_ROW, CHARTER_FORM_RING, CHARTER_FORM_COLUMN } CharterFlowForm;

/* How large the stages are, and the words of the arrows, by their index. */
typedef struct {
  double (*get_least_stage) (guint stage, gpointer data); /* a width that looks well, and breaks no word */
  double (*get_whole_stage) (guint stage, gpointer data); /* the width in which its name is one line */
  double (*get_stage_height) (guint stage, double width, gpointer data);
  double (*get_least_words) (guint edge, gpointer data);
  double (*get_whole_words) (guint edge, gpointer data);
  double (*get_words_height) (guint edge, double width, gpointer data);
} CharterFlowSizes;

/* What is placed. All of it is borrowed. */
typedef struct {
  const CharterFlowSizes *sizes;
  gpointer data;  /* the sizes' */
  guint n_stages; /* 1 at least */
  const CharterEdge *edges;
  guint n_edges;
  gboolean cycle;
} CharterFlowParts;

typedef struct {
  CharterFlowForm form;
  double height;
  CharterArea *stages; /* one a stage */
  CharterArrow *lines; /* one an edge */
  CharterArea *names;  /* one an edge, empty where it has no words */
} CharterFlowLayout;

/* The diagram's edges; an author who draws none means those from each stage to the next, and of a cycle from the last
 * to the first. Returns: (transfer full) of CharterEdge, whose words are the diagram's */
GArray *charter_flow_list_edges (const CharterDiagram *diagram);
gboolean charter_flow_has_words (const CharterEdge *edge);

/* The least width that a layout can be made for. */
double charter_flow_layout_get_least_width (const CharterFlowParts *parts);

void charter_flow_layout_init (CharterFlowLayout *layout, const CharterFlowParts *parts, double width);
void charter_flow_layout_clear (CharterFlowLayout *layout);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterFlowLayout, charter_flow_layout_clear)

/* Draws the arrows, in the ink that cr has. What lies around words is left open. width: that of the layout */
void charter_flow_layout_draw (const CharterFlowLayout *layout, guint n_edges, double width, cairo_t *cr);

G_END_DECLS
