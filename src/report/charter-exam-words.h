/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-exam-report.h"
#include "charter-readiness.h"

G_BEGIN_DECLS

/* An exam's report in words, the same on the screen, on paper and in files. */

/* A figure with its name. */
typedef struct {
  char *title, *words;
} CharterExamFact;

/* Returns: (transfer full) (element-type CharterExamFact) */
GArray *charter_exam_facts_new (void);
/* words: (transfer full) */
void charter_exam_facts_add (GArray *facts, const char *title, char *words);

/* Whether the exam's own mark was reached. Returns: (transfer full) (nullable) NULL where it has none */
char *charter_exam_words_dup_mark (const CharterExamReport *report);
/* What bands are, and that they are no examiner's. Returns: (transfer full) */
char *charter_exam_words_dup_about_bands (const CharterExamReport *report);
const char *charter_exam_words_get_domain_title (const CharterExamDomain *domain);
/* “30 of 40 right · probably between 60 % and 86 % · 33 % of the exam”. Returns: (transfer full) */
char *charter_exam_words_dup_domain (const CharterExamDomain *domain);

/* Each returns: (transfer full) (element-type CharterExamFact) */
GArray *charter_exam_words_list_pace (const CharterExamReport *report);
GArray *charter_exam_words_list_changes (const CharterExamReport *report); /* empty where none was changed */

/* Whether changing answers paid. Returns: (transfer full) */
char *charter_exam_words_dup_changes (const CharterExamReport *report);

/* How ready somebody is, or why that is not told yet, and from what. domains: those of its strata. Each returns:
 * (transfer full) */
char *charter_exam_words_dup_readiness (const CharterReadiness *readiness, const CharterDomains *domains);
char *charter_exam_words_dup_readiness_basis (const CharterReadiness *readiness);

/* What to do, and why. Each returns: (transfer full) */
char *charter_exam_words_dup_next (const CharterExamNext *next);
char *charter_exam_words_dup_next_reason (const CharterExamNext *next);

G_END_DECLS
