/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-lead.h"

G_BEGIN_DECLS

/* An exam while it is sat: at one of its questions, at the list of those of the section where one is, in a break, or
 * over. Where one is is left only when what was chosen there is safe. It has the time left in the header bar, and below
 * that the section and the pace. “arrived” is at the question where the session now is, at the list, or in the break.
 * It emits “warning” with a number of minutes, a guint, when fewer are left than that. Its actions are
 *
 *   exam.review          to the list, and from there back to the question
 *   exam.show      u     to the question at that position
 *   exam.end-section     closes the section, for good; the last one is handed in
 *   exam.end-break       to the first question of the next section
 *   exam.hand-in
 *   exam.show-time       whether the time left is shown, and the pace; kept for this computer
 *   exam.show-pace */
#define CHARTER_TYPE_SITTING (charter_sitting_get_type ())
G_DECLARE_FINAL_TYPE (CharterSitting, charter_sitting, CHARTER, SITTING, CharterLead)

/* Both are kept. session: in exam mood. */
CharterSitting *charter_sitting_new (CharterStudy *study, CharterSession *session);

/* Returns: microseconds; G_MAXINT64 without a limit */
gint64 charter_sitting_get_time_left (CharterSitting *self);

/* For good. Goes before wherever else one is going to; and when no time is left, even what can't be saved is not waited
 * for. */
void charter_sitting_hand_in (CharterSitting *self);

/* Fewer than so many minutes are left: “warning”. */
void charter_sitting_warn (CharterSitting *self, guint minutes);

/* Makes safe how much time has passed: a kill shall not give back more than a few seconds. */
void charter_sitting_keep_time (CharterSitting *self);

G_END_DECLS
