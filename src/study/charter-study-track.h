/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-scoring.h"
#include "charter-session.h"
#include "charter-store.h"

G_BEGIN_DECLS

/* What study knows of a session beside the session itself: how it stands in the log. It hangs on the session and
 * goes with it. */
typedef struct {
  guint origin; /* its place in the list with which the session began; items may have gone from the pack since */
  CharterScore score;
  CharterEvent *answer; /* the one that stands, or NULL */
} CharterTrackStep;

typedef struct {
  CharterEvent *begun;
  gboolean begun_safe;  /* it is in the log, or will be before whatever is handed in next */
  guint n_on_their_way; /* commits not yet come back */
  gboolean ended;
  gboolean built;          /* of items of several scenarios */
  gboolean review;         /* and that because they were due */
  guint64 drawn;           /* the seed that drew them, or 0 */
  CharterTrackStep *steps; /* one for each of the session's */
  guint n_steps;
  guint n_gone;    /* items that are no longer in the pack */
  guint n_changed; /* answers to items whose key has changed since */
} CharterTrack;

/* begun: kept. origins: one for each step, or NULL where they are as they began. */
CharterTrack *charter_track_attach (CharterSession *session, CharterEvent *begun, const guint *origins);
/* Returns: (nullable) NULL for a session that study did not make */
CharterTrack *charter_track_get (CharterSession *session);

void charter_track_set_answer (CharterTrack *track, guint position, CharterEvent *answer, CharterScore score);
void charter_track_clear_answer (CharterTrack *track, guint position);
/* The step that stood at origin when the session began, or the first after it that is still there. */
guint charter_track_find_step (CharterTrack *track, guint origin);

/* The session's place as text, and back. */
char *charter_study_place_to_json (CharterSession *session);

typedef struct {
  CharterStand stand;
  CharterResponse *response; /* or NULL */
  gint64 time;               /* microseconds */
  gboolean flagged;
  gboolean hint_used;
  guint n_changes;
  CharterResponse *first; /* the choice before these, or NULL */
  CharterConfidence confidence;
} CharterPlaceStep;

void charter_place_step_clear (CharterPlaceStep *step);
/* Returns: (transfer full) (nullable) NULL where text is no choice, or names what the item has no longer */
CharterResponse *charter_study_read_choice (const CharterItem *item, const char *text);
/* place: may be NULL. steps: one for each of the session's, filled where the place knows something. A choice that the
 * item has no longer is left out. Returns: FALSE where the place has no position; position is then untouched. */
gboolean
charter_study_place_read (CharterSession *session, const char *place, CharterPlaceStep *steps, guint *position);
/* Puts back what was struck out and what was marked, after the steps. place: may be NULL. */
void charter_study_place_restore_marks (CharterSession *session, const char *place);
/* Where among the sections of a form. */
typedef struct {
  guint section;
  gint64 break_left; /* microseconds */
  gint64 time_spent; /* microseconds, with what was spent on items that are gone */
} CharterPlaceSection;

/* place: may be NULL. */
CharterPlaceSection charter_study_place_read_section (const char *place);
/* Its position alone, in the list with which the session began; the same holds. */
gboolean charter_study_place_peek_position (const char *place, guint *origin);

G_END_DECLS
