/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exams on forms of several packs: what the log has of them, and how they go on. */
#include "study-support.h"

#include "charter-report.h"
#include "charter-study-say.h"

#define HOME "org.example.exam"
#define BANK "org.example.exam.bank"
#define MINUTE G_TIME_SPAN_MINUTE
#define SEED 7

typedef struct {
  Fixture base;
  CharterPack *bank;
  GPtrArray *packs; /* at hand */
} Exam;

static CharterPack *
load_bank (void)
{
  return load_pack ("../fixtures/exam/bank.xml");
}

static void
set_up (Exam *exam, gconstpointer data)
{
  fixture_open (&exam->base, "../fixtures/exam/home.xml");
  exam->bank = load_bank ();
  exam->packs = g_ptr_array_new ();
  g_ptr_array_add (exam->packs, exam->base.pack);
  g_ptr_array_add (exam->packs, exam->bank);
}

static void
tear_down (Exam *exam, gconstpointer data)
{
  g_ptr_array_unref (exam->packs);
  charter_pack_unref (exam->bank);
  fixture_close (&exam->base, data);
}

/* ---- beginning ---- */

static CharterPaperItem
ask (CharterPack *pack, const char *id, guint section, gboolean unscored)
{
  return (CharterPaperItem){ pack, charter_pack_find_item (pack, id), section, unscored };
}

/* Three sections of three items; the second and the eighth don't count. */
static CharterPath *
draw (Exam *exam)
{
  CharterPack *home = exam->base.pack, *bank = exam->bank;
  const CharterStage *stages = charter_pack_find_exam (home, "mock")->stages;
  const CharterPaperItem items[] = {
    ask (home, "budget", 0, FALSE),  ask (bank, "budget", 0, TRUE),   ask (home, "scope", 0, FALSE),
    ask (bank, "scope", 1, FALSE),   ask (bank, "vendor", 1, FALSE),  ask (home, "risk", 1, FALSE),
    ask (home, "quality", 2, FALSE), ask (bank, "contract", 2, TRUE), ask (bank, "kept", 2, FALSE),
  };
  const CharterPaperSection sections[]
    = { { stages[0].title, 3, 10 }, { stages[2].title, 3, 5 }, { stages[4].title, 3, 0 } };
  g_autoptr (GError) error = NULL;
  CharterPath *path = charter_paper_new_form (home, "mock", items, G_N_ELEMENTS (items), sections,
                                              G_N_ELEMENTS (sections), SEED, &error);

  g_assert_no_error (error);
  return path;
}

static CharterSession *
begin (Exam *exam)
{
  g_autoptr (CharterPath) form = draw (exam);

  return charter_study_begin_form (exam->base.study, form, 60 * MINUTE);
}

/* Everything is opened anew, later and with a clock that was set back. */
static CharterSession *
resume (Exam *exam, CharterSession *before)
{
  g_autofree char *id = g_strdup (charter_session_get_id (before));
  g_autoptr (GError) error = NULL;
  CharterSession *session;

  g_object_unref (before);
  fixture_stop (&exam->base);
  exam->base.time.ticks = 5;
  exam->base.time.wall -= 30 * MINUTE;
  fixture_start (&exam->base);
  session = charter_study_resume (exam->base.study, exam->packs, id, &error);
  g_assert_no_error (error);
  return session;
}

static GPtrArray *
get_events (Exam *exam, CharterSession *session)
{
  return charter_store_get_open_session_events (exam->base.store, charter_session_get_id (session));
}

static void
answer_wrong (Exam *exam, CharterSession *session)
{
  g_autoptr (GError) error = NULL;

  answer (exam->base.study, session, "b", &error);
  g_assert_no_error (error);
}

static void
answer_section (Exam *exam, CharterSession *session, guint from)
{
  for (guint i = from; i < from + 3; i++)
    {
      charter_session_go_to (session, i);
      answer_key (exam->base.study, session);
    }
}

/* ---- what the log has ---- */

