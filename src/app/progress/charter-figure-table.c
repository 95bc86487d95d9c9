/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-figure-table.h"

#include <glib/gi18n.h>

#include "charter-widget.h"

struct _CharterFigureTable {
  GtkWidget parent_instance;

  GtkWidget *list; /* owned as a child */
  GtkWidget *head; /* over the first row, so that no row is passed over by the keyboard */
};

G_DEFINE_FINAL_TYPE (CharterFigureTable, charter_figure_table, GTK_TYPE_WIDGET)

/* Where the figures of a line stand. */
typedef enum {
  BESIDE,   /* the name, in columns */
  BELOW,    /* it, in columns that have more room so */
  IN_WORDS, /* below it, each after its column's name, where even so a name would be broken within a word */
} Form;

#define NAME_COLUMNS 2 /* of the grid; a figure stands in one */
#define SPACING 6      /* px between columns */
#define NARROWEST 308  /* px that a line has in a window of 360 */

static void
put (GtkWidget *cell, int column, int row, int width)
{
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (gtk_widget_get_parent (cell));

  g_object_set (gtk_layout_manager_get_layout_child (grid, cell), "column", column, "row", row, "column-span", width,
                NULL);
}

static void
lay_line (GtkWidget *line, Form form)
{
  GtkWidget *name = gtk_widget_get_first_child (line);
  GtkWidget *words = gtk_widget_get_last_child (line);
  int n = 0;

  for (GtkWidget *cell = gtk_widget_get_next_sibling (name); cell != words; cell = gtk_widget_get_next_sibling (cell))
    {
      put (cell, form == BESIDE ? NAME_COLUMNS + n : n, form != BESIDE, 1);
      gtk_widget_set_visible (cell, form != IN_WORDS);
      n++;
    }
  put (words, 0, 1, n);
  gtk_widget_set_visible (words, form == IN_WORDS);
  put (name, 0, 0, form == BESIDE ? NAME_COLUMNS : n);
}

static GtkWidget *
make_cell (const char *words, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

/* In columns of the same width, whatever stands in them: so they are the same in all lines. words: all but the name. */
static GtkWidget *
make_line (char **cells, guint n, const char *words, gboolean head)
{
  GtkWidget *line
    = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "column-spacing", SPACING, "row-spacing", 6, NULL);

  gtk_grid_attach (GTK_GRID (line), make_cell (cells[0], head ? "column-name" : "figure-name"), 0, 0, 1, 1);
  for (guint i = 1; i < n; i++)
    gtk_grid_attach (GTK_GRID (line), make_cell (cells[i], head ? "column-name" : "numeric"), (int)i, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (line), make_cell (words, "numeric"), 0, 1, 1, 1);
  lay_line (line, BESIDE);
  gtk_widget_add_css_class (line, "figures-line");
  return line;
}

/* “Day: 23 November, Answers: 12”, from a column on. */
static char *
tell_row (const CharterFigures *figures, char **cells, guint from, const char *between)
{
  GString *words = g_string_new (NULL);

  for (guint i = from; i < figures->names->len; i++)
    {
      g_string_append (words, i > from ? between : "");
      /* Translators: a column's name and what stands in it, as read out. */
      g_string_append_printf (words, _ ("%s: %s"), (char *)figures->names->pdata[i], cells[i]);
    }
  return g_string_free (words, FALSE);
}

static void
append (CharterFigureTable *self, const CharterFigures *figures, char **cells)
{
  g_autofree char *shown = tell_row (figures, cells, 1, " · ");
  g_autofree char *words = tell_row (figures, cells, 0, ", ");
  GtkWidget *line = make_line (cells, figures->names->len, shown, FALSE);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", line, "activatable", FALSE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_head (GtkListBoxRow *row, GtkListBoxRow *before, gpointer self)
{
  gtk_list_box_row_set_header (row, before == NULL ? CHARTER_FIGURE_TABLE (self)->head : NULL);
}

/* Tab goes on to what comes after the table, for rows there are the arrow keys: there may be a hundred and more. */
static gboolean
charter_figure_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (charter_figure_table_parent_class)->focus (widget, direction);
}

static void
charter_figure_table_dispose (GObject *object)
{
  CharterFigureTable *self = CHARTER_FIGURE_TABLE (object);

  charter_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->head);
  G_OBJECT_CLASS (charter_figure_table_parent_class)->dispose (object);
}

static void
charter_figure_table_class_init (CharterFigureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_figure_table_dispose;
  GTK_WIDGET_CLASS (klass)->focus = charter_figure_table_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
charter_figure_table_init (CharterFigureTable *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
charter_figure_table_new (const CharterFigures *figures, const char *title)
{
  CharterFigureTable *self = g_object_new (CHARTER_TYPE_FIGURE_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->head = g_object_ref_sink (make_line ((char **)figures->names->pdata, figures->names->len, "", TRUE));
  for (guint i = 0; i < figures->cells->len; i += figures->names->len)
    append (self, figures, (char **)&figures->cells->pdata[i]);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), show_head, self, NULL);
  return GTK_WIDGET (self);
}

/* Of what stands in a cell. */
static int
measure_longest_word (GtkWidget *cell)
{
  int width;

  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD);
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  return width;
}

/* Whether the columns' names stay whole below the rows' names. */
static gboolean
has_room_below (CharterFigureTable *self)
{
  GtkWidget *words = gtk_widget_get_last_child (self->head);
  int widest = 0, n = 0;

  for (GtkWidget *cell = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->head)); cell != words;
       cell = gtk_widget_get_next_sibling (cell))
    {
      widest = MAX (widest, measure_longest_word (cell));
      n++;
    }
  return n * (widest + SPACING) - SPACING <= NARROWEST;
}

void
charter_figure_table_set_narrow (CharterFigureTable *self, gboolean narrow)
{
  Form form = !narrow ? BESIDE : has_room_below (self) ? BELOW : IN_WORDS;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    lay_line (gtk_list_box_row_get_child (row), form);
  lay_line (self->head, form);
  gtk_widget_set_visible (self->head, form != IN_WORDS);
}
