/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-random.h"
#include "charter-session.h"
#include "charter-test-pack.h"

#define SECOND G_USEC_PER_SEC

static CharterPack *pack;
static gint64 ticks; /* of the fake clock */
static guint n_told; /* how often "changed" came */

static gint64
get_fake (gpointer data)
{
  return ticks;
}

static CharterSession *
begin (CharterMood mood)
{
  const char *const items[] = { "single", "multiple", "number", "order", NULL };
  const CharterClock clock = { get_fake, get_fake, NULL };
  g_autoptr (CharterPath) path = charter_paper_new (pack, "all", items, 1, NULL);
  CharterSession *session = charter_session_new ("s1", path, mood, clock);

  n_told = 0;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (g_atomic_int_inc), &n_told);
  return session;
}

static void
choose (CharterSession *session, const char *text)
{
  CharterItemKind kind = charter_session_get_current (session)->item->kind;
  g_autoptr (CharterResponse) response = charter_response_parse (charter_item_kind_response_shape (kind), text, NULL);

  charter_session_set_response (session, response);
}

static void
assert_chosen (CharterSession *session, guint position, const char *expected)
{
  g_autofree char *text = charter_response_to_string (charter_session_get_response (session, position));

  g_assert_cmpstr (text, ==, expected);
}

static void
answer (CharterSession *session, const char *text)
{
  choose (session, text);
  g_assert_true (charter_session_lock (session));
  charter_session_settle (session, charter_session_get_position (session), TRUE);
}

/* The stands of all steps in one word: u o l a s. */
static void
assert_stands (CharterSession *session, const char *expected)
{
  g_autoptr (GString) stands = g_string_new (NULL);

  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    g_string_append_c (stands, "uolas"[charter_session_get_stand (session, i)]);
  g_assert_cmpstr (stands->str, ==, expected);
}

static void
test_begin (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  g_assert_cmpstr (charter_session_get_id (session), ==, "s1");
  g_assert_cmpint (charter_session_get_mood (session), ==, CHARTER_MOOD_STUDY);
  g_assert_cmpuint (charter_session_get_position (session), ==, 0);
  g_assert_cmpstr (charter_session_get_current (session)->item->id, ==, "single");
  assert_stands (session, "ouuu");
  assert_chosen (session, 3, "");
  g_assert_false (charter_session_is_finished (session));
}

static void
test_answer_all (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  answer (session, "a");
  assert_stands (session, "auuu");
  g_assert_true (charter_session_next (session));
  answer (session, "a b");
  g_assert_true (charter_session_next (session));
  answer (session, "625");
  g_assert_true (charter_session_next (session));
  assert_stands (session, "aaao");
  answer (session, "c b a");
  g_assert_true (charter_session_is_finished (session));
  g_assert_false (charter_session_next (session));
  g_assert_cmpuint (charter_session_get_position (session), ==, 3);
}

static void
test_lock_needs_a_complete_choice (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  g_assert_false (charter_session_lock (session));
  charter_session_go_to (session, 1);
  choose (session, "a");
  g_assert_false (charter_session_lock (session)); /* two are asked for */
  choose (session, "a b");
  g_assert_true (charter_session_lock (session));
  g_assert_false (charter_session_lock (session));
  assert_stands (session, "oluu");
}

static void
test_locked_is_not_changed (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  choose (session, "a");
  charter_session_lock (session);
  choose (session, "b");
  assert_chosen (session, 0, "a");
  charter_session_take_back (session, 0);
  assert_stands (session, "luuu");
}

static void
test_commit_that_fails (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  choose (session, "a");
  charter_session_lock (session);
  charter_session_settle (session, 0, FALSE);
  assert_stands (session, "ouuu");
  choose (session, "b");
  assert_chosen (session, 0, "b");
  g_assert_true (charter_session_lock (session));
}

