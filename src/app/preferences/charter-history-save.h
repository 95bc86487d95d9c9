/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-store.h"

G_BEGIN_DECLS

/* The endings of the ways in which a history can be saved, for a file chooser: JSON Lines, CSV, xAPI.
 * Returns: ended by NULL */
const char *const *charter_history_save_get_endings (void);

/* Writes all of a history to a file, in the way that its ending names. It is written beside what was there, and takes
 * its place when it is whole. error: what the disk says; its message is for the person. */
void charter_history_save_async (CharterStore *store, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean charter_history_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
