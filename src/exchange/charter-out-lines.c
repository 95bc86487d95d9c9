/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-event-line.h"
#include "charter-out-private.h"

static gboolean
write_event (const CharterOut *out, const CharterEvent *event, GError **error)
{
  g_autofree char *line = charter_event_to_line (event);

  return charter_out_text (out, line, error) && charter_out_text (out, "\n", error);
}

gboolean
charter_out_lines (const CharterOut *out, GError **error)
{
  if (!charter_out_text (out, "{\"format\":\"charter-history\",\"version\":1}\n", error))
    return FALSE;
  for (guint i = 0; i < out->events->len; i++)
    if (!write_event (out, g_ptr_array_index (out->events, i), error))
      return FALSE;
  return TRUE;
}