static void
test_settle_elsewhere (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  choose (session, "a");
  charter_session_lock (session);
  g_assert_true (charter_session_next (session));
  charter_session_settle (session, 0, TRUE);
  charter_session_settle (session, 1, TRUE); /* was never locked */
  assert_stands (session, "aouu");
}

static void
test_study_mood_keeps_answers (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  answer (session, "a");
  choose (session, "b");
  assert_chosen (session, 0, "a");
  g_assert_false (charter_session_lock (session));
}

static void
test_exam_mood_lets_answers_change (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);

  answer (session, "a");
  choose (session, "a");
  assert_stands (session, "auuu"); /* the same choice changes nothing */
  choose (session, "b");
  assert_stands (session, "ouuu");
  g_assert_true (charter_session_lock (session));
  charter_session_settle (session, 0, TRUE);
  assert_chosen (session, 0, "b");
  g_assert_cmpuint (charter_session_get_n_changes (session, 0), ==, 1);
  g_assert_false (charter_session_get_taken_back (session, 0));
}

static void
test_take_back (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  charter_session_take_back (session, 0);
  g_assert_false (charter_session_get_taken_back (session, 0)); /* nothing was given yet */
  answer (session, "a");
  charter_session_take_back (session, 0);
  assert_stands (session, "ouuu");
  assert_chosen (session, 0, "a");
  g_assert_true (charter_session_get_taken_back (session, 0));
  answer (session, "b");
  assert_stands (session, "auuu");
  g_assert_true (charter_session_get_taken_back (session, 0));
  charter_session_set_taken_back (session, 2, TRUE);
  g_assert_true (charter_session_get_taken_back (session, 2));
}

static void
test_take_back_elsewhere (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  answer (session, "a");
  charter_session_next (session);
  charter_session_take_back (session, 0);
  assert_stands (session, "oouu");
  g_assert_null (charter_session_get_answer (session, 0));
}

/* What is chosen and what was given are two things while an exam's answer is being changed. */
static void
test_answer_and_choice (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);
  g_autofree char *text = NULL;

  g_assert_null (charter_session_get_answer (session, 0));
  answer (session, "a");
  choose (session, "b");
  charter_session_next (session);
  text = charter_response_to_string (charter_session_get_answer (session, 0));
  g_assert_cmpstr (text, ==, "a");
  assert_chosen (session, 0, "b");
  assert_stands (session, "oouu");
  charter_session_take_back (session, 0);
  g_assert_null (charter_session_get_answer (session, 0));
}

static void
test_next_goes_around (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  charter_session_go_to (session, 2);
  answer (session, "625");
  g_assert_true (charter_session_next (session));
  g_assert_cmpuint (charter_session_get_position (session), ==, 3);
  g_assert_true (charter_session_next (session));
  g_assert_cmpuint (charter_session_get_position (session), ==, 0);
  g_assert_true (charter_session_next (session));
  g_assert_true (charter_session_next (session));
  g_assert_cmpuint (charter_session_get_position (session), ==, 3);
}

static void
test_skip (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  choose (session, "c");
  g_assert_true (charter_session_skip (session));
  assert_stands (session, "souu");
  answer (session, "a b");
  g_assert_true (charter_session_skip (session)); /* an answer is not skipped */
  assert_stands (session, "saou");
  g_assert_true (charter_session_skip (session));
  g_assert_true (charter_session_skip (session));
  assert_stands (session, "oass"); /* around to the first, its choice still there */
  assert_chosen (session, 0, "c");
}

static void
test_skip_the_last_one (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  answer (session, "a");
  charter_session_go_to (session, 1);
  answer (session, "a b");
  charter_session_go_to (session, 2);
  answer (session, "1");
  charter_session_go_to (session, 3);
  g_assert_true (charter_session_skip (session)); /* comes up again, being the only one */
  assert_stands (session, "aaao");
  answer (session, "a b c");
  g_assert_false (charter_session_skip (session));
}

