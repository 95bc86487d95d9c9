/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-exam-report.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* What the report of an exam says beyond that of a quiz: what to do next, each begun by its row, the domains with their
 * bands, the time and the changed answers. */
#define CHARTER_TYPE_EXAM_PART (charter_exam_part_get_type ())
G_DECLARE_FINAL_TYPE (CharterExamPart, charter_exam_part, CHARTER, EXAM_PART, AdwBin)

/* report: (transfer full). study: kept. Returns: (transfer floating) */
GtkWidget *charter_exam_part_new (CharterStudy *study, CharterExamReport *report);

const CharterExamReport *charter_exam_part_get_report (CharterExamPart *self);
/* Has the learner's first answers read, and then shows how ready they are for the exam. packs: (element-type
 * CharterPack) all at hand, the exam's among them. Not awaited. */
void charter_exam_part_load_readiness (CharterExamPart *self, GPtrArray *packs);
/* What it then shows, for paper. Returns: (element-type CharterExamFact) (nullable) NULL while it is not known */
GArray *charter_exam_part_get_readiness (CharterExamPart *self);
/* Begins what to do next, in the place of the topmost page. index: into the report's list */
void charter_exam_part_begin (CharterExamPart *self, guint index);

G_END_DECLS
