/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-import-words.h"

#include <glib/gi18n.h>

#define MOST_TOLD 4 /* lines of a file */

char *
charter_import_words_dup_counts (const CharterMerged *merged)
{
  GString *words = g_string_new (NULL);
  const guint new = merged->n_new, known = merged->n_known, erased = merged->n_erased;

  g_string_append_printf (words, ngettext ("%'u entry is new", "%'u entries are new", new), new);
  if (known > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%'u was there already", "%'u were there already", known), known);
    }
  if (erased > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%'u was erased and stays so", "%'u were erased and stay so", erased),
                              erased);
    }
  return g_string_free (words, FALSE);
}

static void
tell_line (GString *words, guint *n_told, guint line, const char *sentence)
{
  if ((*n_told)++ >= MOST_TOLD)
    return;
  g_string_append_c (words, '\n');
  /* Translators: the number of a line in a file, and a sentence that says what is wrong with it. */
  g_string_append_printf (words, _ ("Line %u: %s"), line, sentence);
}

static guint
tell_lines (GString *words, CharterHistoryRead *read, const CharterMerged *weighed)
{
  guint n = 0;

  for (guint i = 0; i < read->problems->len; i++)
    {
      const CharterLineProblem *problem = g_ptr_array_index (read->problems, i);
      tell_line (words, &n, problem->line, problem->sentence);
    }
  for (guint i = 0; i < weighed->refused->len; i++)
    tell_line (words, &n, charter_history_read_get_line (read, g_ptr_array_index (weighed->refused, i)),
               _ ("Another entry of this device and number is in the history already; this one was left out."));
  return n;
}

static void
append_left_out (GString *words, CharterHistoryRead *read, const CharterMerged *weighed)
{
  guint n = read->problems->len + weighed->refused->len;

  if (n == 0)
    return;
  g_string_append (words, "\n\n");
  g_string_append_printf (words, ngettext ("%'u line is left out:", "%'u lines are left out:", n), n);
  tell_lines (words, read, weighed);
  if (n > MOST_TOLD)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words, ngettext ("… and %'u more line", "… and %'u more lines", n - MOST_TOLD),
                              n - MOST_TOLD);
    }
  g_string_append (words, "\n\n");
  g_string_append (words, _ ("Such a line was cut off or changed after the export. Export it once more where it came "
                             "from, and import that file: nothing is taken twice."));
}

char *
charter_import_words_dup (CharterHistoryRead *read, const CharterMerged *weighed)
{
  g_autofree char *counts = charter_import_words_dup_counts (weighed);
  GString *words = g_string_new (read->events->len > 0 ? counts : _ ("No line of this file is of a history."));

  append_left_out (words, read, weighed);
  if (weighed->erases)
    g_string_append_printf (words, "\n\n%s",
                            _ ("With the new entries comes that everything was erased at a time. What was answered "
                               "before then is erased here too, and so are all backups. This can’t be undone."));
  else if (weighed->n_new > 0)
    g_string_append_printf (words, "\n\n%s", _ ("A backup is made first, so that you can go back."));
  return g_string_free (words, FALSE);
}
