/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-walk.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* Attempts that are over: to be listed, looked back at, and (charter_study_delete_async) deleted. */

/* The one that ended last first. skip: how many to leave out. limit: how many to list at most.
 * Returns from finish: (transfer full) (nullable) */
void charter_study_load_attempts_async (CharterStudy *self,
                                        guint skip,
                                        guint limit,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
CharterAttempts *charter_study_load_attempts_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* One of them as it was, from the log alone: its paper or its way, and the answers that stand. It is over: nothing that
 * is done with it is written. Questions that have gone, or whose key has changed since, are as when a session is
 * resumed. packs: as charter_study_resume. error: G_IO_ERROR_NOT_FOUND where its pack is not at hand, or what was asked
 * is no longer in it.
 * Returns from finish: (transfer full) (nullable) a CharterSession, or the CharterWalk of a case */
void charter_study_load_attempt_async (CharterStudy *self,
                                       GPtrArray *packs,
                                       const CharterSessionRecord *attempt,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GObject *charter_study_load_attempt_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* What of it could not be shown as it was. Returns: (transfer full) (nullable) a sentence */
char *charter_study_dup_attempt_note (CharterStudy *self, CharterSession *attempt);

G_END_DECLS
