/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review-support.h"

#include "charter-study-say.h"

void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "review.xml");
}

void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

void
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

GPtrArray *
list_packs (CharterPack *pack)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);

  g_ptr_array_add (packs, charter_pack_ref (pack));
  return packs;
}

CharterReviewPlan *
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

CharterReviewPlan *
load (Fixture *fixture)
{
  return load_of (fixture, fixture->pack, 1);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

void
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

void
assert_due (Fixture *fixture, const char *expected)
{
  g_autoptr (CharterReviewPlan) plan = load (fixture);

  assert_queue (plan, expected);
}

void
pass_days (Fixture *fixture, int days)
{
  test_clock_pass (&fixture->time, days * G_TIME_SPAN_DAY);
}

const char *
current_id (CharterSession *session)
{
  return charter_session_get_current (session)->item->id;
}

void
answer_step (Fixture *fixture, CharterSession *session, gboolean rightly)
{
  const CharterItem *item = charter_session_get_current (session)->item;
  gboolean key = charter_item_find_part (item, "true")->correct;

  test_clock_pass (&fixture->time, G_TIME_SPAN_SECOND);
  g_assert_true (answer (fixture->study, session, key == rightly ? "true" : "false", NULL));
}

void
answer_all (Fixture *fixture, CharterSession *session, const char *wrong)
{
  do
    answer_step (fixture, session, g_strcmp0 (wrong, current_id (session)) != 0);
  while (charter_session_next (session));
  charter_study_end (fixture->study, session);
  settle (fixture->study);
}

void
answer_office (Fixture *fixture, const char *wrong)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "office", NULL, 7, CHARTER_MOOD_STUDY, NULL);

  answer_all (fixture, session, wrong);
}

CharterSession *
begin_review (Fixture *fixture)
{
  g_autoptr (CharterReviewPlan) plan = load (fixture);
  g_autoptr (GError) error = NULL;
  CharterSession *session = charter_study_begin_review (fixture->study, plan, 3, &error);

  g_assert_no_error (error);
  g_assert_true (charter_study_is_review (session));
  return session;
}

void
review_all (Fixture *fixture, const char *wrong)
{
  g_autoptr (CharterSession) session = begin_review (fixture);

  answer_all (fixture, session, wrong);
}

void
set (Fixture *fixture, const char *name, const char *value)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterEvent) event = NULL;

  charter_study_set_setting_async (fixture->study, name, value, NULL, on_result, &result);
  await (&result);
  event = charter_study_say_finish (fixture->study, result, NULL);
  g_assert_nonnull (event);
}

void
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

CharterGrading
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

CharterHindsight *
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
