/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-event.h"

G_BEGIN_DECLS

/* What a writer gets: everything at once, and where to put its text as it is made. */
typedef struct {
  GPtrArray *events; /* CharterEvent */
  const char *actor; /* or NULL */
  GOutputStream *stream;
  GCancellable *cancellable;
} CharterOut;

gboolean charter_out_text (const CharterOut *out, const char *text, GError **error);

/* Local time with its distance from UTC, as ISO 8601 and xAPI have it: 2026-05-28T20:26:40.000+02:00.
 * Returns: (transfer full) */
char *charter_out_time (const CharterEvent *event);

/* One a format. */
gboolean charter_out_lines (const CharterOut *out, GError **error);
gboolean charter_out_csv (const CharterOut *out, GError **error);
gboolean charter_out_xapi (const CharterOut *out, GError **error);

G_END_DECLS
