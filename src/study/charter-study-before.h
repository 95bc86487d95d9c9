/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* Which items of a session had been answered before it began, under the key that they have now, or had lost their
 * first attempt because it was taken back with its feedback seen. Who hands out results says so.
 * Returns from finish: (transfer full) (nullable) a set of positions (GUINT_TO_POINTER) */
void charter_study_load_before_async (CharterStudy *self,
                                      CharterSession *session,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GHashTable *charter_study_load_before_finish (CharterStudy *self, GAsyncResult *result, GError **error);

G_END_DECLS
