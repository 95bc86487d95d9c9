/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-document.h"
#include "charter-exam-report.h"

G_BEGIN_DECLS

/* A report as it is shown: of a quiz, or of an exam. */
typedef struct {
  const CharterReport *report;
  const CharterExamReport *exam; /* of the same session, or NULL where it was no exam */
  GArray *readiness;             /* (element-type CharterExamFact) for what exams, or NULL where it is not told */
  const char *title;             /* of what was answered */
  const char *date;              /* when, for the reader */
  const char *language;          /* BCP 47 of the words around it */
  guint64 drawn;                 /* the seed that a quiz was drawn with, 0 for none */
} CharterPrintReport;

/* Says what the page says. Returns: (transfer full) */
CharterDocument *charter_print_report_new (const CharterPrintReport *what);

/* Writes it as its file's ending says: ".csv", else HTML. Blocks; replaces the file in one go, for its owner's eyes.
 * error: G_IO_ERROR. Returns: FALSE then */
gboolean charter_print_report_save (const CharterPrintReport *what, GFile *file, GError **error);

G_END_DECLS
