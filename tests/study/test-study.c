/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Study, with a store and without: answers, what is known afterwards, and sessions that are gone on with. */
#include "study-support.h"

#define SEED G_GUINT64_CONSTANT (18446744073709551557)
#define PACK "org.example.study"
#define SECOND G_TIME_SPAN_SECOND

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "pack.xml");
}

static CharterSession *
begin (Fixture *fixture, CharterMood mood)
{
  g_autoptr (GError) error = NULL;
  CharterSession *session = charter_study_begin (fixture->study, fixture->pack, "case", NULL, SEED, mood, &error);

  g_assert_no_error (error);
  return session;
}

static CharterSession *
resume (Fixture *fixture, CharterSession *before)
{
  g_autofree char *id = g_strdup (charter_session_get_id (before));
  g_autoptr (GError) error = NULL;
  CharterSession *session;

  g_object_unref (before);
  fixture_restart (fixture);
  session = resume_of (fixture->study, fixture->pack, id, &error);
  g_assert_no_error (error);
  return session;
}

static void
assert_response (CharterSession *session, guint position, const char *expected)
{
  g_autofree char *text = charter_response_to_string (charter_session_get_response (session, position));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  CharterScore score = { 0 };
  guint n_answers, n_right;

  g_assert_false (charter_study_get_score (fixture->study, session, 0, &score));
  g_assert_true (answer (fixture->study, session, "sponsor", NULL));
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_ANSWERED);
  g_assert_true (charter_study_get_score (fixture->study, session, 0, &score));
  g_assert_cmpfloat (score.points, ==, 1);
  g_assert_true (score.correct);
  charter_session_next (session);
  g_assert_true (answer (fixture->study, session, "build guard", NULL));
  g_assert_true (charter_study_get_score (fixture->study, session, 1, &score));
  g_assert_cmpfloat (score.maximum, ==, 2);
  g_assert_false (score.correct);
  charter_study_count_answers (fixture->study, NOW, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, 2);
  g_assert_cmpuint (n_right, ==, 1);
}

/* What the log holds is enough to read the answer without the pack. */
static void
test_payload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_auto (CharterBeginning) beginning = { 0 };
  g_auto (CharterAnswer) written = { 0 };
  g_autofree char *key_hash = NULL;
  const CharterStep *step = charter_session_get_current (session);
  GPtrArray *events;
  const CharterEvent *event;

  charter_session_use_hint (session);
  choose (session, "manager");
  choose (session, "sponsor");
  test_clock_pass (&fixture->time, 61 * SECOND);
  g_assert_true (charter_study_answer (fixture->study, session, NULL));
  events = charter_store_get_open_session_events (fixture->store, charter_session_get_id (session));
  g_assert_cmpuint (events->len, ==, 2);

  event = events->pdata[0];
  g_assert_true (charter_beginning_from_json (&beginning, event->payload));
  g_assert_cmpint (event->wall, ==, NOW);
  g_assert_cmpstr (beginning.group, ==, "case");
  g_assert_cmpstr (beginning.release, ==, "1.0.0");
  g_assert_cmpstr (beginning.mood, ==, "study");
  g_assert_cmpuint (beginning.seed, ==, SEED);
  g_assert_cmpuint (g_strv_length (beginning.items), ==, 5);

  event = events->pdata[1];
  key_hash = charter_item_dup_key_hash (step->item);
  g_assert_true (charter_answer_from_json (&written, event->payload));
  g_assert_cmpint (event->wall, ==, NOW + 61 * SECOND);
  g_assert_cmpstr (event->pack, ==, PACK);
  g_assert_cmpstr (event->item, ==, "who");
  g_assert_cmpstr (event->key_hash, ==, key_hash);
  g_assert_cmpstr (written.response, ==, "sponsor");
  g_assert_cmpstr (written.rule, ==, "exact");
  g_assert_cmpuint (written.seed, ==, step->seed);
  g_assert_cmpint (written.time, ==, 61000);
  g_assert_true (written.hint_used);
  g_assert_cmpuint (written.n_changes, ==, 1);
  g_assert_cmpuint (g_strv_length (written.parts), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (written.parts[i], ==, step->item->parts[step->part_order[i]].id);
}

