/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attempts that are over: listed, looked back at as they were, deleted and brought back. */
#include "charter-report.h"
#include "charter-study-attempts.h"
#include "charter-study-say.h"
#include "study-support.h"

#define PACK "org.example.study"
#define SEED 7

static void
set_up (Fixture *fixture, gconstpointer pack)
{
  fixture_open (fixture, pack);
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static CharterAttempts *
list (Fixture *fixture, guint skip, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CharterAttempts *attempts;

  charter_study_load_attempts_async (fixture->study, skip, limit, NULL, on_result, &result);
  attempts = charter_study_load_attempts_finish (fixture->study, await (&result), &error);
  g_assert_no_error (error);
  return attempts;
}

static const CharterSessionRecord *
get (const CharterAttempts *attempts, guint i)
{
  g_assert_cmpuint (i, <, attempts->list->len);
  return attempts->list->pdata[i];
}

/* Returns: (transfer full) (nullable) */
static GObject *
look_back (Fixture *fixture, CharterPack *pack, const CharterSessionRecord *record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  if (pack != NULL)
    g_ptr_array_add (packs, pack);
  charter_study_load_attempt_async (fixture->study, packs, record, NULL, on_result, &result);
  return charter_study_load_attempt_finish (fixture->study, await (&result), error);
}

/* Answers so many questions with their keys, and ends it. Returns: (transfer full) the session's id */
static char *
sit (Fixture *fixture, CharterMood mood, guint n)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "case", NULL, SEED, mood, NULL);

  for (guint i = 0; i < n; i++)
    {
      answer_key (fixture->study, session);
      if (i + 1 < charter_session_get_n_steps (session))
        charter_session_next (session);
    }
  test_clock_pass (&fixture->time, G_TIME_SPAN_MINUTE);
  if (mood == CHARTER_MOOD_EXAM)
    charter_study_hand_in (fixture->study, session);
  else
    charter_study_end (fixture->study, session);
  if (n > 0)
    settle (fixture->study);
  return g_strdup (charter_session_get_id (session));
}

static CharterEvent *
said (Fixture *fixture, GAsyncResult **result)
{
  CharterEvent *event = charter_study_say_finish (fixture->study, await (result), NULL);

  g_assert_nonnull (event);
  g_clear_object (result);
  return event;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  guint n_steps = charter_group_count_open (charter_pack_find_group (fixture->pack, "case"));
  g_autofree char *whole = sit (fixture, CHARTER_MOOD_STUDY, n_steps);
  g_autofree char *left = sit (fixture, CHARTER_MOOD_STUDY, 2);
  g_autofree char *nothing = sit (fixture, CHARTER_MOOD_STUDY, 0);
  g_autofree char *exam = sit (fixture, CHARTER_MOOD_EXAM, 1);
  g_autoptr (CharterSession) open
    = charter_study_begin (fixture->study, fixture->pack, "case", NULL, SEED, CHARTER_MOOD_STUDY, NULL);
  g_autoptr (CharterAttempts) attempts = NULL;
  g_autoptr (CharterAttempts) rest = NULL;

  answer_key (fixture->study, open);
  attempts = list (fixture, 0, 10);
  g_assert_cmpuint (attempts->n_all, ==, 3);
  g_assert_cmpstr (get (attempts, 0)->session, ==, exam);
  g_assert_cmpfloat (get (attempts, 0)->maximum, ==, get (attempts, 2)->maximum); /* of all that was asked */
  g_assert_cmpfloat (get (attempts, 0)->points, <, get (attempts, 2)->points);
  g_assert_cmpstr (get (attempts, 1)->session, ==, left);
  g_assert_cmpint (get (attempts, 1)->state, ==, CHARTER_SESSION_LEFT);
  g_assert_cmpuint (get (attempts, 1)->n_answered, ==, 2);
  g_assert_cmpstr (get (attempts, 2)->session, ==, whole);
  g_assert_cmpint (get (attempts, 2)->state, ==, CHARTER_SESSION_FINISHED);
  rest = list (fixture, 1, 1);
  g_assert_cmpuint (rest->n_all, ==, 3);
  g_assert_cmpuint (rest->list->len, ==, 1);
  g_assert_cmpstr (get (rest, 0)->session, ==, left);
}

static guint
count_events (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;

  charter_store_load_events_async (fixture->store, NULL, on_result, &result);
  events = charter_store_load_events_finish (fixture->store, await (&result), NULL);
  return events->len;
}

/* The same score and the same answers, and nothing that is done with it is written. */
static void
test_look_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = sit (fixture, CHARTER_MOOD_STUDY, 3);
  g_autoptr (CharterAttempts) attempts = list (fixture, 0, 10);
  g_autoptr (CharterSession) session = NULL;
  g_autoptr (CharterReport) report = NULL;
  g_autofree char *note = NULL;
  guint n_events = count_events (fixture);

  session = CHARTER_SESSION (look_back (fixture, fixture->pack, get (attempts, 0), NULL));
  g_assert_cmpstr (charter_session_get_id (session), ==, id);
  report = charter_report_new (session);
  g_assert_cmpuint (report->n_answered, ==, 3);
  g_assert_cmpuint (report->n_right, ==, 3);
  g_assert_cmpfloat (report->points, ==, get (attempts, 0)->points);
  g_assert_cmpfloat (report->maximum, ==, get (attempts, 0)->maximum);
  note = charter_study_dup_attempt_note (fixture->study, session);
  g_assert_null (note);
  charter_study_keep_place (fixture->study, session);
  charter_study_end (fixture->study, session);
  g_assert_false (charter_study_answer (fixture->study, session, NULL));
  g_assert_cmpuint (count_events (fixture), ==, n_events);
}

