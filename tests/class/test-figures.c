/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of classes that lie beside this test, to six digits. Whoever wants another case adds a file, and its name
 * below. */
#include "charter-class-moments.h"
#include "charter-class-rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static GArray *
read_numbers (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; words[i] != NULL; i++)
    {
      double number = g_str_equal (words[i], "-") ? ROWS_NOT_ASKED : g_ascii_strtod (words[i], NULL);
      g_array_append_val (numbers, number);
    }
  return numbers;
}

static char *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* As many digits as there are when it is rounded to six. */
static void
assert_figure (const char *name, guint i, double found, double expected)
{
  if (isnan (expected) ? !isnan (found) : !(fabs (found - expected) < 5e-7 * MAX (1, fabs (expected))))
    g_error ("%s %u is %.9f, and should be %.9f", name, i + 1, found, expected);
}

static double
get_figure (const CharterClassAnalysis *analysis, const char *name, guint i)
{
  const CharterClassFigures *figures = &analysis->figures;
  const CharterClassItem *item = analysis->items->pdata[i];

  if (g_str_equal (name, "facility"))
    return item->facility;
  if (g_str_equal (name, "discrimination"))
    return item->discrimination;
  if (g_str_equal (name, "efficiency"))
    return item->efficiency;
  if (g_str_equal (name, "mean"))
    return figures->mean;
  if (g_str_equal (name, "deviation"))
    return figures->deviation;
  if (g_str_equal (name, "consistency"))
    return figures->consistency;
  if (g_str_equal (name, "error-ratio"))
    return figures->error_ratio;
  g_assert_cmpstr (name, ==, "standard-error");
  return figures->standard_error;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const CharterClassItem *left = *(CharterClassItem *const *)a, *right = *(CharterClassItem *const *)b;

  return atoi (left->column->id + 1) - atoi (right->column->id + 1);
}

static void
check_line (CharterClassAnalysis *analysis, const char *name, GArray *expected)
{
  for (guint i = 0; i < expected->len; i++)
    assert_figure (name, i, get_figure (analysis, name, i), g_array_index (expected, double, i));
}

static void
test_file (gconstpointer name)
{
  g_autofree char *text = load (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();
  g_autoptr (GArray) maxima = NULL;
  g_autoptr (CharterClassAnalysis) analysis = NULL;
  guint n_rows = 0, n_figures = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *space = strchr (lines[i], ' ');
      g_autoptr (GArray) numbers = *lines[i] != '\0' && *lines[i] != '#' ? read_numbers (space + 1) : NULL;

      if (numbers == NULL)
        continue;
      *space = '\0';
      if (g_str_equal (lines[i], "maxima"))
        maxima = g_steal_pointer (&numbers);
      else if (g_str_equal (lines[i], "row"))
        rows_add (pile, n_rows++, (double *)(void *)numbers->data, (double *)(void *)maxima->data, maxima->len);
      else
        {
          if (analysis == NULL)
            {
              analysis = rows_analyse (pile);
              g_ptr_array_sort (analysis->items, compare_columns);
              g_assert_cmpuint (analysis->items->len, ==, maxima->len);
            }
          check_line (analysis, lines[i], numbers);
          n_figures += numbers->len;
        }
    }
  g_assert_cmpuint (n_rows, >, 0);
  g_assert_cmpuint (n_figures, >, 10);
}

/* ---- what can't be told ---- */

static void
test_alike (void)
{
  const double maxima[] = { 1, 1 }, right[] = { 1, 1 };
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();
  g_autoptr (CharterClassAnalysis) analysis = NULL;
  const CharterClassItem *item;

  for (guint i = 0; i < 4; i++)
    rows_add (pile, i, right, maxima, 2);
  analysis = rows_analyse (pile);
  item = analysis->items->pdata[0];
  g_assert_cmpfloat (item->facility, ==, 1);
  g_assert_true (isnan (item->discrimination));
  g_assert_true (isnan (item->efficiency));
  g_assert_true (isnan (analysis->figures.consistency));
  g_assert_true (isnan (analysis->figures.standard_error));
  g_assert_cmpuint (analysis->n_upper, ==, 0); /* nobody is better than anybody */
}

