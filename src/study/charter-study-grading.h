/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-due.h"
#include "charter-grade.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* What the schedule says of one step of a session: why its item is asked, and what came of the answer. */
typedef struct {
  CharterDue due;     /* as it was before the answer; its card says nothing */
  gboolean suspended; /* left out of reviews from now on */
  CharterGrade grade; /* that stands: the learner's, or else the rule's; 0 where there is no answer that counts */
  /* Of an answer that counts: */
  const CharterGradeRule *rule;
  guint days[CHARTER_N_GRADES]; /* by grade − 1: how long each would let it wait, 0 for today */
} CharterGrading;

/* position: a step, answered or not. An answer that was given again after its feedback was seen does not count.
 * finish: grading: (out). */
void charter_study_load_grading_async (CharterStudy *self,
                                       CharterSession *session,
                                       guint position,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
charter_study_load_grading_finish (CharterStudy *self, GAsyncResult *result, CharterGrading *grading, GError **error);

G_END_DECLS