static void
test_beginning (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_auto (CharterBeginning) beginning = { 0 };
  const CharterEvent *begun;

  g_assert_cmpint (charter_session_get_mood (session), ==, CHARTER_MOOD_EXAM);
  g_assert_cmpint (charter_session_get_limit (session), ==, 60 * MINUTE);
  answer_key (exam->base.study, session);
  begun = g_ptr_array_index (get_events (exam, session), 0);
  g_assert_cmpstr (begun->pack, ==, HOME);
  g_assert_true (charter_beginning_from_json (&beginning, begun->payload));
  g_assert_cmpstr (beginning.group, ==, "mock");
  g_assert_true (beginning.form);
  g_assert_false (beginning.part);
  g_assert_cmpuint (g_strv_length (beginning.items), ==, 9);
  g_assert_cmpstr (beginning.items[0], ==, "budget");
  g_assert_cmpstr (beginning.items[1], ==, BANK "#budget");
  g_assert_cmpuint (beginning.n_sections, ==, 3);
  g_assert_cmpuint (beginning.sections[0].n_items, ==, 3);
  g_assert_cmpuint (beginning.sections[0].break_minutes, ==, 10);
  g_assert_cmpuint (beginning.sections[2].break_minutes, ==, 0);
  g_assert_cmpuint (beginning.n_unscored, ==, 2);
  g_assert_cmpuint (beginning.unscored[0], ==, 1);
  g_assert_cmpuint (beginning.unscored[1], ==, 7);
}

static void
assert_event (GPtrArray *events, guint i, CharterEventKind kind, const char *pack, const char *item)
{
  const CharterEvent *event = g_ptr_array_index (events, i);

  g_assert_cmpint (event->kind, ==, kind);
  g_assert_cmpstr (event->pack, ==, pack);
  g_assert_cmpstr (event->item, ==, item);
}

