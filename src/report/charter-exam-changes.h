/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-report.h"

G_BEGIN_DECLS

/* What became of questions whose answer was changed: the first complete choice against the answer given, wholly right
 * or not. Of questions that count and have an answer. That changing pays more often than not is well known (L. T.
 * Benjamin, T. A. Cavell, W. R. Shallenberger, Staying with initial answers on objective tests: is it a myth?, 1984);
 * here everybody sees their own figures. */
typedef struct {
  guint n_changed;
  guint n_unknown; /* of them, where an earlier release did not keep the first choice */
  guint n_to_right, n_to_wrong;
  guint n_still_wrong, n_still_right; /* right both times where there is more than one right answer, or it was changed
                                       * back */
} CharterExamChanges;

CharterExamChanges charter_exam_changes_find (const CharterReport *report);

G_END_DECLS
