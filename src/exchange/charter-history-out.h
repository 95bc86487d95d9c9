/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-event.h"

G_BEGIN_DECLS

/* A history handed out. help/C/format-history.page tells each format's fields. */
typedef enum {
  CHARTER_HISTORY_LINES, /* "jsonl": all events, a line each, as in a shared folder; can be read back in */
  CHARTER_HISTORY_CSV,   /* "csv": all answers and moves, a row each, for a spreadsheet */
  CHARTER_HISTORY_XAPI,  /* "xapi": an array of xAPI 1.0.3 statements of what stands, for a learning record store */
} CharterHistoryFormat;

/* Returns: FALSE where there is no such format; the names are listed by charter_history_format_names. */
gboolean charter_history_format_from_name (CharterHistoryFormat *format, const char *name);
/* Returns: (transfer none) ended by NULL */
const char *const *charter_history_format_names (void);

/* events: (element-type CharterEvent) in the order of the log. actor: what xAPI calls the learner; with NULL a
 * pseudonym made of the first event's device, the same on all devices that are in step. The stream is not closed. */
gboolean charter_history_write (GPtrArray *events,
                                CharterHistoryFormat format,
                                const char *actor,
                                GOutputStream *stream,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
