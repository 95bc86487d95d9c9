/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A history out as JSON Lines, and in again. */
#include <string.h>

#include "charter-history-in.h"
#include "charter-history-out.h"
#include "store-support.h"

static GPtrArray *
load_events (CharterStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_load_events_async (store, NULL, keep_result, &result);
  return charter_store_load_events_finish (store, await_result (&result), NULL);
}

static char *
write_lines (CharterStore *store)
{
  g_autoptr (GPtrArray) events = load_events (store);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (charter_history_write (events, CHARTER_HISTORY_LINES, NULL, stream, NULL, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static CharterHistoryRead *
read_text (const char *text, gssize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (GError) error = NULL;
  CharterHistoryRead *read = charter_history_read (stream, NULL, &error);

  g_assert_no_error (error);
  return read;
}

static CharterMerged *
merge (CharterStore *store, GPtrArray *events)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CharterMerged *merged;

  charter_store_merge_async (store, events, NULL, keep_result, &result);
  merged = charter_store_merge_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return merged;
}

static void
fill (CharterStore *store)
{
  g_autoptr (CharterEvent) answer = make_answer ("one", 0, "item-0", 1.0 / 3, NOW + 1);
  CharterEvent *later = charter_event_new (CHARTER_EVENT_OTHER, "one", NOW + 3);

  commit (store, make_begun ("one", 3, NOW));
  commit (store, charter_event_ref (answer));
  commit (store, make_undo (answer, TRUE, NOW + 2));
  later->other = g_strdup ("of-a-later-release");
  commit (store, later);
  commit (store, make_setting ("retention", "0.85", NOW + 4));
  commit (store, make_answer ("one", 1, "item-1", 1, NOW + 5));
}

static void
test_round_trip (void)
{
  g_autoptr (CharterStore) from = charter_store_new_in_memory ();
  g_autoptr (CharterStore) to = charter_store_new_in_memory ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (CharterHistoryRead) read = NULL;
  g_autoptr (CharterMerged) merged = NULL;
  g_autoptr (CharterMerged) twice = NULL;

  fill (from);
  text = write_lines (from);
  read = read_text (text, -1);
  g_assert_cmpuint (read->problems->len, ==, 0);
  merged = merge (to, read->events);
  g_assert_cmpuint (merged->n_new, ==, 6);
  twice = merge (to, read->events);
  g_assert_cmpuint (twice->n_new, ==, 0);
  g_assert_cmpuint (twice->n_known, ==, 6);
  again = write_lines (to);
  g_assert_cmpstr (again, ==, text);
  assert_verified (to);
  g_assert_cmpuint (charter_store_get_open_session (to, "one")->n_answered, ==, 1);
}

/* With a byte order mark, line ends of another system, empty lines, two files in one: all is read, and what is no event
 * is told by its line. */
static void
test_odd_files (void)
{
  g_autoptr (CharterStore) from = charter_store_new_in_memory ();
  g_autofree char *text = NULL;
  g_autoptr (GString) odd = g_string_new ("\xef\xbb\xbf");
  g_autoptr (CharterHistoryRead) read = NULL;
  const CharterLineProblem *first;

  fill (from);
  text = write_lines (from);
  g_string_append (odd, text);
  g_string_replace (odd, "\n", "\r\n", 0);
  g_string_append (odd, "\n{\"sha256\":\"00\"}\n{\"format\":\"charter-history\",\"version\":1}\n");
  g_string_append (odd, "no event\n{\"kind\":\"answer\"}\n\xff\xfe\n");
  g_string_append (odd, strchr (text, '\n') + 1);
  g_string_truncate (odd, odd->len - 1);
  read = read_text (odd->str, (gssize)odd->len);
  g_assert_cmpuint (read->events->len, ==, 12);
  g_assert_cmpuint (read->problems->len, ==, 3);
  first = g_ptr_array_index (read->problems, 0);
  g_assert_cmpuint (first->line, ==, 11);
  g_assert_cmpuint (charter_history_read_get_line (read, g_ptr_array_index (read->events, 0)), ==, 2);
  g_assert_cmpuint (charter_history_read_get_line (read, g_ptr_array_index (read->events, 6)), ==, 14);
}

static void
test_long_line (void)
{
  g_autofree char *text = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (CharterHistoryRead) read = read_text (text, -1);

  g_assert_cmpuint (read->events->len, ==, 0);
  g_assert_cmpuint (read->problems->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/round-trip", test_round_trip);
  g_test_add_func ("/history/odd-files", test_odd_files);
  g_test_add_func ("/history/long-line", test_long_line);
  return g_test_run ();
}
