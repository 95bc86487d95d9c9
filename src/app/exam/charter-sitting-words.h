/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* What is said of exams in more than one place. All return (transfer full). */

/* “1:02:05” or “9:40”. time: microseconds; what is begun of a second counts as one */
char *charter_sitting_words_dup_time (gint64 time);
/* The same for a screen reader that follows it, in whole minutes so that it need not speak each second. */
char *charter_sitting_words_dup_minutes_left (gint64 time);
/* What is told when time runs short; it stays true for as long as it stands there. “Less than 10 minutes are left.” */
char *charter_sitting_words_dup_warning (guint minutes);
/* “1:02:05 left” */
char *charter_sitting_words_dup_left (gint64 time);

/* Where a quiz or exam was left: “Left at question 34 of 180 · 2:14:05 left”. n_steps: not 0. time_left: microseconds,
 * or G_MAXINT64 */
char *charter_sitting_words_dup_place (guint position, guint n_steps, gint64 time_left);

/* “180 questions · 240 minutes · 2 breaks” */
char *charter_sitting_words_dup_facts (const CharterExam *exam);

/* The section where a form is: “Section 2 of 3: Process”, or without a title. (nullable) NULL where it has one at most,
 * or all are closed */
char *charter_sitting_words_dup_section (CharterSession *session);

/* Whether the section where one is is the last that has questions. */
gboolean charter_sitting_words_is_last_section (CharterSession *session);

G_END_DECLS
