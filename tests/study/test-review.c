/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, day by day, and reviews of it. */
#include "charter-fold.h"
#include "charter-review-words.h"
#include "charter-study-fit.h"
#include "charter-study-form.h"
#include "charter-study-grading.h"
#include "charter-study-held.h"
#include "charter-study-hindsight.h"
#include "charter-study-progress.h"
#include "charter-study-proposals.h"
#include "charter-study-review.h"
#include "charter-study-say.h"
#include "study-support.h"

#define PACK "org.example.review"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "review.xml");
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
list_packs (CharterPack *pack)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);

  g_ptr_array_add (packs, charter_pack_ref (pack));
  return packs;
}

static CharterReviewPlan *
load_of (Fixture *fixture, CharterPack *pack, guint portions)
{
  g_autoptr (GPtrArray) packs = list_packs (pack);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CharterReviewPlan *plan;

  charter_study_load_review_async (fixture->study, packs, portions, NULL, on_result, &result);
  await (&result);
  plan = charter_study_load_review_finish (fixture->study, result, &error);
  g_assert_no_error (error);
  return plan;
}

static CharterReviewPlan *
load (Fixture *fixture)
{
  return load_of (fixture, fixture->pack, 1);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Its ids by the alphabet: in which order they are asked is the schedule's matter. */
static void
assert_queue (const CharterReviewPlan *plan, const char *expected)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < plan->queue->len; i++)
    g_ptr_array_add (ids, (gpointer)g_array_index (plan->queue, CharterReviewCard, i).item->id);
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  list = g_strjoinv (" ", (char **)ids->pdata);
  g_assert_cmpstr (list, ==, expected);
}

static void
assert_due (Fixture *fixture, const char *expected)
{
  g_autoptr (CharterReviewPlan) plan = load (fixture);

  assert_queue (plan, expected);
}

static void
pass_days (Fixture *fixture, int days)
{
  test_clock_pass (&fixture->time, days * G_TIME_SPAN_DAY);
}

static const char *
current_id (CharterSession *session)
{
  return charter_session_get_current (session)->item->id;
}

/* All are true or false. */
static void
answer_step (Fixture *fixture, CharterSession *session, gboolean rightly)
{
  const CharterItem *item = charter_session_get_current (session)->item;
  gboolean key = charter_item_find_part (item, "true")->correct;

  test_clock_pass (&fixture->time, G_TIME_SPAN_SECOND);
  g_assert_true (answer (fixture->study, session, key == rightly ? "true" : "false", NULL));
}

/* wrong: an id, or NULL where all are right. */
static void
answer_all (Fixture *fixture, CharterSession *session, const char *wrong)
{
  do
    answer_step (fixture, session, g_strcmp0 (wrong, current_id (session)) != 0);
  while (charter_session_next (session));
  charter_study_end (fixture->study, session);
  settle (fixture->study);
}

static void
answer_office (Fixture *fixture, const char *wrong)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "office", NULL, 7, CHARTER_MOOD_STUDY, NULL);

  answer_all (fixture, session, wrong);
}

static CharterSession *
begin_review (Fixture *fixture)
{
  g_autoptr (CharterReviewPlan) plan = load (fixture);
  g_autoptr (GError) error = NULL;
  CharterSession *session = charter_study_begin_review (fixture->study, plan, 3, &error);

  g_assert_no_error (error);
  g_assert_true (charter_study_is_review (session));
  return session;
}

static void
review_all (Fixture *fixture, const char *wrong)
{
  g_autoptr (CharterSession) session = begin_review (fixture);

  answer_all (fixture, session, wrong);
}

static void
set (Fixture *fixture, const char *name, const char *value)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterEvent) event = NULL;

  charter_study_set_setting_async (fixture->study, name, value, NULL, on_result, &result);
  await (&result);
  event = charter_study_say_finish (fixture->study, result, NULL);
  g_assert_nonnull (event);
}

static void
suspend (Fixture *fixture, const char *item, gboolean suspended)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterEvent) event = NULL;

  charter_study_suspend_async (fixture->study, fixture->pack, charter_pack_find_item (fixture->pack, item), suspended,
                               NULL, on_result, &result);
  await (&result);
  event = charter_study_say_finish (fixture->study, result, NULL);
  g_assert_nonnull (event);
}