/* Returns: (transfer full) each highlight of the first step as “text:words” */
static char *
list_highlights (CharterSession *session)
{
  GPtrArray *highlights = charter_session_get_highlights (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < highlights->len; i++)
    {
      const CharterHighlight *highlight = g_ptr_array_index (highlights, i);
      g_string_append_printf (list, "%s%u:%s", i > 0 ? " " : "", highlight->text, highlight->words);
    }
  return g_string_free (list, FALSE);
}

static void
assert_highlights (CharterSession *session, const char *expected)
{
  g_autofree char *list = list_highlights (session);

  g_assert_cmpstr (list, ==, expected);
}

/* What touches becomes one, in reading order, and places are characters. */
static void
test_highlights (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);
  const char *whole = "Überall-steht-ein-Ofen";

  g_assert_null (charter_session_get_highlights (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION));
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, whole, 18, 22);
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, whole, 0, 7);
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 0, whole, 8, 13);
  assert_highlights (session, "0:steht 1:Überall 1:Ofen");
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, whole, 7, 10);
  assert_highlights (session, "0:steht 1:Überall-st 1:Ofen");
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, whole, 5, 19);
  assert_highlights (session, "0:steht 1:Überall-steht-ein-Ofen");
  g_assert_false (charter_session_unhighlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, 22)); /* after the last */
  g_assert_false (charter_session_unhighlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 0, 7));
  g_assert_true (charter_session_unhighlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 0, 8));
  assert_highlights (session, "1:Überall-steht-ein-Ofen");
  g_assert_true (charter_session_unhighlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, 21));
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, whole, 18, 99);
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, whole, 30, 99); /* nothing is there */
  charter_session_highlight (session, 0, CHARTER_HIGHLIGHT_OF_QUESTION, 1, whole, 4, 4);
  assert_highlights (session, "1:Ofen");
  g_assert_null (charter_session_get_highlights (session, 1, CHARTER_HIGHLIGHT_OF_QUESTION));
  g_assert_true (charter_response_is_empty (charter_session_get_response (session, 0)));
}

/* All questions of a situation have its highlights, and none has the others'. */
static void
test_highlights_of_situation (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);
  g_autoptr (GArray) none = charter_session_list_highlighted (session);
  g_autoptr (GArray) listed = NULL;
  const char *whole = "Überall-steht-ein-Ofen";

  g_assert_cmpuint (none->len, ==, 0);
  charter_session_highlight (session, 2, CHARTER_HIGHLIGHT_OF_SITUATION, 0, whole, 8, 13);
  g_assert_null (charter_session_get_highlights (session, 2, CHARTER_HIGHLIGHT_OF_QUESTION));
  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    g_assert_nonnull (
      charter_highlights_find (charter_session_get_highlights (session, i, CHARTER_HIGHLIGHT_OF_SITUATION), 0, 8));
  listed = charter_session_list_highlighted (session);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpuint (g_array_index (listed, guint, 0), ==, 0);
  g_assert_true (charter_session_unhighlight (session, 3, CHARTER_HIGHLIGHT_OF_SITUATION, 0, 12));
  g_clear_pointer (&listed, g_array_unref);
  listed = charter_session_list_highlighted (session);
  g_assert_cmpuint (listed->len, ==, 0);
}

/* A line is no answer, and what is chosen has none. The item has a, b and c. */
static void
test_struck_out (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);

  charter_session_set_struck (session, 0, 0x6);
  g_assert_cmpuint (charter_session_get_struck (session, 0), ==, 0x6);
  g_assert_cmpuint (charter_session_get_struck (session, 1), ==, 0);
  g_assert_true (charter_response_is_empty (charter_session_get_response (session, 0)));
  choose (session, "b");
  g_assert_cmpuint (charter_session_get_struck (session, 0), ==, 0x4);
  charter_session_set_struck (session, 0, 0x6);
  g_assert_cmpuint (charter_session_get_struck (session, 0), ==, 0x4);
  choose (session, "a");
  g_assert_cmpuint (charter_session_get_struck (session, 0), ==, 0x4);
}

