/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A branching case: each move is in the log before it is told, and a walk that was left goes on where it was. */
#include "charter-study-hindsight.h"
#include "charter-study-say.h"
#include "charter-study-walk.h"
#include "study-support.h"

#define SEED 11
#define PACK "org.example.case"
#define CASE "the-mill"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "case.xml");
}

static CharterWalk *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CharterWalk *walk = charter_study_begin_walk (fixture->study, fixture->pack, CASE, SEED, &error);

  g_assert_no_error (error);
  return walk;
}

static void
choose_move (CharterWalk *walk, const char *id)
{
  const CharterScene *scene = charter_walk_get_scene (walk);

  for (guint i = 0; i < scene->n_moves; i++)
    if (g_str_equal (scene->moves[i].id, id))
      charter_walk_choose (walk, &scene->moves[i]);
  g_assert_cmpstr (charter_walk_get_chosen (walk)->id, ==, id);
}

static void
make_move (Fixture *fixture, CharterWalk *walk, const char *id)
{
  g_autoptr (GError) error = NULL;

  choose_move (walk, id);
  test_clock_pass (&fixture->time, G_TIME_SPAN_SECOND);
  charter_study_move (fixture->study, walk, &error);
  g_assert_no_error (error);
  g_assert_cmpint (charter_walk_get_stand (walk), ==, CHARTER_WALK_TOLD);
}

static void
go_on (Fixture *fixture, CharterWalk *walk)
{
  charter_walk_go_on (walk);
  charter_study_keep_walk_place (fixture->study, walk);
}

static CharterWalk *
resume (Fixture *fixture, CharterWalk *before)
{
  g_autofree char *id = g_strdup (charter_walk_get_id (before));
  g_autoptr (GError) error = NULL;
  CharterWalk *walk;

  g_object_unref (before);
  fixture_stop (fixture);
  fixture_start (fixture);
  walk = charter_study_resume_walk (fixture->study, fixture->pack, id, &error);
  g_assert_no_error (error);
  return walk;
}

static void
assert_at (CharterWalk *walk, const char *scene, CharterWalkStand stand, guint n_turns)
{
  g_assert_cmpstr (charter_walk_get_scene (walk)->id, ==, scene);
  g_assert_cmpint (charter_walk_get_stand (walk), ==, stand);
  g_assert_cmpuint (charter_walk_get_n_turns (walk), ==, n_turns);
}

static void
assert_left_after (Fixture *fixture, guint n_moves)
{
  g_auto (CharterGroupState) state = { 0 };

  charter_study_get_group_state (fixture->study, PACK, CASE, &state);
  g_assert_nonnull (state.open_session);
  g_assert_cmpuint (state.open_position, ==, n_moves);
  g_assert_cmpuint (state.open_n_steps, ==, 0);
}

static void
assert_no_trace (Fixture *fixture)
{
  g_auto (CharterGroupState) state = { 0 };

  charter_study_get_group_state (fixture->study, PACK, CASE, &state);
  g_assert_null (state.open_session);
  g_assert_cmpuint (state.n_sessions, ==, 0);
  g_assert_false (charter_study_has_finished (fixture->study));
}

/* What was read of a move when the program ended is shown again, and what was chosen is chosen. */
static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = begin (fixture);
  g_autofree guint *order = NULL;

  make_move (fixture, walk, "ask");
  walk = resume (fixture, g_steal_pointer (&walk));
  assert_at (walk, "yard", CHARTER_WALK_TOLD, 1);
  g_assert_cmpfloat (charter_walk_get_gauges (walk, 1)[0], ==, 50);
  g_assert_cmpint (charter_walk_get_turn (walk, 0)->time, ==, G_TIME_SPAN_SECOND);
  go_on (fixture, walk);
  choose_move (walk, "paint");
  charter_study_keep_walk_place (fixture->study, walk);
  order = g_memdup2 (charter_walk_get_order (walk), 3 * sizeof (guint));
  walk = resume (fixture, g_steal_pointer (&walk));
  assert_at (walk, "wheel", CHARTER_WALK_CHOOSING, 1);
  g_assert_cmpstr (charter_walk_get_chosen (walk)->id, ==, "paint");
  g_assert_cmpmem (order, 3 * sizeof (guint), charter_walk_get_order (walk), 3 * sizeof (guint));
  g_assert_null (charter_study_dup_walk_note (fixture->study, walk));
  make_move (fixture, walk, "mend");
  go_on (fixture, walk);
  walk = resume (fixture, g_steal_pointer (&walk));
  assert_at (walk, "turning", CHARTER_WALK_OVER, 2);
}