static CharterGrading
get_grading (Fixture *fixture, CharterSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CharterGrading grading;

  charter_study_load_grading_async (fixture->study, session, charter_session_get_position (session), NULL, on_result,
                                    &result);
  await (&result);
  g_assert_true (charter_study_load_grading_finish (fixture->study, result, &grading, &error));
  g_assert_no_error (error);
  return grading;
}

/* ---- day by day ---- */

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterReviewPlan) plan = load (fixture);

  assert_queue (plan, "");
  g_assert_cmpint (plan->next_day, ==, 0);
  g_assert_cmpuint (plan->n_done, ==, 0);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  answer_office (fixture, NULL);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    g_autofree char *words = charter_review_dup_next (plan);
    assert_queue (plan, "");
    g_assert_cmpint (plan->next_day, ==, plan->today + 2);
    g_assert_cmpuint (plan->n_next, ==, 2);
    g_assert_cmpuint (plan->n_done, ==, 2);
    g_assert_cmpstr (words, ==, "Next: in 2 days, 2 questions.");
  }
  pass_days (fixture, 1);
  assert_due (fixture, "");
  fixture_restart (fixture);
  pass_days (fixture, 1);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    assert_queue (plan, "sponsor-decides team-pays");
    g_assert_cmpint (g_array_index (plan->queue, CharterReviewCard, 0).due.reason, ==, CHARTER_DUE_TODAY);
    g_assert_cmpuint (charter_review_plan_count (plan, fixture->pack), ==, 2);
    g_assert_cmpuint (plan->n_done, ==, 0);
  }
  review_all (fixture, NULL);
  assert_due (fixture, "");
}

static void
test_overdue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterReviewPlan) plan = NULL;
  g_autofree char *why = NULL;
  const CharterDue *due;

  answer_office (fixture, NULL);
  pass_days (fixture, 9);
  plan = load (fixture);
  due = &g_array_index (plan->queue, CharterReviewCard, 0).due;
  why = charter_review_dup_why (due);
  g_assert_cmpint (due->reason, ==, CHARTER_DUE_OVERDUE);
  g_assert_cmpint (due->overdue, ==, 7);
  g_assert_cmpstr (why, ==,
                   "You last answered it 9 days ago. It was to wait 2 days. "
                   "By now you would recall it with a chance of 78%; the goal is 90%.");
}

/* What was not recalled comes back on the same day, until it is. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  review_all (fixture, "team-pays");
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    g_autofree char *why = NULL;
    assert_queue (plan, "team-pays");
    why = charter_review_dup_why (&g_array_index (plan->queue, CharterReviewCard, 0).due);
    g_assert_cmpint (g_array_index (plan->queue, CharterReviewCard, 0).due.reason, ==, CHARTER_DUE_RELEARNING);
    g_assert_cmpstr (why, ==, "You did not recall it earlier today.");
  }
  review_all (fixture, "team-pays");
  assert_due (fixture, "team-pays");
  review_all (fixture, NULL);
  assert_due (fixture, "");
}

/* ---- how much ---- */

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  set (fixture, "reviews-per-day", "1");
  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    g_assert_cmpuint (plan->queue->len, ==, 1);
    g_assert_cmpuint (plan->n_held_back, ==, 1);
  }
  review_all (fixture, NULL);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    g_autoptr (CharterReviewPlan) more = load_of (fixture, fixture->pack, 2);
    g_assert_cmpuint (plan->queue->len, ==, 0);
    g_assert_cmpuint (plan->n_held_back, ==, 1);
    g_assert_cmpuint (plan->n_done, ==, 1);
    g_assert_cmpuint (more->queue->len, ==, 1);
    g_assert_cmpuint (more->n_held_back, ==, 0);
  }
  pass_days (fixture, 1);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    g_assert_cmpuint (plan->queue->len, ==, 1);
  }
}

/* What was not recalled has been counted, and is asked again whatever the limit says. */
static void
test_limit_and_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  set (fixture, "reviews-per-day", "1");
  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    first = g_strdup (g_array_index (plan->queue, CharterReviewCard, 0).item->id);
  }
  review_all (fixture, first);
  assert_due (fixture, first);
}

static void
test_limit_that_makes_no_sense (Fixture *fixture, gconstpointer data)
{
  set (fixture, "reviews-per-day", "a few");
  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  assert_due (fixture, "sponsor-decides team-pays");
}

/* ---- what is new ---- */

