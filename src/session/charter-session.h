/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "charter-clock.h"
#include "charter-grade.h"
#include "charter-highlight.h"
#include "charter-path.h"
#include "charter-response.h"

G_BEGIN_DECLS

/* STUDY: feedback after each item. EXAM: none until the end. */
typedef enum { CHARTER_MOOD_STUDY, CHARTER_MOOD_EXAM } CharterMood;

/* Where one step stands. */
typedef enum {
  CHARTER_STAND_UNSEEN,
  CHARTER_STAND_OPEN,     /* seen, perhaps with something chosen that is not yet given as the answer */
  CHARTER_STAND_LOCKED,   /* given as the answer, being made safe: can't be changed meanwhile */
  CHARTER_STAND_ANSWERED, /* safe; in study mood its feedback is shown */
  CHARTER_STAND_SKIPPED,  /* left for later */
} CharterStand;

/* A cursor over a path that gathers what was answered. It knows nothing of what scores mean, of disks or of screens;
 * it emits "changed" after anything about it changes. */
#define CHARTER_TYPE_SESSION (charter_session_get_type ())
G_DECLARE_FINAL_TYPE (CharterSession, charter_session, CHARTER, SESSION, GObject)

/* id: unique among all sessions, handed in. path is kept. */
CharterSession *charter_session_new (const char *id, CharterPath *path, CharterMood mood, CharterClock clock);

const char *charter_session_get_id (CharterSession *self);
CharterPath *charter_session_get_path (CharterSession *self); /* (transfer none) */
CharterMood charter_session_get_mood (CharterSession *self);
guint charter_session_get_n_steps (CharterSession *self);
guint charter_session_get_position (CharterSession *self);
const CharterStep *charter_session_get_current (CharterSession *self);

/* Moves the cursor and begins to count the step's time. position: below n_steps; nothing happens where it can't be gone
 * to. */
void charter_session_go_to (CharterSession *self, guint position);
/* Whether one may go there: to the steps of the section where one is, and to none during a break. */
gboolean charter_session_can_go_to (CharterSession *self, guint position);
/* Goes to the next step of the section that has no answer: those after the current one first, then from its start.
 * Returns: FALSE where every step of it has its answer; the cursor then stays. */
gboolean charter_session_next (CharterSession *self);
/* Marks the current step as skipped, unless it has an answer, and goes on like next. */
gboolean charter_session_skip (CharterSession *self);
gboolean charter_session_is_finished (CharterSession *self); /* every step answered */

/* A form's sections come one after the other, and one that is closed can't be returned to. What has no sections is one.
 * Returns: at least 1 */
guint charter_session_get_n_sections (CharterSession *self);
/* Where one is; during a break, what comes after it. Returns: from 0, n_sections where all are closed */
guint charter_session_get_section (CharterSession *self);
/* Whether all sections are closed: nothing can be chosen any more and no time runs, what is left is to hand in. */
gboolean charter_session_is_closed (CharterSession *self);
/* Closes the section where one is, for good. Its break begins, where it has one; else the next section does. Sections
 * whose items are all gone are passed over. During a break nothing happens.
 * Returns: FALSE where it was the last: the session is to be handed in */
gboolean charter_session_close_section (CharterSession *self);
/* During a break the session's time stands still, as long as the break has time left; what one is late counts for the
 * step that comes next. The session does not end a break by itself. */
gboolean charter_session_is_in_break (CharterSession *self);
/* Microseconds; 0 where it is over, or there is none */
gint64 charter_session_get_break_left (CharterSession *self);
/* Begins the next section, with time left or without. */
void charter_session_end_break (CharterSession *self);

CharterStand charter_session_get_stand (CharterSession *self, guint position);
/* What is chosen, or was answered. Returns: (transfer none) never NULL */
CharterResponse *charter_session_get_response (CharterSession *self, guint position);
/* The answer that is safe: in exam mood it may differ from what is chosen meanwhile.
 * Returns: (transfer none) (nullable) NULL where none was given, or it was taken back */
CharterResponse *charter_session_get_answer (CharterSession *self, guint position);
/* Chooses for the current step; ignored while it is locked, and in study mood once it is answered. In exam mood another
 * choice makes an answered step OPEN again. */
void charter_session_set_response (CharterSession *self, CharterResponse *response);
void charter_session_set_flagged (CharterSession *self, guint position, gboolean flagged);
gboolean charter_session_get_flagged (CharterSession *self, guint position);
/* The parts of a step's item that somebody has struck out, so as not to look at them again: a bit a part, the first
 * part's the lowest; those beyond 64 can't be. It is no answer. Choosing a part takes its line away. */
void charter_session_set_struck (CharterSession *self, guint position, guint64 parts);
guint64 charter_session_get_struck (CharterSession *self, guint position);
/* The words that somebody has highlighted: no answer either. All steps of a scenario have those of its situation.
 * whole: all of that text, in which places are characters. unhighlight takes away the one at a place; it returns
 * whether there was one. */