static void
test_flags_and_hints (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  charter_session_set_flagged (session, 3, TRUE);
  g_assert_true (charter_session_get_flagged (session, 3));
  g_assert_false (charter_session_get_flagged (session, 0));
  charter_session_set_flagged (session, 3, FALSE);
  g_assert_false (charter_session_get_flagged (session, 3));

  charter_session_use_hint (session);
  g_assert_true (charter_session_get_hint_used (session, 0));
  charter_session_go_to (session, 1);
  answer (session, "a b");
  charter_session_use_hint (session); /* too late to help */
  g_assert_false (charter_session_get_hint_used (session, 1));
}

static void
test_changes_of_choices (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  choose (session, "a");
  g_assert_cmpuint (charter_session_get_n_changes (session, 0), ==, 0);
  choose (session, "b");
  choose (session, "b");
  choose (session, "a");
  g_assert_cmpuint (charter_session_get_n_changes (session, 0), ==, 2);

  charter_session_go_to (session, 1);
  choose (session, "a");
  choose (session, "a b");
  choose (session, "a"); /* on the way to another choice */
  g_assert_cmpuint (charter_session_get_n_changes (session, 1), ==, 0);
  choose (session, "a c");
  g_assert_cmpuint (charter_session_get_n_changes (session, 1), ==, 1);
}

static void
assert_first (CharterSession *session, guint position, const char *expected)
{
  CharterResponse *first = charter_session_get_first_choice (session, position);
  g_autofree char *text = first != NULL ? charter_response_to_string (first) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* What was chosen first stays known through all changes, and an incomplete choice is none. */
static void
test_first_choice (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_EXAM);

  assert_first (session, 0, NULL);
  choose (session, "a");
  choose (session, "b");
  choose (session, "c");
  assert_first (session, 0, "a");
  charter_session_go_to (session, 1);
  choose (session, "a");
  assert_first (session, 1, NULL);
  choose (session, "a b");
  choose (session, "b c");
  assert_first (session, 1, "a b");
}

static void
test_changes_of_words (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  charter_session_go_to (session, 2);
  choose (session, "6");
  choose (session, "62");
  choose (session, "625");
  charter_session_go_to (session, 3);
  g_assert_cmpuint (charter_session_get_n_changes (session, 2), ==, 0);
  charter_session_go_to (session, 2);
  choose (session, "62");
  choose (session, "620");
  g_assert_true (charter_session_lock (session));
  g_assert_cmpuint (charter_session_get_n_changes (session, 2), ==, 1);
}

static void
test_time (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  ticks += 10 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 10 * SECOND);
  charter_session_go_to (session, 1);
  ticks += 5 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 10 * SECOND);
  g_assert_cmpint (charter_session_get_time (session, 1), ==, 5 * SECOND);
  charter_session_go_to (session, 0);
  ticks += 1 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 11 * SECOND);

  answer (session, "a");
  ticks += 60 * SECOND; /* reads the feedback */
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 11 * SECOND);
  charter_session_take_back (session, 0);
  ticks += 2 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 13 * SECOND);
  charter_session_skip (session);
  ticks += 3 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 13 * SECOND);
  g_assert_cmpint (charter_session_get_time (session, 1), ==, 8 * SECOND);
}

static void
test_time_stands_still (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  ticks += 4 * SECOND;
  charter_session_set_paused (session, TRUE);
  ticks += G_GINT64_CONSTANT (3600) * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 4 * SECOND);
  charter_session_go_to (session, 1);
  ticks += G_GINT64_CONSTANT (3600) * SECOND;
  charter_session_set_paused (session, TRUE);
  charter_session_set_paused (session, FALSE);
  ticks += 2 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 4 * SECOND);
  g_assert_cmpint (charter_session_get_time (session, 1), ==, 2 * SECOND);
}

