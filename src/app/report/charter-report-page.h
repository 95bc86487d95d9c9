/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* What came of a session: the score, the topics, the time, and every item with the answer given, the key and the why.
 * From here it is tried again, its mistakes are practised, or the lesson behind a mistake is opened. */
#define CHARTER_TYPE_REPORT_PAGE (charter_report_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterReportPage, charter_report_page, CHARTER, REPORT_PAGE, AdwBin)

/* Both are kept. Returns: (transfer floating) */
GtkWidget *charter_report_page_new (CharterStudy *study, CharterSession *session);

/* It is of an attempt of then and not of now. wall: microseconds since 1970 */
void charter_report_page_set_time (CharterReportPage *self, gint64 wall);

G_END_DECLS
