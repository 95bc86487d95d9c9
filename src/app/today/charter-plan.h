/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-findings.h"
#include "charter-library.h"
#include "charter-study-proposals.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* One thing to do, with what it is about and why. */
typedef struct {
  CharterProposal proposal;
  CharterPack *pack;                /* NULL for reviews, which are of all packs; IDEA: the idea's own */
  const CharterLesson *lesson;      /* READ_ON and READ */
  const CharterGroup *group;        /* RESUME, TRY, TRY_AGAIN; NULL for a quiz that was built */
  const CharterCase *story;         /* RESUME, in the place of a group */
  const CharterExam *exam;          /* the same, and REHEARSE */
  char *session;                    /* RESUME */
  double done;                      /* 0 to 1: read, answered, or the best score */
  guint position, n_steps;          /* RESUME; of a case the moves made, and 0 */
  gint64 time_left;                 /* RESUME: microseconds; G_MAXINT64 without a limit */
  const CharterMisconception *idea; /* IDEA */
  char **names;                     /* IDEA, ROUND and MISTAKES: what is practised, each "pack#id" */
} CharterDeed;

/* What there is to do, the best first (charter-study-proposals.h says in which order): one deed of each kind at most,
 * but every quiz left half-way. findings: what is not known by heart, or NULL while it is not there.
 * Returns: (transfer full) (element-type CharterDeed) empty only where the library is */
GPtrArray *charter_plan_make (CharterLibrary *library, CharterStudy *study, const CharterFindings *findings);

/* Days until the learner's exam. days: (out) Returns: FALSE where no day is set, or it has passed */
gboolean charter_plan_get_exam (CharterStudy *study, int *days);

/* Whether nothing was read, left half-way, answered or played yet. */
gboolean charter_plan_is_first_time (CharterStudy *study);

G_END_DECLS
