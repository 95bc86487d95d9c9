/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the formats share. */
#include "charter-class-export.h"

GPtrArray *
charter_class_list_faults (const CharterClassPile *pile, const CharterClassTable *table)
{
  GPtrArray *faults = g_ptr_array_new ();

  g_ptr_array_extend (faults, pile->faults, NULL, NULL);
  g_ptr_array_extend (faults, table->faults, NULL, NULL);
  return faults;
}

void
charter_class_list_named (const CharterClassFigures *figures, CharterClassNamed named[CHARTER_CLASS_N_NAMED])
{
  gboolean few = charter_class_is_small (CHARTER_CLASS_FACILITY, figures->n);
  gboolean small = charter_class_is_small (CHARTER_CLASS_CONSISTENCY, figures->n);
  const CharterClassNamed all[CHARTER_CLASS_N_NAMED] = {
    { "learners", figures->n, FALSE },
    { "items", figures->n_items, FALSE },
    { "items_a_learner", figures->mean_items, FALSE },
    { "maximum", figures->maximum, FALSE },
    { "mean", figures->mean, few },
    { "standard_deviation", figures->deviation, few },
    { "median", figures->median, few },
    { "least", figures->least, few },
    { "most", figures->most, few },
    { "consistency", figures->consistency, small },
    { "error_ratio", figures->error_ratio, small },
    { "standard_error", figures->standard_error, small },
  };

  for (guint i = 0; i < CHARTER_CLASS_N_NAMED; i++)
    named[i] = all[i];
}
