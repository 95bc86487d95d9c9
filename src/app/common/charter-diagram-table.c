/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagram-table.h"

#include <glib/gi18n.h>

#include "charter-diagram-rows.h"
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

/* Words of the pack may hold terms and ways to sections. */
static void
add_cell (GtkWidget *table, CharterPack *pack, const CharterText *cell)
{
  if (cell->spans != NULL)
    charter_table_view_append (CHARTER_TABLE_VIEW (table), charter_text_label_new (pack, cell));
  else
    add_words (table, cell->plain);
}

/* What the picture would show is told to those who hear it; those who see the table see it. */
GtkWidget *
charter_diagram_table_new (CharterPack *pack, const CharterDiagram *diagram)
{
  CharterDiagramRows *rows = charter_diagram_rows_new (diagram);
  GtkWidget *table = charter_table_view_new (charter_diagram_rows_get_n_columns (rows), TRUE, FALSE);

  for (guint i = 0; i < charter_diagram_rows_get_n_cells (rows); i++)
    add_cell (table, pack, charter_diagram_rows_get_cell (rows, i));
  g_object_set_data_full (G_OBJECT (table), "rows", rows, (GDestroyNotify)charter_diagram_rows_free);
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
