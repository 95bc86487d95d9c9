/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-table-view.h"

#include "charter-color.h"
#include "charter-widget.h"

#define STACK_BELOW 460    /* px: narrower than this, first cells become captions */
#define WIDEST 620         /* px: what a table asks for at most */
#define CAPTION_OVERLAP 14 /* px: captions stand closer to their row than rows to one another */
#define FIRST_SHARE 3      /* the first column gets at most one part in so many */

struct _CharterTableView {
  GtkWidget parent_instance;

  guint n_columns;
  gboolean head;
  gboolean even;
  GPtrArray *cells; /* borrowed */
  GArray *lines;    /* of graphene_rect_t: the hairlines of the last allocation */
};

G_DEFINE_FINAL_TYPE (CharterTableView, charter_table_view, GTK_TYPE_WIDGET)

/* The places of all cells for one width. */
typedef struct {
  gboolean stacked;
  guint first; /* the first column that stands beside others: 1 where stacked */
  int *widths; /* of each column */
} Plan;

static void
plan_clear (Plan *plan)
{
  g_free (plan->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static guint
n_rows (CharterTableView *self)
{
  return self->cells->len / self->n_columns;
}

static GtkWidget *
cell_at (CharterTableView *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

static GtkRequestedSize
measure_column (CharterTableView *self, guint column)
{
  GtkRequestedSize size = { 0 };

  for (guint row = 0; row < n_rows (self); row++)
    {
      int minimum, natural;

      gtk_widget_measure (cell_at (self, row, column), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      size.minimum_size = MAX (size.minimum_size, minimum);
      size.natural_size = MAX (size.natural_size, natural);
    }
  return size;
}

/* All columns but the first share a width; the last takes the rounding. */
static void
share_evenly (Plan *plan, guint n_columns, int width)
{
  int n = (int)n_columns - 1;

  g_assert (n > 0); /* an even or stacked table has two columns at least */
  for (guint i = 1; i < n_columns; i++)
    plan->widths[i] = width / n;
  plan->widths[n_columns - 1] += width % n;
}

/* Each column gets what its words ask for, and a part of what is left. */
static void
share_by_words (CharterTableView *self, Plan *plan, int width)
{
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, self->n_columns);
  int n = (int)self->n_columns;
  int left = width;

  for (int i = 0; i < n; i++)
    {
      sizes[i] = measure_column (self, i);
      left -= sizes[i].minimum_size;
    }
  left = gtk_distribute_natural_allocation (MAX (0, left), self->n_columns, sizes);
  for (int i = 0; i < n; i++)
    plan->widths[i] = sizes[i].minimum_size + left / n;
  plan->widths[n - 1] += left % n;
}

static Plan
make_plan (CharterTableView *self, int width)
{
  gboolean stacked = self->n_columns > 2 && width < STACK_BELOW;
  Plan plan = { stacked, stacked ? 1 : 0, g_new0 (int, self->n_columns) };

  if (stacked)
    {
      plan.widths[0] = width;
      share_evenly (&plan, self->n_columns, width);
    }
  else if (self->even)
    {
      GtkRequestedSize first = measure_column (self, 0);

      plan.widths[0] = MAX (first.minimum_size, MIN (first.natural_size, width / FIRST_SHARE));
      share_evenly (&plan, self->n_columns, MAX (0, width - plan.widths[0]));
    }
  else
    share_by_words (self, &plan, width);
  return plan;
}

static int
cell_height (GtkWidget *cell, int width)
{
  int minimum;

  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The height of the cells that stand side by side. */
static int
row_height (CharterTableView *self, const Plan *plan, guint row)
{
  int height = 0;

  for (guint i = plan->first; i < self->n_columns; i++)
    height = MAX (height, cell_height (cell_at (self, row, i), plan->widths[i]));
  return height;
}

/* The first cell of the head names nothing, so that stacked it takes no room. */
static int
caption_height (CharterTableView *self, const Plan *plan, guint row)
{
  if (!plan->stacked || (self->head && row == 0))
    return 0;
  return MAX (1, cell_height (cell_at (self, row, 0), plan->widths[0]) - CAPTION_OVERLAP);
}

static void
charter_table_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  CharterTableView *self = CHARTER_TABLE_VIEW (widget);
  int side = 0, nat = 0, stacked = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < self->n_columns; i++)
        {
          GtkRequestedSize size = measure_column (self, i);

          nat += size.natural_size;
          side += size.minimum_size;
          stacked = i == 0 ? 0 : stacked + size.minimum_size;
        }
      *minimum = self->n_columns > 2 ? stacked : side;
      *natural = MAX (*minimum, MIN (nat, WIDEST));
      return;
    }

  g_auto (Plan) plan = make_plan (self, for_size < 0 ? WIDEST : for_size);

  for (guint row = 0; row < n_rows (self); row++)
    *minimum += caption_height (self, &plan, row) + row_height (self, &plan, row);
  *natural = *minimum;
}

static void
add_line (CharterTableView *self, float x, float y, float width, float height)
{
  graphene_rect_t line = GRAPHENE_RECT_INIT (x, y, width, height);

  g_array_append_val (self->lines, line);
}

static void
place (CharterTableView *self, GtkWidget *cell, int x, int y, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x, y, width, height };

  gtk_widget_size_allocate (cell, &at, -1);
}

