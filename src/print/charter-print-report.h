/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-document.h"
#include "charter-exam-report.h"

G_BEGIN_DECLS

/* The report of an exam with the facts of the page. title: of what was answered. date: when, for the reader. language:
 * BCP 47 of the words around it. Returns: (transfer full) */
CharterDocument *
charter_print_report_new (const CharterExamReport *exam, const char *title, const char *date, const char *language);

G_END_DECLS
