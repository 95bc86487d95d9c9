/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-history-in.h"

G_BEGIN_DECLS

/* Reads a file of JSON Lines beside the window. error: what the disk says; its message is for the person. */
void
charter_history_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
CharterHistoryRead *charter_history_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
