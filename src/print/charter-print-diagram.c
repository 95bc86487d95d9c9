/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-blocks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_figure (CharterDocument *document, double figure)
{
  g_autofree char *words = isnan (figure) ? g_strdup ("–") : g_strdup_printf ("%'.6g", figure);

  charter_document_add_cell_words (document, words);
}

static void
begin (CharterDocument *document, const char *const *heads, guint n)
{
  charter_document_begin_table (document, n, TRUE, TRUE);
  for (guint i = 0; i < n; i++)
    charter_document_add_cell_words (document, _ (heads[i]));
}

/* The nodes that a node follows, and what is written along the way. */
static char *
list_followed (const CharterDiagram *diagram, guint node)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < diagram->n_edges; i++)
    {
      const CharterEdge *edge = &diagram->edges[i];

      if (edge->to != node)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", diagram->nodes[edge->from].text.plain);
      if (*edge->text.plain != '\0')
        g_string_append_printf (names, " (%s)", edge->text.plain);
    }
  return g_string_free (names, FALSE);
}

static void
add_network (CharterDocument *document, const CharterDiagram *diagram)
{
  static const char *const heads[] = { N_ ("Activity"), N_ ("Duration"), N_ ("Follows") };

  begin (document, heads, 3);
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      g_autofree char *followed = list_followed (diagram, i);

      charter_document_add_cell (document, diagram->nodes[i].text);
      add_figure (document, diagram->nodes[i].duration);
      charter_document_add_cell_words (document, *followed != '\0' ? followed : "–");
    }
}

static void
add_flow (CharterDocument *document, const CharterDiagram *diagram)
{
  charter_document_begin_table (document, 3, TRUE, TRUE);
  charter_document_add_cell_words (document, _ ("Activity"));
  charter_document_add_cell_words (document, _ ("Follows"));
  charter_document_add_cell_words (document, "");
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      g_autofree char *followed = list_followed (diagram, i);

      charter_document_add_cell (document, diagram->nodes[i].text);
      charter_document_add_cell_words (document, *followed != '\0' ? followed : "–");
      charter_document_add_cell (document, diagram->nodes[i].note);
    }
}

static void
add_risks (CharterDocument *document, const CharterDiagram *diagram)
{
  static const char *const heads[] = { N_ ("Risk"), N_ ("Probability (1–5)"), N_ ("Impact (1–5)") };

  begin (document, heads, 3);
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      charter_document_add_cell (document, diagram->nodes[i].text);
      add_figure (document, diagram->nodes[i].probability);
      add_figure (document, diagram->nodes[i].impact);
    }
}

static void
add_burn_down (CharterDocument *document, const CharterDiagram *diagram)
{
  static const char *const heads[] = { N_ ("Date"), N_ ("Planned"), N_ ("Actual") };

  begin (document, heads, 3);
  for (guint i = 0; i < diagram->n_points; i++)
    {
      charter_document_add_cell_words (document, diagram->points[i].at);
      add_figure (document, diagram->points[i].planned);
      add_figure (document, diagram->points[i].actual);
    }
}

static void
add_earned_value (CharterDocument *document, const CharterDiagram *diagram)
{
  static const char *const heads[] = { N_ ("Date"), N_ ("Planned value"), N_ ("Earned value"), N_ ("Actual cost") };

  begin (document, heads, 4);
  for (guint i = 0; i < diagram->n_points; i++)
    {
      charter_document_add_cell_words (document, diagram->points[i].at);
      add_figure (document, diagram->points[i].pv);
      add_figure (document, diagram->points[i].ev);
      add_figure (document, diagram->points[i].ac);
    }
}

static void (*const adders[]) (CharterDocument *, const CharterDiagram *) = {
  [CHARTER_DIAGRAM_CYCLE] = add_flow,        [CHARTER_DIAGRAM_FLOW] = add_flow,
  [CHARTER_DIAGRAM_NETWORK] = add_network,   [CHARTER_DIAGRAM_BURN_DOWN] = add_burn_down,
  [CHARTER_DIAGRAM_RISK_MATRIX] = add_risks, [CHARTER_DIAGRAM_EARNED_VALUE] = add_earned_value,
};

void
charter_print_diagram (CharterDocument *document, const CharterDiagram *diagram)
{
  charter_document_add_text (document, CHARTER_STYLE_NOTE, diagram->caption);
  adders[diagram->kind](document, diagram);
  charter_document_end_table (document);
}
