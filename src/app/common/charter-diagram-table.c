/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charter-table-view.h"
#include "charter-text-label.h"

static void
add_words (GtkWidget *table, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  charter_table_view_append (CHARTER_TABLE_VIEW (table), label);
}

static void
add_text (GtkWidget *table, CharterPack *pack, const CharterText *text)
{
  charter_table_view_append (CHARTER_TABLE_VIEW (table), charter_text_label_new (pack, text));
}

static void
add_figure (GtkWidget *table, double figure)
{
  g_autofree char *words = isnan (figure) ? g_strdup ("–") : g_strdup_printf ("%'.6g", figure);

  add_words (table, words);
}

static char *
list_followed (const CharterDiagram *diagram, guint node)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < diagram->n_edges; i++)
    if (diagram->edges[i].to == node)
      g_ptr_array_add (names, (gpointer)diagram->nodes[diagram->edges[i].from].text.plain);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

static GtkWidget *
make_network (CharterPack *pack, const CharterDiagram *diagram)
{
  GtkWidget *table = charter_table_view_new (3, TRUE, FALSE);

  add_words (table, _ ("Activity"));
  add_words (table, _ ("Duration"));
  add_words (table, _ ("Follows"));
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      g_autofree char *followed = list_followed (diagram, i);

      add_text (table, pack, &diagram->nodes[i].text);
      add_figure (table, diagram->nodes[i].duration);
      add_words (table, *followed != '\0' ? followed : "–");
    }
  return table;
}

static GtkWidget *
make_risks (CharterPack *pack, const CharterDiagram *diagram)
{
  GtkWidget *table = charter_table_view_new (3, TRUE, FALSE);

  add_words (table, _ ("Risk"));
  add_words (table, _ ("Probability (1–5)"));
  add_words (table, _ ("Impact (1–5)"));
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      add_text (table, pack, &diagram->nodes[i].text);
      add_figure (table, diagram->nodes[i].probability);
      add_figure (table, diagram->nodes[i].impact);
    }
  return table;
}

static GtkWidget *
make_burn_down (const CharterDiagram *diagram)
{
  GtkWidget *table = charter_table_view_new (3, TRUE, FALSE);

  add_words (table, _ ("Date"));
  add_words (table, _ ("Planned"));
  add_words (table, _ ("Actual"));
  for (guint i = 0; i < diagram->n_points; i++)
    {
      add_words (table, diagram->points[i].at);
      add_figure (table, diagram->points[i].planned);
      add_figure (table, diagram->points[i].actual);
    }
  return table;
}

static GtkWidget *
make_earned_value (const CharterDiagram *diagram)
{
  GtkWidget *table = charter_table_view_new (4, TRUE, FALSE);

  add_words (table, _ ("Date"));
  add_words (table, _ ("Planned value"));
  add_words (table, _ ("Earned value"));
  add_words (table, _ ("Actual cost"));
  for (guint i = 0; i < diagram->n_points; i++)
    {
      add_words (table, diagram->points[i].at);
      add_figure (table, diagram->points[i].pv);
      add_figure (table, diagram->points[i].ev);
      add_figure (table, diagram->points[i].ac);
    }
  return table;
}

static GtkWidget *
make_table (CharterPack *pack, const CharterDiagram *diagram)
{
  switch (diagram->kind)
    {
    case CHARTER_DIAGRAM_RISK_MATRIX:
      return make_risks (pack, diagram);
    case CHARTER_DIAGRAM_BURN_DOWN:
      return make_burn_down (diagram);
    case CHARTER_DIAGRAM_EARNED_VALUE:
      return make_earned_value (diagram);
    case CHARTER_DIAGRAM_NETWORK:
    case CHARTER_DIAGRAM_CYCLE:
    case CHARTER_DIAGRAM_FLOW:
    default:
      return make_network (pack, diagram);
    }
}

/* What the picture would show is told to those who hear it; those who see the table see it. */
GtkWidget *
charter_diagram_table_new (CharterPack *pack, const CharterDiagram *diagram)
{
  GtkWidget *table = make_table (pack, diagram);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, diagram->alt, -1);
  return table;
}
