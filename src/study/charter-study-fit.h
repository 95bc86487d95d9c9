/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-fit.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* The schedule fitted to the learner's own memory, on demand (charter-fit.h says how). Nothing changes before
 * charter_study_use_weights_async. */

/* So many reviews that count are needed before a fit can tell anything. */
#define CHARTER_FIT_LEAST 8

typedef struct {
  CharterFit fit;
  double log_loss_now; /* of the weights by which is scheduled now, on the same history; 0 where nothing counts */
} CharterStudyFit;

/* progress: may be NULL; called in this thread's main context while it runs. Cancelled, nothing is found.
 * finish: fit: (out). error: G_IO_ERROR_CANCELLED, or what the disk says. */
void charter_study_fit_weights_async (CharterStudy *self,
                                      CharterFitProgress progress,
                                      gpointer progress_data,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
charter_study_fit_weights_finish (CharterStudy *self, GAsyncResult *result, CharterStudyFit *fit, GError **error);

/* What came of it, for the learner: how much history is still missing, or how much better the schedule would have
 * foretold what they recalled. Returns: (transfer full) */
char *charter_study_fit_dup_words (const CharterStudyFit *fit);

/* Schedules by other weights from now on, and all that was answered before anew. Undone by the weights of before, which
 * charter_study_get_scheme has until then. Ends in charter_study_say_finish. */
void charter_study_use_weights_async (CharterStudy *self,
                                      const CharterWeights *weights,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

G_END_DECLS
