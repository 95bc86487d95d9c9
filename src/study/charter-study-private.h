/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-payload.h"
#include "charter-study-hindsight.h"
#include "charter-study-track.h"
#include "charter-study-walk.h"
#include "charter-study.h"

G_BEGIN_DECLS

struct _CharterStudy {
  GObject parent_instance;

  CharterStore *store;
  CharterClock clock;

  CharterHindsight *ahead; /* what was asked for before anybody wanted it, or NULL */
  gboolean reading_ahead;
  gboolean ahead_missed; /* something has changed since it was asked for */
  GTask *waiting;        /* for it, or NULL */

  GArray *told; /* tallies without what is held, or NULL */
};

void charter_study_emit_changed (CharterStudy *self);
void charter_study_forget_ahead (CharterStudy *self);

/* When and where it happened, and nothing else yet. Returns: (transfer full) */
CharterEvent *
charter_study_make_event (CharterStudy *self, CharterEventKind kind, const char *session_id, const char *pack_id);

/* Each: (transfer full) an event about the session, its current step or an answer to it, as it is now. */
CharterEvent *
charter_study_make_begun (CharterStudy *self, CharterSession *session, const char *group_id, guint64 drawn);
CharterEvent *charter_study_make_answer (CharterStudy *self, CharterSession *session, const CharterScore *score);
CharterEvent *charter_study_make_undo (CharterStudy *self, CharterSession *session, const CharterEvent *answer);
/* handed_in: an exam, with or without all its answers. */
CharterEvent *charter_study_make_ended (CharterStudy *self, CharterSession *session, gboolean handed_in);

/* A session's place goes with what is committed next, or now. */
void charter_study_store_place (CharterStudy *self, CharterSession *session, gboolean now);

/* Puts a session that is open in the store together again. Returns: (transfer full) (nullable) */
CharterSession *charter_study_restore_session (
  CharterStore *store, CharterClock clock, GPtrArray *packs, const char *session_id, GError **error);

/* Any session from all that was said of it; where it is no longer open it has no place, and is for looking only. Its
 * pack is among packs. Returns: (transfer full) (nullable) */
CharterSession *charter_study_rebuild_session (CharterStore *store,
                                               CharterClock clock,
                                               GPtrArray *packs,
                                               const CharterSessionRecord *record,
                                               GPtrArray *events,
                                               GError **error);
/* The same of a walk that came to its ending, and that ending. Returns: (transfer full) (nullable) NULL too where the
 * case has changed since, so that the way leads elsewhere */
CharterWalk *charter_study_rebuild_walk (
  CharterStudy *self, CharterPack *pack, const char *session_id, GPtrArray *events, GError **error);

/* Of two packs with the same id the first. Returns: (transfer none) (nullable) */
CharterPack *charter_study_find_pack (GPtrArray *packs, const char *id);

/* Whether a record is of an item that the pack has, under the key that it has now. */
gboolean charter_study_is_about_this_key (CharterPack *pack, const CharterItemRecord *record);

/* Whether that is what the log has in the place of a scenario's id for a quiz that somebody built, or a review. */
gboolean charter_study_is_built_name (const char *group_id);
gboolean charter_study_is_review_name (const char *group_id);
CharterMood charter_study_mood_from_name (const char *name);

G_END_DECLS
