/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-history-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-event-line.h"
#include "charter-json.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
problem_free (gpointer data)
{
  CharterLineProblem *problem = data;

  g_free (problem->sentence);
  g_free (problem);
}

static CharterHistoryRead *
history_read_new (void)
{
  CharterHistoryRead *read = g_new (CharterHistoryRead, 1);

  read->events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  read->problems = g_ptr_array_new_with_free_func (problem_free);
  read->lines = g_hash_table_new (NULL, NULL);
  return read;
}

void
charter_history_read_free (CharterHistoryRead *read)
{
  g_ptr_array_unref (read->events);
  g_ptr_array_unref (read->problems);
  g_hash_table_unref (read->lines);
  g_free (read);
}

static void
tell (CharterHistoryRead *read, guint line, const char *sentence)
{
  CharterLineProblem *problem = g_new (CharterLineProblem, 1);

  problem->line = line;
  problem->sentence = g_strdup (sentence);
  g_ptr_array_add (read->problems, problem);
}

/* The first and the last line of a file: told by members that no event has. */
static gboolean
is_frame (const char *text)
{
  g_autoptr (JsonNode) node = g_str_has_prefix (text, "{\"format\"") || g_str_has_prefix (text, "{\"sha256\"")
                                ? charter_json_parse (text)
                                : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && !json_object_has_member (object, "kind");
}

static void
read_line (CharterHistoryRead *read, guint line, const char *text)
{
  g_autoptr (GError) error = NULL;
  CharterEvent *event;

  if (*text == '\0' || is_frame (text))
    return;
  event = charter_event_from_line (text, &error);
  if (event == NULL)
    {
      tell (read, line, error->message);
      return;
    }
  g_ptr_array_add (read->events, event);
  g_hash_table_insert (read->lines, event, GUINT_TO_POINTER (line));
}

CharterHistoryRead *
charter_history_read (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);
  g_autoptr (CharterHistoryRead) read = history_read_new ();
  GError *reason = NULL;
  char *text;
  gsize length;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_LF);
  for (guint line = 1; (text = g_data_input_stream_read_line (lines, &length, cancellable, &reason)) != NULL; line++)
    {
      const char *start
        = line == 1 && g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK) : text;
      if (length > CHARTER_LINE_LIMIT)
        tell (read, line, _ ("It is longer than any event."));
      else
        read_line (read, line, g_strchomp ((char *)start));
      g_free (text);
    }
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL ? g_steal_pointer (&read) : NULL;
}

guint
charter_history_read_get_line (CharterHistoryRead *read, const CharterEvent *event)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (read->lines, event));
}
