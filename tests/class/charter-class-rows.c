/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-rows.h"

#include <string.h>

#include "charter-class-file.h"

static CharterClassAnswer
make_answer (guint learner, guint question, double points, double maximum)
{
  g_autofree char *id = g_strdup_printf ("q%u", question + 1);
  g_autofree char *hash = g_strdup_printf ("%016x", question + 1);

  return (CharterClassAnswer){
    .pack = g_ref_string_new_intern ("org.example.class"),
    .item = g_ref_string_new_intern (id),
    .key_hash = g_ref_string_new_intern (hash),
    .kind = CHARTER_ITEM_SINGLE,
    .response = g_strdup (points == maximum ? "a" : "b"),
    .points = points,
    .maximum = maximum,
    .time = 1000 * (10 + (learner * 7 + question * 3) % 50),
    .confidence = (CharterConfidence)((learner + question) % 4),
    .counts = TRUE,
    .first = TRUE,
  };
}

char *
rows_write (guint learner, const double *points, const double *maxima, guint n)
{
  g_autoptr (CharterClassResult) result = charter_class_result_new_empty ();

  result->name = g_strdup_printf ("Learner %u", learner + 1);
  result->attempt = g_strdup_printf ("%016x", learner + 1);
  result->day = g_strdup ("2026-05-31");
  result->pack = g_ref_string_new_intern ("org.example.class");
  result->group = g_ref_string_new_intern ("all");
  result->release = g_strdup ("1.0.0");
  for (guint i = 0; i < n; i++)
    if (points[i] != ROWS_NOT_ASKED)
      {
        CharterClassAnswer answer = make_answer (learner, i, points[i], maxima[i]);
        g_array_append_val (result->answers, answer);
      }
  result->paper = charter_class_result_dup_paper (result);
  return charter_class_file_write (result);
}

void
rows_add (CharterClassPile *pile, guint learner, const double *points, const double *maxima, guint n)
{
  g_autofree char *text = rows_write (learner, points, maxima, n);
  g_autofree char *file = g_strdup_printf ("learner-%05u.charter-result", learner + 1);

  charter_class_pile_add (pile, file, text, strlen (text));
  if (pile->faults->len > 0)
    g_error ("%s", ((CharterClassFault *)pile->faults->pdata[0])->sentence);
}

CharterClassAnalysis *
rows_analyse (const CharterClassPile *pile)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  return charter_class_analysis_new (charter_class_table_new (pile, "org.example.class", "all", packs));
}
