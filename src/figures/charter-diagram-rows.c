/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charter-network.h"

struct _CharterDiagramRows {
  const CharterDiagram *diagram;
  guint n_columns;
  GArray *cells;    /* CharterText */
  GPtrArray *words; /* those that are not the diagram's own */
};

/* ---- cells ---- */

static void
add_text (CharterDiagramRows *self, CharterText text)
{
  g_array_append_val (self->cells, text);
}

/* words: (transfer full) */
static void
add_words (CharterDiagramRows *self, char *words)
{
  g_ptr_array_add (self->words, words);
  add_text (self, (CharterText){ words });
}

static void
add_figure (CharterDiagramRows *self, double figure)
{
  add_words (self, isnan (figure) ? g_strdup ("–") : g_strdup_printf ("%'.6g", figure));
}

/* The first row. */
static void
add_head (CharterDiagramRows *self, const char *words)
{
  add_words (self, g_strdup (words));
  self->n_columns++;
}

/* ---- networks, flows and cycles ---- */

static const CharterNode *
get_node (CharterDiagramRows *self, guint node)
{
  return &self->diagram->nodes[node];
}

/* The nodes that a node follows, and what is written along the way. */
static void
add_followed (CharterDiagramRows *self, guint node)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->diagram->n_edges; i++)
    {
      const CharterEdge *edge = &self->diagram->edges[i];

      if (edge->to != node)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", get_node (self, edge->from)->text.plain);
      if (*edge->text.plain != '\0')
        g_string_append_printf (names, " (%s)", edge->text.plain);
    }
  if (names->len == 0)
    g_string_append (names, "–");
  add_words (self, g_string_free (names, FALSE));
}

static void
add_date_heads (CharterDiagramRows *self)
{
  add_head (self, _ ("Early start"));
  add_head (self, _ ("Early finish"));
  add_head (self, _ ("Late start"));
  add_head (self, _ ("Late finish"));
  add_head (self, _ ("Slack"));
  if (self->diagram->show == CHARTER_SHOW_CRITICAL)
    add_head (self, _ ("On the critical path"));
}

static void
add_dates (CharterDiagramRows *self, const CharterActivity *activity)
{
  add_figure (self, activity->early_start);
  add_figure (self, activity->early_finish);
  add_figure (self, activity->late_start);
  add_figure (self, activity->late_finish);
  add_figure (self, activity->slack);
  if (self->diagram->show == CHARTER_SHOW_CRITICAL)
    add_words (self, g_strdup (activity->critical ? _ ("yes") : _ ("no")));
}

static void
add_network (CharterDiagramRows *self)
{
  CharterNetworkShow show = self->diagram->show;
  g_autofree CharterActivity *activities = show >= CHARTER_SHOW_DATES ? charter_network_schedule (self->diagram) : NULL;

  add_head (self, _ ("Activity"));
  if (show != CHARTER_SHOW_NAMES)
    add_head (self, _ ("Duration"));
  add_head (self, _ ("Follows"));
  if (activities != NULL)
    add_date_heads (self);
  for (guint i = 0; i < self->diagram->n_nodes; i++)
    {
      add_text (self, get_node (self, i)->text);
      if (show != CHARTER_SHOW_NAMES)
        add_figure (self, get_node (self, i)->duration);
      add_followed (self, i);
      if (activities != NULL)
        add_dates (self, &activities[i]);
    }
}

static void
add_flow (CharterDiagramRows *self)
{
  add_head (self, _ ("Activity"));
  add_head (self, _ ("Follows"));
  add_head (self, "");
  for (guint i = 0; i < self->diagram->n_nodes; i++)
    {
      add_text (self, get_node (self, i)->text);
      add_followed (self, i);
      add_text (self, get_node (self, i)->note);
    }
}

/* ---- figures ---- */

static void
add_risks (CharterDiagramRows *self)
{
  add_head (self, _ ("Risk"));
  add_head (self, _ ("Probability (1–5)"));
  add_head (self, _ ("Impact (1–5)"));
  for (guint i = 0; i < self->diagram->n_nodes; i++)
    {
      add_text (self, get_node (self, i)->text);
      add_figure (self, get_node (self, i)->probability);
      add_figure (self, get_node (self, i)->impact);
    }
}

static void
add_burn_down (CharterDiagramRows *self)
{
  add_head (self, _ ("Date"));
  add_head (self, _ ("Planned"));
  add_head (self, _ ("Actual"));
  for (guint i = 0; i < self->diagram->n_points; i++)
    {
      const CharterPoint *point = &self->diagram->points[i];

      add_words (self, g_strdup (point->at));
      add_figure (self, point->planned);
      add_figure (self, point->actual);
    }
}

/* A figure of the whole project, in the column that it is to be compared with. */
static void
add_completion (CharterDiagramRows *self, const char *name, double figure, guint column)
{
  if (isnan (figure))
    return;
  add_words (self, g_strdup (name));
  for (guint i = 1; i <= 3; i++)
    add_figure (self, i == column ? figure : NAN);
}

static void
add_earned_value (CharterDiagramRows *self)
{
  add_head (self, _ ("Date"));
  add_head (self, _ ("Planned value"));
  add_head (self, _ ("Earned value"));
  add_head (self, _ ("Actual cost"));
  for (guint i = 0; i < self->diagram->n_points; i++)
    {
      const CharterPoint *point = &self->diagram->points[i];

      add_words (self, g_strdup (point->at));
      add_figure (self, point->pv);
      add_figure (self, point->ev);
      add_figure (self, point->ac);
    }
  add_completion (self, "BAC", self->diagram->bac, 1);
  add_completion (self, "EAC", self->diagram->eac, 3);
}

static void (*const adders[]) (CharterDiagramRows *) = {
  [CHARTER_DIAGRAM_CYCLE] = add_flow,        [CHARTER_DIAGRAM_FLOW] = add_flow,
  [CHARTER_DIAGRAM_NETWORK] = add_network,   [CHARTER_DIAGRAM_BURN_DOWN] = add_burn_down,
  [CHARTER_DIAGRAM_RISK_MATRIX] = add_risks, [CHARTER_DIAGRAM_EARNED_VALUE] = add_earned_value,
};

/* ---- the whole ---- */

CharterDiagramRows *
charter_diagram_rows_new (const CharterDiagram *diagram)
{
  CharterDiagramRows *self = g_new0 (CharterDiagramRows, 1);

  self->diagram = diagram;
  self->cells = g_array_new (FALSE, FALSE, sizeof (CharterText));
  self->words = g_ptr_array_new_with_free_func (g_free);
  adders[diagram->kind](self);
  return self;
}

void
charter_diagram_rows_free (CharterDiagramRows *self)
{
  g_array_unref (self->cells);
  g_ptr_array_unref (self->words);
  g_free (self);
}

guint
charter_diagram_rows_get_n_columns (const CharterDiagramRows *self)
{
  return self->n_columns;
}

guint
charter_diagram_rows_get_n_cells (const CharterDiagramRows *self)
{
  return self->cells->len;
}

const CharterText *
charter_diagram_rows_get_cell (const CharterDiagramRows *self, guint index)
{
  return &g_array_index (self->cells, CharterText, index);
}