static void
test_known_of_it (Fixture *fixture, gconstpointer data)
{
  const CharterCase *story = charter_pack_find_case (fixture->pack, CASE);
  g_autoptr (CharterWalk) walk = begin (fixture);
  g_autoptr (CharterWalk) second = NULL;
  g_auto (CharterGroupState) after = { 0 };
  guint n_answers, n_right;

  g_assert_null (charter_study_get_last_ending (fixture->study, fixture->pack, story));
  make_move (fixture, walk, "ask");
  go_on (fixture, walk);
  assert_left_after (fixture, 1);
  make_move (fixture, walk, "paint");
  go_on (fixture, walk);
  charter_study_end_walk (fixture->study, walk);
  second = begin (fixture);
  make_move (fixture, second, "sell");
  go_on (fixture, second);
  charter_study_end_walk (fixture->study, second);
  settle (fixture->study);
  fixture_stop (fixture);
  fixture_start (fixture);
  charter_study_get_group_state (fixture->study, PACK, CASE, &after);
  g_assert_cmpuint (after.n_sessions, ==, 2);
  g_assert_cmpfloat (after.best, ==, .75); /* best and fair */
  g_assert_cmpfloat (after.last, ==, 0);
  g_assert_null (after.open_session);
  g_assert_cmpstr (charter_study_get_last_ending (fixture->study, fixture->pack, story)->id, ==, "sold");
  charter_study_count_answers (fixture->study, 0, &n_answers, &n_right);
  g_assert_cmpuint (n_answers, ==, 0); /* a move is no answer to a question */
  g_assert_true (charter_study_has_finished (fixture->study));
}

/* The payload says all by ids and figures. */
static void
test_payload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = begin (fixture);
  g_auto (CharterMoveMade) made = { 0 };
  const CharterScene *scene = charter_walk_get_scene (walk);
  const CharterEvent *event;
  GPtrArray *events;

  make_move (fixture, walk, "wait");
  events = charter_store_get_open_session_events (fixture->store, charter_walk_get_id (walk));
  g_assert_cmpuint (events->len, ==, 2);
  event = g_ptr_array_index (events, 1);
  g_assert_cmpstr (event->pack, ==, PACK);
  g_assert_true (charter_move_made_from_json (&made, event->payload));
  g_assert_cmpstr (made.scene, ==, "yard");
  g_assert_cmpstr (made.move, ==, "wait");
  g_assert_cmpstr (made.to, ==, "yard");
  g_assert_cmpstr (made.grade, ==, "fair");
  g_assert_cmpfloat (made.points, ==, .5);
  g_assert_cmpstr (made.gauges[0], ==, "trust");
  g_assert_cmpfloat (made.levels[0], ==, 35);
  g_assert_cmpint (made.time, ==, 1000);
  g_assert_cmpuint (g_strv_length (made.offered), ==, 1);
  g_assert_cmpstr (made.offered[0], ==, "time-heals");
  g_assert_cmpstr (made.misconception, ==, "time-heals");
  for (guint i = 0; i < scene->n_moves; i++)
    g_assert_cmpstr (made.shown[i], ==, scene->moves[charter_walk_get_order (walk)[i]].id);
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

/* What is known of a misconception in a scene: how many moves could have shown it, how many did, and whether the latest
 * did. */
static void
assert_shown (Fixture *fixture, const char *scene, const char *name, guint n_offered, guint n_shown, gboolean still)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterHindsight) past = NULL;
  g_autoptr (GPtrArray) scenes = NULL;
  CharterSlip none = { 0 };
  const CharterSlip *slip = &none;

  charter_study_load_hindsight_async (fixture->study, TRUE, NULL, on_result, &result);
  past = charter_study_load_hindsight_finish (fixture->study, await (&result), NULL);
  scenes = charter_hindsight_list_scenes (past, fixture->pack);
  for (guint i = 0; i < scenes->len; i++)
    {
      CharterSceneRecord *record = scenes->pdata[i];

      g_assert_cmpstr (record->story, ==, CASE);
      if (g_str_equal (record->scene, scene))
        slip = charter_slips_get (&record->slips, name);
    }
  g_assert_cmpuint (slip->n_offered, ==, n_offered);
  g_assert_cmpuint (slip->n_shown, ==, n_shown);
  g_assert_cmpint (slip->shows_still, ==, still);
}

static CharterEvent *
said (Fixture *fixture, GAsyncResult **result)
{
  CharterEvent *event = charter_study_say_finish (fixture->study, await (result), NULL);

  g_assert_nonnull (event);
  g_clear_object (result);
  return event;
}

/* Also a walk that is not over counts, and one that was deleted or came before a reset does not, until that is undone.
 */
