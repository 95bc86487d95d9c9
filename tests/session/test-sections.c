/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a form and the breaks between them. */
#include <stdlib.h>

#include "charter-cases.h"
#include "charter-pace.h"
#include "charter-random.h"
#include "charter-scoring.h"
#include "charter-session.h"
#include "charter-test-pack.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define LIMIT (60 * MINUTE)
#define N_ITEMS 9

static CharterPack *home, *bank;
static gint64 ticks; /* of the fake clock */

static gint64
get_ticks (gpointer data)
{
  return ticks;
}

static CharterPath *
draw (const guint *counts, guint n_sections)
{
  const guint breaks[] = { 10, 5, 0 };
  CharterPaperItem items[N_ITEMS];
  CharterPaperSection sections[3];
  guint n = 0;

  for (guint s = 0; s < n_sections; s++)
    {
      sections[s] = (CharterPaperSection){ { .plain = "" }, counts[s], breaks[s] };
      for (guint i = 0; i < counts[s]; i++, n++)
        {
          CharterPack *pack = n < home->n_items ? home : bank;

          items[n] = (CharterPaperItem){ pack, pack->items[n < home->n_items ? n : n - home->n_items], s, FALSE };
        }
    }
  return charter_paper_new_form (home, "mock", items, n, sections, n_sections, 1, NULL);
}

static CharterSession *
begin (const guint *counts)
{
  const CharterClock clock = { get_ticks, get_ticks, NULL };
  g_autoptr (CharterPath) path = draw (counts, 3);
  CharterSession *session = charter_session_new ("s1", path, CHARTER_MOOD_EXAM, clock);

  charter_session_set_limit (session, LIMIT);
  return session;
}

static void
answer (CharterSession *session)
{
  const CharterStep *step = charter_session_get_current (session);
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);

  charter_session_set_response (session, key);
  if (charter_session_lock (session))
    charter_session_settle (session, charter_session_get_position (session), TRUE);
}

/* ---- a table of moves ---- */

/* Returns: how many words of the table it took */
static guint
move (CharterSession *session, const char *word, const char *number)
{
  if (g_str_equal (word, "go"))
    charter_session_go_to (session, (guint)atoi (number));
  else if (g_str_equal (word, "pass"))
    ticks += atoi (number) * MINUTE;
  else if (g_str_equal (word, "next"))
    charter_session_next (session);
  else if (g_str_equal (word, "skip"))
    charter_session_skip (session);
  else if (g_str_equal (word, "answer"))
    answer (session);
  else if (g_str_equal (word, "close"))
    charter_session_close_section (session);
  else if (g_str_equal (word, "end"))
    charter_session_end_break (session);
  else if (g_str_equal (word, "hide") || g_str_equal (word, "show"))
    charter_session_set_paused (session, g_str_equal (word, "hide"));
  else
    g_error ("There is no move “%s”", word);
  return g_str_equal (word, "go") || g_str_equal (word, "pass") ? 2 : 1;
}

static char *
describe (CharterSession *session)
{
  g_autofree char *section = g_strdup_printf ("%u", charter_session_get_section (session));
  g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, charter_session_get_break_left (session) / MINUTE);
  g_autoptr (GString) stands = g_string_new (NULL);

  for (guint i = 0; i < N_ITEMS; i++)
    g_string_append_printf (stands, "%s%c", i > 0 && i % 3 == 0 ? " " : "",
                            "uolas"[charter_session_get_stand (session, i)]);
  return g_strdup_printf ("%u | %s | %s | %" G_GINT64_FORMAT " | %s", charter_session_get_position (session),
                          charter_session_is_closed (session) ? "closed" : section,
                          charter_session_is_in_break (session) ? left : "-",
                          charter_session_get_time_left (session) / MINUTE, stands->str);
}

static void
check_moves (const CharterTestCase *test_case)
{
  g_auto (GStrv) words = g_strsplit (test_case->columns[0], " ", -1);
  g_autofree char *expected = g_strjoinv (" | ", &test_case->columns[1]);
  g_autoptr (CharterSession) session = begin ((const guint[]){ 3, 3, 3 });
  g_autofree char *found = NULL;

  for (guint i = 0; words[i] != NULL;)
    i += move (session, words[i], words[i + 1]);
  found = describe (session);
  if (!g_str_equal (found, expected))
    g_error ("%s:%u: “%s” leads to “%s”", test_case->file, test_case->line, test_case->columns[0], found);
}

/* ---- whatever happens ---- */

typedef struct {
  CharterSession *session;
  CharterRandom random;
  gint64 shown;  /* time that passed while the window was shown */
  gint64 breaks; /* of that, in breaks that had time left */
  gint64 closed; /* and after the last section */
  gboolean hidden;
  guint section;
  gint64 left;
  char *closed_stands; /* of the steps of closed sections */
} Walk;

static guint
draw_position (Walk *walk)
{
  return (guint)charter_random_below (&walk->random, N_ITEMS);
}

