/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-study-grading.h"
#include "charter-study-review.h"

G_BEGIN_DECLS

/* A review while it goes on: through one session after the other, until nothing of today's portion is left. It asks the
 * schedule about the step that is looked at, makes the learner's grades safe, and knows what to ask next. It knows
 * nothing of the screen. It emits
 *
 *   changed          what is known of the step that is looked at
 *   graded           the grade that was chosen is safe
 *   left-out  b      whether the step's question is left out of reviews is safe, and now so
 *   arrived          at the next session; charter_recall_get_session has it
 *   over             nothing is left to ask
 *   failed    error  what was asked for could not be done, a GError; charter_recall_retry tries it again */
#define CHARTER_TYPE_RECALL (charter_recall_get_type ())
G_DECLARE_FINAL_TYPE (CharterRecall, charter_recall, CHARTER, RECALL, GObject)

/* Both are kept. session: a review. */
CharterRecall *charter_recall_new (CharterStudy *study, CharterSession *session);

CharterSession *charter_recall_get_session (CharterRecall *self); /* (transfer none) */
CharterStudy *charter_recall_get_study (CharterRecall *self);     /* (transfer none) */
/* How many of a day's portions are asked; 1 unless told. */
void charter_recall_set_portions (CharterRecall *self, guint portions);
guint charter_recall_get_portions (CharterRecall *self);
/* How many questions were answered in it, and how many of these were not recalled. */
void charter_recall_count (CharterRecall *self, guint *n_reviewed, guint *n_again);

/* Looks at a step as it stands; what is known of it comes with "changed". */
void charter_recall_look (CharterRecall *self, guint position);
/* Returns: (nullable) NULL until it is known */
const CharterGrading *charter_recall_get_grading (CharterRecall *self);

/* Grades the answer that is looked at; 0 for the grade that it has. Then "graded". */
void charter_recall_grade (CharterRecall *self, CharterGrade grade);
/* Leaves the question that is looked at out of reviews; takes the last one of these in again. Then "left-out". */
void charter_recall_leave_out (CharterRecall *self);
void charter_recall_take_in_again (CharterRecall *self);

/* Goes to the next step that is to be asked. Returns: FALSE where there is none; then charter_recall_finish. */
gboolean charter_recall_next (CharterRecall *self);
/* Ends the session and looks what else there is. packs: (element-type CharterPack) to be asked from. Then "arrived" or
 * "over". */
void charter_recall_finish (CharterRecall *self, GPtrArray *packs);

/* What failed last; nothing where that was tried again already. */
void charter_recall_retry (CharterRecall *self);

G_END_DECLS
