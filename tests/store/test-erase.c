/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After everything was erased, nothing of it is in any byte of any file, and nobody brings it back. */
#include "charter-backups.h"
#include "charter-erase.h"
#include "charter-log.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECRET "platypus"

static CharterEvent *
make_secret (guint position, gint64 wall)
{
  CharterEvent *event = make_answer (SECRET "-session", position, SECRET "-item", 1, wall);
  g_auto (CharterAnswer) answer = { 0 };

  g_assert_true (charter_answer_from_json (&answer, event->payload));
  g_free (answer.response);
  answer.response = g_strdup (SECRET "-response");
  g_free (event->payload);
  event->payload = charter_answer_to_json (&answer);
  return event;
}

/* Enough to fill pages that nothing new is written over. */
static void
fill (CharterStore *store)
{
  commit (store, make_begun (SECRET "-session", 300, NOW));
  for (guint i = 0; i < 300; i++)
    commit (store, make_secret (i, NOW + i));
  commit (store, make_setting ("exam-date", SECRET, NOW));
  charter_store_set_session_place (store, SECRET "-session", SECRET "-place", FALSE);
  charter_store_set_reading_place (store, SECRET "-pack", SECRET "-lesson", SECRET, 0.5);
  settle (store);
}

static gboolean
holds (const char *bytes, gsize size, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: how many files of the learner's folder, at any depth, hold the text */
static guint
count_traces (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size = 0;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_traces (path, text);
      else if (g_file_get_contents (path, &bytes, &size, NULL))
        n += holds (bytes, size, text) ? 1 : 0;
    }
  return n;
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
back_up (CharterStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_back_up_async (store, NOW, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (charter_store_back_up_finish (store, result, NULL));
}

static void
put_aside (const Place *place, const char *suffix)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (place->file), suffix, NULL);

  g_assert_true (g_file_set_contents (path, SECRET, -1, NULL));
}

static void
assert_empty (CharterStore *store)
{
  g_autoptr (GPtrArray) sessions = charter_store_list_open_sessions (store);

  g_assert_cmpuint (sessions->len, ==, 0);
  g_assert_cmpuint (charter_store_get_tallies (store)->len, ==, 0);
  g_assert_null (load_item (store, SECRET "-item"));
  g_assert_null (charter_store_get_setting (store, "exam-date"));
  g_assert_null (charter_store_get_session_place (store, SECRET "-session"));
  g_assert_null (charter_store_get_last_reading_place (store));
  assert_verified (store);
}

static void
test_erased (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  fill (store);
  back_up (store);
  put_aside (&place, ".damaged-20261123-101500");
  put_aside (&place, ".damaged-20261123-101500-wal");
  g_assert_cmpuint (count_traces (place.folder, SECRET), >=, 4); /* the test can fail */
  commit (store, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW));
  g_assert_cmpuint (count_traces (place.folder, SECRET), ==, 0);
  g_assert_null (charter_store_get_notice (store));
  assert_empty (store);
  charter_store_close (store);
  g_assert_cmpuint (count_traces (place.folder, SECRET), ==, 0);
  g_clear_object (&store);
  store = open_store (&place);
  assert_empty (store);
}

/* Life goes on, and the log is only added to again. */
static void
test_afterwards (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterEvent) first = make_begun ("two", 2, NOW);

  place_init (&place);
  store = open_store (&place);
  fill (store);
  commit (store, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW));
  commit (store, charter_event_ref (first));
  g_assert_cmpint (first->seq, ==, 304);
  commit (store, make_answer ("two", 0, "item", 1, NOW));
  g_assert_cmpuint (charter_store_get_open_session (store, "two")->n_answered, ==, 1);
  assert_verified (store);
  charter_store_close (store);
  {
    g_autoptr (sqlite3) db = charter_database_open (g_file_peek_path (place.file), TRUE, NULL, NULL, NULL);
    g_assert_nonnull (db);
    g_assert_false (charter_database_exec (db, "UPDATE event SET kind = 'x'", NULL));
    g_assert_false (charter_database_exec (db, "DELETE FROM event", NULL));
  }
}

