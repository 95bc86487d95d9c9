/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-band.h"
#include "charter-domains.h"
#include "charter-exam-changes.h"
#include "charter-exam-next.h"
#include "charter-exam-pace.h"
#include "charter-report.h"

G_BEGIN_DECLS

/* What an exam that was sat on a form says: the score report, and beyond it what a profile lets tell. */

typedef struct {
  const char *title;        /* NULL for the rest (charter-domains.h) */
  double weight;            /* of the exam, 0 to 1 */
  guint n, n_right;         /* items that count */
  CharterInterval interval; /* Wilson's 95 % */
  gboolean too_few;
  CharterBand band;
} CharterExamDomain;

typedef struct {
  CharterReport *report;
  const CharterExam *exam; /* NULL where the pack has it no more */
  double mark;             /* 0 to 1, what bands are told against: the profile's, else CHARTER_BAND_MARK */
  gboolean has_pass;       /* the profile has one */
  gboolean passed;         /* its mark is reached, by points */
  const CharterExamDomain *domains;
  guint n_domains; /* 1 where the profile tells none apart */
  guint n_unscored;
  guint n_guessed_right; /* of those that count */
  CharterExamPace pace;
  CharterExamChanges changes;
  GArray *next; /* CharterExamNext, the most useful first */
} CharterExamReport;

/* packs: (element-type CharterPack) all at hand, for topics and practice. held: (nullable) what other exams that are
 * open ask (charter-held.h), and so is not practised. Returns: (transfer full) */
CharterExamReport *charter_exam_report_new (CharterSession *session, GPtrArray *packs, GHashTable *held);
void charter_exam_report_free (CharterExamReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterExamReport, charter_exam_report_free)

/* The domain of one of the report's topics. Returns: n_domains where it belongs to none */
guint charter_exam_report_find_domain (const CharterExamReport *report, const CharterReportTopic *topic);
/* The topics that stand under a domain, in the report's order; not one that is all there is of it and so says the same.
 * domain: n_domains for those that belong to none. Returns: (transfer container) (element-type CharterReportTopic) the
 * report's */
GPtrArray *charter_exam_report_list_topics (const CharterExamReport *report, guint domain);

G_END_DECLS
