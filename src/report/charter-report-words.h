/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-report.h"

G_BEGIN_DECLS

/* A report in words, the same on the screen, on paper and in files. What is a char * is (transfer full). */

/* “67 %”, of the points. */
char *charter_report_words_dup_percent (const CharterReport *report);
/* “2.5 of 4 points”. */
char *charter_report_words_dup_points (const CharterReport *report);
/* How many were right, in what time, how much was left open, and how far that can be trusted: a line each.
 * Returns: (transfer full) */
GStrv charter_report_words_list_facts (const CharterReport *report);

const char *charter_report_words_get_topic_title (const CharterReportTopic *topic);
/* “3 of 4 right”, and the interval where the answers are enough for one. */
char *charter_report_words_dup_topic (const CharterReportTopic *topic);

/* “Correct”, “Partly right” or “Not quite”. */
const char *charter_report_words_get_verdict (const CharterScore *score);
/* The verdict, or that there is no answer, and whatever else is to be said of it: “Not quite · you were sure · 12 s”.
 */
char *charter_report_words_dup_outcome (const CharterReportItem *item);

/* “In 2 answers”. */
char *charter_report_words_dup_shown (guint n);

/* “1 min 12 s”, or “less than a second”. time: microseconds. */
char *charter_report_words_dup_time (gint64 time);

G_END_DECLS
