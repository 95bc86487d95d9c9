/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-load FILE: loads a pack with every check, and prints milliseconds, megabytes of memory at the peak, items,
 * and diagnostics. Ends with 1 where the pack has faults. */
#include <sys/resource.h>

#include "charter-loader.h"

static double
measure_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double)usage.ru_maxrss / 1024.0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begin;
  double milliseconds;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-load FILE\n");
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  begin = g_get_monotonic_time ();
  pack = charter_loader_load_file (file, &diagnostics, NULL, &error);
  milliseconds = (double)(g_get_monotonic_time () - begin) / 1000.0;
  if (error != NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  g_print ("%.1f %.1f %u %u\n", milliseconds, measure_peak (), pack != NULL ? pack->n_items : 0, diagnostics->len);
  return pack != NULL && diagnostics->len == 0 ? 0 : 1;
}