static void
test_answers_are_their_packs (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  GPtrArray *events;

  answer_key (exam->base.study, session);
  charter_session_go_to (session, 1);
  answer_wrong (exam, session);
  g_assert_true (take_back (exam->base.study, session, NULL));
  events = get_events (exam, session);
  g_assert_cmpuint (events->len, ==, 4);
  assert_event (events, 1, CHARTER_EVENT_ANSWER, HOME, "budget");
  assert_event (events, 2, CHARTER_EVENT_ANSWER, BANK, "budget");
  assert_event (events, 3, CHARTER_EVENT_UNDO, BANK, "budget");
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GPtrArray *
load_items (Exam *exam, const char *pack)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  charter_store_load_items_async (exam->base.store, pack, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  records = charter_store_load_items_finish (exam->base.store, result, &error);
  g_assert_no_error (error);
  return records;
}

/* Also what is unscored feeds the memory of its item and shows its misconception. */
static void
test_memories_of_items (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_autoptr (GPtrArray) home = NULL;
  g_autoptr (GPtrArray) bank = NULL;
  const CharterItemRecord *record;

  answer_key (exam->base.study, session);
  charter_session_go_to (session, 1);
  answer_wrong (exam, session);
  charter_study_hand_in (exam->base.study, session);
  settle (exam->base.study);
  home = load_items (exam, HOME);
  bank = load_items (exam, BANK);
  g_assert_cmpuint (home->len, ==, 1);
  g_assert_cmpuint (bank->len, ==, 1);
  record = g_ptr_array_index (home, 0);
  g_assert_cmpuint (record->n_right, ==, 1);
  record = g_ptr_array_index (bank, 0);
  g_assert_cmpuint (record->n_attempts, ==, 1);
  g_assert_cmpuint (record->n_right, ==, 0);
  g_assert_cmpuint (record->n_reviews, ==, 1);
  g_assert_cmpuint (record->slips->len, ==, 1);
}

/* ---- what it is worth ---- */

/* Seven items count: two of them right are two sevenths, whatever was said to the other two. */
static void
test_unscored_items_do_not_count (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_autoptr (CharterReport) report = NULL;
  g_auto (CharterGroupState) state = { 0 };

  answer_section (exam, session, 0); /* the second is unscored */
  report = charter_report_new (session);
  g_assert_cmpuint (report->n, ==, 7);
  g_assert_cmpuint (report->n_right, ==, 2);
  g_assert_cmpfloat (report->maximum, ==, 7);
  charter_study_get_group_state (exam->base.study, HOME, "mock", &state);
  g_assert_cmpstr (state.open_session, ==, charter_session_get_id (session));
  g_assert_cmpuint (state.open_n_steps, ==, 9);
  charter_group_state_clear (&state);
  charter_study_hand_in (exam->base.study, session);
  settle (exam->base.study);
  charter_study_get_group_state (exam->base.study, HOME, "mock", &state);
  g_assert_cmpuint (state.n_sessions, ==, 1);
  g_assert_cmpfloat_with_epsilon (state.best, 2.0 / 7, 1e-9);
  g_assert_cmpfloat_with_epsilon (state.last, 2.0 / 7, 1e-9);
  g_assert_null (state.open_session);
}

static void
test_all_right_is_everything (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_auto (CharterGroupState) state = { 0 };

  for (guint i = 0; i < 9; i++)
    {
      charter_session_go_to (session, i);
      if (charter_path_get_step (charter_session_get_path (session), i)->unscored)
        answer_wrong (exam, session);
      else
        answer_key (exam->base.study, session);
      if (i % 3 == 2 && charter_session_close_section (session))
        charter_session_end_break (session);
    }
  charter_study_hand_in (exam->base.study, session);
  settle (exam->base.study);
  charter_study_get_group_state (exam->base.study, HOME, "mock", &state);
  g_assert_cmpfloat (state.best, ==, 1);
}

/* ---- going on ---- */

static void
assert_same_steps (CharterPath *one, CharterPath *two)
{
  g_assert_cmpuint (charter_path_get_n_steps (one), ==, charter_path_get_n_steps (two));
  for (guint i = 0; i < charter_path_get_n_steps (one); i++)
    {
      const CharterStep *a = charter_path_get_step (one, i), *b = charter_path_get_step (two, i);

      g_assert_true (a->pack == b->pack && a->item == b->item);
      g_assert_cmpuint (a->section, ==, b->section);
      g_assert_cmpint (a->unscored, ==, b->unscored);
      g_assert_cmpuint (a->seed, ==, b->seed);
      for (guint j = 0; j < a->item->n_parts; j++)
        g_assert_cmpuint (a->part_order[j], ==, b->part_order[j]);
    }
}

static void
test_goes_on (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterPath) form = draw (exam);
  CharterSession *session = begin (exam);

  answer_key (exam->base.study, session);
  charter_session_go_to (session, 1);
  test_clock_pass (&exam->base.time, 3 * MINUTE);
  choose (session, "c");
  charter_study_keep_place (exam->base.study, session);
  session = resume (exam, session);
  assert_same_steps (charter_session_get_path (session), form);
  g_assert_true (charter_path_get_exam (charter_session_get_path (session)) != NULL);
  g_assert_cmpstr (charter_path_get_section (charter_session_get_path (session), 1)->title.plain, ==, "Second");
  g_assert_cmpuint (charter_path_get_section (charter_session_get_path (session), 1)->break_minutes, ==, 5);
  g_assert_cmpuint (charter_session_get_position (session), ==, 1);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_ANSWERED);
  g_assert_cmpint (charter_session_get_stand (session, 1), ==, CHARTER_STAND_OPEN);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 57 * MINUTE);
  g_object_unref (session);
}

static void
test_pack_gone_in_between (Exam *exam, gconstpointer data)
{
  CharterSession *session = begin (exam);
  g_autofree char *note = NULL;
  CharterPath *path;

  answer_section (exam, session, 0);
  g_ptr_array_remove (exam->packs, exam->bank);
  session = resume (exam, session);
  path = charter_session_get_path (session);
  g_assert_cmpuint (charter_path_get_n_steps (path), ==, 4);
  g_assert_cmpuint (charter_path_get_section (path, 0)->n_items, ==, 2);
  g_assert_cmpuint (charter_path_get_section (path, 1)->n_items, ==, 1);
  g_assert_cmpuint (charter_path_get_step (path, 2)->section, ==, 1);
  g_assert_cmpint (charter_session_get_stand (session, 1), ==, CHARTER_STAND_ANSWERED);
  note = charter_study_dup_resume_note (exam->base.study, session);
  g_assert_cmpstr (note, ==, "5 questions are no longer in the pack.");

  g_ptr_array_add (exam->packs, exam->bank); /* nothing was lost by that */
  session = resume (exam, session);
  g_assert_cmpuint (charter_session_get_n_steps (session), ==, 9);
  g_assert_cmpint (charter_session_get_stand (session, 1), ==, CHARTER_STAND_ANSWERED);
  g_object_unref (session);
}

