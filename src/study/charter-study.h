/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-scoring.h"
#include "charter-session.h"
#include "charter-store.h"

G_BEGIN_DECLS

/* The one place that joins: it scores an answer, hands the store one transaction, and only then says so. The app and
 * the tool act through it alone. All of it is for the thread that made it; what is slow is async and comes back in
 * that thread's main context. It emits "changed" when anything told below may have changed. */
#define CHARTER_TYPE_STUDY (charter_study_get_type ())
G_DECLARE_FINAL_TYPE (CharterStudy, charter_study, CHARTER, STUDY, GObject)

/* store: kept; with NULL nothing is remembered beyond this object (a pack that is only looked at, tests). */
CharterStudy *charter_study_new (CharterStore *store, CharterClock clock);

/* In the place of a scenario's id for a quiz that somebody built of items of several; no id is written so. */
#define CHARTER_STUDY_BUILT "*"
/* The same for a review (charter-study-review.h). */
#define CHARTER_STUDY_REVIEW "~"

/* Begins a session on a scenario or bank, or on what was built. items: ids, or NULL for all. seed draws the paper, and
 * has drawn the items of what was built. The session can be used at once; its beginning is logged together with its
 * first event. error: as charter_paper_new. Returns: (transfer full) (nullable) */
CharterSession *charter_study_begin (CharterStudy *self,
                                     CharterPack *pack,
                                     const char *group_id,
                                     const char *const *items,
                                     guint64 seed,
                                     CharterMood mood,
                                     GError **error);

/* The same in exam mood. limit: microseconds for all of it, 0 for none. */
CharterSession *charter_study_begin_exam (CharterStudy *self,
                                          CharterPack *pack,
                                          const char *group_id,
                                          const char *const *items,
                                          guint64 seed,
                                          gint64 limit,
                                          GError **error);
/* Begins an exam on a form (charter_paper_new_form), in exam mood, under the id of its exam. form: kept. limit: as
 * begin_exam. Returns: (transfer full) */
CharterSession *charter_study_begin_form (CharterStudy *self, CharterPath *form, gint64 limit);
/* A quiz of any items, in this order, under the first one's pack; also what was built, again: on all of its items in
 * another order, or on some of them. items: at least one; copied. drawn: the seed that drew the items, or 0 where it
 * would draw others than these. limit: in exam mood, as begin_exam. Returns: (transfer full) (nullable) */
CharterSession *charter_study_begin_chosen (CharterStudy *self,
                                            const CharterPaperItem *items,
                                            guint n_items,
                                            guint64 seed,
                                            guint64 drawn,
                                            CharterMood mood,
                                            gint64 limit,
                                            GError **error);
/* Whether a session is of items of several scenarios: a quiz that somebody built, or a review. */
gboolean charter_study_is_built (CharterSession *session);
gboolean charter_study_is_review (CharterSession *session);
/* The seed that, with the same wishes, draws the same items as this quiz has. Returns: 0 where none does */
guint64 charter_study_get_drawn (CharterSession *session);

/* Scores the current step and makes it safe. The session is locked meanwhile; afterwards its step is ANSWERED, or
 * OPEN again with an error that says what happened and what is safe. */
