/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-report.h"
#include "charter-test-pack.h"

#include <math.h>

static CharterPack *pack;
static gint64 ticks;

static gint64
get_fake (gpointer data)
{
  return ticks;
}

static CharterSession *
begin (CharterMood mood)
{
  const CharterClock clock = { get_fake, get_fake, NULL };
  g_autoptr (CharterPath) path = charter_paper_new (pack, "all", NULL, 1, NULL);

  return charter_session_new ("s1", path, mood, clock);
}

/* Spends ten seconds on it. */
static void
answer (CharterSession *session, guint position, const char *text)
{
  CharterItemKind kind = charter_path_get_step (charter_session_get_path (session), position)->item->kind;
  g_autoptr (CharterResponse) response = charter_response_parse (charter_item_kind_response_shape (kind), text, NULL);

  charter_session_go_to (session, position);
  ticks += 10 * G_USEC_PER_SEC;
  charter_session_set_response (session, response);
  g_assert_true (charter_session_lock (session));
  charter_session_settle (session, position, TRUE);
}

static void
assert_near (double found, double expected, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (found, expected, tolerance);
}

/* Computed by another program, in Python. 0 of n ends at z² / (n + z²), n of n begins at n / (n + z²). */
static void
test_wilson (void)
{
  const struct {
    guint n_right, n;
    double low, high;
  } cases[] = {
    { 15, 20, .531299, .888138 }, { 61, 100, .512030, .699831 }, { 0, 10, 0, .277533 },       { 10, 10, .722467, 1 },
    { 0, 1, 0, .793451 },         { 4, 4, .510109, 1 },          { 5, 20, .111862, .468701 }, { 0, 0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterInterval found = charter_interval_wilson (cases[i].n_right, cases[i].n);

      assert_near (found.low, cases[i].low, 5e-7);
      assert_near (found.high, cases[i].high, 5e-7);
    }
}

static void
test_wilson_holds_the_share (void)
{
  for (guint n = 1; n < 300; n++)
    for (guint n_right = 0; n_right <= n; n_right++)
      {
        CharterInterval found = charter_interval_wilson (n_right, n);
        double share = (double)n_right / n;

        g_assert_true (0 <= found.low && found.low <= share && share <= found.high && found.high <= 1);
      }
}

static void
test_finished (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (CharterReport) report = NULL;

  for (guint i = 0; i < 7; i++)
    answer (session, i, i == 1 ? "false" : "true");
  answer (session, 7, "a=x b=x");
  report = charter_report_new (session);

  g_assert_cmpuint (report->n_items, ==, 8);
  g_assert_cmpuint (report->n_answered, ==, 8);
  g_assert_cmpuint (report->n, ==, 8);
  g_assert_cmpuint (report->n_right, ==, 6);
  assert_near (report->points, 8, 1e-12); /* 6, and 2 of the 4 for sorting */
  assert_near (report->maximum, 11, 1e-12);
  assert_near (report->percent, 800.0 / 11, 1e-9);
  g_assert_false (report->too_few);
  g_assert_cmpint (report->time, ==, 80 * G_USEC_PER_SEC);
}

/* In the pack's order, a ref into the pack itself like any other, then other packs', then none. */
static void
test_topics (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (CharterReport) report = NULL;
  const CharterReportTopic *topics;

  for (guint i = 0; i < 7; i++)
    answer (session, i, i == 1 ? "false" : "true");
  answer (session, 7, "a=x b=x");
  report = charter_report_new (session);
  topics = report->topics;

  g_assert_cmpuint (report->n_topics, ==, 4);
  g_assert_cmpstr (topics[0].topic->title.plain, ==, "People");
  g_assert_cmpstr (topics[1].topic->title.plain, ==, "Closure");
  g_assert_cmpstr (topics[2].ref, ==, "org.charterstudy.other#risk");
  g_assert_null (topics[2].topic);
  g_assert_null (topics[3].ref);

  g_assert_cmpuint (topics[1].n, ==, 5);
  g_assert_cmpuint (topics[1].n_right, ==, 4);
  assert_near (topics[1].points, 4, 1e-12);
  assert_near (topics[1].maximum, 5, 1e-12);
  assert_near (topics[1].interval.low, .375535, 5e-7);
  assert_near (topics[1].interval.high, .963776, 5e-7);
  g_assert_false (topics[1].too_few);

  g_assert_cmpuint (topics[0].n, ==, 1);
  g_assert_cmpuint (topics[0].n_right, ==, 1e-12);
  assert_near (topics[0].points, 2, 1e-12);
  assert_near (topics[0].maximum, 4, 1e-12);
  g_assert_true (topics[0].too_few);
}

static void
test_half_way (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (CharterReport) report = NULL;

  answer (session, 0, "true");
  answer (session, 1, "false");
  charter_session_go_to (session, 2);
  charter_session_skip (session);
  report = charter_report_new (session);

  g_assert_cmpuint (report->n_items, ==, 8);
  g_assert_cmpuint (report->n_answered, ==, 2);
  g_assert_cmpuint (report->n, ==, 2);
  g_assert_cmpuint (report->n_right, ==, 1);
  assert_near (report->maximum, 2, 1e-12);
  assert_near (report->percent, 50, 1e-12);
  g_assert_true (report->too_few);
  g_assert_cmpuint (report->n_topics, ==, 1);
  g_assert_false (report->items[2].is_answered);
  g_assert_false (report->items[2].counts);
}

static void
test_exam_left_half_way (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);
  g_autoptr (CharterReport) report = NULL;

  answer (session, 0, "true");
  report = charter_report_new (session);

  g_assert_cmpuint (report->n_answered, ==, 1);
  g_assert_cmpuint (report->n, ==, 8);
  assert_near (report->points, 1, 1e-12);
  assert_near (report->maximum, 11, 1e-12);
  g_assert_cmpuint (report->n_topics, ==, 4);
}