static void
test_incomplete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (GError) error = NULL;

  g_assert_false (charter_study_answer (fixture->study, session, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_OPEN);
}

static void
on_first (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (charter_study_answer_finish (CHARTER_STUDY (source), result, NULL));
  *(gboolean *)data = TRUE;
}

/* Enter pressed twice is one answer. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (GError) error = NULL;
  gboolean first = FALSE;

  choose (session, "sponsor");
  charter_study_answer_async (fixture->study, session, NULL, on_first, &first);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_LOCKED);
  g_assert_false (charter_study_answer (fixture->study, session, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  while (!first)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (charter_store_get_open_session_events (fixture->store, charter_session_get_id (session))->len, ==,
                    2);
}

/* Two answers on their way at once both arrive, and the session begins once. */
static void
test_two_on_their_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  gboolean first = FALSE, second = FALSE;

  choose (session, "sponsor");
  charter_study_answer_async (fixture->study, session, NULL, on_first, &first);
  charter_session_next (session);
  choose (session, "build move");
  charter_study_answer_async (fixture->study, session, NULL, on_first, &second);
  while (!first || !second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_ANSWERED);
  g_assert_cmpint (charter_session_get_stand (session, 1), ==, CHARTER_STAND_ANSWERED);
  g_assert_cmpuint (charter_store_get_open_session_events (fixture->store, charter_session_get_id (session))->len, ==,
                    3);
}

static CharterItemRecord *item_found;

static void
on_items (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) items = charter_store_load_items_finish (CHARTER_STORE (source), result, NULL);

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((CharterItemRecord *)items->pdata[i])->item, data))
      {
        item_found = g_ptr_array_steal_index (items, i);
        return;
      }
}

static CharterItemRecord *
load_item (Fixture *fixture, const char *item)
{
  charter_store_load_items_async (fixture->store, PACK, NULL, on_items, (gpointer)item);
  while (item_found == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&item_found);
}

static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (CharterItemRecord) item = NULL;
  g_autoptr (GError) error = NULL;
  CharterScore score;

  g_assert_false (take_back (fixture->study, session, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (answer (fixture->study, session, "nobody", NULL));
  g_assert_true (take_back (fixture->study, session, NULL));
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_OPEN);
  assert_response (session, 0, "nobody");
  g_assert_false (charter_study_get_score (fixture->study, session, 0, &score));

  session = resume (fixture, g_steal_pointer (&session));
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_OPEN);
  assert_response (session, 0, "nobody");
  g_assert_true (charter_session_get_taken_back (session, 0));
  g_assert_true (answer (fixture->study, session, "sponsor", NULL));
  item = load_item (fixture, "who");
  g_assert_cmpuint (item->n_attempts, ==, 1);
  g_assert_false (item->has_first);
}

static void
play_through (Fixture *fixture, const char *const *items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "case", items, SEED, CHARTER_MOOD_STUDY, &error);

  g_assert_no_error (error);
  do
    answer_key (fixture->study, session);
  while (charter_session_next (session));
  charter_study_end (fixture->study, session);
  settle (fixture->study);
}

