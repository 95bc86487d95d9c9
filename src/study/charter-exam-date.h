/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The learner's setting "exam-date": YYYY-MM-DD; anything else is none. */
#define CHARTER_SETTING_EXAM_DATE "exam-date"

/* text: may be NULL. date: (out). Returns: FALSE where it names no day */
gboolean charter_exam_date_read (const char *text, GDate *date);
/* Returns: (transfer full) */
char *charter_exam_date_write (const GDate *date);

/* today: the calendar's, as charter_study_get_calendar_day counts days. Returns: negative where the exam was before */
int charter_exam_date_count_days (const GDate *date, int today);
/* The day itself, by the locale. Returns: (transfer full) */
char *charter_exam_date_dup_day (const GDate *date);
/* “In 12 days”, “Tomorrow”, “Today”, “Over”. Returns: (transfer full) */
char *charter_exam_date_dup_distance (int days);

G_END_DECLS
