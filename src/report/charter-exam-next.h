/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-domains.h"
#include "charter-exam-pace.h"
#include "charter-report.h"

G_BEGIN_DECLS

/* What to do after an exam, each one click from being begun. In this order, and no more than CHARTER_EXAM_MOST_NEXT:
 *
 *   sure     what was sure and wrong: quickly put right, and otherwise never looked up
 *   idea     a misconception that two answers or more stand for: one idea, many points
 *   topic    the domain or topic whose interval begins lowest, of those with enough answers and something wrong; two at
 *            most, the second from elsewhere
 *   pace     where time was short: a question left open, or rushed and wrong
 *   guessed  what was right by luck
 *
 * What is practised is drawn from all packs that the exam draws from, and from its own; never what another exam that is
 * open asks. */
typedef enum {
  CHARTER_NEXT_SURE,
  CHARTER_NEXT_IDEA,
  CHARTER_NEXT_TOPIC,
  CHARTER_NEXT_PACE,
  CHARTER_NEXT_GUESSED,
} CharterExamNextKind;

#define CHARTER_EXAM_MOST_NEXT 5
#define CHARTER_EXAM_NEXT_ITEMS 10 /* questions of a quiz on a topic, a misconception or the pace */
#define CHARTER_EXAM_NEXT_TOPICS 2
#define CHARTER_EXAM_NEXT_LEAST 3 /* questions that a topic must have to practise */

typedef struct {
  CharterExamNextKind kind;
  const char *subject;      /* idea, topic: what is practised, a pack's; else NULL */
  guint n;                  /* sure, guessed: questions; idea: answers that stand for it; pace: questions left open */
  guint n_right, n_asked;   /* topic */
  CharterInterval interval; /* topic */
  guint seconds;            /* pace: for a question; else 0 */
  GArray *items; /* of CharterPaperItem: what the quiz asks, at least one; packs are the report's, or at hand */
} CharterExamNext;

/* exam: NULL where the profile is gone; then packs that it asked from are drawn from. packs: (element-type CharterPack)
 * all at hand. held: (nullable) charter-held.h. seed: draws what is practised.
 * Returns: (transfer full) (element-type CharterExamNext) */
GArray *charter_exam_next_list (const CharterReport *report,
                                const CharterExam *exam,
                                CharterPack *home,
                                const CharterExamPace *pace,
                                const CharterDomains *domains,
                                GPtrArray *packs,
                                GHashTable *held,
                                guint64 seed);

G_END_DECLS