/* One mistake practised again, or one question of the five, is no try at the whole. */
static void
test_a_part_of_a_group (Fixture *fixture, gconstpointer data)
{
  static const char *const one[] = { "when", NULL };
  static const char *const all[] = { "who", "which", "steps", "sort", "when", NULL };
  g_auto (CharterGroupState) state = { 0 };

  play_through (fixture, one);
  for (int again = 0; again < 2; again++)
    {
      charter_study_get_group_state (fixture->study, PACK, "case", &state);
      g_assert_cmpuint (state.n_sessions, ==, 0);
      g_assert_cmpfloat (state.best, <, 0);
      g_assert_null (state.open_session);
      fixture_restart (fixture);
    }
  play_through (fixture, all);
  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpuint (state.n_sessions, ==, 1);
  g_assert_cmpfloat (state.best, ==, 1);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_auto (CharterGroupState) state = { 0 };

  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpuint (state.n_sessions, ==, 0);
  g_assert_cmpfloat (state.best, <, 0);
  g_assert_cmpfloat (state.last, <, 0);
  g_assert_null (state.open_session);

  do
    answer_key (fixture->study, session);
  while (charter_session_next (session));
  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpstr (state.open_session, ==, charter_session_get_id (session));
  g_assert_cmpuint (state.open_n_steps, ==, 5);
  charter_group_state_clear (&state);

  test_clock_pass (&fixture->time, SECOND);
  charter_study_end (fixture->study, session);
  charter_study_end (fixture->study, session);
  settle (fixture->study);
  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpuint (state.n_sessions, ==, 1);
  g_assert_cmpfloat (state.best, ==, 1);
  g_assert_cmpfloat (state.last, ==, 1);
  g_assert_cmpint (state.last_wall, ==, NOW + SECOND);
  g_assert_null (state.open_session);
}

static void
test_after_the_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (CharterSession) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (answer (fixture->study, session, "sponsor", NULL));
  charter_study_end (fixture->study, session);
  settle (fixture->study);
  g_assert_false (take_back (fixture->study, session, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  again = resume_of (fixture->study, fixture->pack, charter_session_get_id (session), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (again);
}

/* A session that was only looked at leaves no trace. */
static void
test_only_looked_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (GPtrArray) sessions = NULL;

  charter_study_keep_place (fixture->study, session);
  charter_study_end (fixture->study, session);
  fixture_restart (fixture);
  sessions = charter_study_list_open_sessions (fixture->study);
  g_assert_cmpuint (sessions->len, ==, 0);
}

static void
assert_highlight (
  CharterSession *session, guint position, CharterHighlightOf of, guint text, guint at, const char *words)
{
  const CharterHighlight *found
    = charter_highlights_find (charter_session_get_highlights (session, position, of), text, at);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->start, ==, at);
  g_assert_cmpstr (found->words, ==, words);
}