static void
test_nothing_there (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  charter_store_set_reading_place (store, "pack", "lesson", SECRET, 0.5);
  settle (store);
  commit (store, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW));
  assert_empty (store);
  g_assert_cmpuint (count_traces (place.folder, SECRET), ==, 0);
}

/* Killed between the commit and the end of it. */
static void
test_finished_later (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  fill (store);
  back_up (store);
  g_clear_object (&store);
  {
    g_autoptr (sqlite3) db = charter_database_open (g_file_peek_path (place.file), TRUE, NULL, NULL, NULL);
    g_assert_true (charter_database_exec (db,
                                          "BEGIN IMMEDIATE; INSERT INTO event (device, seq, hlc, wall, tz, v, kind)"
                                          "  SELECT 'ffff', 1, max(hlc) + 1, 0, 0, 1, 'erase' FROM event",
                                          NULL));
    {
      gboolean scrubbed;
      g_assert_true (charter_erase_scrub (db, TRUE, &scrubbed, NULL));
      g_assert_true (scrubbed);
    }
    g_assert_true (charter_database_exec (db, "DELETE FROM meta WHERE name = 'folded'; COMMIT", NULL));
    g_assert_true (charter_erase_is_pending (db));
  }
  g_assert_cmpuint (count_traces (place.folder, SECRET), >, 0);
  store = open_store (&place);
  g_assert_cmpuint (count_traces (place.folder, SECRET), ==, 0);
  assert_empty (store);
  g_clear_object (&store);
  {
    g_autoptr (sqlite3) db = charter_database_open (g_file_peek_path (place.file), TRUE, NULL, NULL, NULL);
    g_assert_false (charter_erase_is_pending (db));
  }
}

/* Another device sends what happened before, what it had already sent, and what happened since. */
static void
test_older_ones_come_late (void)
{
  g_autoptr (sqlite3) db = charter_database_open (NULL, FALSE, NULL, NULL, NULL);
  gboolean scrubbed;
  g_autoptr (sqlite3_stmt) s = NULL;

#define PUT(device, seq, hlc, kind)                                                                                    \
  "INSERT OR IGNORE INTO event (device, seq, hlc, wall, tz, v, kind, payload) VALUES "                                 \
  "('" device "', " #seq ", " #hlc ", 0, 0, 1, '" kind "', '" SECRET "');"
  g_assert_true (charter_database_exec (
    db, "BEGIN;" PUT ("a", 1, 10, "other") PUT ("b", 1, 20, "other") PUT ("a", 2, 30, "erase"), NULL));
  g_assert_true (charter_erase_scrub (db, TRUE, &scrubbed, NULL));
  g_assert_true (scrubbed);
  g_assert_true (charter_database_exec (
    db, PUT ("b", 1, 20, "other") PUT ("b", 2, 29, "other") PUT ("b", 3, 31, "other") "COMMIT; BEGIN", NULL));
  g_assert_true (charter_erase_scrub (db, FALSE, &scrubbed, NULL));
  g_assert_true (scrubbed);
  g_assert_true (charter_erase_scrub (db, FALSE, &scrubbed, NULL));
  g_assert_false (scrubbed);
  s = charter_database_prepare (db,
                                "SELECT group_concat(device || seq || ' ' || kind || ' ' || hlc || ' ' ||"
                                "  ifnull(payload, '-'), '; ') FROM (SELECT * FROM event ORDER BY device, seq)",
                                NULL);
  g_assert_cmpint (charter_database_step (db, s, NULL), ==, 1);
  g_assert_cmpstr ((const char *)sqlite3_column_text (s, 0), ==,
                   "a1 erased 1 -; a2 erase 30 " SECRET "; b1 erased 1 -; b2 erased 1 -; b3 other 31 " SECRET);
}

