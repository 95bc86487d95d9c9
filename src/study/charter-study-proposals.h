/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-due.h"
#include "charter-fold.h"

G_BEGIN_DECLS

/* What to do with the next ten minutes, and why. Pure functions: what is known is handed in. */

typedef enum {
  CHARTER_PROPOSAL_RESUME,    /* a quiz or case left half-way. days: since it was left; is_exam: an exam by rules */
  CHARTER_PROPOSAL_REVIEW,    /* what is due. n: questions; n_fading: of them, likely forgotten by tomorrow */
  CHARTER_PROPOSAL_READ_ON,   /* a lesson that was begun */
  CHARTER_PROPOSAL_IDEA,      /* questions on a misconception. n: questions whose latest answer shows it still */
  CHARTER_PROPOSAL_REHEARSE,  /* an exam by rules (charter-rehearsal.h). days: until the exam, -1 where no day is set;
                               * since: the last one, in days, -1 for never; n_seen, n_items: as for a round */
  CHARTER_PROPOSAL_ROUND,     /* new questions, until each was met before the exam. n: a day; days: until the exam;
                               * n_seen, n_items: questions met so far, and in all */
  CHARTER_PROPOSAL_MISTAKES,  /* what went wrong the last time. n: questions */
  CHARTER_PROPOSAL_READ,      /* a lesson not begun */
  CHARTER_PROPOSAL_TRY,       /* a scenario never finished */
  CHARTER_PROPOSAL_TRY_AGAIN, /* one whose best score leaves room */
} CharterProposalKind;

#define CHARTER_N_PROPOSAL_KINDS (CHARTER_PROPOSAL_TRY_AGAIN + 1)

typedef struct {
  CharterProposalKind kind;
  guint n, n_fading, n_seen, n_items;
  int days, since;
  gboolean is_exam;
} CharterProposal;

/* Its place among others: the smallest comes first. The first line that fits makes it:
 *
 *    1  an exam left half-way, whose clock waits; a quiz left less than a day ago: its situation is still in mind
 *    2  questions due, some of them likely forgotten by tomorrow: this can't wait
 *    3  a lesson that was begun
 *    4  questions due
 *    5  a misconception that the latest answers show on two questions or more: one idea, many points
 *    6  a rehearsal, where the exam is near or most questions were met
 *    7  new questions, where there is an exam to be ready for
 *    8  a quiz left longer ago
 *    9  a misconception shown on one question
 *   10  mistakes
 *   11  the next lesson
 *   12  a scenario never finished
 *   13  a scenario once more */
guint charter_proposal_get_rank (const CharterProposal *proposal);

/* Why, in a sentence or two. Returns: (transfer full) (nullable) NULL where the kind alone says it: lessons, quizzes
 * and scenarios, whose title and place tell it */
char *charter_proposal_dup_reason (const CharterProposal *proposal);

/* How long so many questions take. pace: seconds a question. Returns: whole minutes, at least 1 */
guint charter_proposals_count_minutes (guint n_questions, double pace);
#define CHARTER_PACE_DEFAULT 60 /* seconds a question, until there are answers to tell */
/* A learner's own: the median over all quarters of an hour of the time that an answer took, each quarter weighing as
 * many answers as it has. tallies: (element-type CharterTally). Returns: seconds a question */
double charter_proposals_get_pace (const GArray *tallies);

/* date: YYYY-MM-DD, or NULL. today: as of charter_study_get_calendar_day. days: (out) from today to that day, 0 and
 * up. Returns: FALSE where it is no date, or one that has passed */
gboolean charter_proposals_count_days (const char *date, int today, int *days);
/* “Your exam is in 23 days.” Returns: (transfer full) */
char *charter_proposals_dup_exam (int days);
/* How many new questions a day meet each once: the day of the exam itself is for the exam. Returns: 0 where all were
 * met */
guint charter_proposals_count_a_day (guint n_seen, guint n_items, int days);

/* Whether a question that is due is likely forgotten by tomorrow: its chance to be recalled is then below one half.
 * weights: by which it was scheduled. One that was never recalled, or was reviewed today, is not. */
gboolean charter_proposals_is_fading (const CharterDue *due, const CharterWeights *weights);

G_END_DECLS