static void
place_row (CharterTableView *self, const Plan *plan, guint row, int *y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  int caption = caption_height (self, plan, row);
  int height = row_height (self, plan, row);
  int x = 0;

  if (row > 0)
    add_line (self, 0, *y, full, 1);
  if (plan->stacked)
    {
      gtk_widget_set_child_visible (cell_at (self, row, 0), caption > 0);
      place (self, cell_at (self, row, 0), 0, *y, full, caption + CAPTION_OVERLAP);
    }
  else
    gtk_widget_set_child_visible (cell_at (self, row, 0), TRUE);
  *y += caption;
  for (guint i = plan->first; i < self->n_columns; i++)
    {
      place (self, cell_at (self, row, i), x, *y, plan->widths[i], height);
      if (i > plan->first)
        add_line (self, rtl ? full - x : x, *y, 1, height);
      x += plan->widths[i];
    }
  *y += height;
}

static void
charter_table_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterTableView *self = CHARTER_TABLE_VIEW (widget);
  g_auto (Plan) plan = make_plan (self, width);
  int y = 0;

  g_array_set_size (self->lines, 0);
  for (guint row = 0; row < n_rows (self); row++)
    place_row (self, &plan, row, &y);
}

static void
charter_table_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterTableView *self = CHARTER_TABLE_VIEW (widget);
  GdkRGBA color = charter_color_of (widget, charter_color_is_high_contrast () ? .5 : .14);

  GTK_WIDGET_CLASS (charter_table_view_parent_class)->snapshot (widget, snapshot);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_snapshot_append_color (snapshot, &color, &g_array_index (self->lines, graphene_rect_t, i));
}

static GtkSizeRequestMode
charter_table_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
charter_table_view_dispose (GObject *object)
{
  CharterTableView *self = CHARTER_TABLE_VIEW (object);

  charter_widget_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);

  G_OBJECT_CLASS (charter_table_view_parent_class)->dispose (object);
}

static void
charter_table_view_class_init (CharterTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_table_view_dispose;
  widget_class->measure = charter_table_view_measure;
  widget_class->size_allocate = charter_table_view_size_allocate;
  widget_class->snapshot = charter_table_view_snapshot;
  widget_class->get_request_mode = charter_table_view_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
charter_table_view_init (CharterTableView *self)
{
  self->cells = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
charter_table_view_new (guint n_columns, gboolean head, gboolean even)
{
  CharterTableView *self = g_object_new (CHARTER_TYPE_TABLE_VIEW, NULL);

  self->n_columns = MAX (1, n_columns);
  self->head = head;
  self->even = even && n_columns > 1;
  return GTK_WIDGET (self);
}

void
charter_table_view_append (CharterTableView *self, GtkWidget *cell)
{
  guint row = self->cells->len / self->n_columns;
  guint column = self->cells->len % self->n_columns;

  gtk_widget_add_css_class (cell, "cell");
  if (self->head && row == 0)
    gtk_widget_add_css_class (cell, "column-name");
  else if (column == 0 && self->n_columns > 2)
    gtk_widget_add_css_class (cell, "row-name");
  g_ptr_array_add (self->cells, cell);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}
