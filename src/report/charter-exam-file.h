/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-exam-report.h"

G_BEGIN_DECLS

/* A report as a file, with the facts of the page. A function a format; each returns: (transfer full) UTF-8 */

/* One page for a browser, all in one, which prints well. title: of what was answered. date: when, for the reader.
 * language: BCP 47 of the words around it, as of the packs' language; for their direction. */
char *charter_exam_to_html (const CharterExamReport *report, const char *title, const char *date, const char *language);

/* RFC 4180: a row for all of it ("total"), each domain, each topic and each item; what a row has not is empty. Times
 * are seconds, shares 0 to 1, numbers with a point everywhere. A text that a spreadsheet would take for a formula gets
 * an apostrophe before it. */
char *charter_exam_to_csv (const CharterExamReport *report);

/* Writes one of them, by the file's ending: "csv", else HTML. Blocks; replaces the file in one go. */
gboolean charter_exam_save (const CharterExamReport *report,
                            GFile *file,
                            const char *title,
                            const char *date,
                            const char *language,
                            GError **error);

G_END_DECLS
