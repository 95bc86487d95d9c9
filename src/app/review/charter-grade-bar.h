/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study-grading.h"

G_BEGIN_DECLS

/* Four buttons, one for each grade, with what it would lead to; the one that stands is marked. Each has the action
 * "review.grade" with its number. */
#define CHARTER_TYPE_GRADE_BAR (charter_grade_bar_get_type ())
G_DECLARE_FINAL_TYPE (CharterGradeBar, charter_grade_bar, CHARTER, GRADE_BAR, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_grade_bar_new (void);
/* grading: with a grade. */
void charter_grade_bar_show (CharterGradeBar *self, const CharterGrading *grading);

G_END_DECLS