static void
test_clock_that_goes_back (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  ticks += 4 * SECOND;
  charter_session_set_flagged (session, 0, TRUE);
  ticks -= 100 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), >=, 0);
  charter_session_go_to (session, 1);
  ticks += 1 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 1), ==, 1 * SECOND);
}

static void
restore (CharterSession *session, guint position, CharterStand stand, const char *text)
{
  const CharterItem *item = charter_path_get_step (charter_session_get_path (session), position)->item;
  g_autoptr (CharterResponse) response
    = charter_response_parse (charter_item_kind_response_shape (item->kind), text, NULL);

  charter_session_restore (session, position, stand, response, 7 * SECOND, TRUE, TRUE, 3);
}

static void
test_restore (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  ticks += 9 * SECOND;
  restore (session, 0, CHARTER_STAND_ANSWERED, "a");
  restore (session, 1, CHARTER_STAND_LOCKED, "a b"); /* was never made safe */
  restore (session, 2, CHARTER_STAND_SKIPPED, "62");
  charter_session_go_to (session, 1);
  assert_stands (session, "aosu");
  assert_chosen (session, 2, "62");
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 7 * SECOND);
  g_assert_true (charter_session_get_flagged (session, 2));
  g_assert_true (charter_session_get_hint_used (session, 2));
  g_assert_cmpuint (charter_session_get_n_changes (session, 2), ==, 3);
  assert_first (session, 1, NULL); /* it was changed before, and nobody knows from what */

  ticks += 1 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 1), ==, 8 * SECOND);
  choose (session, "a c");
  g_assert_cmpuint (charter_session_get_n_changes (session, 1), ==, 4);
}

static void
test_restore_of_the_current_step (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  restore (session, 0, CHARTER_STAND_UNSEEN, "");
  assert_stands (session, "ouuu");
  ticks += 1 * SECOND;
  g_assert_cmpint (charter_session_get_time (session, 0), ==, 8 * SECOND);
}

static void
test_tells_changes (void)
{
  g_autoptr (CharterSession) session = begin (CHARTER_MOOD_STUDY);

  choose (session, "a");
  g_assert_cmpuint (n_told, ==, 1);
  choose (session, "a");
  charter_session_set_flagged (session, 0, FALSE);
  charter_session_set_paused (session, FALSE);
  charter_session_settle (session, 0, TRUE);
  charter_session_take_back (session, 0);
  g_assert_cmpuint (n_told, ==, 1); /* none of these changed anything */
  charter_session_lock (session);
  charter_session_settle (session, 0, TRUE);
  charter_session_take_back (session, 0);
  charter_session_go_to (session, 1);
  charter_session_use_hint (session);
  charter_session_set_paused (session, TRUE);
  charter_session_set_flagged (session, 2, TRUE);
  g_assert_cmpuint (n_told, ==, 8);
}

/* Whatever is done in whatever order: time never falls and is never counted twice, what is answered stays so until it
 * is taken back, and the cursor stays on the path. */
