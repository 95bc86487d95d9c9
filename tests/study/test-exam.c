/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exams, quizzes that somebody built, and what went wrong the last time. */
#include "study-support.h"

#define PACK "org.example.study"
#define MINUTE G_TIME_SPAN_MINUTE
#define SECOND G_TIME_SPAN_SECOND

static const char *const some[] = { "when", "who", "which", NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "pack.xml");
}

static CharterSession *
begin_exam (Fixture *fixture, const char *group, const char *const *items, gint64 limit)
{
  g_autoptr (GError) error = NULL;
  CharterSession *session = charter_study_begin_exam (fixture->study, fixture->pack, group, items, 7, limit, &error);

  g_assert_no_error (error);
  return session;
}

/* Time passes, and everything is opened anew. */
static CharterSession *
resume (Fixture *fixture, CharterSession *before)
{
  g_autofree char *id = g_strdup (charter_session_get_id (before));
  g_autoptr (GError) error = NULL;
  CharterSession *session;

  g_object_unref (before);
  fixture_stop (fixture);
  test_clock_pass (&fixture->time, 60 * MINUTE);
  fixture_start (fixture);
  session = resume_of (fixture->study, fixture->pack, id, &error);
  g_assert_no_error (error);
  return session;
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
secure (Fixture *fixture, CharterSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  charter_study_secure_async (fixture->study, session, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (charter_study_secure_finish (fixture->study, result, &error));
  g_assert_no_error (error);
}

static guint
count_events (Fixture *fixture, CharterSession *session)
{
  GPtrArray *events = charter_store_get_open_session_events (fixture->store, charter_session_get_id (session));

  return events != NULL ? events->len : 0;
}

static void
assert_answer (CharterSession *session, guint position, const char *expected)
{
  CharterResponse *given = charter_session_get_answer (session, position);
  g_autofree char *text = given != NULL ? charter_response_to_string (given) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* ---- places of earlier releases ---- */

/* They know neither sections nor what was spent. */
static void
test_older_place (Fixture *fixture, gconstpointer data)
{
  CharterSession *session = begin_exam (fixture, "case", NULL, 30 * MINUTE);
  g_autoptr (GError) error = NULL;

  answer_key (fixture->study, session);
  charter_store_set_session_place (fixture->store, charter_session_get_id (session),
                                   "{\"position\":2,\"steps\":[{\"at\":0,\"us\":120000000},"
                                   "{\"at\":2,\"us\":60000000,\"response\":\"\",\"skipped\":true}]}",
                                   TRUE);
  session = resume (fixture, session);
  g_assert_cmpuint (charter_session_get_position (session), ==, 2);
  g_assert_cmpuint (charter_session_get_n_sections (session), ==, 1);
  g_assert_true (charter_session_can_go_to (session, 0));
  g_assert_cmpint (charter_session_get_time_left (session), ==, 27 * MINUTE);
  g_object_unref (session);
}

/* ---- securing ---- */

static void
test_secure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 0);

  secure (fixture, session); /* nothing was touched */
  g_assert_cmpuint (count_events (fixture, session), ==, 0);
  choose (session, "manager");
  secure (fixture, session);
  assert_answer (session, 0, "manager");
  g_assert_cmpuint (count_events (fixture, session), ==, 2); /* the beginning and the answer */
  secure (fixture, session);
  g_assert_cmpuint (count_events (fixture, session), ==, 2);
  choose (session, "sponsor");
  assert_answer (session, 0, "manager");
  secure (fixture, session);
  assert_answer (session, 0, "sponsor");
  g_assert_cmpuint (count_events (fixture, session), ==, 3);
}

/* What is said of an answer that was given already is given with it. */
static void
test_secure_how_sure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 0);

  choose (session, "manager");
  secure (fixture, session);
  charter_session_set_confidence (session, CHARTER_CONFIDENCE_SURE);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_OPEN);
  secure (fixture, session);
  g_assert_cmpuint (count_events (fixture, session), ==, 3);
  g_assert_cmpuint (charter_session_get_n_changes (session, 0), ==, 0);
  session = resume (fixture, g_steal_pointer (&session));
  assert_answer (session, 0, "manager");
  g_assert_cmpint (charter_session_get_confidence (session, 0), ==, CHARTER_CONFIDENCE_SURE);
}

