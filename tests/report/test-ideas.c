/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers come from, and how sure they were. */
#include "charter-report-ideas.h"
#include "charter-test-pack.h"

static CharterPack *pack;

static gint64
get_zero (gpointer data)
{
  return 0;
}

static CharterSession *
begin (CharterMood mood)
{
  const CharterClock clock = { get_zero, get_zero, NULL };
  g_autoptr (CharterPath) path = charter_paper_new (pack, "all", NULL, 1, NULL);

  return charter_session_new ("s1", path, mood, clock);
}

/* All questions are answered with true or false, and true is right. */
static void
answer (CharterSession *session, guint position, const char *text, CharterConfidence confidence)
{
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_CHOICE, text, NULL);

  charter_session_go_to (session, position);
  charter_session_set_response (session, response);
  charter_session_set_confidence (session, confidence);
  g_assert_true (charter_session_lock (session));
  charter_session_settle (session, position, TRUE);
}

static GArray *
list_ideas (CharterSession *session)
{
  g_autoptr (CharterReport) report = charter_report_new (session);

  return charter_report_list_ideas (report);
}

static void
assert_idea (GArray *ideas, guint i, const char *id, guint n_shown)
{
  g_assert_cmpuint (ideas->len, >, i);
  g_assert_cmpstr (g_array_index (ideas, CharterReportIdea, i).misconception->id, ==, id);
  g_assert_cmpuint (g_array_index (ideas, CharterReportIdea, i).n_shown, ==, n_shown);
}

/* However it is named; one of another pack can't be told of. */
static void
test_most_often_first (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (GArray) ideas = NULL;

  for (guint i = 0; i < 4; i++)
    answer (session, i, "false", CHARTER_CONFIDENCE_NONE);
  ideas = list_ideas (session);
  g_assert_cmpuint (ideas->len, ==, 2);
  assert_idea (ideas, 0, "built", 2);
  assert_idea (ideas, 1, "big", 1);
}

static void
test_as_often_in_their_order (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (GArray) ideas = NULL;

  answer (session, 1, "false", CHARTER_CONFIDENCE_NONE);
  answer (session, 0, "false", CHARTER_CONFIDENCE_NONE);
  answer (session, 2, "true", CHARTER_CONFIDENCE_NONE);
  ideas = list_ideas (session);
  assert_idea (ideas, 0, "big", 1);
  assert_idea (ideas, 1, "built", 1);
}

/* A choice that was not given as the answer stands for nothing. */
static void
test_only_answers (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_CHOICE, "false", NULL);
  g_autoptr (GArray) ideas = NULL;

  charter_session_set_response (session, response);
  ideas = list_ideas (session);
  g_assert_cmpuint (ideas->len, ==, 0);
}

/* What was read anew is the same idea. */
static void
test_once_after_a_reload (void)
{
  g_autoptr (CharterPack) again = load_pack ("ideas.xml");
  g_autoptr (GArray) ideas = charter_report_ideas_new ();

  charter_report_ideas_add (ideas, pack, "big");
  charter_report_ideas_add (ideas, again, "big");
  charter_report_ideas_add (ideas, again, "built");
  g_assert_cmpuint (ideas->len, ==, 2);
  g_assert_true (g_array_index (ideas, CharterReportIdea, 0).pack == pack);
  g_assert_true (g_array_index (ideas, CharterReportIdea, 1).pack == again);
}

static void
test_how_sure (void)
{
  static const struct {
    const char *text;
    CharterConfidence confidence;
    gboolean sure_but_wrong, guessed_right;
  } cases[] = {
    { "false", CHARTER_CONFIDENCE_SURE, TRUE, FALSE },
    { "true", CHARTER_CONFIDENCE_SURE, FALSE, FALSE },
    { "true", CHARTER_CONFIDENCE_GUESS, FALSE, TRUE },
    { "false", CHARTER_CONFIDENCE_GUESS, FALSE, FALSE },
  };
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);
  g_autoptr (CharterReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    answer (session, i, cases[i].text, cases[i].confidence);
  report = charter_report_new (session);
  g_assert_cmpuint (report->n_sure_but_wrong, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CharterReportItem *item = &report->items[i];

      g_assert_cmpint (charter_report_item_is_sure_but_wrong (item), ==, cases[i].sure_but_wrong);
      g_assert_cmpint (charter_report_item_is_guessed_right (item), ==, cases[i].guessed_right);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("ideas.xml");
  g_test_add_func ("/ideas/most-often-first", test_most_often_first);
  g_test_add_func ("/ideas/as-often-in-their-order", test_as_often_in_their_order);
  g_test_add_func ("/ideas/only-answers", test_only_answers);
  g_test_add_func ("/ideas/once-after-a-reload", test_once_after_a_reload);
  g_test_add_func ("/ideas/how-sure", test_how_sure);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