static GPtrArray *
load_events (CharterStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_load_events_async (store, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_store_load_events_finish (store, result, NULL);
}

/* Hands all events of one store to another, as a folder would. */
static void
send (CharterStore *from, CharterStore *to)
{
  g_autoptr (GPtrArray) events = load_events (from);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterMerged) merged = NULL;

  charter_store_merge_async (to, events, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  merged = charter_store_merge_finish (to, result, NULL);
  g_assert_nonnull (merged);
  g_assert_cmpuint (merged->refused->len, ==, 0);
}

static void
assert_alike (CharterStore *a, CharterStore *b)
{
  g_autoptr (GPtrArray) first = load_events (a);
  g_autoptr (GPtrArray) second = load_events (b);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    g_assert_true (charter_event_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)));
}

/* What one erased is erased on the other, also what the first had never seen; what came after stays. */
static void
test_two_devices (void)
{
  g_auto (Place) here = { 0 };
  g_auto (Place) there = { 0 };
  g_autoptr (CharterStore) first = NULL;
  g_autoptr (CharterStore) second = NULL;

  place_init (&here);
  place_init (&there);
  first = open_store (&here);
  second = open_store (&there);
  fill (first);
  send (first, second);
  commit (second, make_secret (299, NOW + G_TIME_SPAN_HOUR));
  back_up (second);
  commit (first, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW + G_TIME_SPAN_DAY));
  commit (second, make_begun ("after", 2, NOW + 2 * G_TIME_SPAN_DAY));
  send (second, first);
  send (first, second);
  send (second, first);
  assert_alike (first, second);
  assert_verified (first);
  assert_verified (second);
  g_assert_nonnull (charter_store_get_open_session (first, "after"));
  g_assert_nonnull (charter_store_get_open_session (second, "after"));
  g_assert_cmpuint (count_traces (here.folder, SECRET), ==, 0);
  g_assert_cmpuint (count_traces (there.folder, SECRET), ==, 0);
}

static CharterMerged *
weigh (CharterStore *store, GPtrArray *events)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_weigh_async (store, events, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_store_weigh_finish (store, result, NULL);
}

/* What was taken out before does not come back; and whoever has not erased is told of it before. */
static void
test_weighed (void)
{
  g_auto (Place) here = { 0 };
  g_auto (Place) there = { 0 };
  g_autoptr (CharterStore) first = NULL;
  g_autoptr (CharterStore) second = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) untouched = NULL;
  g_autoptr (CharterMerged) back = NULL;
  g_autoptr (CharterMerged) out = NULL;

  place_init (&here);
  place_init (&there);
  first = open_store (&here);
  second = open_store (&there);
  fill (first);
  before = load_events (first);
  send (first, second);
  commit (first, charter_event_new (CHARTER_EVENT_ERASE, NULL, NOW + G_TIME_SPAN_DAY));
  after = load_events (first);

  back = weigh (first, before);
  g_assert_cmpuint (back->n_new, ==, 0);
  g_assert_cmpuint (back->n_known, ==, 0);
  g_assert_cmpuint (back->n_erased, ==, before->len);
  g_assert_false (back->erases);

  out = weigh (second, after);
  g_assert_cmpuint (out->n_new, ==, 1);
  g_assert_true (out->erases);
  untouched = load_events (second);
  g_assert_cmpuint (untouched->len, ==, before->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erase/erased", test_erased);
  g_test_add_func ("/erase/afterwards", test_afterwards);
  g_test_add_func ("/erase/nothing-there", test_nothing_there);
  g_test_add_func ("/erase/finished-later", test_finished_later);
  g_test_add_func ("/erase/older-ones-come-late", test_older_ones_come_late);
  g_test_add_func ("/erase/two-devices", test_two_devices);
  g_test_add_func ("/erase/weighed", test_weighed);
  return g_test_run ();
}