void charter_session_highlight (
  CharterSession *self, guint position, CharterHighlightOf of, guint text, const char *whole, guint start, guint end);
gboolean
charter_session_unhighlight (CharterSession *self, guint position, CharterHighlightOf of, guint text, guint at);
/* Returns: (transfer none) (nullable) of CharterHighlight, in order */
GPtrArray *charter_session_get_highlights (CharterSession *self, guint position, CharterHighlightOf of);
/* The first steps of the scenarios in whose situations there are such. Returns: (transfer full) of guint, in order */
GArray *charter_session_list_highlighted (CharterSession *self);
/* The first step from position on of which more may be to be kept than its answer: seen and not answered, flagged, or
 * any in exam mood. In a long session these are few, and found without going through the others.
 * position: (inout). Returns: FALSE where there is none, and position is as it was */
gboolean charter_session_find_loose (CharterSession *self, guint *position);
void charter_session_use_hint (CharterSession *self); /* of the current step */
gboolean charter_session_get_hint_used (CharterSession *self, guint position);
/* How sure somebody is of the current step's choice, where they say so. Ignored once its feedback is shown.
 * In exam mood an answered step becomes OPEN again, for its answer is then to be given with it. */
void charter_session_set_confidence (CharterSession *self, CharterConfidence confidence);
CharterConfidence charter_session_get_confidence (CharterSession *self, guint position);
/* How often a complete choice was replaced by another one. Words and numbers are only compared when the step is left or
 * its answer given, so that each letter typed is no change. */
guint charter_session_get_n_changes (CharterSession *self, guint position);
/* The first of these choices, the answer itself where it was never changed.
 * Returns: (transfer none) (nullable) NULL where none was complete, or an earlier release did not keep it */
CharterResponse *charter_session_get_first_choice (CharterSession *self, guint position);
/* Microseconds for which the step was the current one and could be worked on, pauses left out: in study mood until it
 * is answered, in exam mood always. */
gint64 charter_session_get_time (CharterSession *self, guint position);
/* The same of all steps, with those that are gone. */
gint64 charter_session_get_time_spent (CharterSession *self);
/* How long all steps together may take, in microseconds; 0 for no limit. The session only tells what is left of it. */
void charter_session_set_limit (CharterSession *self, gint64 limit);
gint64 charter_session_get_limit (CharterSession *self);
/* Returns: 0 when it is used up; G_MAXINT64 without a limit */
gint64 charter_session_get_time_left (CharterSession *self);
/* The window lost its place on the screen, or came back: time stands still in between, a break's too. */
void charter_session_set_paused (CharterSession *self, gboolean paused);

/* Study calls these around a commit. lock: FALSE where the current response is incomplete or already locked.
 * settle: safe makes the step ANSWERED; otherwise it is OPEN again. */
gboolean charter_session_lock (CharterSession *self);
void charter_session_settle (CharterSession *self, guint position, gboolean safe);
/* Study takes a step's answer back, to be answered again; the choice stays as it was. */
void charter_session_take_back (CharterSession *self, guint position);
/* Whether an answer to that step was ever taken back after its feedback was seen, which there is in study mood only:
 * what is given then is no first attempt. Set for a session that is resumed. */
gboolean charter_session_get_taken_back (CharterSession *self, guint position);
void charter_session_set_taken_back (CharterSession *self, guint position, gboolean taken_back);

/* Puts back in which section one was, when a session is resumed, and what was left of the break before it:
 * microseconds, 0 for none. Before its steps are put back. */
void charter_session_restore_section (CharterSession *self, guint section, gint64 break_left);
/* Puts back the time that all steps had taken, after the steps: what is more than theirs went to steps that are gone.
 * time: microseconds. */
void charter_session_restore_time_spent (CharterSession *self, gint64 time);
/* Puts back how sure somebody was, when a session is resumed. */
void charter_session_restore_confidence (CharterSession *self, guint position, CharterConfidence confidence);
/* Puts back the first choice of a step whose choice was changed, after the step. first: kept. */
void charter_session_restore_first_choice (CharterSession *self, guint position, CharterResponse *first);
/* Puts back the words that were highlighted. highlights: kept. */
void
charter_session_restore_highlights (CharterSession *self, guint position, CharterHighlightOf of, GPtrArray *highlights);
/* Puts back what a step was, when a session is resumed. time: microseconds. An answer that was being changed is put
 * back by two calls, as ANSWERED and then as OPEN with the new choice. */
void charter_session_restore (CharterSession *self,
                              guint position,
                              CharterStand stand,
                              CharterResponse *response,
                              gint64 time,
                              gboolean flagged,
                              gboolean hint_used,
                              guint n_changes);

G_END_DECLS
