/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charter-network.h"
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

static void
add_dates (GtkWidget *table, const CharterDiagram *diagram, const CharterActivity *activity)
{
  add_figure (table, activity->early_start);
  add_figure (table, activity->early_finish);
  add_figure (table, activity->late_start);
  add_figure (table, activity->late_finish);
  add_figure (table, activity->slack);
  if (diagram->show == CHARTER_SHOW_CRITICAL)
    add_words (table, activity->critical ? _ ("yes") : _ ("no"));
}

static void
add_date_heads (GtkWidget *table, const CharterDiagram *diagram)
{
  add_words (table, _ ("Early start"));
  add_words (table, _ ("Early finish"));
  add_words (table, _ ("Late start"));
  add_words (table, _ ("Late finish"));
  add_words (table, _ ("Slack"));
  if (diagram->show == CHARTER_SHOW_CRITICAL)
    add_words (table, _ ("On the critical path"));
}

static void
add_activity (
  GtkWidget *table, CharterPack *pack, const CharterDiagram *diagram, guint node, const CharterActivity *activities)
{
  g_autofree char *followed = list_followed (diagram, node);

  add_text (table, pack, &diagram->nodes[node].text);
  if (diagram->show != CHARTER_SHOW_NAMES)
    add_figure (table, diagram->nodes[node].duration);
  add_words (table, *followed != '\0' ? followed : "–");
  if (activities != NULL)
    add_dates (table, diagram, &activities[node]);
}

static GtkWidget *
make_network (CharterPack *pack, const CharterDiagram *diagram)
{
  g_autofree CharterActivity *activities
    = diagram->show >= CHARTER_SHOW_DATES ? charter_network_schedule (diagram) : NULL;
  guint more = activities == NULL ? 0 : diagram->show == CHARTER_SHOW_CRITICAL ? 6 : 5;
  GtkWidget *table = charter_table_view_new ((diagram->show == CHARTER_SHOW_NAMES ? 2 : 3) + more, TRUE, FALSE);

  add_words (table, _ ("Activity"));
  if (diagram->show != CHARTER_SHOW_NAMES)
    add_words (table, _ ("Duration"));
  add_words (table, _ ("Follows"));
  if (activities != NULL)
    add_date_heads (table, diagram);
  for (guint i = 0; i < diagram->n_nodes; i++)
    add_activity (table, pack, diagram, i, activities);
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

/* A figure of the whole project, in the column that it is to be compared with. */
static void
add_completion (GtkWidget *table, const char *name, double figure, guint column)
{
  if (isnan (figure))
    return;
  add_words (table, name);
  for (guint i = 1; i <= 3; i++)
    add_figure (table, i == column ? figure : NAN);
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
  add_completion (table, "BAC", diagram->bac, 1);
  add_completion (table, "EAC", diagram->eac, 3);
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

static void
fill_expander (GtkExpander *expander, GParamSpec *pspec, const CharterDiagram *diagram)
{
  if (gtk_expander_get_child (expander) == NULL)
    gtk_expander_set_child (expander,
                            charter_diagram_table_new (g_object_get_data (G_OBJECT (expander), "pack"), diagram));
}

GtkWidget *
charter_diagram_table_new_expander (CharterPack *pack, const CharterDiagram *diagram)
{
  GtkWidget *expander = gtk_expander_new (_ ("Show as a Table"));

  g_object_set_data_full (G_OBJECT (expander), "pack", charter_pack_ref (pack), (GDestroyNotify)charter_pack_unref);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (fill_expander), (gpointer)diagram);
  return expander;
}