static void
assert_first (CharterSession *session, guint position, const char *expected)
{
  g_autofree char *text = charter_response_to_string (charter_session_get_first_choice (session, position));

  g_assert_cmpstr (text, ==, expected);
}

/* From the answer's event, from the place, and from both where an answer is being changed. */
static void
test_first_choice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 0);

  choose (session, "manager");
  choose (session, "sponsor");
  secure (fixture, session);
  charter_session_go_to (session, 1);
  choose (session, "build move");
  choose (session, "move guard");
  charter_study_keep_place (fixture->study, session);
  session = resume (fixture, g_steal_pointer (&session));
  assert_first (session, 1, "build move");
  assert_first (session, 0, "manager");
  g_assert_cmpuint (charter_session_get_n_changes (session, 0), ==, 1);
  charter_session_go_to (session, 0);
  choose (session, "manager");
  charter_study_keep_place (fixture->study, session);
  session = resume (fixture, g_steal_pointer (&session));
  assert_first (session, 0, "manager");
  g_assert_cmpuint (charter_session_get_n_changes (session, 0), ==, 2);
}

/* One of two choices taken off: no answer stands any more, and the next is still a first attempt. */
static void
test_secure_what_was_made_incomplete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 0);

  charter_session_go_to (session, 1);
  choose (session, "build move");
  secure (fixture, session);
  choose (session, "build");
  assert_answer (session, 1, "build move");
  secure (fixture, session);
  assert_answer (session, 1, NULL);
  g_assert_cmpint (charter_session_get_stand (session, 1), ==, CHARTER_STAND_OPEN);
  g_assert_false (charter_session_get_taken_back (session, 1));
  session = resume (fixture, g_steal_pointer (&session));
  assert_answer (session, 1, NULL);
  g_assert_false (charter_session_get_taken_back (session, 1));
}

/* ---- time ---- */

static void
test_time_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 10 * MINUTE);

  g_assert_cmpint (charter_session_get_time_left (session), ==, 10 * MINUTE);
  test_clock_pass (&fixture->time, 2 * MINUTE);
  choose (session, "sponsor");
  secure (fixture, session);
  test_clock_pass (&fixture->time, MINUTE); /* thought over */
  g_assert_cmpint (charter_session_get_time_left (session), ==, 7 * MINUTE);
  charter_session_go_to (session, 2);
  test_clock_pass (&fixture->time, 90 * SECOND);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 330 * SECOND);
  charter_session_set_paused (session, TRUE);
  test_clock_pass (&fixture->time, MINUTE);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 330 * SECOND);
  charter_session_set_paused (session, FALSE);
  test_clock_pass (&fixture->time, 20 * MINUTE);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 0);
}

/* While it is left, time stands still. */
static void
test_time_left_when_resumed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 10 * MINUTE);

  test_clock_pass (&fixture->time, 2 * MINUTE);
  choose (session, "sponsor");
  secure (fixture, session);
  test_clock_pass (&fixture->time, MINUTE);
  charter_session_go_to (session, 2);
  test_clock_pass (&fixture->time, MINUTE);
  charter_study_keep_place (fixture->study, session);
  session = resume (fixture, g_steal_pointer (&session));
  g_assert_cmpint (charter_session_get_limit (session), ==, 10 * MINUTE);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 6 * MINUTE);
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 3 * MINUTE);
  g_assert_cmpuint (charter_session_get_position (session), ==, 2);
  test_clock_pass (&fixture->time, MINUTE);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 5 * MINUTE);
}

static void
test_without_a_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 0);

  test_clock_pass (&fixture->time, 600 * MINUTE);
  g_assert_cmpint (charter_session_get_time_left (session), ==, G_MAXINT64);
}

/* An exam's time runs from its beginning, so it leaves a trace at once. */
static void
test_left_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 10 * MINUTE);

  test_clock_pass (&fixture->time, MINUTE);
  charter_study_keep_place (fixture->study, session);
  session = resume (fixture, g_steal_pointer (&session));
  g_assert_cmpint (charter_session_get_time_left (session), ==, 9 * MINUTE);
}

/* ---- handing in ---- */

