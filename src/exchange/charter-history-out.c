/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-history-out.h"

#include <string.h>

#include "charter-out-private.h"

static const char *const names[] = { "jsonl", "csv", "xapi", NULL };

static gboolean (*const writers[]) (const CharterOut *out, GError **error) = {
  [CHARTER_HISTORY_LINES] = charter_out_lines,
  [CHARTER_HISTORY_CSV] = charter_out_csv,
  [CHARTER_HISTORY_XAPI] = charter_out_xapi,
};

gboolean
charter_history_format_from_name (CharterHistoryFormat *format, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *format = (CharterHistoryFormat)i;
        return TRUE;
      }
  return FALSE;
}

const char *const *
charter_history_format_names (void)
{
  return names;
}

gboolean
charter_out_text (const CharterOut *out, const char *text, GError **error)
{
  return g_output_stream_write_all (out->stream, text, strlen (text), NULL, out->cancellable, error);
}

char *
charter_out_time (const CharterEvent *event)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (event->tz * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (event->wall / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *date = g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *offset = g_date_time_format (local, "%:z");

  return g_strdup_printf ("%s.%03d%s", date, (int)(event->wall % G_TIME_SPAN_SECOND / G_TIME_SPAN_MILLISECOND), offset);
}

gboolean
charter_history_write (GPtrArray *events,
                       CharterHistoryFormat format,
                       const char *actor,
                       GOutputStream *stream,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new_sized (stream, 64 * 1024);
  CharterOut out = { events, actor, buffered, cancellable };

  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (buffered), FALSE);
  return writers[format](&out, error) && g_output_stream_close (buffered, cancellable, error);
}
