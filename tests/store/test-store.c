/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store knows, while it is open and when it is opened again. */
#include "store-support.h"

#define MINUTE G_TIME_SPAN_MINUTE

/* A session of two items: 1 of 1 and 0.5 of 1. */
static void
play (CharterStore *store, const char *session, double first, double second)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (commit_events (store, &error, make_begun (session, 2, NOW),
                                make_answer (session, 0, "item-0", first, NOW + MINUTE), NULL));
  commit (store, make_answer (session, 1, "item-1", second, NOW + 2 * MINUTE));
}

static void
assert_half_way (CharterStore *store)
{
  const CharterSessionRecord *record = charter_store_get_open_session (store, "one");
  g_autoptr (GPtrArray) sessions = charter_store_list_open_sessions (store);

  g_assert_nonnull (record);
  g_assert_cmpstr (record->pack, ==, "pack");
  g_assert_cmpstr (record->group, ==, "group");
  g_assert_cmpuint (record->n_steps, ==, 2);
  g_assert_cmpuint (record->n_answered, ==, 2);
  g_assert_cmpuint (record->n_right, ==, 1);
  g_assert_cmpuint (record->position, ==, 1);
  g_assert_cmpfloat (record->points, ==, 1.5);
  g_assert_cmpint (record->time, ==, 3000);
  g_assert_cmpint (record->last_wall, ==, NOW + 2 * MINUTE);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpuint (charter_store_get_open_session_events (store, "one")->len, ==, 3);
}

static void
test_session (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  play (store, "one", 1, 0.5);
  assert_half_way (store);
  assert_verified (store);
  g_clear_object (&store);
  store = open_store (&place);
  assert_half_way (store);
  g_assert_null (charter_store_get_notice (store));
}

static void
test_group (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  const CharterGroupRecord *group;

  place_init (&place);
  store = open_store (&place);
  g_assert_null (charter_store_get_group (store, "pack", "group"));
  play (store, "one", 1, 0.5);
  commit (store, make_ended ("one", TRUE, NOW + 3 * MINUTE));
  play (store, "two", 0, 0.5);
  commit (store, make_ended ("two", TRUE, NOW + 4 * MINUTE));
  play (store, "left", 1, 1);
  commit (store, make_ended ("left", FALSE, NOW + 5 * MINUTE));
  for (int again = 0; again < 2; again++)
    {
      group = charter_store_get_group (store, "pack", "group");
      g_assert_cmpuint (group->n_sessions, ==, 2);
      g_assert_cmpfloat (group->best, ==, 0.75);
      g_assert_cmpfloat (group->last, ==, 0.25);
      g_assert_cmpint (group->last_wall, ==, NOW + 4 * MINUTE);
      g_assert_null (charter_store_get_open_session (store, "one"));
      g_assert_null (charter_store_get_open_session_events (store, "left"));
      assert_verified (store);
      g_clear_object (&store);
      store = open_store (&place);
    }
}

/* A session that is over does not change any more. */
static void
test_after_the_end (void)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();

  play (store, "one", 1, 1);
  commit (store, make_ended ("one", TRUE, NOW));
  commit (store, make_answer ("one", 0, "item-0", 0, NOW));
  commit (store, make_begun ("one", 2, NOW));
  g_assert_cmpfloat (charter_store_get_group (store, "pack", "group")->best, ==, 1);
  g_assert_null (charter_store_get_open_session (store, "one"));
  assert_verified (store);
}

/* Two answers on their way each bring the beginning along. */
static void
test_begins_once (void)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_true (commit_events (store, &error, make_begun ("one", 2, NOW), make_answer ("one", 0, "a", 1, NOW), NULL));
  g_assert_true (commit_events (store, &error, make_begun ("one", 2, NOW), make_answer ("one", 1, "b", 1, NOW), NULL));
  g_assert_cmpuint (charter_store_get_open_session_events (store, "one")->len, ==, 3);
  assert_verified (store);
}

