/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-consistency.h"

#include <math.h>

#define MOST_PAIRS 1e9 /* seconds */

/* What one learner reached of one item. */
typedef struct {
  guint column;
  double points;
} Cell;

/* The sums over those who had one item and a certain other one. */
typedef struct {
  guint n;
  double x, y, xy;
} Pair;

/* The learners' cells, one learner after the other, by column. */
typedef struct {
  Cell *cells;
  guint *begins; /* n learners and one */
} Rows;

static Rows
make_rows (const CharterClassTable *table)
{
  guint n = table->learners->len, end = 0;
  Rows rows = { NULL, g_new0 (guint, n + 1) };
  g_autofree guint *at = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      rows.begins[i] = at[i] = end;
      end += g_array_index (table->learners, CharterClassLearner, i).n;
    }
  rows.begins[n] = end;
  rows.cells = g_new0 (Cell, MAX (end, 1));
  for (guint i = 0; i < table->columns->len; i++)
    {
      const CharterClassColumn *column = table->columns->pdata[i];
      for (guint j = 0; j < column->marks->len; j++)
        {
          const CharterClassMark *mark = &g_array_index (column->marks, CharterClassMark, j);
          rows.cells[at[mark->learner]++] = (Cell){ i, mark->points };
        }
    }
  return rows;
}

static gboolean
are_too_many (const CharterClassTable *table)
{
  double n_pairs = 0;

  for (guint i = 0; i < table->learners->len; i++)
    n_pairs += pow (g_array_index (table->learners, CharterClassLearner, i).n, 2) / 2;
  return n_pairs > MOST_PAIRS;
}

/* The items after the column in one learner's row. */
static void
add_row (Pair *pairs, const Rows *rows, const CharterClassMark *mark, guint column)
{
  for (guint i = rows->begins[mark->learner + 1]; i > rows->begins[mark->learner]; i--)
    {
      const Cell *cell = &rows->cells[i - 1];
      Pair *pair = &pairs[cell->column];

      if (cell->column <= column)
        return;
      pair->n++;
      pair->x += mark->points;
      pair->y += cell->points;
      pair->xy += mark->points * cell->points;
    }
}

/* Adds the item's sums of products with all items after it, and how many degrees of freedom these have. */
static void
add_pairs (const CharterClassTable *table, const Rows *rows, guint column, Pair *pairs, double *sum, double *freedom)
{
  GArray *marks = ((CharterClassColumn *)table->columns->pdata[column])->marks;

  for (guint i = column + 1; i < table->columns->len; i++)
    pairs[i] = (Pair){ 0 };
  for (guint i = 0; i < marks->len; i++)
    add_row (pairs, rows, &g_array_index (marks, CharterClassMark, i), column);
  for (guint i = column + 1; i < table->columns->len; i++)
    if (pairs[i].n > 1)
      {
        *sum += pairs[i].xy - pairs[i].x * pairs[i].y / pairs[i].n;
        *freedom += pairs[i].n - 1;
      }
}

static double
find_covariance (const CharterClassTable *table)
{
  Rows rows = make_rows (table);
  g_autofree Pair *pairs = g_new0 (Pair, table->columns->len);
  double sum = 0, freedom = 0;

  for (guint i = 0; i < table->columns->len; i++)
    add_pairs (table, &rows, i, pairs, &sum, &freedom);
  g_free (rows.cells);
  g_free (rows.begins);
  return freedom > 0 ? sum / freedom : NAN;
}

static double
find_variance (const CharterClassTable *table)
{
  double sum = 0, freedom = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      GArray *marks = ((CharterClassColumn *)table->columns->pdata[i])->marks;
      double x = 0, xx = 0;

      for (guint j = 0; j < marks->len; j++)
        {
          double points = g_array_index (marks, CharterClassMark, j).points;
          x += points;
          xx += points * points;
        }
      sum += xx - x * x / marks->len;
      freedom += marks->len - 1;
    }
  return freedom > 0 ? sum / freedom : NAN;
}

double
charter_class_consistency (const CharterClassTable *table, double mean_items)
{
  double covariance, spread;

  if (table->columns->len < 2 || mean_items < 2 || are_too_many (table))
    return NAN;
  covariance = find_covariance (table);
  spread = find_variance (table) + (mean_items - 1) * covariance;
  return spread > 1e-12 ? 100 * mean_items * covariance / spread : NAN;
}
