/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* An exam while it is sat: at one of its questions, at the list of all of them, or over. Where one is is left only when
 * what was chosen there is safe, so whoever asks to go somewhere hears later of having arrived. It knows nothing of the
 * screen. It emits
 *
 *   leaving        what was chosen is on its way to the disk, and can't be changed meanwhile
 *   arrived        at the question where the session now is, or at the list
 *   failed  error  it could not be saved, a GError, and one is where one was; charter_sitting_retry goes again
 *   over           it is handed in
 *
 * Its actions, which a page has below the name “exam”, are
 *
 *   exam.review       to the list, and from there back to the question
 *   exam.show      u  to the question at that position
 *   exam.hand-in */
#define CHARTER_TYPE_SITTING (charter_sitting_get_type ())
G_DECLARE_FINAL_TYPE (CharterSitting, charter_sitting, CHARTER, SITTING, GObject)

/* Both are kept. session: in exam mood. */
CharterSitting *charter_sitting_new (CharterStudy *study, CharterSession *session);

GActionGroup *charter_sitting_get_actions (CharterSitting *self);   /* (transfer none) */
CharterSession *charter_sitting_get_session (CharterSitting *self); /* (transfer none) */

/* Whether one is at the list. */
gboolean charter_sitting_is_reviewing (CharterSitting *self);

/* position: from 0; what comes after the last question is the list. Ignored while one is leaving. */
void charter_sitting_go_to (CharterSitting *self, guint position);
/* For good. Goes before wherever else one is going to; and when no time is left, even what can't be saved is not waited
 * for. */
void charter_sitting_hand_in (CharterSitting *self);
/* Where it failed to go. */
void charter_sitting_retry (CharterSitting *self);

/* Makes safe how much time has passed: a kill shall not give back more than a few seconds. */
void charter_sitting_keep_time (CharterSitting *self);

G_END_DECLS