static void
test_items (void)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  g_autoptr (CharterItemRecord) item = NULL;

  play (store, "one", 0.25, 1);
  play (store, "two", 1, 1);
  item = load_item (store, "item-0");
  g_assert_cmpuint (item->n_attempts, ==, 2);
  g_assert_cmpuint (item->n_right, ==, 1);
  g_assert_true (item->has_first);
  g_assert_cmpfloat (item->first.points, ==, 0.25);
  g_assert_cmpfloat (item->last.points, ==, 1);
  g_assert_cmpint (item->time, ==, 3000);
  assert_verified (store);
}

/* An exam's answer that is changed before feedback is one attempt. */
static void
test_changed_answer (void)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  g_autoptr (CharterItemRecord) item = NULL;
  guint n_answers, n_right;

  play (store, "one", 0, 1);
  commit (store, make_answer ("one", 1, "item-1", 0, NOW));
  item = load_item (store, "item-1");
  g_assert_cmpuint (item->n_attempts, ==, 1);
  g_assert_cmpfloat (item->first.points, ==, 0);
  g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 2);
  charter_store_count_answers (store, NOW, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, 2);
  g_assert_cmpuint (n_right, ==, 0);
  assert_verified (store);
}

static void
take_back (gboolean feedback_seen)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  g_autoptr (CharterItemRecord) item = NULL;
  g_autoptr (CharterEvent) answer = make_answer ("one", 0, "item-0", 0, NOW);
  guint n_answers, n_right;

  commit (store, make_begun ("one", 2, NOW));
  commit (store, charter_event_ref (answer));
  commit (store, make_undo (answer, feedback_seen, NOW));
  g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 0);
  charter_store_count_answers (store, NOW, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, 0);
  assert_verified (store);

  commit (store, make_answer ("one", 0, "item-0", 1, NOW));
  item = load_item (store, "item-0");
  g_assert_cmpuint (item->n_attempts, ==, 1);
  g_assert_cmpint (item->has_first, ==, !feedback_seen);
  g_assert_cmpfloat (item->last.points, ==, 1);
  g_assert_cmpuint (charter_store_get_open_session (store, "one")->n_answered, ==, 1);
  charter_store_count_answers (store, NOW, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, feedback_seen ? 0 : 1);
  assert_verified (store);
}

static void
test_taken_back_after_feedback (void)
{
  take_back (TRUE);
}

static void
test_taken_back_before_feedback (void)
{
  take_back (FALSE);
}

static void
test_counts_by_time (void)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  guint n_answers, n_right;

  commit (store, make_begun ("one", 4, NOW));
  commit (store, make_answer ("one", 0, "a", 1, NOW));
  commit (store, make_answer ("one", 1, "b", 0, NOW + 60 * MINUTE));
  commit (store, make_answer ("one", 2, "c", 1, NOW + 120 * MINUTE));
  commit (store, make_answer ("one", 3, "d", 1, NOW - 60 * MINUTE)); /* the clock was put back */
  charter_store_count_answers (store, NOW, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, 3);
  g_assert_cmpuint (n_right, ==, 2);
  charter_store_count_answers (store, NOW + 61 * MINUTE, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, 2);
  charter_store_count_answers (store, 0, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, 4);
  assert_verified (store);
}

/* The order of the log is the order in which things happened, whatever the clock says. */
static void
test_clock_that_jumps (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  static const gint64 jumps[] = { 0, -400, 90, 90, -9000, 31, 12, -2 };
  GPtrArray *events;

  place_init (&place);
  store = open_store (&place);
  commit (store, make_begun ("one", G_N_ELEMENTS (jumps), NOW));
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      commit (store, make_answer ("one", i, "item-0", i % 2, NOW + jumps[i] * G_TIME_SPAN_DAY));
      g_clear_object (&store);
      store = open_store (&place);
    }
  events = charter_store_get_open_session_events (store, "one");
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (jumps) + 1);
  for (guint i = 1; i < events->len; i++)
    {
      const CharterEvent *event = g_ptr_array_index (events, i);
      g_auto (CharterAnswer) answer = { 0 };
      g_assert_true (charter_answer_from_json (&answer, event->payload));
      g_assert_cmpuint (answer.position, ==, i - 1);
      g_assert_cmpint (event->seq, ==, i + 1);
    }
  assert_verified (store);
}