/* Two of five are answered, worth 1 + 2 of 6 points. */
static void
test_hand_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 0);
  g_auto (CharterGroupState) state = { 0 };

  answer_key (fixture->study, session);
  charter_session_go_to (session, 1);
  answer_key (fixture->study, session);
  charter_study_hand_in (fixture->study, session);
  settle (fixture->study);
  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpuint (state.n_sessions, ==, 1);
  g_assert_cmpfloat_with_epsilon (state.best, 3.0 / 6, 1e-9);
  g_assert_null (state.open_session);
}

static void
test_left_for_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_exam (fixture, "case", NULL, 0);
  g_auto (CharterGroupState) state = { 0 };

  answer_key (fixture->study, session);
  charter_study_end (fixture->study, session);
  settle (fixture->study);
  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpuint (state.n_sessions, ==, 0);
}

/* ---- built quizzes ---- */

static CharterSession *
build (Fixture *fixture)
{
  return charter_study_begin (fixture->study, fixture->pack, CHARTER_STUDY_BUILT, some, 7, CHARTER_MOOD_STUDY, NULL);
}

static void
test_built (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = build (fixture);
  g_autoptr (CharterSession) plain = begin_exam (fixture, "case", NULL, 0);
  g_autoptr (GPtrArray) open = NULL;
  g_auto (CharterGroupState) state = { 0 };

  g_assert_true (charter_study_is_built (session));
  g_assert_false (charter_study_is_built (plain));
  g_assert_null (charter_path_get_group (charter_session_get_path (session)));
  answer_key (fixture->study, session);
  session = resume (fixture, g_steal_pointer (&session));
  g_assert_true (charter_study_is_built (session));
  open = charter_study_list_open_sessions (fixture->study);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (((CharterOpenSession *)open->pdata[0])->group, ==, CHARTER_STUDY_BUILT);
  while (charter_session_next (session))
    answer_key (fixture->study, session);
  charter_study_end (fixture->study, session);
  settle (fixture->study);
  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpuint (state.n_sessions, ==, 0);
  charter_study_get_group_state (fixture->study, PACK, CHARTER_STUDY_BUILT, &state);
  g_assert_cmpuint (state.n_sessions, ==, 0);
}

#define N_SOME (G_N_ELEMENTS (some) - 1)

/* Returns: (transfer full) N_SOME of them */
static CharterPaperItem *
list_some (Fixture *fixture)
{
  CharterPaperItem *items = g_new0 (CharterPaperItem, N_SOME);

  for (guint i = 0; i < N_SOME; i++)
    items[i] = (CharterPaperItem){ fixture->pack, charter_pack_find_item (fixture->pack, some[i]) };
  return items;
}

/* The number that another one needs for the same questions: it outlives another try, but not a choice among them. */
static void
test_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = build (fixture);
  g_autoptr (CharterSession) plain = begin_exam (fixture, "case", NULL, 0);
  g_autofree CharterPaperItem *items = list_some (fixture);
  g_autoptr (CharterSession) mistakes
    = charter_study_begin_chosen (fixture->study, items, N_SOME, 8, 0, CHARTER_MOOD_STUDY, 0, NULL);
  g_autoptr (CharterSession) again
    = charter_study_begin_chosen (fixture->study, items, N_SOME, 9, 7, CHARTER_MOOD_EXAM, G_TIME_SPAN_MINUTE, NULL);

  g_assert_cmpuint (charter_study_get_drawn (session), ==, 7);
  g_assert_cmpuint (charter_study_get_drawn (plain), ==, 0);
  g_assert_true (charter_study_is_built (mistakes));
  g_assert_cmpuint (charter_study_get_drawn (mistakes), ==, 0);
  g_assert_cmpint (charter_session_get_limit (again), ==, G_TIME_SPAN_MINUTE);
  answer_key (fixture->study, again);
  again = resume (fixture, g_steal_pointer (&again));
  g_assert_cmpuint (charter_study_get_drawn (again), ==, 7);
  g_assert_cmpuint (charter_path_get_seed (charter_session_get_path (again)), ==, 9);
}

/* ---- mistakes ---- */

static void
assert_mistakes (Fixture *fixture, CharterPack *pack, const char *const *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) mistakes = NULL;

  charter_study_load_mistakes_async (fixture->study, pack, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  mistakes = charter_study_load_mistakes_finish (fixture->study, result, NULL);
  g_assert_cmpuint (g_hash_table_size (mistakes), ==, g_strv_length ((char **)ids));
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (mistakes, ids[i]));
}