static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autofree guint *order = NULL;
  CharterScore score;

  g_assert_true (answer (fixture->study, session, "manager", NULL));
  charter_session_next (session);
  choose (session, "build");
  charter_session_set_struck (session, 1, 1 << 1 | 1 << 2); /* one of them is chosen */
  charter_session_highlight (session, 1, CHARTER_HIGHLIGHT_OF_QUESTION, 2, "¿Qué es “un puente”?", 8, 19);
  charter_session_highlight (session, 1, CHARTER_HIGHLIGHT_OF_SITUATION, 0, "Ein Ofen", 4, 8);
  charter_session_skip (session);
  charter_session_set_flagged (session, 0, TRUE);
  charter_session_next (session);
  choose (session, "bridge=project gate=project");
  charter_session_use_hint (session);
  test_clock_pass (&fixture->time, 7 * SECOND);
  charter_study_keep_place (fixture->study, session);
  order = g_memdup2 (charter_path_get_step (charter_session_get_path (session), 0)->part_order, 3 * sizeof (guint));

  session = resume (fixture, g_steal_pointer (&session));
  g_assert_cmpuint (charter_session_get_position (session), ==, 3);
  g_assert_cmpint (charter_session_get_mood (session), ==, CHARTER_MOOD_STUDY);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_ANSWERED);
  assert_response (session, 0, "manager");
  g_assert_true (charter_session_get_flagged (session, 0));
  g_assert_true (charter_study_get_score (fixture->study, session, 0, &score));
  g_assert_cmpfloat (score.points, ==, 0);
  g_assert_cmpint (charter_session_get_stand (session, 1), ==, CHARTER_STAND_SKIPPED);
  assert_response (session, 1, "build");
  g_assert_cmpuint (charter_session_get_struck (session, 1), ==, 1 << 1 | 1 << 2);
  g_assert_cmpuint (charter_session_get_struck (session, 3), ==, 0);
  assert_highlight (session, 1, CHARTER_HIGHLIGHT_OF_QUESTION, 2, 8, "“un puente”");
  assert_highlight (session, 4, CHARTER_HIGHLIGHT_OF_SITUATION, 0, 4, "Ofen"); /* though the first is answered */
  g_assert_null (charter_session_get_highlights (session, 3, CHARTER_HIGHLIGHT_OF_QUESTION));
  g_assert_cmpint (charter_session_get_stand (session, 3), ==, CHARTER_STAND_OPEN);
  assert_response (session, 3, "bridge=project gate=project");
  g_assert_true (charter_session_get_hint_used (session, 3));
  g_assert_cmpint (charter_session_get_time (session, 3), ==, 7 * SECOND);
  g_assert_cmpint (charter_session_get_stand (session, 4), ==, CHARTER_STAND_UNSEEN);
  g_assert_cmpmem (order, 3 * sizeof (guint), charter_path_get_step (charter_session_get_path (session), 0)->part_order,
                   3 * sizeof (guint));
  g_assert_null (charter_study_dup_resume_note (fixture->study, session));

  /* And it goes on to its end. */
  charter_session_go_to (session, 4);
  do
    answer_key (fixture->study, session);
  while (charter_session_next (session));
  g_assert_true (charter_session_is_finished (session));
  charter_study_end (fixture->study, session);
  settle (fixture->study);
  {
    g_auto (CharterGroupState) state = { 0 };
    charter_study_get_group_state (fixture->study, PACK, "case", &state);
    g_assert_cmpfloat_with_epsilon (state.best, 5.0 / 6, 1e-9);
  }
}

/* A choice on the first question, before any answer, is kept as well. */
static void
test_resume_without_an_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (GPtrArray) sessions = NULL;

  choose (session, "nobody");
  charter_study_keep_place (fixture->study, session);
  session = resume (fixture, g_steal_pointer (&session));
  assert_response (session, 0, "nobody");
  sessions = charter_study_list_open_sessions (fixture->study);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (((CharterOpenSession *)sessions->pdata[0])->group, ==, "case");
}

static void
test_resume_an_exam (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_EXAM);
  CharterScore score;

  g_assert_true (answer (fixture->study, session, "sponsor", NULL));
  choose (session, "nobody"); /* not yet given */
  charter_study_keep_place (fixture->study, session);
  session = resume (fixture, g_steal_pointer (&session));
  g_assert_cmpint (charter_session_get_mood (session), ==, CHARTER_MOOD_EXAM);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_OPEN);
  assert_response (session, 0, "nobody");
  g_assert_true (charter_study_answer (fixture->study, session, NULL));
  g_assert_true (charter_study_get_score (fixture->study, session, 0, &score));
  g_assert_cmpfloat (score.points, ==, 0);
}

