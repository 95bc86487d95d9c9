/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-report.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* One item of a report: its question, what came of it, and that it is disputed; opened, the item with the answer given,
 * the key, each why, the way back to the lesson, and what the learner notes of it. The inside is made when it is first
 * opened. */
#define CHARTER_TYPE_REPORT_ITEM_ROW (charter_report_item_row_get_type ())
G_DECLARE_FINAL_TYPE (CharterReportItemRow, charter_report_item_row, CHARTER, REPORT_ITEM_ROW, AdwExpanderRow)

/* study: kept. path: kept, that of the report's session. item: read at once, not kept. Returns: (transfer floating) */
GtkWidget *charter_report_item_row_new (CharterStudy *study, CharterPath *path, const CharterReportItem *item);

G_END_DECLS