static void
test_new_of_read_lesson (Fixture *fixture, gconstpointer data)
{
  charter_study_set_reading_place (fixture->study, PACK, "ends", "ends-when", 0.5);
  assert_due (fixture, "");
  charter_study_set_reading_place (fixture->study, PACK, "ends", "ends-when", 1);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    assert_queue (plan, "accepted archived late");
    g_assert_cmpuint (plan->n_new, ==, 3);
  }
  set (fixture, "new-per-day", "2");
  assert_due (fixture, "accepted late"); /* the first two, as they are written */
  review_all (fixture, "late");
  assert_due (fixture, "late");
  review_all (fixture, NULL);
  assert_due (fixture, "");
  pass_days (fixture, 1);
  assert_due (fixture, "archived late"); /* what was not known at first waits for a day only */
  set (fixture, "new-per-day", "0");
  assert_due (fixture, "late");
}

/* What was left half-way waits to be gone on with; what was given up is asked bit by bit. */
static void
test_new_of_begun (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "office", NULL, 7, CHARTER_MOOD_STUDY, NULL);

  answer_step (fixture, session, TRUE);
  assert_due (fixture, "");
  charter_study_end (fixture->study, session);
  settle (fixture->study);
  assert_due (fixture, "team-pays"); /* and never what is kept for mocks */
}

/* ---- what is left out ---- */

static void
test_suspended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) packs = list_packs (fixture->pack);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterReviewPlan) list = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  suspend (fixture, "team-pays", TRUE);
  fixture_restart (fixture);
  assert_due (fixture, "sponsor-decides");
  charter_study_load_suspended_async (fixture->study, packs, NULL, on_result, &result);
  await (&result);
  list = charter_study_load_suspended_finish (fixture->study, result, NULL);
  assert_queue (list, "team-pays");
  suspend (fixture, "team-pays", FALSE);
  assert_due (fixture, "sponsor-decides team-pays");
}

static void
test_suspended_before_it_was_asked (Fixture *fixture, gconstpointer data)
{
  charter_study_set_reading_place (fixture->study, PACK, "ends", NULL, 1);
  suspend (fixture, "late", TRUE);
  assert_due (fixture, "accepted archived");
}

/* One question has another key, and one has gone: neither is what was learned. The one with another key is new. */
static void
test_changed_pack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPack) later = load_pack ("review-later.xml");
  g_autoptr (CharterReviewPlan) plan = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  plan = load_of (fixture, later, 1);
  assert_queue (plan, "");
}

/* ---- grades ---- */

static void
test_grading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterEvent) event = NULL;
  CharterGrading grading;

  answer_office (fixture, NULL);
  pass_days (fixture, 4);
  session = begin_review (fixture);
  grading = get_grading (fixture, session);
  g_assert_cmpint (grading.due.unseen, ==, 4);
  g_assert_cmpint (grading.due.overdue, ==, 2);
  g_assert_cmpuint (grading.grade, ==, 0);

  answer_step (fixture, session, TRUE);
  grading = get_grading (fixture, session);
  g_assert_cmpint (grading.due.unseen, ==, 4); /* still why it was asked */
  g_assert_cmpuint (grading.grade, ==, CHARTER_GRADE_GOOD);
  g_assert_cmpstr (grading.rule->id, ==, "right");
  g_assert_cmpuint (grading.days[0], ==, 0);
  for (guint i = 1; i < CHARTER_N_GRADES; i++)
    g_assert_cmpuint (grading.days[i], >, grading.days[i - 1]);

  charter_study_grade_async (fixture->study, session, 0, CHARTER_GRADE_HARD, NULL, on_result, &result);
  await (&result);
  event = charter_study_say_finish (fixture->study, result, NULL);
  g_assert_nonnull (event);
  g_assert_cmpuint (get_grading (fixture, session).grade, ==, CHARTER_GRADE_HARD);
}

/* What a button says is the day on which it is asked again. */
static void
test_grading_keeps_its_word (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (CharterReviewPlan) plan = NULL;
      int today = charter_study_get_today (fixture->study);
      guint days;
      if (round == 0)
        answer_office (fixture, NULL);
      else
        {
          g_autoptr (CharterSession) session = begin_review (fixture);
          answer_step (fixture, session, TRUE);
          days = get_grading (fixture, session).days[CHARTER_GRADE_GOOD - 1];
          suspend (fixture, g_str_equal (current_id (session), "team-pays") ? "sponsor-decides" : "team-pays", TRUE);
          charter_study_end (fixture->study, session);
          settle (fixture->study);
          g_clear_pointer (&plan, charter_review_plan_free);
          plan = load (fixture);
          g_assert_cmpint (plan->next_day, ==, today + (int)days);
        }
      g_clear_pointer (&plan, charter_review_plan_free);
      plan = load (fixture);
      pass_days (fixture, plan->next_day - plan->today);
    }
}

