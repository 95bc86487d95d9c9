/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-event.h"
#include "charter-record.h"

G_BEGIN_DECLS

#define CHARTER_N_CONFIDENCES 3

/* Pure code that turns events into records. Events come in the order of the log (hlc, device, seq); the same events
 * give the same records, whether folded one by one as they happen or all at once. */

/* What an event does to the tally of answers of one quarter of an hour. */
typedef struct {
  gint64 quarter; /* of an hour, since 1970 */
  int n_answers;  /* to add */
  int n_right;
  gint64 time; /* milliseconds */
  /* By how sure somebody was: guess, think so, sure. */
  int n_said[CHARTER_N_CONFIDENCES];
  int n_said_right[CHARTER_N_CONFIDENCES];
} CharterTally;

/* sum: of the same quarter. */
void charter_tally_add (CharterTally *sum, const CharterTally *tally);
gboolean charter_tally_equal (const CharterTally *a, const CharterTally *b);

gint64 charter_tally_quarter (gint64 wall);

/* A session as far as it has come: its record, and for each step the answer that stands. */
typedef struct _CharterSessionFold CharterSessionFold;

CharterSessionFold *charter_session_fold_new (const char *session);
void charter_session_fold_free (CharterSessionFold *fold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterSessionFold, charter_session_fold_free)

const CharterSessionRecord *charter_session_fold_get_record (const CharterSessionFold *fold);
gboolean charter_session_fold_has_begun (const CharterSessionFold *fold);
/* tallies: (element-type CharterTally) what the event changes is added to it. Returns: FALSE where the event says
 * nothing about the session: it has not begun, or is over. */
gboolean charter_session_fold_apply (CharterSessionFold *fold, const CharterEvent *event, GArray *tallies);

/* Counts a session where it finished, asked all that its group had to ask, and had something to score: a few of the
 * questions once more, or one of them alone, are no try at the group. */
void charter_group_record_add (CharterGroupRecord *record, const CharterSessionFold *fold);

G_END_DECLS
