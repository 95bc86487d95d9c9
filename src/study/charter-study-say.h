/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* What a learner says beside answering: how well something was known, what not to ask any more, what to forget, and how
 * to be asked. Each is one event, made safe before it is called so; the one that comes back is stamped and can be
 * handed to charter_study_undo_async where that is said.
 *
 * All of them end in: Returns: (transfer full) (nullable) what was said; NULL with an error as for an answer */
CharterEvent *charter_study_say_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* A learner's own grade in the place of the rule's. position: an answered step. */
void charter_study_grade_async (CharterStudy *self,
                                CharterSession *session,
                                guint position,
                                CharterGrade grade,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* Whether an item is left out of what is due. Undone by the opposite. */
void charter_study_suspend_async (CharterStudy *self,
                                  CharterPack *pack,
                                  const CharterItem *item,
                                  gboolean suspended,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Begins anew with an item, or with all of a pack: best scores, memories and misconceptions; the days on which it was
 * learned stay. item_id: NULL for all of the pack. Can be undone. */
void charter_study_reset_async (CharterStudy *self,
                                const char *pack_id,
                                const char *item_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* Deletes a session and all that was answered in it. Can be undone. */
void charter_study_delete_async (CharterStudy *self,
                                 const char *session_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* Undoes a reset or a deletion, also one of long ago or of another device. */
void charter_study_undo_async (CharterStudy *self,
                               const CharterEvent *event,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Erases everything, for good, here and on every device with which this one is kept in step. It can't be undone: the
 * learner is to be offered to keep a copy first. Open sessions are no more. */
void charter_study_erase_async (CharterStudy *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* Whether to ask how sure somebody is of an answer: "yes"; anything else, and nothing, is no. */
#define CHARTER_SETTING_ASK_CONFIDENCE "ask-confidence"

/* A setting of the learner's, kept with the history (see charter-scheme.h for those of the schedule). */
void charter_study_set_setting_async (CharterStudy *self,
                                      const char *name,
                                      const char *value,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* Returns: (nullable) valid until "changed" */
const char *charter_study_get_setting (CharterStudy *self, const char *name);
/* By what answers are scheduled. Returns: (transfer none) valid until "changed" */
const CharterScheme *charter_study_get_scheme (CharterStudy *self);
/* The learner's day that it is now, as numbered by charter_scheme_get_day. */
int charter_study_get_today (CharterStudy *self);
/* The day of the calendar that it is now, numbered alike: whatever hour the learner's day begins at, an exam is on a
 * day of the calendar. */
int charter_study_get_calendar_day (CharterStudy *self);
/* When a day begins, in the time zone that holds now. Returns: microseconds since 1970 */
gint64 charter_study_get_beginning (CharterStudy *self, int day);

G_END_DECLS
