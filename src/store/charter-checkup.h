/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a look through a whole history found: its structure is sound, and everything that is shown is what its events
 * say. */
typedef struct {
  gint64 n_events;
  gint64 n_answers;
  gint64 n_sessions;
  gint64 n_items;
  gint64 time; /* microseconds that it took */
} CharterCheckup;

/* Looks through a copy of a backup, which stays as it is. path: of the backup.
 * error: G_IO_ERROR_INVALID_DATA where it is damaged or does not agree. */
gboolean charter_checkup_backup (const char *path, CharterCheckup *checkup, GError **error);

G_END_DECLS
