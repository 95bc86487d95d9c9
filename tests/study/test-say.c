/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a learner says beside answering, and that it holds after a restart. */
#include "charter-study-say.h"
#include "study-support.h"

#define PACK "org.example.study"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "pack.xml");
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static CharterEvent *
said (Fixture *fixture, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  CharterEvent *event;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  event = charter_study_say_finish (fixture->study, *result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (event);
  g_clear_object (result);
  return event;
}

static CharterItemRecord *
find_record (Fixture *fixture, const char *item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;

  charter_store_load_items_async (fixture->store, PACK, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  items = charter_store_load_items_finish (fixture->store, result, NULL);
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((CharterItemRecord *)g_ptr_array_index (items, i))->item, item))
      return g_ptr_array_steal_index (items, i);
  return NULL;
}

static CharterSession *
answer_first (Fixture *fixture)
{
  CharterSession *session
    = charter_study_begin (fixture->study, fixture->pack, "case", NULL, 7, CHARTER_MOOD_STUDY, NULL);

  charter_session_use_hint (session);
  answer_key (fixture->study, session);
  return session;
}

static const CharterItem *
first_item (CharterSession *session)
{
  return charter_path_get_step (charter_session_get_path (session), 0)->item;
}

static void
test_grade (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = answer_first (fixture);
  g_autoptr (CharterItemRecord) by_rule = find_record (fixture, first_item (session)->id);
  g_autoptr (CharterItemRecord) own = NULL;
  g_autoptr (CharterEvent) event = NULL;
  GAsyncResult *result = NULL;

  g_assert_cmpuint (by_rule->last_grade, ==, CHARTER_GRADE_HARD); /* right, with a hint */
  charter_study_grade_async (fixture->study, session, 0, CHARTER_GRADE_EASY, NULL, on_result, &result);
  event = said (fixture, &result);
  fixture_restart (fixture);
  own = find_record (fixture, first_item (session)->id);
  g_assert_cmpuint (own->last_grade, ==, CHARTER_GRADE_EASY);
  g_assert_cmpint (own->due_day, >, by_rule->due_day);
  assert_verified (fixture->store);
}

static void
test_grade_of_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "case", NULL, 7, CHARTER_MOOD_STUDY, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  charter_study_grade_async (fixture->study, session, 0, CHARTER_GRADE_EASY, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (charter_study_say_finish (fixture->study, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_suspend (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = answer_first (fixture);
  g_autoptr (CharterItemRecord) record = NULL;
  g_autoptr (CharterEvent) event = NULL;
  GAsyncResult *result = NULL;

  charter_study_suspend_async (fixture->study, fixture->pack, first_item (session), TRUE, NULL, on_result, &result);
  event = said (fixture, &result);
  fixture_restart (fixture);
  record = find_record (fixture, first_item (session)->id);
  g_assert_true (record->suspended);
  g_assert_cmpuint (record->n_reviews, ==, 1);
}

static guint
count_reviews (Fixture *fixture, const char *item)
{
  g_autoptr (CharterItemRecord) record = find_record (fixture, item);

  return record != NULL ? record->n_reviews : 0;
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = answer_first (fixture);
  const char *item = first_item (session)->id;
  g_autoptr (CharterEvent) reset = NULL;
  g_autoptr (CharterEvent) undo = NULL;
  GAsyncResult *result = NULL;

  charter_study_reset_async (fixture->study, PACK, NULL, NULL, on_result, &result);
  reset = said (fixture, &result);
  fixture_restart (fixture);
  g_assert_cmpuint (count_reviews (fixture, item), ==, 0);
  charter_study_undo_async (fixture->study, reset, NULL, on_result, &result);
  undo = said (fixture, &result);
  fixture_restart (fixture);
  g_assert_cmpuint (count_reviews (fixture, item), ==, 1);
  assert_verified (fixture->store);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = answer_first (fixture);
  const char *item = first_item (session)->id;
  g_autoptr (CharterEvent) gone = NULL;
  g_autoptr (CharterEvent) undo = NULL;
  GAsyncResult *result = NULL;

  charter_study_delete_async (fixture->study, charter_session_get_id (session), NULL, on_result, &result);
  gone = said (fixture, &result);
  fixture_restart (fixture);
  g_assert_cmpuint (count_reviews (fixture, item), ==, 0);
  g_assert_null (charter_store_get_open_session (fixture->store, charter_session_get_id (session)));
  charter_study_undo_async (fixture->study, gone, NULL, on_result, &result);
  undo = said (fixture, &result);
  fixture_restart (fixture);
  g_assert_cmpuint (count_reviews (fixture, item), ==, 1);
  g_assert_nonnull (charter_store_get_open_session (fixture->store, charter_session_get_id (session)));
  assert_verified (fixture->store);
}

static void
test_setting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterEvent) event = NULL;
  GAsyncResult *result = NULL;

  g_assert_null (charter_study_get_setting (fixture->study, "exam-date"));
  charter_study_set_setting_async (fixture->study, "exam-date", "2027-03-01", NULL, on_result, &result);
  event = said (fixture, &result);
  fixture_restart (fixture);
  g_assert_cmpstr (charter_study_get_setting (fixture->study, "exam-date"), ==, "2027-03-01");
}

/* How sure somebody was is kept half-way, and with the answer. */
static void
test_confidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "case", NULL, 7, CHARTER_MOOD_STUDY, NULL);
  g_autofree char *id = g_strdup (charter_session_get_id (session));
  g_autoptr (CharterResponse) key
    = charter_scoring_dup_key (first_item (session), charter_session_get_current (session)->seed);

  charter_session_set_response (session, key);
  charter_session_set_confidence (session, CHARTER_CONFIDENCE_GUESS);
  charter_study_keep_place (fixture->study, session);
  settle (fixture->study);
  fixture_restart (fixture);
  g_set_object (&session, resume_of (fixture->study, fixture->pack, id, NULL));
  g_object_unref (session);
  g_assert_cmpint (charter_session_get_confidence (session, 0), ==, CHARTER_CONFIDENCE_GUESS);
  g_assert_true (charter_study_answer (fixture->study, session, NULL));
  {
    g_autoptr (CharterItemRecord) record = find_record (fixture, first_item (session)->id);
    const GArray *tallies = charter_store_get_tallies (fixture->store);
    g_assert_cmpuint (record->last_grade, ==, CHARTER_GRADE_HARD); /* right, by a guess */
    g_assert_cmpint (g_array_index (tallies, CharterTally, 0).n_said[CHARTER_CONFIDENCE_GUESS - 1], ==, 1);
    g_assert_cmpint (g_array_index (tallies, CharterTally, 0).n_said_right[CHARTER_CONFIDENCE_GUESS - 1], ==, 1);
  }
  charter_session_set_confidence (session, CHARTER_CONFIDENCE_SURE); /* too late */
  g_assert_cmpint (charter_session_get_confidence (session, 0), ==, CHARTER_CONFIDENCE_GUESS);
  assert_verified (fixture->store);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/say/grade", test_grade);
  ADD ("/say/grade-of-nothing", test_grade_of_nothing);
  ADD ("/say/suspend", test_suspend);
  ADD ("/say/reset", test_reset);
  ADD ("/say/delete", test_delete);
  ADD ("/say/setting", test_setting);
  ADD ("/say/confidence", test_confidence);
  return g_test_run ();
}
