/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-analysis.h"

#include <math.h>

#include "charter-class-consistency.h"
#include "charter-class-moments.h"

/* ---- the learners ---- */

static const CharterClassLearner *
get_learner (const CharterClassTable *table, guint i)
{
  return &g_array_index (table->learners, CharterClassLearner, i);
}

static double *
list_shares (const CharterClassTable *table)
{
  double *shares = g_new (double, MAX (table->learners->len, 1));

  for (guint i = 0; i < table->learners->len; i++)
    shares[i] = get_learner (table, i)->points / get_learner (table, i)->maximum;
  return shares;
}

static void
add_shape (CharterClassFigures *figures, const CharterClassTable *table)
{
  guint n_marks = 0;

  figures->n = table->learners->len;
  figures->n_items = table->columns->len;
  figures->same_items = figures->n > 0;
  figures->maximum = figures->n > 0 ? get_learner (table, 0)->maximum : 0;
  for (guint i = 0; i < figures->n; i++)
    {
      const CharterClassLearner *learner = get_learner (table, i);

      n_marks += learner->n;
      figures->same_items = figures->same_items && learner->n == figures->n_items;
      if (fabs (learner->maximum - figures->maximum) > 1e-9)
        figures->maximum = 0;
    }
  figures->mean_items = figures->n > 0 ? (double)n_marks / figures->n : 0;
}

static void
add_spread (CharterClassFigures *figures, const double *shares)
{
  guint n = figures->n;
  g_autofree double *sorted = g_memdup2 (shares, n * sizeof *shares);

  charter_class_sort (sorted, n);
  figures->mean = charter_class_mean (shares, n);
  figures->deviation = charter_class_deviation (shares, n);
  figures->median = charter_class_quantile (sorted, n, .5);
  figures->least = charter_class_quantile (sorted, n, 0);
  figures->most = charter_class_quantile (sorted, n, 1);
}

static void
add_consistency (CharterClassFigures *figures, const CharterClassTable *table)
{
  figures->consistency = charter_class_consistency (table, figures->mean_items);
  figures->error_ratio = figures->consistency <= 100 ? 100 * sqrt (1 - figures->consistency / 100) : NAN;
  figures->standard_error = figures->error_ratio / 100 * figures->deviation;
}

/* ---- thirds ---- */

/* Those who are as good as the last of the best third belong to it too, and so with the weakest: who of them would be
 * left out would be chance. Returns: (transfer full) (nullable) NULL where that leaves no two groups */
static gint8 *
find_thirds (CharterClassAnalysis *analysis, const double *shares)
{
  guint n = analysis->figures.n, size = (n + 2) / 3;
  g_autofree double *sorted = g_memdup2 (shares, n * sizeof *shares);
  g_autofree gint8 *thirds = g_new0 (gint8, MAX (n, 1));

  charter_class_sort (sorted, n);
  if (n < 3 || sorted[size - 1] >= sorted[n - size])
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      thirds[i] = (gint8)((shares[i] >= sorted[n - size]) - (shares[i] <= sorted[size - 1]));
      analysis->n_upper += thirds[i] > 0;
      analysis->n_lower += thirds[i] < 0;
    }
  return g_steal_pointer (&thirds);
}

/* ---- misconceptions of the whole class ---- */

static gboolean
is_same (const CharterClassIdea *a, const CharterClassIdea *b)
{
  if (a->misconception != NULL || b->misconception != NULL)
    return a->misconception == b->misconception;
  return g_str_equal (a->ref, b->ref);
}

static void
add_idea (GArray *ideas, const CharterClassIdea *added)
{
  for (guint i = 0; i < ideas->len; i++)
    {
      CharterClassIdea *idea = &g_array_index (ideas, CharterClassIdea, i);
      if (!is_same (idea, added))
        continue;
      idea->n_offered += added->n_offered;
      idea->n_shown += added->n_shown;
      return;
    }
  g_array_append_vals (ideas, added, 1);
}

static void
add_ideas (CharterClassAnalysis *analysis)
{
  for (guint i = 0; i < analysis->items->len; i++)
    {
      const CharterClassItem *item = analysis->items->pdata[i];
      for (guint j = 0; j < item->ideas->len; j++)
        add_idea (analysis->ideas, &g_array_index (item->ideas, CharterClassIdea, j));
    }
  g_array_sort (analysis->ideas, charter_class_idea_compare);
}

/* ---- the whole ---- */

CharterClassAnalysis *
charter_class_analysis_new (CharterClassTable *table)
{
  CharterClassAnalysis *analysis = g_new0 (CharterClassAnalysis, 1);
  g_autofree double *shares = list_shares (table);
  g_autofree gint8 *thirds = NULL;

  analysis->table = table;
  analysis->items = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_class_item_free);
  analysis->ideas = g_array_new (FALSE, FALSE, sizeof (CharterClassIdea));
  add_shape (&analysis->figures, table);
  add_spread (&analysis->figures, shares);
  add_consistency (&analysis->figures, table);
  thirds = find_thirds (analysis, shares);
  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (analysis->items, charter_class_item_new (table, table->columns->pdata[i], thirds));
  add_ideas (analysis);
  return analysis;
}

void
charter_class_analysis_free (CharterClassAnalysis *analysis)
{
  g_ptr_array_unref (analysis->items);
  g_array_unref (analysis->ideas);
  charter_class_table_free (analysis->table);
  g_free (analysis);
}
