/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-walk.h"

G_BEGIN_DECLS

/* What is said of gauges and moves. */

/* "40" or "65.5", as the locale writes it; and with a sign, "+10" or "−5". Returns: (transfer full) */
char *charter_case_words_dup_level (double level);
char *charter_case_words_dup_change (double by);

/* Whether the turn changed the gauge: one that could go no further stays as it is. */
gboolean charter_case_words_has_changed (CharterWalk *walk, guint turn, guint gauge);
/* "Trust 40 → 55 (+15)": from before the turn to after it. Returns: (transfer full) */
char *charter_case_words_dup_gauge_change (CharterWalk *walk, guint turn, guint gauge);
/* All that the turn changed, a line each, or that it changed nothing. Returns: (transfer full) */
char *charter_case_words_dup_changes (CharterWalk *walk, guint turn);

/* "Best move", the icon that goes with it, and its style class. */
const char *charter_case_words_get_grade (CharterMoveGrade grade);
const char *charter_case_words_get_grade_icon (CharterMoveGrade grade);
const char *charter_case_words_get_grade_class (CharterMoveGrade grade);

/* An ending's title, or that it is the end. */
const char *charter_case_words_get_ending (const CharterScene *ending);

G_END_DECLS
