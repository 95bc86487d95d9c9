/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-class LEARNERS ITEMS ASKED ROUNDS: how long it takes to read the result files of so many learners, each asked
 * so many of the items, and to analyse them. Prints the milliseconds for reading and for analysing, medians, and of
 * both the slowest round. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "charter-class-moments.h"
#include "charter-class-rows.h"
#include "charter-random.h"

/* Each is asked a part of the items that begins anywhere; who knows more gets more of them right. */
static void
write_files (const char *folder, guint n_learners, guint n_items, guint n_asked)
{
  CharterRandom random = charter_random_new (1);
  g_autofree double *points = g_new (double, n_items);
  g_autofree double *maxima = g_new (double, n_items);

  for (guint i = 0; i < n_learners; i++)
    {
      guint first = n_items > n_asked ? (guint)charter_random_below (&random, n_items) : 0;
      g_autofree char *text = NULL;
      g_autofree char *path = g_strdup_printf ("%s/%06u.charter-result", folder, i);

      for (guint j = 0; j < n_items; j++)
        {
          gboolean asked = (j + n_items - first) % n_items < n_asked;

          maxima[j] = 1;
          points[j] = asked ? charter_random_below (&random, n_learners) < (i + n_learners) / 2 : ROWS_NOT_ASKED;
        }
      text = rows_write (i, points, maxima, n_items);
      if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
        g_error ("%s can't be written", path);
    }
}

static void
remove_files (const char *folder, guint n_learners)
{
  for (guint i = 0; i < n_learners; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%06u.charter-result", folder, i);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
measure (GPtrArray *places, guint n_learners, guint n_items, double *reading, double *analysing)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (CharterClassPile) pile = charter_class_pile_read (places, NULL, NULL);
  gint64 middle = g_get_monotonic_time ();
  g_autoptr (CharterClassAnalysis) analysis = rows_analyse (pile);

  *reading = (double)(middle - begin) / 1000;
  *analysing = (double)(g_get_monotonic_time () - middle) / 1000;
  if (analysis->figures.n != n_learners || analysis->figures.n_items > n_items)
    g_error ("%u learners, %u items", analysis->figures.n, analysis->figures.n_items);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("charter-class-XXXXXX", NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_learners = argc == 5 ? (guint)atoi (argv[1]) : 0;
  guint n_items = argc == 5 ? (guint)atoi (argv[2]) : 0;
  guint rounds = argc == 5 ? (guint)atoi (argv[4]) : 0;
  g_autofree double *reading = g_new0 (double, rounds + 1);
  g_autofree double *analysing = g_new0 (double, rounds + 1);
  double slowest = 0;

  if (n_learners == 0 || n_items == 0 || rounds == 0)
    {
      g_printerr ("Usage: bench-class LEARNERS ITEMS ASKED ROUNDS\n");
      return 2;
    }
  write_files (folder, n_learners, n_items, (guint)atoi (argv[3]));
  g_ptr_array_add (places, g_file_new_for_path (folder));
  for (guint i = 0; i < rounds; i++)
    {
      measure (places, n_learners, n_items, &reading[i], &analysing[i]);
      slowest = MAX (slowest, reading[i] + analysing[i]);
    }
  remove_files (folder, n_learners);
  charter_class_sort (reading, rounds);
  charter_class_sort (analysing, rounds);
  g_print ("%.1f %.1f %.1f\n", charter_class_quantile (reading, rounds, .5),
           charter_class_quantile (analysing, rounds, .5), slowest);
  return 0;
}