static void
test_home_gone (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_autoptr (GError) error = NULL;

  answer_key (exam->base.study, session);
  g_ptr_array_remove (exam->packs, exam->base.pack);
  g_assert_null (charter_study_resume (exam->base.study, exam->packs, charter_session_get_id (session), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* ---- resetting, deleting ---- */

static void
finish_saying (Exam *exam, GAsyncResult **result)
{
  g_autoptr (CharterEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  event = charter_study_say_finish (exam->base.study, *result, &error);
  g_assert_no_error (error);
  g_clear_object (result);
}

static guint
count_items (Exam *exam, const char *pack)
{
  g_autoptr (GPtrArray) records = load_items (exam, pack);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += ((CharterItemRecord *)g_ptr_array_index (records, i))->n_attempts > 0;
  return n;
}

static void
test_reset_of_one_pack (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (CharterGroupState) state = { 0 };

  answer_section (exam, session, 0);
  charter_study_hand_in (exam->base.study, session);
  settle (exam->base.study);
  charter_study_reset_async (exam->base.study, BANK, NULL, NULL, on_result, &result);
  finish_saying (exam, &result);
  g_assert_cmpuint (count_items (exam, HOME), ==, 2);
  g_assert_cmpuint (count_items (exam, BANK), ==, 0);
  charter_study_get_group_state (exam->base.study, HOME, "mock", &state);
  g_assert_cmpuint (state.n_sessions, ==, 1); /* the exam was sat all the same */
}

static void
test_deleted_session (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (CharterGroupState) state = { 0 };

  answer_section (exam, session, 0);
  charter_study_hand_in (exam->base.study, session);
  settle (exam->base.study);
  charter_study_delete_async (exam->base.study, charter_session_get_id (session), NULL, on_result, &result);
  finish_saying (exam, &result);
  g_assert_cmpuint (count_items (exam, HOME), ==, 0);
  g_assert_cmpuint (count_items (exam, BANK), ==, 0);
  charter_study_get_group_state (exam->base.study, HOME, "mock", &state);
  g_assert_cmpuint (state.n_sessions, ==, 0);
}

/* ---- sections and breaks ---- */

static void
close_section (Exam *exam, CharterSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  charter_study_close_section_async (exam->base.study, session, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  charter_study_close_section_finish (exam->base.study, result, &error);
  g_assert_no_error (error);
}

/* Waits until all that was said so far is in the file. */
static void
flush (Exam *exam)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  charter_store_commit_async (exam->base.store, none, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  charter_store_commit_finish (exam->base.store, result, &error);
  g_assert_no_error (error);
}

/* What the disk has if the program is killed now. */
typedef struct {
  GFile *files[2];
  CharterStore *store;
  CharterStudy *study;
  CharterSession *session;
} Afterlife;

static void
copy (GFile *from, const char *ending, GFile *to)
{
  g_autofree char *name = g_strconcat (g_file_peek_path (from), ending, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;

  g_file_copy (file, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
afterlife_begin (Afterlife *after, Exam *exam, CharterSession *session)
{
  g_autofree char *name = g_strconcat (g_file_peek_path (exam->base.place.file), "-killed", NULL);
  g_autofree char *wal = g_strconcat (name, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  after->files[0] = g_file_new_for_path (name);
  after->files[1] = g_file_new_for_path (wal);
  copy (exam->base.place.file, "", after->files[0]);
  copy (exam->base.place.file, "-wal", after->files[1]);
  after->store = charter_store_open (after->files[0], exam->base.time.wall, &error);
  g_assert_no_error (error);
  after->study = charter_study_new (after->store, test_clock (&exam->base.time));
  after->session = charter_study_resume (after->study, exam->packs, charter_session_get_id (session), &error);
  g_assert_no_error (error);
}

static void
afterlife_end (Afterlife *after)
{
  g_object_unref (after->session);
  g_object_unref (after->study);
  charter_store_close (after->store);
  g_object_unref (after->store);
  for (guint i = 0; i < 2; i++)
    {
      g_file_delete (after->files[i], NULL, NULL);
      g_object_unref (after->files[i]);
    }
}

/* A choice that was changed and changed back is the answer that it was. */
static CharterStand
get_stand (CharterSession *session, guint i)
{
  CharterResponse *given = charter_session_get_answer (session, i);

  if (given != NULL && charter_response_equal (given, charter_session_get_response (session, i)))
    return CHARTER_STAND_ANSWERED;
  return charter_session_get_stand (session, i);
}

static char *
describe (CharterSession *session)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u/%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                          charter_session_get_position (session), charter_session_get_section (session),
                          charter_session_get_break_left (session), charter_session_get_time_left (session));
  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    {
      CharterResponse *given = charter_session_get_answer (session, i);
      g_autofree char *chosen = charter_response_to_string (charter_session_get_response (session, i));
      g_autofree char *answered = given != NULL ? charter_response_to_string (given) : g_strdup ("-");

      g_string_append_printf (text, "%d %s %s\n", get_stand (session, i), chosen, answered);
    }
  return g_string_free (text, FALSE);
}

static void
assert_survives (Exam *exam, CharterSession *session)
{
  g_autofree char *before = describe (session);
  g_autofree char *again = NULL;
  Afterlife after;

  afterlife_begin (&after, exam, session);
  again = describe (after.session);
  g_assert_cmpstr (again, ==, before);
  afterlife_end (&after);
}

static void
test_closing_is_kept (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);

  test_clock_pass (&exam->base.time, 4 * MINUTE);
  choose (session, "c");
  close_section (exam, session);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_ANSWERED);
  g_assert_cmpint (charter_session_get_break_left (session), ==, 10 * MINUTE);
  assert_survives (exam, session); /* with no place kept but that of its closing */
  test_clock_pass (&exam->base.time, 12 * MINUTE);
  charter_study_keep_place (exam->base.study, session);
  flush (exam);
  charter_session_end_break (session);
  assert_survives (exam, session);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 54 * MINUTE);
}

/* A section that is closed before anything was said begins the session in the log. */
static void
test_closing_at_once (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);

  close_section (exam, session);
  assert_survives (exam, session);
  g_assert_cmpuint (get_events (exam, session)->len, ==, 1);
}

static void
test_last_section_is_handed_in (Exam *exam, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin (exam);
  g_auto (CharterGroupState) state = { 0 };

  for (guint section = 0; section < 3; section++)
    {
      answer_section (exam, session, 3 * section);
      close_section (exam, session);
      charter_session_end_break (session);
    }
  g_assert_true (charter_session_is_closed (session));
  settle (exam->base.study);
  charter_study_get_group_state (exam->base.study, HOME, "mock", &state);
  g_assert_cmpuint (state.n_sessions, ==, 1);
  g_assert_cmpfloat (state.last, ==, 1);
  g_assert_null (state.open_session);
}

static void
act (Exam *exam, CharterSession *session, GRand *random)
{
  guint position = (guint)g_rand_int_range (random, 0, 9);

  test_clock_pass (&exam->base.time, g_rand_int_range (random, 0, 90) * G_TIME_SPAN_SECOND);
  if (g_rand_int_range (random, 0, 9) == 0 && charter_session_get_section (session) < 2)
    close_section (exam, session);
  else if (g_rand_int_range (random, 0, 4) == 0)
    charter_session_end_break (session);
  else if (charter_session_can_go_to (session, position))
    charter_session_go_to (session, position);
  if (charter_session_is_in_break (session) || g_rand_boolean (random))
    return;
  choose (session, g_rand_boolean (random) ? "a" : "d");
  if (g_rand_boolean (random) && charter_session_get_stand (session, position) == CHARTER_STAND_OPEN)
    charter_study_answer (exam->base.study, session, NULL);
}

/* Whenever it is killed, it goes on where it was, with the time that it had. */
static void
test_killed_at_any_point (Exam *exam, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  g_autoptr (CharterSession) session = begin (exam);

  for (guint i = 0; i < 60; i++)
    {
      act (exam, session, random);
      charter_study_keep_place (exam->base.study, session);
      flush (exam);
      if (charter_session_is_in_break (session) && charter_session_get_break_left (session) == 0)
        charter_session_end_break (session); /* so it goes on */
      assert_survives (exam, session);
    }
  g_assert_cmpuint (charter_session_get_section (session), ==, 2);
}

/* On another computer there is no place, but what was answered tells which sections are closed. */
static void
test_place_lost (Exam *exam, gconstpointer data)
{
  CharterSession *session = begin (exam);

  answer_section (exam, session, 0);
  close_section (exam, session);
  charter_session_end_break (session);
  answer_section (exam, session, 3);
  charter_store_set_session_place (exam->base.store, charter_session_get_id (session), "", TRUE);
  session = resume (exam, session);
  g_assert_cmpuint (charter_session_get_section (session), ==, 1);
  g_assert_cmpuint (charter_session_get_position (session), ==, 5);
  g_assert_false (charter_session_can_go_to (session, 2));
  g_object_unref (session);
}

/* What was spent on an item that is gone stays spent. */
static void
test_break_survives_a_gone_pack (Exam *exam, gconstpointer data)
{
  CharterSession *session = begin (exam);

  test_clock_pass (&exam->base.time, 6 * MINUTE);
  charter_session_go_to (session, 1); /* of the bank */
  test_clock_pass (&exam->base.time, 6 * MINUTE);
  close_section (exam, session);
  g_ptr_array_remove (exam->packs, exam->bank);
  session = resume (exam, session);
  g_assert_cmpuint (charter_session_get_section (session), ==, 1);
  g_assert_cmpint (charter_session_get_break_left (session), ==, 10 * MINUTE);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 48 * MINUTE);
  g_object_unref (session);
}

/* ---- payloads ---- */

static void
assert_sections (const char *json, const char *expected)
{
  g_auto (CharterBeginning) beginning = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (charter_beginning_from_json (&beginning, json));
  for (guint i = 0; i < beginning.n_sections; i++)
    g_string_append_printf (text, "%u+%u ", beginning.sections[i].n_items, beginning.sections[i].break_minutes);
  for (guint i = 0; i < beginning.n_unscored; i++)
    g_string_append_printf (text, "-%u", beginning.unscored[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Whatever comes from elsewhere: all items are in a section, and no position is beyond them. */
static void
test_odd_beginnings (void)
{
  assert_sections ("{\"items\":[\"a\",\"b\"],\"mood\":\"exam\"}", "");
  assert_sections ("{\"items\":[\"a\",\"b\"],\"sections\":[{\"items\":2}]}", "");
  assert_sections ("{\"items\":[\"a\",\"b\"],\"form\":true,\"sections\":[{\"items\":2}]}", "2+0 ");
  assert_sections ("{\"items\":[\"a\",\"b\"],\"form\":true,\"sections\":[{\"items\":9,\"break\":-4},3]}", "2+0 0+0 ");
  assert_sections ("{\"items\":[\"a\",\"b\"],\"form\":true,\"sections\":[{\"items\":1,\"break\":10},[]]}", "1+10 1+0 ");
  assert_sections ("{\"items\":[\"a\",\"b\"],\"form\":true,\"sections\":{},\"unscored\":[1,2,-1,{}]}", "-1");
}

#define ADD(name, test) g_test_add ("/study/form/" name, Exam, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("beginning", test_beginning);
  ADD ("answers-are-their-packs", test_answers_are_their_packs);
  ADD ("memories-of-items", test_memories_of_items);
  ADD ("unscored-items-do-not-count", test_unscored_items_do_not_count);
  ADD ("all-right-is-everything", test_all_right_is_everything);
  ADD ("goes-on", test_goes_on);
  ADD ("pack-gone-in-between", test_pack_gone_in_between);
  ADD ("home-gone", test_home_gone);
  ADD ("reset-of-one-pack", test_reset_of_one_pack);
  ADD ("deleted-session", test_deleted_session);
  ADD ("closing-is-kept", test_closing_is_kept);
  ADD ("closing-at-once", test_closing_at_once);
  ADD ("last-section-is-handed-in", test_last_section_is_handed_in);
  ADD ("killed-at-any-point", test_killed_at_any_point);
  ADD ("place-lost", test_place_lost);
  ADD ("break-survives-a-gone-pack", test_break_survives_a_gone_pack);
  g_test_add_func ("/study/form/odd-beginnings", test_odd_beginnings);
  return g_test_run ();
}