void charter_study_answer_async (CharterStudy *self,
                                 CharterSession *session,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean charter_study_answer_finish (CharterStudy *self, GAsyncResult *result, GError **error);
/* The same for programs without a main loop: runs the thread's default main context until it is done. */
gboolean charter_study_answer (CharterStudy *self, CharterSession *session, GError **error);

/* Takes the current step's answer back (an event that undoes it), to be answered again; such an item stays out of
 * first-attempt figures. */
void charter_study_take_back_async (CharterStudy *self,
                                    CharterSession *session,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean charter_study_take_back_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Makes the current step of an exam safe before it is left: a complete choice becomes the answer, what was made
 * incomplete takes the old answer back, and where nothing changed nothing is written. error: as for an answer. */
void charter_study_secure_async (CharterStudy *self,
                                 CharterSession *session,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean charter_study_secure_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Closes the section of an exam where one is, for good: its current step is made safe first, then that it is closed;
 * the last one is handed in (charter_session_is_closed). error: as for an answer; the section is then still open, or
 * where only its closing could not be written it is closed, which is written with what comes next. */
void charter_study_close_section_async (CharterStudy *self,
                                        CharterSession *session,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean charter_study_close_section_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Keeps a session's place, its flags and the choice not yet given, so that it can be resumed. Cheap, not awaited; a
 * session that was only looked at leaves no trace, but an exam does, for its time runs. Where it can't be written, the
 * store's notice says so. */
void charter_study_keep_place (CharterStudy *self, CharterSession *session);
/* Says that a session is over: finished, or left for good. */
void charter_study_end (CharterStudy *self, CharterSession *session);
/* The same for an exam that is handed in: it is finished, and what has no answer is worth nothing. */
void charter_study_hand_in (CharterStudy *self, CharterSession *session);

/* The score of an answered step as it was when it was given. Returns: FALSE where it has no answer. */
gboolean charter_study_get_score (CharterStudy *self, CharterSession *session, guint position, CharterScore *score);

/* What is known of a scenario, bank, case or exam. */
typedef struct {
  guint n_sessions;   /* finished, and on all of its items that could be asked; of a case, come to an ending */
  double best;        /* of those, points over maximum, 0 to 1; negative where none is finished */
  double last;        /* of the one finished last; negative where none is */
  gint64 last_wall;   /* microseconds since 1970; 0 where none is */
  char *open_session; /* id of the latest one left half-way, or NULL */
  guint open_position;
  guint open_n_steps;
  gint64 open_time_left; /* microseconds; G_MAXINT64 without a limit */
} CharterGroupState;

void charter_group_state_clear (CharterGroupState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterGroupState, charter_group_state_clear)
void
charter_study_get_group_state (CharterStudy *self, const char *pack_id, const char *group_id, CharterGroupState *state);

/* Whether a case, or the whole of a scenario or bank, was ever finished. */
gboolean charter_study_has_finished (CharterStudy *self);

/* A session left half-way; group may be a case's id, and n_steps then is 0. */
typedef struct {
  char *session, *pack, *group; /* group: CHARTER_STUDY_BUILT or _REVIEW for what is of several; or an exam's id */
  guint position, n_steps;
  gint64 time_left; /* microseconds; G_MAXINT64 without a limit */
  gint64 wall;      /* of its last event, microseconds since 1970 */
} CharterOpenSession;

/* Returns: (transfer full) (element-type CharterOpenSession) the latest first */
GPtrArray *charter_study_list_open_sessions (CharterStudy *self);

/* Goes on with a session where it was, a choice not yet given included; the current step may be one whose feedback
 * was being read. Items that have gone, or whose pack is not at hand, are left out, and one whose key has changed is
 * asked again. packs: (element-type CharterPack) all that are at hand, the one that it was begun on among them, perhaps
 * of a later release; of two with the same id the first.
 * error: as charter_paper_new, or G_IO_ERROR_NOT_FOUND where no such session is open, or none of its items is left.
 * Returns: (transfer full) (nullable) */
CharterSession *charter_study_resume (CharterStudy *self, GPtrArray *packs, const char *session_id, GError **error);
/* What could not be brought back, for a banner. Returns: (transfer full) (nullable) a sentence or two */
char *charter_study_dup_resume_note (CharterStudy *self, CharterSession *session);

/* Reading places are plain rows, not events. section_id: may be NULL. fraction: of the lesson, 0 to 1; the furthest
 * one is kept. */
void charter_study_set_reading_place (
  CharterStudy *self, const char *pack_id, const char *lesson_id, const char *section_id, double fraction);
/* section: (out) (transfer full) (nullable) (optional). Returns: the furthest fraction read, 0 to 1. */
double charter_study_get_reading_place (CharterStudy *self, const char *pack_id, const char *lesson_id, char **section);
/* The lesson opened last. pack_id, lesson_id: (out) (transfer full) (nullable) (optional) NULL where none was.
 * Returns: FALSE where none was. */
gboolean charter_study_get_last_lesson (CharterStudy *self, char **pack_id, char **lesson_id);

/* The items of a pack whose latest answer was not wholly right. Answers to a key that has changed since say nothing,
 * and an open exam's questions are left out. Returns from finish: (transfer full) (nullable) a set of ids (element-type
 * utf8 utf8) */
void charter_study_load_mistakes_async (
  CharterStudy *self, CharterPack *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *charter_study_load_mistakes_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Answers given since a wall time, and how many of them were wholly right. Each question of a session counts once,
 * and not at all where it was answered again after its feedback was seen and taken back. since_wall: microseconds
 * since 1970, taken down to the quarter of an hour. */
void charter_study_count_answers (CharterStudy *self, gint64 since_wall, guint *n_answers, guint *n_right);

/* Brings the history and a folder shared with other devices into step, as charter_store_keep_in_step_async. */
void charter_study_keep_in_step_async (
  CharterStudy *self, const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterInStep *charter_study_keep_in_step_finish (CharterStudy *self, GAsyncResult *result, GError **error);

G_END_DECLS
