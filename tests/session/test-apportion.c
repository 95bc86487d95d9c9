/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares by largest remainder, as apportion.txt tells. */

#include "charter-apportion.h"
#include "charter-cases.h"

static void
check (const CharterTestCase *test_case)
{
  g_auto (GStrv) words = g_strsplit (test_case->columns[0], " ", -1);
  guint n = g_strv_length (words);
  g_autofree double *weights = g_new (double, n);
  g_autofree guint *parts = g_new (guint, n);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *left = NULL;

  for (guint i = 0; i < n; i++)
    weights[i] = g_ascii_strtod (words[i], NULL);
  left = g_strdup_printf ("%u", charter_apportion (weights, n, g_ascii_strtod (test_case->columns[1], NULL),
                                                   (guint)g_ascii_strtoull (test_case->columns[2], NULL, 10), parts));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (told, "%s%u", i > 0 ? " " : "", parts[i]);
  if (g_strcmp0 (told->str, test_case->columns[3]) != 0 || g_strcmp0 (left, test_case->columns[4]) != 0)
    g_error ("%s:%u: it is %s, and %s left", test_case->file, test_case->line, told->str, left);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("apportion.txt", "/apportion", 5, check);
  return g_test_run ();
}
