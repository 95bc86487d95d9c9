/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-table-view.h"

struct _CharterClassTableView {
  AdwBin parent_instance;

  GtkColumnView *view; /* owned as a child */
  GtkSortListModel *sorted;
  GtkColumnViewColumn *columns[CHARTER_CLASS_N_LINE_COLUMNS]; /* the view's */
};

G_DEFINE_FINAL_TYPE (CharterClassTableView, charter_class_table_view, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- cells ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gboolean is_name = GPOINTER_TO_UINT (column) == CHARTER_CLASS_COLUMN_QUESTION;
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "xalign", is_name ? 0.0 : 1.0, "margin-top", 6, "margin-bottom", 6, NULL);

  if (is_name)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END,
                  "width-chars", 10, NULL);
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* Figures without a mark stand below those with one. Returns: px */
static int
measure_mark (GtkWidget *label)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, CHARTER_CLASS_LINE_SMALL);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static gboolean
can_be_small (CharterClassLineColumn column)
{
  return column != CHARTER_CLASS_COLUMN_QUESTION && column != CHARTER_CLASS_COLUMN_LEARNERS;
}

/* A row is what has the focus, and GTK gives it no name of its own. */
static void
name_row (GtkWidget *label, CharterClassLine *line)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *sentence = charter_class_line_dup_sentence (line);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  CharterClassLineColumn column = (CharterClassLineColumn)GPOINTER_TO_UINT (data);
  CharterClassLine *line = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *words = charter_class_line_dup_words (line, column);

  gtk_label_set_label (GTK_LABEL (label), words);
  if (can_be_small (column))
    gtk_widget_set_margin_end (label, charter_class_line_is_small (line, column) ? 0 : measure_mark (label));
  if (column == CHARTER_CLASS_COLUMN_QUESTION)
    name_row (label, line);
}

/* ---- columns ---- */

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  return charter_class_line_compare ((CharterClassLine *)a, (CharterClassLine *)b,
                                     (CharterClassLineColumn)GPOINTER_TO_UINT (column));
}

static GtkColumnViewColumn *
add_column (CharterClassTableView *self, CharterClassLineColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (column), NULL));
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (charter_class_line_get_title (column), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (column));
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_expand (added, column == CHARTER_CLASS_COLUMN_QUESTION);
  gtk_column_view_append_column (self->view, added);
  return added; /* the view keeps it */
}

/* GTK has all titles begin where the column does; over figures they end with it, and give way. */
static void
align_title (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (GTK_IS_LABEL (label))
    g_object_set (label, "hexpand", TRUE, "xalign", 1.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
}

static void
align_titles (CharterClassTableView *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = gtk_widget_get_first_child (head); /* of the question */

  while ((title = gtk_widget_get_next_sibling (title)) != NULL)
    align_title (title);
}

static void
on_activate (CharterClassTableView *self, guint position)
{
  g_autoptr (CharterClassLine) line = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (line != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, line);
}

/* ---- the object ---- */

static void
charter_class_table_view_class_init (CharterClassTableViewClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, CHARTER_TYPE_CLASS_LINE);
}

static void
charter_class_table_view_init (CharterClassTableView *self)
{
  GtkSelectionModel *selection;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (guint i = 0; i < CHARTER_CLASS_N_LINE_COLUMNS; i++)
    self->columns[i] = add_column (self, (CharterClassLineColumn)i);
  align_titles (self);
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->sorted)));
  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->view, NULL));
}

void
charter_class_table_view_show (CharterClassTableView *self, GListModel *lines)
{
  g_return_if_fail (CHARTER_IS_CLASS_TABLE_VIEW (self));

  gtk_sort_list_model_set_model (self->sorted, lines);
}

void
charter_class_table_view_set_narrow (CharterClassTableView *self, gboolean narrow)
{
  g_return_if_fail (CHARTER_IS_CLASS_TABLE_VIEW (self));

  gtk_column_view_column_set_visible (self->columns[CHARTER_CLASS_COLUMN_LEARNERS], !narrow);
  gtk_column_view_column_set_visible (self->columns[CHARTER_CLASS_COLUMN_EFFICIENCY], !narrow);
  gtk_column_view_column_set_visible (self->columns[CHARTER_CLASS_COLUMN_TIME], !narrow);
}

void
charter_class_table_view_enter (CharterClassTableView *self)
{
  g_return_if_fail (CHARTER_IS_CLASS_TABLE_VIEW (self));

  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view)), GTK_DIR_TAB_FORWARD);
}
