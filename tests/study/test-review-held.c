/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is told of an exam before its end. */
#include "charter-fold.h"
#include "charter-study-form.h"
#include "charter-study-held.h"
#include "charter-study-progress.h"
#include "review-support.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/review/after-a-mock", test_after_a_mock);
  ADD ("/review/nothing-is-told", test_nothing_is_told);
  ADD ("/review/the-rest-is-told", test_the_rest_is_told);
  return g_test_run ();
}
