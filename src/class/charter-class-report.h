/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-analysis.h"

G_BEGIN_DECLS

/* All that is told of a pile of result files: of one of the things that there are results of, and of the files. */
typedef struct {
  CharterClassPile *pile;
  GPtrArray *packs;               /* CharterPack, those at hand */
  GArray *subjects;               /* CharterClassSubject */
  guint subject;                  /* which of them it is of */
  char *title;                    /* of that, for people; NULL where there is none */
  CharterClassAnalysis *analysis; /* NULL where there is none */
  GPtrArray *faults;              /* CharterClassFault, borrowed: the pile's and the analysis's */
} CharterClassReport;

/* Of what most results are of. pile: (transfer full). packs: kept; of two with the same id the first.
 * Returns: (transfer full) */
CharterClassReport *charter_class_report_new (CharterClassPile *pile, GPtrArray *packs);
void charter_class_report_free (CharterClassReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterClassReport, charter_class_report_free)

/* Analyses another of the subjects. index: below their number */
void charter_class_report_choose (CharterClassReport *report, guint index);

/* What people call a subject: its title where the pack is at hand, else "pack#group". Returns: (transfer full) */
char *charter_class_report_dup_title (const CharterClassReport *report, guint index);

G_END_DECLS
