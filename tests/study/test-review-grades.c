/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a grade is, and what weights of one’s own make of it. */
#include "charter-review-words.h"
#include "charter-study-fit.h"
#include "charter-study-say.h"
#include "review-support.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/review/grading", test_grading);
  ADD ("/review/grading-keeps-its-word", test_grading_keeps_its_word);
  ADD ("/review/grade-changed-to-again", test_grade_changed_to_again);
  ADD ("/review/answered-again", test_answered_again_does_not_count);
  ADD ("/review/fit-of-too-little", test_fit_of_too_little);
  ADD ("/review/fit", test_fit);
  g_test_add_func ("/review/intervals", test_intervals);
  return g_test_run ();
}