static void
test_alone (void)
{
  const double maxima[] = { 1 }, right[] = { 1 };
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();
  g_autoptr (CharterClassAnalysis) analysis = NULL;

  rows_add (pile, 0, right, maxima, 1);
  analysis = rows_analyse (pile);
  g_assert_cmpuint (analysis->figures.n, ==, 1);
  g_assert_cmpfloat (analysis->figures.mean, ==, 1);
  g_assert_true (isnan (analysis->figures.deviation));
  g_assert_true (isnan (((CharterClassItem *)analysis->items->pdata[0])->discrimination));
}

static void
test_nobody (void)
{
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();
  g_autoptr (CharterClassAnalysis) analysis = rows_analyse (pile);

  g_assert_cmpuint (analysis->figures.n, ==, 0);
  g_assert_true (isnan (analysis->figures.mean));
  g_assert_cmpuint (analysis->items->len, ==, 0);
}

/* ---- the parts ---- */

/* As numpy.quantile gives them, by hand: (n − 1)·q places from the first. */
static void
test_quantile (void)
{
  const double values[] = { 1, 2, 4, 8, 16 };

  g_assert_cmpfloat (charter_class_quantile (values, 5, .5), ==, 4);
  g_assert_cmpfloat (charter_class_quantile (values, 5, .25), ==, 2);
  g_assert_cmpfloat (charter_class_quantile (values, 4, .5), ==, 3);
  g_assert_cmpfloat (charter_class_quantile (values, 4, .25), ==, 1.75);
  g_assert_cmpfloat (charter_class_quantile (values, 5, 1), ==, 16);
  g_assert_true (isnan (charter_class_quantile (values, 0, .5)));
}

/* r = .5 of 28: z = .549306, ± 1.959964 / 5 = .391993, so tanh of .157313 and .941299. */
static void
test_interval (void)
{
  double low, high;

  charter_class_correlation_interval (.5, 28, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, .156028, 1e-6);
  g_assert_cmpfloat_with_epsilon (high, .735818, 1e-6);
  charter_class_correlation_interval (.5, 3, &low, &high);
  g_assert_cmpfloat (low, ==, -1);
  g_assert_cmpfloat (high, ==, 1);
}

/* The thirds of six learners are two and two; who is as good as the second best is one of the best. */
static void
test_thirds (void)
{
  const double maxima[] = { 1, 1, 1, 1 };
  const double rows[][4] = {
    { 1, 1, 1, 1 }, { 1, 1, 1, 0 }, { 1, 1, 0, 1 }, { 1, 0, 1, 0 }, { 1, 0, 0, 0 }, { 0, 0, 0, 0 },
  };
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();
  g_autoptr (CharterClassAnalysis) analysis = NULL;
  const CharterClassChoice *right;

  for (guint i = 0; i < 6; i++)
    rows_add (pile, i, rows[i], maxima, 4);
  analysis = rows_analyse (pile);
  g_assert_cmpuint (analysis->n_upper, ==, 3);
  g_assert_cmpuint (analysis->n_lower, ==, 2);
  right = &g_array_index (((CharterClassItem *)analysis->items->pdata[0])->choices, CharterClassChoice, 0);
  g_assert_cmpstr (right->id, ==, "a");
  g_assert_true (right->is_key && right->key_known); /* no pack: known from who has all points */
  g_assert_cmpuint (right->n, ==, 5);
  g_assert_cmpuint (right->n_upper, ==, 3);
  g_assert_cmpuint (right->n_lower, ==, 1);
}

int
main (int argc, char *argv[])
{
  static const char *const files[] = { "reference.txt", "whole.txt", "drawn.txt", "few.txt" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat ("/class/figures/", files[i], NULL);
      g_test_add_data_func (name, files[i], test_file);
    }
  g_test_add_func ("/class/figures/alike", test_alike);
  g_test_add_func ("/class/figures/alone", test_alone);
  g_test_add_func ("/class/figures/nobody", test_nobody);
  g_test_add_func ("/class/figures/quantile", test_quantile);
  g_test_add_func ("/class/figures/interval", test_interval);
  g_test_add_func ("/class/figures/thirds", test_thirds);
  return g_test_run ();
}