/* Forgotten says the learner, though it was right: it comes back today. */
static void
test_grade_changed_to_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterEvent) event = NULL;
  g_autofree char *first = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  session = begin_review (fixture);
  first = g_strdup (current_id (session));
  answer_all (fixture, session, NULL);
  assert_due (fixture, "");
  charter_study_grade_async (fixture->study, session, 0, CHARTER_GRADE_AGAIN, NULL, on_result, &result);
  await (&result);
  event = charter_study_say_finish (fixture->study, result, NULL);
  assert_due (fixture, first);
}

static void
test_answered_again_does_not_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  session = begin_review (fixture);
  answer_step (fixture, session, FALSE);
  g_assert_true (take_back (fixture->study, session, NULL));
  answer_step (fixture, session, TRUE);
  g_assert_cmpuint (get_grading (fixture, session).grade, ==, 0);
}

/* ---- half-way ---- */

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) packs = list_packs (fixture->pack);
  g_autofree char *id = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  {
    g_autoptr (CharterSession) session = begin_review (fixture);
    id = g_strdup (charter_session_get_id (session));
    answer_step (fixture, session, FALSE);
    charter_session_next (session);
    charter_study_keep_place (fixture->study, session);
  }
  fixture_restart (fixture);
  {
    g_autoptr (CharterSession) session = charter_study_resume_review (fixture->study, packs);
    g_assert_cmpstr (charter_session_get_id (session), ==, id);
    g_assert_true (charter_study_is_review (session));
    g_assert_cmpuint (charter_session_get_position (session), ==, 1);
    answer_step (fixture, session, TRUE);
    g_assert_true (charter_session_is_finished (session));
    charter_study_end (fixture->study, session);
    settle (fixture->study);
  }
  g_assert_null (charter_study_resume_review (fixture->study, packs));
  review_all (fixture, NULL); /* what was not recalled before the restart */
  assert_due (fixture, "");
}

static guint
count_open (Fixture *fixture)
{
  g_autoptr (GPtrArray) open = charter_study_list_open_sessions (fixture->study);

  return open->len;
}

/* The first of two is answered, the program ends. Returns: (transfer full) the id of the one that is left */
static char *
leave_half_way (Fixture *fixture)
{
  g_autoptr (CharterSession) session = begin_review (fixture);
  char *left;

  g_assert_cmpuint (charter_session_get_n_steps (session), ==, 2);
  answer_step (fixture, session, TRUE);
  charter_session_next (session);
  left = g_strdup (current_id (session));
  charter_study_keep_place (fixture->study, session);
  g_clear_object (&session);
  fixture_restart (fixture);
  return left;
}

/* What was asked yesterday is safe; what was not is still due, and asked by a review of today. */
static void
test_left_on_another_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) packs = list_packs (fixture->pack);
  g_autoptr (CharterSession) session = NULL;
  g_autofree char *left = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  left = leave_half_way (fixture);
  pass_days (fixture, 1);
  assert_due (fixture, left);
  g_assert_null (charter_study_resume_review (fixture->study, packs));
  settle (fixture->study);
  g_assert_cmpuint (count_open (fixture), ==, 0);
  assert_due (fixture, left);
  session = begin_review (fixture);
  g_assert_cmpuint (charter_session_get_n_steps (session), ==, 1);
  answer_all (fixture, session, NULL);
  assert_due (fixture, "");
  g_assert_cmpuint (count_open (fixture), ==, 0);
}

/* What was left is not due any more: a quiz has asked it meanwhile. */
static void
test_left_and_answered_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) packs = list_packs (fixture->pack);
  g_autofree char *left = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  left = leave_half_way (fixture);
  answer_office (fixture, NULL);
  pass_days (fixture, 1);
  g_assert_null (charter_study_resume_review (fixture->study, packs));
  settle (fixture->study);
  g_assert_cmpuint (count_open (fixture), ==, 0);
  assert_due (fixture, "");
}