/* One item has gone, another has a new key, a third has mended words. */
static void
test_resume_on_a_later_release (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autofree char *note = NULL;
  CharterScore score;

  for (guint i = 0; i < 4; i++, charter_session_next (session))
    answer_key (fixture->study, session);
  charter_study_keep_place (fixture->study, session);
  charter_pack_unref (fixture->pack);
  fixture->pack = load_pack ("pack-later.xml");

  session = resume (fixture, g_steal_pointer (&session));
  g_assert_cmpuint (charter_session_get_n_steps (session), ==, 4);
  g_assert_cmpstr (charter_session_get_current (session)->item->id, ==, "when");
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_ANSWERED);
  g_assert_cmpint (charter_session_get_stand (session, 1), ==, CHARTER_STAND_UNSEEN);
  g_assert_cmpint (charter_session_get_stand (session, 2), ==, CHARTER_STAND_ANSWERED);
  g_assert_false (charter_study_get_score (fixture->study, session, 1, &score));
  note = charter_study_dup_resume_note (fixture->study, session);
  g_assert_cmpstr (note, ==, "1 question is no longer in the pack. 1 question has a new key and is asked again.");
  do
    answer_key (fixture->study, session);
  while (charter_session_next (session));
  charter_study_end (fixture->study, session);
  settle (fixture->study);
  {
    g_auto (CharterGroupState) state = { 0 };
    charter_study_get_group_state (fixture->study, PACK, "case", &state);
    g_assert_cmpuint (state.n_sessions, ==, 1);
    g_assert_cmpfloat (state.best, ==, 1);
  }
}

static void
test_resume_another_pack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (CharterSession) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (answer (fixture->study, session, "sponsor", NULL));
  again = resume_of (fixture->study, fixture->pack, "no-such-session", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (again);
}

/* A place that makes no sense is as good as none. */
static void
test_broken_place (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = {
    "",
    "[]",
    "{}",
    "{\"position\":99,\"steps\":[]}",
    "{\"position\":-3,\"steps\":3}",
    "{\"position\":1,\"steps\":[1,null,{\"at\":77},{\"at\":-1},{\"at\":1,\"response\":\"gone vanished\"}]}",
    "{\"steps\":[{\"at\":1,\"highlighted\":7},{\"at\":2,\"highlighted\":[]}]}",
    "{\"steps\":[{\"at\":1,\"highlighted\":[3,null,[],[0,0,2],[0,0,2,8],[0,0,2,\"one\"],[0,-9,0,\"\"],"
    "[0,\"a\",[],\"b\"]]}]}",
    "{\"situations\":7}",
    "{\"situations\":[3,{\"at\":1},{\"at\":77,\"highlighted\":[[0,0,1,\"a\"]]},{\"at\":1,\"highlighted\":[8]}]}",
  };
  g_autoptr (CharterSession) session = begin (fixture, CHARTER_MOOD_STUDY);

  g_assert_true (answer (fixture->study, session, "sponsor", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      charter_store_set_session_place (fixture->store, charter_session_get_id (session), places[i], TRUE);
      session = resume (fixture, g_steal_pointer (&session));
      g_assert_cmpuint (charter_session_get_position (session), <, 5);
      g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_ANSWERED);
      assert_response (session, 1, "");
      g_assert_null (charter_session_get_highlights (session, 1, CHARTER_HIGHLIGHT_OF_QUESTION));
      g_assert_null (charter_session_get_highlights (session, 1, CHARTER_HIGHLIGHT_OF_SITUATION));
    }
}

