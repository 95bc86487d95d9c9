/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-exam-report.h"

G_BEGIN_DECLS

/* A report as a table, RFC 4180: a row for all of it ("total"), each domain, each topic and each item; what a row has
 * not is empty. Times are seconds, shares 0 to 1, numbers with a point everywhere. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it. exam: of an exam, its domains; or NULL. Returns: (transfer full) UTF-8 */
char *charter_report_to_csv (const CharterReport *report, const CharterExamReport *exam);

G_END_DECLS
