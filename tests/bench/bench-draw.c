/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-draw FILE PACK ROUNDS: how long it takes until a form is drawn by the rules of PACK's exam, with what the
 * learner of the history FILE has seen coming last. Prints the milliseconds, median and slowest of ROUNDS, each with a
 * seed of its own; those of the processor, on average; how many items the pack has, and how many were drawn. */
#include <stdlib.h>
#include <time.h>

#include "charter-loader.h"
#include "charter-study-form.h"

static double
measure (CharterStudy *study, CharterPack *pack, guint64 seed, guint *n_items)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (CharterForm) form = NULL;
  double time;

  g_ptr_array_add (packs, pack);
  form = charter_study_draw_form (study, pack, &pack->exams[0], packs, seed, TRUE, &error);
  time = (double)(g_get_monotonic_time () - begin) / 1000.0;
  if (form == NULL)
    g_error ("%s", error->message);
  if (form->lacks[0] != NULL)
    g_error ("%s", form->lacks[0]);
  *n_items = form->n_items;
  return time;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

static void
run (CharterStudy *study, CharterPack *pack, guint rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_items = 0;
  clock_t begun = clock ();
  double processor;

  for (guint i = 0; i < rounds; i++)
    {
      double time = measure (study, pack, i, &n_items);
      g_array_append_val (times, time);
    }
  processor = (double)(clock () - begun) / CLOCKS_PER_SEC * 1000.0 / rounds;
  g_array_sort (times, compare_times);
  g_print ("%.1f %.1f %.1f %u %u\n", g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1), processor, pack->n_items, n_items);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPack) pack = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;

  if (argc != 4 || atoi (argv[3]) < 1)
    {
      g_printerr ("Usage: bench-draw FILE PACK ROUNDS\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  source = g_file_new_for_commandline_arg (argv[2]);
  pack = charter_loader_load_file (source, &diagnostics, NULL, NULL);
  store = charter_store_open (file, g_get_real_time (), &error);
  if (pack == NULL || pack->n_exams == 0 || store == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "There is no exam that can be read.");
      return 1;
    }
  study = charter_study_new (store, charter_clock_system ());
  run (study, pack, (guint)atoi (argv[3]));
  return 0;
}