static void
test_any_order (void)
{
  static const char *const texts[4][3]
    = { { "a", "b", "" }, { "a b", "a", "b c" }, { "6", "", "625" }, { "a b c", "c b a", "b" } };
  CharterRandom random = charter_random_new (6);

  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (CharterSession) session = begin (run % 2 ? CHARTER_MOOD_EXAM : CHARTER_MOOD_STUDY);
      gint64 passed = 0, total = 0;

      for (guint i = 0; i < 60; i++)
        {
          guint position = charter_session_get_position (session);
          guint target = charter_random_below (&random, 4);
          gint64 wait = charter_random_below (&random, 1000);
          gboolean was_answered = charter_session_get_stand (session, target) == CHARTER_STAND_ANSWERED;
          guint what = charter_random_below (&random, 9);

          ticks += wait;
          passed += wait;
          if (what == 0)
            charter_session_go_to (session, target);
          else if (what == 1)
            charter_session_next (session);
          else if (what == 2)
            charter_session_skip (session);
          else if (what == 3)
            choose (session, texts[position][charter_random_below (&random, 3)]);
          else if (what == 4)
            charter_session_lock (session);
          else if (what == 5)
            charter_session_settle (session, target, charter_random_below (&random, 2));
          else if (what == 6)
            charter_session_set_paused (session, charter_random_below (&random, 2));
          else if (what == 7)
            charter_session_take_back (session, target);
          else
            charter_session_set_flagged (session, target, charter_random_below (&random, 2));

          g_assert_cmpuint (charter_session_get_position (session), <, 4);
          g_assert_cmpint (charter_session_get_stand (session, charter_session_get_position (session)), !=,
                           CHARTER_STAND_UNSEEN);
          if (was_answered && what != 7 && what != 3)
            g_assert_cmpint (charter_session_get_stand (session, target), ==, CHARTER_STAND_ANSWERED);
        }
      for (guint i = 0; i < 4; i++)
        total += charter_session_get_time (session, i);
      g_assert_cmpint (total, <=, passed);
      g_assert_cmpint (total, >, 0);
    }
}

static void
test_system_clock (void)
{
  CharterClock clock = charter_clock_system ();
  gint64 before = clock.ticks (clock.data);

  g_assert_cmpint (clock.ticks (clock.data), >=, before);
  g_assert_cmpint (ABS (clock.wall (clock.data) - g_get_real_time ()), <, 60 * SECOND);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("pack.xml");
  g_test_add_func ("/session/begin", test_begin);
  g_test_add_func ("/session/answer-all", test_answer_all);
  g_test_add_func ("/session/lock-needs-a-complete-choice", test_lock_needs_a_complete_choice);
  g_test_add_func ("/session/locked-is-not-changed", test_locked_is_not_changed);
  g_test_add_func ("/session/commit-that-fails", test_commit_that_fails);
  g_test_add_func ("/session/settle-elsewhere", test_settle_elsewhere);
  g_test_add_func ("/session/study-mood-keeps-answers", test_study_mood_keeps_answers);
  g_test_add_func ("/session/exam-mood-lets-answers-change", test_exam_mood_lets_answers_change);
  g_test_add_func ("/session/take-back", test_take_back);
  g_test_add_func ("/session/take-back-elsewhere", test_take_back_elsewhere);
  g_test_add_func ("/session/answer-and-choice", test_answer_and_choice);
  g_test_add_func ("/session/next-goes-around", test_next_goes_around);
  g_test_add_func ("/session/skip", test_skip);
  g_test_add_func ("/session/skip-the-last-one", test_skip_the_last_one);
  g_test_add_func ("/session/struck-out", test_struck_out);
  g_test_add_func ("/session/highlights", test_highlights);
  g_test_add_func ("/session/highlights-of-situation", test_highlights_of_situation);
  g_test_add_func ("/session/flags-and-hints", test_flags_and_hints);
  g_test_add_func ("/session/changes-of-choices", test_changes_of_choices);
  g_test_add_func ("/session/first-choice", test_first_choice);
  g_test_add_func ("/session/changes-of-words", test_changes_of_words);
  g_test_add_func ("/session/time", test_time);
  g_test_add_func ("/session/time-stands-still", test_time_stands_still);
  g_test_add_func ("/session/clock-that-goes-back", test_clock_that_goes_back);
  g_test_add_func ("/session/restore", test_restore);
  g_test_add_func ("/session/restore-of-the-current-step", test_restore_of_the_current_step);
  g_test_add_func ("/session/tells-changes", test_tells_changes);
  g_test_add_func ("/session/any-order", test_any_order);
  g_test_add_func ("/session/system-clock", test_system_clock);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
