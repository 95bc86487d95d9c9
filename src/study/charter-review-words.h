/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-review.h"

G_BEGIN_DECLS

/* What the app and the tool both say of reviews, in the learner's language. Each: (transfer full) */

/* How long something waits, as short as can be: “today”, “6 d”, “2 mo”, “1.5 y”. */
char *charter_review_dup_interval (guint days);
/* The same in whole words: “today”, “in 6 days”, “in 2 months”. */
char *charter_review_dup_interval_words (guint days);
/* Why an item is asked: when it was answered last, and how well it is remembered by now. */
char *charter_review_dup_why (const CharterDue *due);
/* When there is something to do again, where nothing is today: “Next: tomorrow, 7 questions.” */
char *charter_review_dup_next (const CharterReviewPlan *plan);

G_END_DECLS
