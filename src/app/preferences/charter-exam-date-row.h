/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-setting-saver.h"

G_BEGIN_DECLS

/* The day of the exam, chosen in a calendar, and how long it is until then. */
#define CHARTER_TYPE_EXAM_DATE_ROW (charter_exam_date_row_get_type ())
G_DECLARE_FINAL_TYPE (CharterExamDateRow, charter_exam_date_row, CHARTER, EXAM_DATE_ROW, AdwActionRow)

/* Shows what is set. saver: kept. today: as charter_study_get_calendar_day counts days. */
void charter_exam_date_row_show (CharterExamDateRow *self, CharterSettingSaver *saver, int today);

G_END_DECLS