static void
pass (Walk *walk)
{
  gint64 time = (gint64)charter_random_below (&walk->random, 4 * G_TIME_SPAN_MINUTE);
  gint64 break_left = charter_session_get_break_left (walk->session);

  ticks += time;
  if (walk->hidden)
    return;
  walk->shown += time;
  walk->breaks += MIN (time, break_left);
  if (charter_session_is_closed (walk->session))
    walk->closed += time;
}

static void
hide_or_show (Walk *walk)
{
  walk->hidden = !walk->hidden;
  charter_session_set_paused (walk->session, walk->hidden);
}

static void
step (Walk *walk)
{
  switch (charter_random_below (&walk->random, 16))
    {
    case 0:
      charter_session_close_section (walk->session);
      break;
    case 1:
      charter_session_end_break (walk->session);
      break;
    case 2:
      hide_or_show (walk);
      break;
    case 3:
    case 4:
      answer (walk->session);
      break;
    case 5:
      charter_session_skip (walk->session);
      break;
    case 6:
      charter_session_next (walk->session);
      break;
    case 7:
      charter_session_take_back (walk->session, draw_position (walk));
      break;
    case 8:
    case 9:
    case 10:
      charter_session_go_to (walk->session, draw_position (walk));
      break;
    default:
      pass (walk);
    }
}

/* As study does it, from what it keeps. */
static void
go_on_elsewhere (Walk *walk)
{
  CharterSession *before = walk->session;
  CharterSession *after = begin ((const guint[]){ 3, 3, 3 });
  gint64 break_left = charter_session_get_break_left (before);
  guint position = charter_session_get_position (before);

  if (charter_session_get_section (before) > 0)
    charter_session_restore_section (after, charter_session_get_section (before), break_left);
  for (guint i = 0; i < N_ITEMS; i++)
    charter_session_restore (after, i, charter_session_get_stand (before, i), charter_session_get_response (before, i),
                             charter_session_get_time (before, i), FALSE, FALSE, 0);
  charter_session_restore_time_spent (after, charter_session_get_time_spent (before));
  if (charter_session_can_go_to (after, position))
    charter_session_go_to (after, position);
  charter_session_set_paused (after, walk->hidden);
  g_assert_cmpuint (charter_session_get_section (after), ==, charter_session_get_section (before));
  g_assert_cmpint (charter_session_is_in_break (after), ==, break_left > 0);
  g_assert_cmpint (charter_session_get_break_left (after), ==, break_left);
  g_assert_cmpint (charter_session_get_time_left (after), ==, charter_session_get_time_left (before));
  g_set_object (&walk->session, after);
  g_object_unref (after);
}

static char *
describe_closed (CharterSession *session)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_ITEMS && i < 3 * charter_session_get_section (session); i++)
    {
      g_autofree char *response = charter_response_to_string (charter_session_get_response (session, i));

      g_string_append_printf (text, "%u %d %s %" G_GINT64_FORMAT "\n", i, charter_session_get_stand (session, i),
                              response, charter_session_get_time (session, i));
    }
  return g_string_free (text, FALSE);
}

static void
assert_holds (Walk *walk)
{
  CharterSession *session = walk->session;
  g_autofree char *closed = describe_closed (session);
  guint section = charter_session_get_section (session);
  guint position = charter_session_get_position (session);
  gint64 left = charter_session_get_time_left (session);

  g_assert_cmpuint (section, >=, walk->section);
  if (!charter_session_is_closed (session))
    g_assert_cmpuint (position / 3, ==, section);
  g_assert_true (g_str_has_prefix (closed, walk->closed_stands));
  g_assert_cmpint (left, <=, walk->left);
  g_assert_cmpint (charter_session_get_time_spent (session), ==, walk->shown - walk->breaks - walk->closed);
  for (guint i = 0; i < N_ITEMS; i++)
    if (charter_session_can_go_to (session, i))
      g_assert_cmpuint (i / 3, ==, section);
  walk->section = section;
  walk->left = left;
  g_free (walk->closed_stands);
  walk->closed_stands = g_steal_pointer (&closed);
}

static void
walk_about (guint64 seed, gboolean killed)
{
  Walk walk = { .random = charter_random_new (seed), .left = LIMIT, .closed_stands = g_strdup ("") };

  walk.session = begin ((const guint[]){ 3, 3, 3 });
  for (guint i = 0; i < 120; i++)
    {
      step (&walk);
      assert_holds (&walk);
      if (killed && charter_random_below (&walk.random, 6) == 0)
        {
          go_on_elsewhere (&walk);
          assert_holds (&walk);
        }
    }
  g_object_unref (walk.session);
  g_free (walk.closed_stands);
}

static void
test_any_walk (void)
{
  for (guint64 seed = 0; seed < 400; seed++)
    walk_about (seed, FALSE);
}

static void
test_any_walk_with_kills (void)
{
  for (guint64 seed = 0; seed < 400; seed++)
    walk_about (seed, TRUE);
}

