/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-event.h"

G_BEGIN_DECLS

/* A line that is no event. */
typedef struct {
  guint line;     /* from 1 */
  char *sentence; /* why */
} CharterLineProblem;

/* What a file of JSON Lines holds. */
typedef struct {
  GPtrArray *events;   /* CharterEvent, as they came */
  GPtrArray *problems; /* CharterLineProblem */
  GHashTable *lines;   /* the line of each event */
} CharterHistoryRead;

/* Reads what charter_history_write wrote as "jsonl", one or more segments of a shared folder, or such lines from
 * elsewhere. Empty lines, first lines of files and sums are passed over; a line that is no event is told, and the
 * others are read. error: what the disk says. Returns: (transfer full) (nullable) */
CharterHistoryRead *charter_history_read (GInputStream *stream, GCancellable *cancellable, GError **error);
void charter_history_read_free (CharterHistoryRead *read);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterHistoryRead, charter_history_read_free)

/* From which line one of its events came. */
guint charter_history_read_get_line (CharterHistoryRead *read, const CharterEvent *event);

G_END_DECLS