static void
answer_all (Fixture *fixture, const char *when, const char *who, const char *which)
{
  g_autoptr (CharterSession) session = build (fixture);

  answer (fixture->study, session, when, NULL);
  charter_session_next (session);
  answer (fixture->study, session, who, NULL);
  charter_session_next (session);
  answer (fixture->study, session, which, NULL);
  charter_study_end (fixture->study, session);
}

/* A drill after an exam may ask from several packs: each answer is its own pack's, and it is gone on with where all of
 * them are at hand. */
static void
test_of_several_packs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPack) other = load_pack ("review.xml");
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  const CharterPaperItem items[] = {
    { other, charter_pack_find_item (other, "late") },
    { fixture->pack, charter_pack_find_item (fixture->pack, "who") },
    { other, charter_pack_find_item (other, "archived") },
  };
  g_autoptr (CharterSession) session
    = charter_study_begin_chosen (fixture->study, items, G_N_ELEMENTS (items), 5, 0, CHARTER_MOOD_STUDY, 0, NULL);
  g_autofree char *id = g_strdup (charter_session_get_id (session));

  g_ptr_array_add (packs, fixture->pack);
  g_ptr_array_add (packs, other);
  g_assert_true (charter_study_is_built (session));
  answer (fixture->study, session, "true", NULL);
  charter_session_next (session);
  answer (fixture->study, session, "nobody", NULL);
  assert_mistakes (fixture, other, (const char *const[]){ "late", NULL });
  assert_mistakes (fixture, fixture->pack, (const char *const[]){ "who", NULL });
  g_clear_object (&session);
  fixture_restart (fixture);
  session = charter_study_resume (fixture->study, packs, id, NULL);
  g_assert_nonnull (session);
  g_assert_cmpuint (charter_session_get_n_steps (session), ==, G_N_ELEMENTS (items));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const CharterStep *step = charter_path_get_step (charter_session_get_path (session), i);

      g_assert_true (step->pack == items[i].pack && step->item == items[i].item);
    }
  assert_answer (session, 0, "true");
  assert_answer (session, 1, "nobody");
  assert_answer (session, 2, NULL);
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  assert_mistakes (fixture, fixture->pack, (const char *const[]){ NULL });
  answer_all (fixture, "late", "sponsor", "build guard"); /* the last is partly right */
  assert_mistakes (fixture, fixture->pack, (const char *const[]){ "when", "which", NULL });
  answer_all (fixture, "accepted", "nobody", "build guard");
  assert_mistakes (fixture, fixture->pack, (const char *const[]){ "who", "which", NULL });
  answer_all (fixture, "accepted", "sponsor", "build move");
  assert_mistakes (fixture, fixture->pack, (const char *const[]){ NULL });
}

/* In the later release "which" has a new key, and "who" its words mended. */
static void
test_mistakes_under_another_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPack) later = load_pack ("pack-later.xml");

  answer_all (fixture, "late", "sponsor", "build guard");
  assert_mistakes (fixture, fixture->pack, (const char *const[]){ "when", "which", NULL });
  assert_mistakes (fixture, later, (const char *const[]){ "when", NULL });
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/exam/older-place", test_older_place);
  ADD ("/exam/secure", test_secure);
  ADD ("/exam/secure-how-sure", test_secure_how_sure);
  ADD ("/exam/secure-what-was-made-incomplete", test_secure_what_was_made_incomplete);
  ADD ("/exam/time-left", test_time_left);
  ADD ("/exam/first-choice", test_first_choice);
  ADD ("/exam/time-left-when-resumed", test_time_left_when_resumed);
  ADD ("/exam/without-a-limit", test_without_a_limit);
  ADD ("/exam/left-at-once", test_left_at_once);
  ADD ("/exam/hand-in", test_hand_in);
  ADD ("/exam/left-for-good", test_left_for_good);
  ADD ("/built", test_built);
  ADD ("/drawn", test_drawn);
  ADD ("/of-several-packs", test_of_several_packs);
  ADD ("/mistakes/latest-answers", test_mistakes);
  ADD ("/mistakes/another-key", test_mistakes_under_another_key);
  return g_test_run ();
}
