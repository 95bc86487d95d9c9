/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviews that were left half-way, and what another day, computer or pack makes of them. */
#include "charter-study-proposals.h"
#include "charter-study-say.h"
#include "review-support.h"

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

      g_assert_true (charter_proposals_count_days (date, charter_study_get_calendar_day (fixture->study), &days));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/review/restart", test_restart);
  ADD ("/review/restart-on-another-day", test_restart_on_another_day);
  ADD ("/review/left-on-another-day", test_left_on_another_day);
  ADD ("/review/left-and-answered-elsewhere", test_left_and_answered_elsewhere);
  ADD ("/review/left-after-midnight", test_left_after_midnight);
  ADD ("/review/exam-after-midnight", test_exam_after_midnight);
  ADD ("/review/left-without-its-pack", test_left_without_its_pack);
  return g_test_run ();
}