static void
test_misconceptions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = begin (fixture);
  g_autoptr (CharterEvent) deleted = NULL;
  g_autoptr (CharterEvent) reset = NULL;
  g_autoptr (CharterEvent) undone = NULL;
  GAsyncResult *result = NULL;

  make_move (fixture, walk, "wait");
  assert_shown (fixture, "yard", "time-heals", 1, 1, TRUE);
  go_on (fixture, walk);
  make_move (fixture, walk, "ask");
  go_on (fixture, walk);
  make_move (fixture, walk, "paint");
  assert_shown (fixture, "yard", "time-heals", 2, 1, FALSE);
  assert_shown (fixture, "wheel", "looks-count", 1, 1, TRUE);
  assert_shown (fixture, "wheel", "org.example.case#time-heals", 1, 0, FALSE);
  charter_study_reset_async (fixture->study, PACK, NULL, NULL, on_result, &result);
  reset = said (fixture, &result);
  assert_shown (fixture, "yard", "time-heals", 0, 0, FALSE);
  charter_study_undo_async (fixture->study, reset, NULL, on_result, &result);
  undone = said (fixture, &result);
  go_on (fixture, walk);
  charter_study_end_walk (fixture->study, walk);
  assert_shown (fixture, "yard", "time-heals", 2, 1, FALSE);
  charter_study_delete_async (fixture->study, charter_walk_get_id (walk), NULL, on_result, &result);
  deleted = said (fixture, &result);
  assert_shown (fixture, "wheel", "looks-count", 0, 0, FALSE);
  charter_event_unref (undone);
  charter_study_undo_async (fixture->study, deleted, NULL, on_result, &result);
  undone = said (fixture, &result);
  assert_shown (fixture, "wheel", "looks-count", 1, 1, TRUE);
}

/* A later release of the pack in which the second scene's move leads elsewhere: it is made again from there. */
static void
test_changed_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = begin (fixture);
  g_autofree char *note = NULL;
  g_autofree char *again = NULL;

  make_move (fixture, walk, "ask");
  go_on (fixture, walk);
  make_move (fixture, walk, "paint");
  charter_pack_unref (fixture->pack);
  fixture->pack = load_pack ("case-later.xml");
  walk = resume (fixture, g_steal_pointer (&walk));
  assert_at (walk, "wheel", CHARTER_WALK_CHOOSING, 1);
  note = charter_study_dup_walk_note (fixture->study, walk);
  g_assert_cmpstr (note, ==, "The case has changed since: your last move is to be made again.");
  make_move (fixture, walk, "paint");
  assert_left_after (fixture, 2);
  assert_shown (fixture, "wheel", "looks-count", 1, 1, TRUE); /* the move that was made again took its place */
  walk = resume (fixture, g_steal_pointer (&walk));
  assert_at (walk, "wheel", CHARTER_WALK_TOLD, 2);
  again = charter_study_dup_walk_note (fixture->study, walk);
  g_assert_null (again);
}

static void
test_only_looked_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = begin (fixture);

  charter_study_keep_walk_place (fixture->study, walk);
  charter_study_end_walk (fixture->study, walk);
  fixture_stop (fixture);
  fixture_start (fixture);
  assert_no_trace (fixture);
}

static void
test_left_for_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = begin (fixture);

  make_move (fixture, walk, "sell");
  charter_study_end_walk (fixture->study, walk); /* the ending was not seen */
  settle (fixture->study);
  assert_no_trace (fixture);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterWalk) walk = begin (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (charter_study_move (fixture->study, walk, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  make_move (fixture, walk, "ask");
  charter_study_end_walk (fixture->study, walk);
  g_assert_false (charter_study_move (fixture->study, walk, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (charter_study_begin_walk (fixture->study, fixture->pack, "nowhere", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (charter_study_resume_walk (fixture->study, fixture->pack, "nowhere", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* What can't be saved is not told, and can be tried again. */
static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterStudy) study = charter_study_new (fixture->store, test_clock (&fixture->time));
  g_autoptr (CharterWalk) walk = charter_study_begin_walk (study, fixture->pack, CASE, SEED, NULL);
  g_autoptr (GError) error = NULL;

  choose_move (walk, "ask");
  charter_store_close (fixture->store);
  g_assert_false (charter_study_move (study, walk, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  assert_at (walk, "yard", CHARTER_WALK_CHOOSING, 0);
  g_assert_cmpstr (charter_walk_get_chosen (walk)->id, ==, "ask");
  g_clear_object (&fixture->study);
  g_clear_object (&fixture->store);
  fixture_start (fixture);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/study-walk/resume", test_resume);
  ADD ("/study-walk/known-of-it", test_known_of_it);
  ADD ("/study-walk/payload", test_payload);
  ADD ("/study-walk/misconceptions", test_misconceptions);
  ADD ("/study-walk/changed-case", test_changed_case);
  ADD ("/study-walk/only-looked-at", test_only_looked_at);
  ADD ("/study-walk/left-for-good", test_left_for_good);
  ADD ("/study-walk/refused", test_refused);
  ADD ("/study-walk/not-saved", test_not_saved);
  return g_test_run ();
}