/* A day is the learner's: it lasts until its rollover, and may do so beyond midnight. */
static void
test_left_after_midnight (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) packs = list_packs (fixture->pack);
  g_autoptr (CharterSession) session = NULL;
  g_autofree char *left = NULL;
  gint64 begins;

  set (fixture, "rollover", "240");
  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  begins = charter_study_get_beginning (fixture->study, charter_study_get_today (fixture->study));
  test_clock_pass (&fixture->time, begins + 18 * G_TIME_SPAN_HOUR - fixture->time.wall); /* 22:00 */
  left = leave_half_way (fixture);
  test_clock_pass (&fixture->time, 5 * G_TIME_SPAN_HOUR); /* 3:00 */
  session = charter_study_resume_review (fixture->study, packs);
  g_assert_nonnull (session);
  g_assert_cmpstr (current_id (session), ==, left);
  g_clear_object (&session);
  test_clock_pass (&fixture->time, 2 * G_TIME_SPAN_HOUR); /* 5:00 */
  g_assert_null (charter_study_resume_review (fixture->study, packs));
  settle (fixture->study);
  g_assert_cmpuint (count_open (fixture), ==, 0);
}

/* An exam is on a day of the calendar, also while the learner's own day still lasts. */
static void
test_exam_after_midnight (Fixture *fixture, gconstpointer data)
{
  gint64 begins;
  int today, days;

  set (fixture, "rollover", "240");
  today = charter_study_get_today (fixture->study);
  begins = charter_study_get_beginning (fixture->study, today);
  test_clock_pass (&fixture->time, begins + 19 * G_TIME_SPAN_HOUR - fixture->time.wall); /* 23:00 */
  g_assert_cmpint (charter_study_get_calendar_day (fixture->study), ==, today);
  test_clock_pass (&fixture->time, 90 * G_TIME_SPAN_MINUTE); /* 0:30 */
  g_assert_cmpint (charter_study_get_today (fixture->study), ==, today);
  g_assert_cmpint (charter_study_get_calendar_day (fixture->study), ==, today + 1);
  for (int ahead = 0; ahead <= 2; ahead++)
    {
      g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);
      g_autoptr (GDateTime) exam = g_date_time_add_days (epoch, today + 1 + ahead);
      g_autofree char *date = g_date_time_format (exam, "%Y-%m-%d");

      g_assert_true (
        charter_proposals_count_days (date, charter_study_get_calendar_day (fixture->study), &days));
      g_assert_cmpint (days, ==, ahead);
    }
}

/* Nobody can go on with it, on no day: it does not stay half-way for ever. */
static void
test_left_without_its_pack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *left = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  left = leave_half_way (fixture);
  g_assert_null (charter_study_resume_review (fixture->study, none));
  g_assert_cmpuint (count_open (fixture), ==, 1);
  pass_days (fixture, 1);
  g_assert_null (charter_study_resume_review (fixture->study, none));
  settle (fixture->study);
  g_assert_cmpuint (count_open (fixture), ==, 0);
}

/* What was begun yesterday is over, and what is due is asked anew. */
static void
test_restart_on_another_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) packs = list_packs (fixture->pack);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (CharterSession) session = NULL;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  session = begin_review (fixture);
  answer_step (fixture, session, TRUE);
  pass_days (fixture, 1);
  g_assert_null (charter_study_resume_review (fixture->study, packs));
  settle (fixture->study);
  open = charter_study_list_open_sessions (fixture->study);
  g_assert_cmpuint (open->len, ==, 0);
  {
    g_autoptr (CharterReviewPlan) plan = load (fixture);
    g_assert_cmpuint (plan->queue->len, ==, 1);
  }
}

/* ---- weights of one's own ---- */

static void
note_progress (double done, gpointer data)
{
  double *before = data;

  g_assert_cmpfloat (done, >=, *before);
  *before = done;
}

static CharterStudyFit
fit_weights (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  double done = 0;
  CharterStudyFit fit;

  charter_study_fit_weights_async (fixture->study, note_progress, &done, NULL, on_result, &result);
  await (&result);
  g_assert_true (charter_study_fit_weights_finish (fixture->study, result, &fit, &error));
  g_assert_no_error (error);
  return fit;
}

static void
use_weights (Fixture *fixture, const CharterWeights *weights)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterEvent) event = NULL;

  charter_study_use_weights_async (fixture->study, weights, NULL, on_result, &result);
  await (&result);
  event = charter_study_say_finish (fixture->study, result, NULL);
  g_assert_nonnull (event);
}

