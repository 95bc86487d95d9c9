/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-search FILE: how long a search in a pack takes as it is typed. Prints the milliseconds that the pack's index
 * takes, which is also the least that a search without one would need; then, of all searches typed letter by letter,
 * the median and the slowest, found and with the snippets of the first 20 hits; and how many hits there were. */
#include <stdlib.h>

#include "charter-loader.h"
#include "charter-search.h"
#include "charter-words.h"

#define SNIPPETS 20

static const char *const queries[] = { "stakeholder register", "budget reviews team", "old system", "99 deliverable",
                                       "nothing of the kind" };

static double
milliseconds_since (gint64 begin)
{
  return (double)(g_get_monotonic_time () - begin) / 1000.0;
}

static guint
search (GPtrArray *indices, const char *query)
{
  g_auto (GStrv) words = charter_words_of (query);
  g_autoptr (GArray) hits = charter_search_find (indices, (const char *const *)words);

  for (guint i = 0; i < MIN (hits->len, SNIPPETS); i++)
    g_free (charter_hit_dup_snippet (&g_array_index (hits, CharterHit, i), (const char *const *)words));
  return hits->len;
}

static guint
type (GPtrArray *indices, const char *query, GArray *times)
{
  guint n = 0;

  for (gsize length = 1; query[length - 1] != '\0'; length++)
    {
      g_autofree char *typed = g_strndup (query, length);
      gint64 begin = g_get_monotonic_time ();
      double time;

      n += search (indices, typed);
      time = milliseconds_since (begin);
      g_array_append_val (times, time);
    }
  return n;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = NULL;
  g_autoptr (GPtrArray) indices = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_search_index_unref);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 begin;
  double index_time;
  guint n = 0;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-search FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  pack = charter_loader_load_file (file, &diagnostics, NULL, NULL);
  if (pack == NULL)
    return 1;
  begin = g_get_monotonic_time ();
  g_ptr_array_add (indices, charter_search_index_new (pack));
  index_time = milliseconds_since (begin);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    n += type (indices, queries[i], times);
  g_array_sort (times, compare_times);
  g_print ("%.1f %.2f %.2f %u\n", index_time, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1), n);
  return 0;
}