/* ---- sections without items ---- */

static void
test_empty_sections_are_passed_over (void)
{
  g_autoptr (CharterSession) session = begin ((const guint[]){ 2, 0, 2 });

  g_assert_true (charter_session_close_section (session));
  g_assert_cmpuint (charter_session_get_section (session), ==, 2);
  g_assert_cmpuint (charter_session_get_position (session), ==, 2);
  g_assert_cmpint (charter_session_get_break_left (session), ==, 10 * MINUTE);
  charter_session_end_break (session);
  g_assert_false (charter_session_close_section (session));
  g_assert_true (charter_session_is_closed (session));
}

static void
test_nothing_before_and_after (void)
{
  g_autoptr (CharterSession) session = begin ((const guint[]){ 0, 3, 0 });

  g_assert_cmpuint (charter_session_get_section (session), ==, 1);
  g_assert_true (charter_session_can_go_to (session, 2));
  g_assert_false (charter_session_close_section (session)); /* and no break after it */
  g_assert_false (charter_session_is_in_break (session));
}

static void
test_restored_into_an_empty_section (void)
{
  g_autoptr (CharterSession) session = begin ((const guint[]){ 2, 0, 2 });

  charter_session_restore_section (session, 1, 3 * MINUTE);
  g_assert_cmpuint (charter_session_get_section (session), ==, 2);
  g_assert_cmpuint (charter_session_get_position (session), ==, 2);
  g_assert_cmpint (charter_session_get_break_left (session), ==, 3 * MINUTE);
  g_assert_cmpint (charter_session_get_stand (session, 2), ==, CHARTER_STAND_UNSEEN);
}

static void
test_without_sections (void)
{
  const CharterClock clock = { get_ticks, get_ticks, NULL };
  g_autoptr (CharterPath) path = charter_paper_new (home, "own", NULL, 1, NULL);
  g_autoptr (CharterSession) session = charter_session_new ("s1", path, CHARTER_MOOD_EXAM, clock);

  g_assert_cmpuint (charter_session_get_n_sections (session), ==, 1);
  g_assert_true (charter_session_can_go_to (session, 3));
  g_assert_false (charter_session_close_section (session));
  g_assert_true (charter_session_is_closed (session));
  g_assert_false (charter_session_can_go_to (session, 0));
}

/* What steps took that are gone is not given back. */
static void
test_time_of_steps_that_are_gone (void)
{
  g_autoptr (CharterSession) session = begin ((const guint[]){ 3, 3, 3 });

  charter_session_restore_time_spent (session, 20 * MINUTE);
  g_assert_cmpint (charter_session_get_time_left (session), ==, 40 * MINUTE);
  ticks += MINUTE;
  g_assert_cmpint (charter_session_get_time_left (session), ==, 39 * MINUTE);
}

/* ---- the pace ---- */

/* An hour for nine questions: six minutes and forty seconds for each. */
static void
test_pace (void)
{
  const guint counts[] = { 3, 3, 3 };
  g_autoptr (CharterSession) session = begin (counts);

  g_assert_cmpint (charter_pace_get_lead (session), ==, 0);
  ticks += 2 * MINUTE;
  g_assert_cmpint (charter_pace_get_lead (session), ==, -2 * MINUTE);
  answer (session);
  g_assert_cmpint (charter_pace_get_lead (session), ==, LIMIT / 9 - 2 * MINUTE);
  charter_session_close_section (session); /* with two questions open, which are done with */
  ticks += 4 * MINUTE;                     /* of the break */
  g_assert_cmpint (charter_pace_get_lead (session), ==, LIMIT / 3 - 2 * MINUTE);
  charter_session_end_break (session);
  ticks += 20 * MINUTE;
  g_assert_cmpint (charter_pace_get_lead (session), ==, -2 * MINUTE);
  charter_session_set_limit (session, 0);
  g_assert_cmpint (charter_pace_get_lead (session), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  home = load_pack ("../fixtures/exam/home.xml");
  bank = load_pack ("../fixtures/exam/bank.xml");
  charter_cases_add ("sections.txt", "/sections", 6, check_moves);
  g_test_add_func ("/sections/pace", test_pace);
  g_test_add_func ("/sections/any-walk", test_any_walk);
  g_test_add_func ("/sections/any-walk-with-kills", test_any_walk_with_kills);
  g_test_add_func ("/sections/empty-ones-are-passed-over", test_empty_sections_are_passed_over);
  g_test_add_func ("/sections/nothing-before-and-after", test_nothing_before_and_after);
  g_test_add_func ("/sections/restored-into-an-empty-one", test_restored_into_an_empty_section);
  g_test_add_func ("/sections/without-sections", test_without_sections);
  g_test_add_func ("/sections/time-of-steps-that-are-gone", test_time_of_steps_that_are_gone);
  status = g_test_run ();
  charter_pack_unref (home);
  charter_pack_unref (bank);
  return status;
}