static void
test_fit_of_too_little (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = NULL;
  CharterStudyFit fit;

  answer_office (fixture, NULL);
  pass_days (fixture, 2);
  review_all (fixture, NULL);
  fit = fit_weights (fixture);
  words = charter_study_fit_dup_words (&fit);
  g_assert_cmpuint (fit.fit.n, ==, 2);
  g_assert_cmpstr (words, ==, "There is too little history yet: 6 more reviews on later days are needed.");
}

/* Somebody who forgets all at once is foretold better by weights of their own; and these can be taken back. */
static void
test_fit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CharterWeights before = charter_study_get_scheme (fixture->study)->weights;
  CharterStudyFit fit, again;

  for (guint day = 0; day < 8; day++)
    {
      answer_office (fixture, day % 4 != 3 ? "team-pays" : NULL);
      pass_days (fixture, 3);
    }
  fit = fit_weights (fixture);
  g_assert_cmpuint (fit.fit.n, ==, 14);
  g_assert_cmpfloat (fit.fit.log_loss, <, fit.log_loss_now);
  use_weights (fixture, &fit.fit.weights);
  fixture_restart (fixture);
  again = fit_weights (fixture);
  g_assert_cmpfloat_with_epsilon (again.log_loss_now, fit.fit.log_loss, 1e-9);
  use_weights (fixture, &before);
  again = fit_weights (fixture);
  g_assert_cmpfloat_with_epsilon (again.log_loss_now, fit.log_loss_now, 1e-9);

  g_cancellable_cancel (cancellable);
  charter_study_fit_weights_async (fixture->study, NULL, NULL, cancellable, on_result, &result);
  await (&result);
  g_assert_false (charter_study_fit_weights_finish (fixture->study, result, &again, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- words ---- */

static void
test_intervals (void)
{
  static const struct {
    guint days;
    const char *words;
  } cases[] = { { 0, "today" }, { 1, "1 d" }, { 30, "30 d" }, { 31, "1 mo" }, { 61, "2 mo" }, { 548, "1.5 y" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = charter_review_dup_interval (cases[i].days);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static CharterSession *
begin_mock (Fixture *fixture)
{
  g_autoptr (GPtrArray) packs = list_packs (fixture->pack);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterForm) form
    = charter_study_draw_form (fixture->study, fixture->pack, &fixture->pack->exams[0], packs, 1, TRUE, &error);
  g_autoptr (CharterPath) path = charter_form_new_path (form, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (form->n_items, ==, 3);
  return charter_study_begin_form (fixture->study, path, 10 * G_TIME_SPAN_MINUTE);
}

static gboolean
is_due (Fixture *fixture, const char *id)
{
  g_autoptr (CharterReviewPlan) plan = load (fixture);

  for (guint i = 0; i < plan->queue->len; i++)
    if (g_str_equal (g_array_index (plan->queue, CharterReviewCard, i).item->id, id))
      return TRUE;
  return FALSE;
}

/* What is kept for mocks is reviewed once one has asked it, and nothing of an exam before that has ended. */
static void
test_after_a_mock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_mock (fixture);

  for (guint i = 0; i < 3; i++)
    {
      charter_session_go_to (session, i);
      g_assert_true (answer (fixture->study, session, "true", NULL));
    }
  test_clock_pass (&fixture->time, 40 * G_TIME_SPAN_DAY);
  g_assert_false (is_due (fixture, "kept"));
  g_assert_false (is_due (fixture, "team-pays"));
  charter_study_hand_in (fixture->study, session);
  settle (fixture->study);
  g_assert_true (is_due (fixture, "kept"));
  g_assert_true (is_due (fixture, "team-pays"));
}

/* ---- what an open exam has asked ---- */

static CharterHindsight *
look_back (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CharterHindsight *hindsight;

  charter_study_load_hindsight_async (fixture->study, TRUE, NULL, on_result, &result);
  await (&result);
  hindsight = charter_study_load_hindsight_finish (fixture->study, result, &error);
  g_assert_no_error (error);
  return hindsight;
}

static gboolean
is_among (Fixture *fixture, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) records = NULL;

  charter_study_load_records_async (fixture->study, fixture->pack, NULL, on_result, &result);
  await (&result);
  records = charter_study_load_records_finish (fixture->study, result, NULL);
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (((CharterItemRecord *)records->pdata[i])->item, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_mistake (Fixture *fixture, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) mistakes = NULL;

  charter_study_load_mistakes_async (fixture->study, fixture->pack, NULL, on_result, &result);
  await (&result);
  mistakes = charter_study_load_mistakes_finish (fixture->study, result, NULL);
  return g_hash_table_contains (mistakes, id);
}

static gboolean
has_curve (Fixture *fixture, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterItemHistory) history = NULL;

  charter_study_load_history_async (fixture->study, fixture->pack, charter_pack_find_item (fixture->pack, id), NULL,
                                    on_result, &result);
  await (&result);
  history = charter_study_load_history_finish (fixture->study, result, NULL);
  return history->reviews->len > 0;
}

static gboolean
is_looked_back_at (Fixture *fixture, const char *id)
{
  g_autoptr (CharterHindsight) past = look_back (fixture);
  g_autoptr (GPtrArray) records = charter_hindsight_list_records (past, fixture->pack);
  gboolean found = FALSE;

  for (guint i = 0; i < records->len; i++)
    found = found || g_str_equal (((CharterItemRecord *)records->pdata[i])->item, id);
  g_assert_true (found != charter_held_has (past->held, PACK, id));
  return found;
}

static void
assert_told (Fixture *fixture, const char *id, gboolean told)
{
  g_assert_cmpint (is_among (fixture, id), ==, told);
  g_assert_cmpint (is_mistake (fixture, id), ==, told);
  g_assert_cmpint (has_curve (fixture, id), ==, told);
  g_assert_cmpint (is_looked_back_at (fixture, id), ==, told);
}

static void
assert_tallied (Fixture *fixture, int n_answers, int n_right)
{
  const GArray *tallies = charter_study_get_tallies (fixture->study);
  CharterTally sum = { 0 };

  for (guint i = 0; i < tallies->len; i++)
    charter_tally_add (&sum, &g_array_index (tallies, CharterTally, i));
  g_assert_cmpint (sum.n_answers, ==, n_answers);
  g_assert_cmpint (sum.n_right, ==, n_right);
}

static void
answer_one (Fixture *fixture, CharterSession *session, const char *id, const char *response)
{
  CharterPath *path = charter_session_get_path (session);

  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    if (g_str_equal (charter_path_get_step (path, i)->item->id, id))
      charter_session_go_to (session, i);
  g_assert_true (answer (fixture->study, session, response, NULL));
}

static void
assert_held (Fixture *fixture, const char *but_for, const char *id, gboolean expected)
{
  g_autoptr (GHashTable) held = charter_study_list_held (fixture->study, but_for);

  g_assert_cmpint (charter_held_has (held, PACK, id), ==, expected);
}

/* Neither curve nor mistakes, figures or what Today proposes say anything of it before its report; nor after a
 * restart. */
static void
test_nothing_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session = begin_mock (fixture);
  g_autofree char *id = g_strdup (charter_session_get_id (session));
  g_autoptr (GError) error = NULL;

  answer_one (fixture, session, "sponsor-decides", "false");
  answer_one (fixture, session, "team-pays", "false");
  assert_told (fixture, "sponsor-decides", FALSE);
  g_assert_false (is_among (fixture, "team-pays"));
  assert_tallied (fixture, 0, 0);
  g_clear_object (&session);
  fixture_restart (fixture);
  session = resume_of (fixture->study, fixture->pack, id, &error);
  g_assert_no_error (error);
  assert_told (fixture, "sponsor-decides", FALSE);
  assert_tallied (fixture, 0, 0);
  assert_held (fixture, NULL, "sponsor-decides", TRUE);
  assert_held (fixture, id, "sponsor-decides", FALSE);
  charter_study_hand_in (fixture->study, session);
  settle (fixture->study);
  assert_told (fixture, "sponsor-decides", TRUE);
  assert_held (fixture, NULL, "sponsor-decides", FALSE);
  g_assert_true (is_among (fixture, "team-pays"));
  assert_tallied (fixture, 2, 1);
}

/* What was answered elsewhere is told on, and stays in the sums; of what the exam asks too, its figures wait. */
static void
test_the_rest_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) closing
    = charter_study_begin (fixture->study, fixture->pack, "closing", NULL, 1, CHARTER_MOOD_STUDY, NULL);
  g_autoptr (CharterSession) office
    = charter_study_begin (fixture->study, fixture->pack, "office", NULL, 1, CHARTER_MOOD_STUDY, NULL);
  g_autoptr (CharterSession) session = NULL;

  answer_one (fixture, closing, "accepted", "false");
  answer_one (fixture, office, "sponsor-decides", "false");
  assert_told (fixture, "accepted", TRUE);
  assert_told (fixture, "sponsor-decides", TRUE);
  session = begin_mock (fixture);
  answer_one (fixture, session, "team-pays", "false");
  assert_told (fixture, "accepted", TRUE);
  assert_told (fixture, "sponsor-decides", FALSE);
  assert_tallied (fixture, 2, 0);
  charter_study_hand_in (fixture->study, session);
  settle (fixture->study);
  assert_told (fixture, "sponsor-decides", TRUE);
  assert_tallied (fixture, 3, 1);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

/* ---- asked for ahead ---- */

static void
assert_alike (Fixture *fixture, CharterHindsight *ahead)
{
  g_autoptr (CharterHindsight) now = look_back (fixture);
  g_autoptr (GPtrArray) mine = charter_hindsight_list_records (ahead, fixture->pack);
  g_autoptr (GPtrArray) theirs = charter_hindsight_list_records (now, fixture->pack);

  g_assert_cmpint (ahead->today, ==, now->today);
  g_assert_cmpuint (ahead->due->len, ==, now->due->len);
  g_assert_cmpuint (g_hash_table_size (ahead->met), ==, g_hash_table_size (now->met));
  g_assert_cmpuint (ahead->done.n_new, ==, now->done.n_new);
  g_assert_cmpuint (ahead->done.n_again, ==, now->done.n_again);
  g_assert_cmpuint (mine->len, >, 0);
  g_assert_cmpuint (mine->len, ==, theirs->len);
  for (guint i = 0; i < mine->len; i++)
    {
      const CharterItemRecord *a = mine->pdata[i], *b = theirs->pdata[i];

      g_assert_cmpstr (a->item, ==, b->item);
      g_assert_cmpuint (a->n_attempts, ==, b->n_attempts);
      g_assert_cmpint (a->last.wall, ==, b->last.wall);
    }
}

static void
let_it_come (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Whether it has come by then or not, what is told is as it is now. */
static void
test_ahead (Fixture *fixture, gconstpointer data)
{
  answer_office (fixture, NULL);
  for (guint come = 0; come < 2; come++)
    for (guint change = 0; change < 3; change++)
      {
        g_autoptr (CharterHindsight) hindsight = NULL;

        charter_study_read_ahead (fixture->study);
        if (come)
          let_it_come ();
        if (change == 1)
          answer_office (fixture, NULL);
        else if (change == 2)
          pass_days (fixture, 1);
        hindsight = look_back (fixture);
        assert_alike (fixture, hindsight);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/review/nothing", test_nothing);
  ADD ("/review/due", test_due);
  ADD ("/review/overdue", test_overdue);
  ADD ("/review/again", test_again);
  ADD ("/review/limits", test_limits);
  ADD ("/review/limit-and-again", test_limit_and_again);
  ADD ("/review/limit-that-makes-no-sense", test_limit_that_makes_no_sense);
  ADD ("/review/new/read-lesson", test_new_of_read_lesson);
  ADD ("/review/new/begun", test_new_of_begun);
  ADD ("/review/suspended", test_suspended);
  ADD ("/review/suspended-before-it-was-asked", test_suspended_before_it_was_asked);
  ADD ("/review/changed-pack", test_changed_pack);
  ADD ("/review/grading", test_grading);
  ADD ("/review/grading-keeps-its-word", test_grading_keeps_its_word);
  ADD ("/review/grade-changed-to-again", test_grade_changed_to_again);
  ADD ("/review/answered-again", test_answered_again_does_not_count);
  ADD ("/review/restart", test_restart);
  ADD ("/review/restart-on-another-day", test_restart_on_another_day);
  ADD ("/review/left-on-another-day", test_left_on_another_day);
  ADD ("/review/left-and-answered-elsewhere", test_left_and_answered_elsewhere);
  ADD ("/review/left-after-midnight", test_left_after_midnight);
  ADD ("/review/exam-after-midnight", test_exam_after_midnight);
  ADD ("/review/left-without-its-pack", test_left_without_its_pack);
  ADD ("/review/fit-of-too-little", test_fit_of_too_little);
  ADD ("/review/fit", test_fit);
  ADD ("/review/ahead", test_ahead);
  ADD ("/review/after-a-mock", test_after_a_mock);
  ADD ("/review/nothing-is-told", test_nothing_is_told);
  ADD ("/review/the-rest-is-told", test_the_rest_is_told);
  g_test_add_func ("/review/intervals", test_intervals);
  return g_test_run ();
}