/* What was not answered in an exam is worth nothing then as now. */
static void
test_exam (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = sit (fixture, CHARTER_MOOD_EXAM, 1);
  g_autoptr (CharterAttempts) attempts = list (fixture, 0, 10);
  g_autoptr (CharterSession) session = CHARTER_SESSION (look_back (fixture, fixture->pack, get (attempts, 0), NULL));
  g_autoptr (CharterReport) report = charter_report_new (session);

  g_assert_cmpstr (charter_session_get_id (session), ==, id);
  g_assert_cmpint (charter_session_get_mood (session), ==, CHARTER_MOOD_EXAM);
  g_assert_cmpuint (report->n, ==, charter_session_get_n_steps (session));
  g_assert_cmpuint (report->n_right, ==, 1);
  g_assert_cmpfloat (report->points, ==, get (attempts, 0)->points);
  g_assert_cmpfloat (report->maximum, ==, get (attempts, 0)->maximum);
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = sit (fixture, CHARTER_MOOD_STUDY, 2);
  g_autofree char *second = sit (fixture, CHARTER_MOOD_STUDY, 3);
  g_autoptr (CharterAttempts) attempts = NULL;
  g_autoptr (CharterAttempts) again = NULL;
  g_autoptr (CharterEvent) deleted = NULL;
  g_autoptr (CharterEvent) undone = NULL;
  GAsyncResult *result = NULL;

  charter_study_delete_async (fixture->study, first, NULL, on_result, &result);
  deleted = said (fixture, &result);
  attempts = list (fixture, 0, 10);
  g_assert_cmpuint (attempts->n_all, ==, 1);
  g_assert_cmpstr (get (attempts, 0)->session, ==, second);
  charter_study_undo_async (fixture->study, deleted, NULL, on_result, &result);
  undone = said (fixture, &result);
  again = list (fixture, 0, 10);
  g_assert_cmpuint (again->n_all, ==, 2);
  g_assert_cmpstr (get (again, 1)->session, ==, first);
}

/* A pack that is not at hand, and a later release of it, in which a key is another and a question is no more. */
static void
test_other_pack (Fixture *fixture, gconstpointer data)
{
  guint n_steps = charter_group_count_open (charter_pack_find_group (fixture->pack, "case"));
  g_autofree char *id = sit (fixture, CHARTER_MOOD_STUDY, n_steps);
  g_autoptr (CharterAttempts) attempts = list (fixture, 0, 10);
  g_autoptr (CharterPack) later = load_pack ("pack-later.xml");
  g_autoptr (CharterSession) session = NULL;
  g_autoptr (GObject) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  none = look_back (fixture, NULL, get (attempts, 0), &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  session = CHARTER_SESSION (look_back (fixture, later, get (attempts, 0), NULL));
  g_assert_cmpstr (charter_session_get_id (session), ==, id);
  note = charter_study_dup_attempt_note (fixture->study, session);
  g_assert_nonnull (note);
}

static void
make_move (Fixture *fixture, CharterWalk *walk, const char *id)
{
  const CharterScene *scene = charter_walk_get_scene (walk);

  for (guint i = 0; i < scene->n_moves; i++)
    if (g_str_equal (scene->moves[i].id, id))
      charter_walk_choose (walk, &scene->moves[i]);
  g_assert_true (charter_study_move (fixture->study, walk, NULL));
  charter_walk_go_on (walk);
}

/* A case is shown at its ending; one that was left before has none. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = charter_study_begin_walk (fixture->study, fixture->pack, "the-mill", SEED, NULL);
  g_autoptr (CharterWalk) left = charter_study_begin_walk (fixture->study, fixture->pack, "the-mill", SEED, NULL);
  g_autoptr (CharterPack) later = load_pack ("case-later.xml");
  g_autoptr (CharterAttempts) attempts = NULL;
  g_autoptr (GObject) again = NULL;
  g_autoptr (GObject) none = NULL;
  g_autoptr (GError) error = NULL;

  make_move (fixture, walk, "ask");
  make_move (fixture, walk, "paint");
  charter_study_end_walk (fixture->study, walk);
  make_move (fixture, left, "ask");
  charter_study_end_walk (fixture->study, left);
  settle (fixture->study);
  attempts = list (fixture, 0, 10);
  g_assert_cmpuint (attempts->n_all, ==, 1);
  again = look_back (fixture, fixture->pack, get (attempts, 0), NULL);
  g_assert_true (CHARTER_IS_WALK (again));
  g_assert_cmpint (charter_walk_get_stand (CHARTER_WALK (again)), ==, CHARTER_WALK_OVER);
  g_assert_cmpstr (charter_walk_get_scene (CHARTER_WALK (again))->id, ==, "turning");
  g_assert_cmpuint (charter_walk_get_n_turns (CHARTER_WALK (again)), ==, 2);
  none = look_back (fixture, later, get (attempts, 0), &error); /* there the same move leads elsewhere */
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(path, function) g_test_add (path, Fixture, "pack.xml", set_up, function, fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/attempts/list", test_list);
  ADD ("/attempts/look-back", test_look_back);
  ADD ("/attempts/exam", test_exam);
  ADD ("/attempts/deleted", test_deleted);
  ADD ("/attempts/other-pack", test_other_pack);
  g_test_add ("/attempts/walk", Fixture, "case.xml", set_up, test_walk, fixture_close);
  return g_test_run ();
}
