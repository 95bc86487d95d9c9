/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, day by day, and reviews of it. */
#include "charter-review-words.h"
#include "review-support.h"

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
  ADD ("/review/ahead", test_ahead);
  return g_test_run ();
}