static void
test_open_sessions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) first = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (CharterSession) second = begin (fixture, CHARTER_MOOD_STUDY);
  g_autoptr (GPtrArray) sessions = NULL;
  g_auto (CharterGroupState) state = { 0 };
  const CharterOpenSession *latest;

  g_assert_true (answer (fixture->study, second, "sponsor", NULL));
  test_clock_pass (&fixture->time, -3600 * SECOND); /* the clock is put back */
  g_assert_true (answer (fixture->study, first, "sponsor", NULL));
  charter_session_next (first);
  charter_study_keep_place (fixture->study, first);
  sessions = charter_study_list_open_sessions (fixture->study);
  g_assert_cmpuint (sessions->len, ==, 2);
  latest = sessions->pdata[0];
  g_assert_cmpstr (latest->session, ==, charter_session_get_id (first));
  g_assert_cmpstr (latest->pack, ==, PACK);
  g_assert_cmpuint (latest->position, ==, 1);
  g_assert_cmpuint (latest->n_steps, ==, 5);
  g_assert_cmpint (latest->wall, ==, NOW - 3600 * SECOND);
  charter_study_get_group_state (fixture->study, PACK, "case", &state);
  g_assert_cmpstr (state.open_session, ==, latest->session);
  g_assert_cmpuint (state.open_position, ==, 1);
}

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = NULL;
  g_autofree char *lesson = NULL;
  g_autofree char *section = NULL;

  g_assert_false (charter_study_get_last_lesson (fixture->study, NULL, NULL));
  g_assert_false (charter_study_get_last_lesson (fixture->study, &pack, &lesson));
  g_assert_cmpfloat (charter_study_get_reading_place (fixture->study, PACK, "handover", NULL), ==, 0);
  charter_study_set_reading_place (fixture->study, PACK, "handover", "closing", 0.75);
  charter_study_set_reading_place (fixture->study, PACK, "handover", "opening", 0.25);
  fixture_restart (fixture);
  g_assert_cmpfloat (charter_study_get_reading_place (fixture->study, PACK, "handover", &section), ==, 0.75);
  g_assert_cmpstr (section, ==, "opening");
  g_assert_true (charter_study_get_last_lesson (fixture->study, NULL, NULL));
  g_assert_true (charter_study_get_last_lesson (fixture->study, &pack, &lesson));
  g_assert_cmpstr (lesson, ==, "handover");
}

/* Without a store everything works the same, and is forgotten. */
static void
test_without_a_store (void)
{
  TestClock time = { NOW, 0 };
  g_autoptr (CharterStudy) study = charter_study_new (NULL, test_clock (&time));
  g_autoptr (CharterPack) pack = load_pack ("pack.xml");
  g_autoptr (CharterSession) session = NULL;
  g_autoptr (CharterSession) again = NULL;
  g_auto (CharterGroupState) state = { 0 };

  session = charter_study_begin (study, pack, "case", NULL, SEED, CHARTER_MOOD_STUDY, NULL);
  answer_key (study, session);
  again = resume_of (study, pack, charter_session_get_id (session), NULL);
  g_assert_cmpint (charter_session_get_stand (again, 0), ==, CHARTER_STAND_ANSWERED);
  g_assert_true (take_back (study, session, NULL));
  do
    answer_key (study, session);
  while (charter_session_next (session));
  charter_study_end (study, session);
  settle (study);
  charter_study_get_group_state (study, pack->id, "case", &state);
  g_assert_cmpuint (state.n_sessions, ==, 1);
}

static void
test_unknown_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (charter_study_begin (fixture->study, fixture->pack, "nowhere", NULL, 1, CHARTER_MOOD_STUDY, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/study/answer", test_answer);
  ADD ("/study/payload", test_payload);
  ADD ("/study/incomplete", test_incomplete);
  ADD ("/study/twice", test_twice);
  ADD ("/study/two-on-their-way", test_two_on_their_way);
  ADD ("/study/take-back", test_take_back);
  ADD ("/study/a-part-of-a-group", test_a_part_of_a_group);
  ADD ("/study/groups", test_groups);
  ADD ("/study/after-the-end", test_after_the_end);
  ADD ("/study/only-looked-at", test_only_looked_at);
  ADD ("/study/resume", test_resume);
  ADD ("/study/resume-without-an-answer", test_resume_without_an_answer);
  ADD ("/study/resume-an-exam", test_resume_an_exam);
  ADD ("/study/resume-on-a-later-release", test_resume_on_a_later_release);
  ADD ("/study/resume-another-pack", test_resume_another_pack);
  ADD ("/study/broken-place", test_broken_place);
  ADD ("/study/open-sessions", test_open_sessions);
  ADD ("/study/reading", test_reading);
  ADD ("/study/unknown-group", test_unknown_group);
  g_test_add_func ("/study/without-a-store", test_without_a_store);
  return g_test_run ();
}