/* Ten seconds an answer, and no time for a third. */
static void
test_time_up (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);
  g_autoptr (CharterReport) before = NULL;
  g_autoptr (CharterReport) after = NULL;

  charter_session_set_limit (session, 20 * G_USEC_PER_SEC);
  answer (session, 0, "true");
  before = charter_report_new (session);
  g_assert_false (before->time_up);
  answer (session, 1, "true");
  after = charter_report_new (session);
  g_assert_true (after->time_up);
  g_assert_cmpuint (after->n_answered, ==, 2);
  g_assert_cmpuint (after->n, ==, 8);
}

/* An exam's answer stands until another one is given. */
static void
test_answer_being_changed (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);
  g_autoptr (CharterResponse) other = charter_response_parse (CHARTER_RESPONSE_CHOICE, "false", NULL);
  g_autoptr (CharterReport) report = NULL;

  answer (session, 0, "true");
  charter_session_set_response (session, other);
  report = charter_report_new (session);

  g_assert_true (report->items[0].is_answered && report->items[0].score.correct);
  g_assert_true (charter_response_contains (report->items[0].response, "true"));
}

static void
test_nothing_yet (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (CharterReport) report = charter_report_new (session);

  g_assert_cmpuint (report->n, ==, 1e-12);
  assert_near (report->percent, 0, 1e-12);
  g_assert_cmpuint (report->n_topics, ==, 1e-12);
}

static void
test_items (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (CharterReport) report = NULL;
  const CharterReportItem *item;
  g_autofree char *text = NULL;

  charter_session_use_hint (session);
  answer (session, 0, "false");
  charter_session_take_back (session, 0);
  answer (session, 0, "true");
  charter_session_set_flagged (session, 0, TRUE);
  charter_session_go_to (session, 1);
  report = charter_report_new (session);
  item = &report->items[0];

  text = charter_response_to_string (item->response);
  g_assert_cmpuint (item->position, ==, 1e-12);
  g_assert_cmpstr (item->step->item->id, ==, "c1");
  g_assert_cmpstr (text, ==, "true");
  g_assert_true (item->counts && item->score.correct && item->score.points == 1);
  g_assert_cmpint (item->time, ==, 20 * G_USEC_PER_SEC);
  g_assert_cmpuint (item->n_changes, ==, 1);
  g_assert_true (item->hint_used && item->flagged && item->taken_back);
  g_assert_false (report->items[1].hint_used || report->items[1].flagged || report->items[1].taken_back);
}

/* What is told stays as it was, whatever becomes of the session. */
static void
test_outlives_the_session (void)
{
  CharterSession *session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (CharterReport) report = NULL;

  answer (session, 0, "true");
  report = charter_report_new (session);
  charter_session_take_back (session, 0);
  g_object_unref (session);

  g_assert_cmpuint (report->n_answered, ==, 1);
  g_assert_cmpstr (report->items[0].step->item->id, ==, "c1");
  g_assert_true (charter_response_contains (report->items[0].response, "true"));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("pack.xml");
  g_test_add_func ("/report/wilson", test_wilson);
  g_test_add_func ("/report/wilson-holds-the-share", test_wilson_holds_the_share);
  g_test_add_func ("/report/finished", test_finished);
  g_test_add_func ("/report/topics", test_topics);
  g_test_add_func ("/report/half-way", test_half_way);
  g_test_add_func ("/report/exam-left-half-way", test_exam_left_half_way);
  g_test_add_func ("/report/time-up", test_time_up);
  g_test_add_func ("/report/answer-being-changed", test_answer_being_changed);
  g_test_add_func ("/report/nothing-yet", test_nothing_yet);
  g_test_add_func ("/report/items", test_items);
  g_test_add_func ("/report/outlives-the-session", test_outlives_the_session);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