static void
test_places (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  commit (store, make_begun ("one", 2, NOW));
  g_assert_null (charter_store_get_last_reading_place (store));
  for (int i = 0; i <= 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"n\":%d}", i);
      charter_store_set_session_place (store, "one", text, TRUE);
      charter_store_set_reading_place (store, "pack", "handover", "closing", i / 200.0);
    }
  charter_store_set_reading_place (store, "pack", "two-kinds", NULL, 0.9);
  charter_store_set_reading_place (store, "pack", "handover", "acceptance", 0.1);
  g_clear_object (&store); /* writes what waits */
  store = open_store (&place);
  g_assert_cmpstr (charter_store_get_session_place (store, "one"), ==, "{\"n\":100}");
  g_assert_cmpfloat (charter_store_get_reading_place (store, "pack", "handover")->fraction, ==, 0.5);
  g_assert_cmpstr (charter_store_get_reading_place (store, "pack", "handover")->section, ==, "acceptance");
  g_assert_null (charter_store_get_reading_place (store, "pack", "two-kinds")->section);
  g_assert_cmpstr (charter_store_get_last_reading_place (store)->lesson, ==, "handover");
  commit (store, make_ended ("one", TRUE, NOW));
  g_assert_null (charter_store_get_session_place (store, "one"));
  g_clear_object (&store);
  store = open_store (&place);
  g_assert_null (charter_store_get_session_place (store, "one"));
}

static void
on_changed (CharterStore *store, guint *n)
{
  (*n)++;
}

static void
test_posted (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterEvent) begun = make_begun ("one", 2, NOW);
  guint n = 0;

  place_init (&place);
  store = open_store (&place);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &n);
  charter_store_post (store, begun);
  settle (store);
  g_assert_nonnull (charter_store_get_open_session (store, "one"));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_close_flushes (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  store = open_store (&place);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u", i);
      g_autoptr (CharterEvent) begun = make_begun (session, 2, NOW);
      charter_store_post (store, begun);
    }
  charter_store_close (store);
  charter_store_close (store);
  g_clear_object (&store);
  store = open_store (&place);
  {
    g_autoptr (GPtrArray) sessions = charter_store_list_open_sessions (store);
    g_assert_cmpuint (sessions->len, ==, 20);
    g_assert_cmpstr (((CharterSessionRecord *)sessions->pdata[0])->session, ==, "session-19");
  }
}

static void
test_rebuild (void)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  g_autoptr (GError) error = NULL;

  play (store, "one", 1, 0.5);
  commit (store, make_ended ("one", TRUE, NOW));
  play (store, "two", 1, 0.5);
  g_assert_true (charter_store_rebuild (store, &error));
  g_assert_no_error (error);
  assert_verified (store);
  g_assert_nonnull (charter_store_get_open_session (store, "two"));
  g_assert_cmpfloat (charter_store_get_group (store, "pack", "group")->best, ==, 0.75);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  *(CharterStore **)data = charter_store_open_finish (result, NULL);
}

static void
test_open_async (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;

  place_init (&place);
  charter_store_open_async (place.file, NOW, NULL, on_opened, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);
  play (store, "one", 1, 0.5);
  assert_half_way (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/session", test_session);
  g_test_add_func ("/store/group", test_group);
  g_test_add_func ("/store/after-the-end", test_after_the_end);
  g_test_add_func ("/store/begins-once", test_begins_once);
  g_test_add_func ("/store/items", test_items);
  g_test_add_func ("/store/changed-answer", test_changed_answer);
  g_test_add_func ("/store/taken-back-after-feedback", test_taken_back_after_feedback);
  g_test_add_func ("/store/taken-back-before-feedback", test_taken_back_before_feedback);
  g_test_add_func ("/store/counts-by-time", test_counts_by_time);
  g_test_add_func ("/store/clock-that-jumps", test_clock_that_jumps);
  g_test_add_func ("/store/places", test_places);
  g_test_add_func ("/store/posted", test_posted);
  g_test_add_func ("/store/close-flushes", test_close_flushes);
  g_test_add_func ("/store/rebuild", test_rebuild);
  g_test_add_func ("/store/open-async", test_open_async);
  return g_test_run ();
}
