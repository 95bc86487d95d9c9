/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-diagnostic.h"
#include "charter-proof.h"

G_BEGIN_DECLS

/* What is to be said of a draft: its problems, and below them, quietly, advice. It emits
 *
 *   chosen  line, column (guint)   somebody wants to go where that is
 *   mend    index (guint)          this one of the proof’s problems is to be mended */
#define CHARTER_TYPE_PROBLEM_LIST (charter_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterProblemList, charter_problem_list, CHARTER, PROBLEM_LIST, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_problem_list_new (void);

/* proof: whose problems. advice: of CharterDiagnostic, kept; NULL leaves what is shown of it. What is the same stays as
 * it is. */
void charter_problem_list_show (CharterProblemList *self, CharterProof *proof, GPtrArray *advice);

/* Whether all that it tells is that there is nothing to tell. */
gboolean charter_problem_list_is_empty (CharterProblemList *self);

/* The next one behind a place, or before it, and around the end: that of advice only where there is no problem.
 * Returns: (nullable) */
const CharterDiagnostic *
charter_problem_list_find_next (CharterProblemList *self, guint line, guint column, gboolean backward);

G_END_DECLS
