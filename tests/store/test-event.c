/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events as values: stamps and payloads. */
#include "charter-answer-scan.h"
#include "store-support.h"

#include <string.h>

static void
assert_same_answer (const CharterAnswer *a, const CharterAnswer *b)
{
  g_assert_cmpuint (a->position, ==, b->position);
  g_assert_cmpstr (a->response, ==, b->response);
  g_assert_cmpstrv (a->parts, b->parts);
  g_assert_cmpstrv (a->slots, b->slots);
  g_assert_cmpuint (a->seed, ==, b->seed);
  g_assert_cmpfloat (a->points, ==, b->points);
  g_assert_cmpfloat (a->maximum, ==, b->maximum);
  g_assert_cmpint (a->correct, ==, b->correct);
  g_assert_cmpstr (a->rule, ==, b->rule);
  g_assert_cmpint (a->time, ==, b->time);
  g_assert_cmpint (a->hint_used, ==, b->hint_used);
  g_assert_cmpuint (a->n_changes, ==, b->n_changes);
  g_assert_cmpuint (a->grade, ==, b->grade);
  g_assert_cmpuint (a->confidence, ==, b->confidence);
  g_assert_cmpstrv (a->offered, b->offered);
  g_assert_cmpstrv (a->shown, b->shown);
  g_assert_cmpstr (a->first, ==, b->first);
}

/* A space in front of it is enough for a text to be read the long way. */
static void
assert_read_alike (const char *json)
{
  g_auto (CharterAnswer) fast = { 0 };
  g_auto (CharterAnswer) slow = { 0 };
  g_autofree char *spaced = g_strconcat (" ", json, NULL);
  gboolean is_answer = charter_answer_from_json (&slow, spaced);

  g_assert_cmpint (charter_answer_from_json (&fast, json), ==, is_answer);
  assert_same_answer (&fast, &slow);
}

static char *
make_word (void)
{
  static const char *const words[] = { "", "a", "option-a", "bridge=project gate", "é", "say \"no\"", "back\\slash",
                                       "two\nlines", "\x7f", "[", "]", "{}", ",", "0", "1e5" };

  return g_strdup (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
}

static char **
make_words (void)
{
  char **words = g_new0 (char *, 5);
  int n = g_test_rand_int_range (0, 5);

  for (int i = 0; i < n; i++)
    words[i] = make_word ();
  return words;
}

/* What is read in the short way is what is read in the long one, whatever is in it. */
static void
test_read_alike (void)
{
  guint n_short = 0;

  for (guint i = 0; i < 5000; i++)
    {
      g_auto (CharterAnswer) answer = {
        .position = g_test_rand_int_range (0, 300), .response = make_word (), .parts = make_words (),
        .slots = make_words (), .seed = (guint64)g_test_rand_int () << 32 | (guint32)g_test_rand_int (),
        .points = g_test_rand_double_range (-3, 3), .maximum = g_test_rand_int_range (0, 3),
        .correct = g_test_rand_bit (), .rule = make_word (), .time = g_test_rand_int (),
        .hint_used = g_test_rand_bit (), .n_changes = g_test_rand_int_range (0, 9),
        .grade = g_test_rand_int_range (0, 5), .confidence = g_test_rand_int_range (0, 4),
        .offered = make_words (), .shown = make_words (), .first = g_test_rand_bit () ? make_word () : NULL,
      };
      g_autofree char *json = charter_answer_to_json (&answer);
      g_auto (CharterAnswer) scanned = { 0 };
      n_short += charter_answer_scan (&scanned, json);
      assert_read_alike (json);
    }
  g_assert_cmpuint (n_short, >, 100);
}

/* Texts that Charter does not write, and some that nobody should. */
static void
test_read_alike_others (void)
{
  static const char *const texts[] = {
    "", "{", "{}", "[]", "null", "{\"points\":1}", "{\"points\":1,\"position\":2}",
    "{\"position\":2,\"points\":1,\"points\":2}", "{\"position\":2.7,\"points\":1}",
    "{\"position\":\"2\",\"points\":[1]}", "{\"position\":-1,\"points\":99999999999999999999}",
    "{\"position\":1,\"points\":1e400}", "{\"position\":1,\"points\":1,\"new\":{\"a\":[1,{}]}}",
    "{\"position\":1,\"points\":1,\"grade\":7,\"confidence\":\"maybe\"}", "{\"position\":1,\"points\":1}x",
    "{\"position\":1,\"points\":true}", "{\"position\":1,\"points\":1,\"parts\":[1,null,\"a\"]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_read_alike (texts[i]);
}

/* Every text that is cut off, and every one in which a character is another, is read alike or refused alike. */
static void
test_read_alike_torn (void)
{
  static const char whole[]
    = "{\"position\":3,\"response\":\"a b\",\"parts\":[\"a\",\"b\"],\"slots\":[],\"seed\":\"7\",\"points\":0.5,"
      "\"maximum\":1.0,\"correct\":false,\"rule\":\"exact\",\"ms\":15,\"hint\":true,\"changes\":0,\"grade\":2,"
      "\"confidence\":\"sure\",\"offered\":[\"x\"],\"shown\":[\"x\"]}";
  static const char others[] = "\"[]{},:-+.e019tx \\";
  g_auto (CharterAnswer) answer = { 0 };

  g_assert_true (charter_answer_scan (&answer, whole));
  assert_read_alike (whole);
  for (guint i = 0; i < strlen (whole); i++)
    {
      g_autofree char *cut = g_strndup (whole, i);
      assert_read_alike (cut);
      for (guint k = 0; k < strlen (others); k++)
        {
          g_autofree char *changed = g_strdup (whole);
          changed[i] = others[k];
          assert_read_alike (changed);
        }
    }
}

static void
test_answer_round_trip (void)
{
  g_auto (CharterAnswer) answer = {
    .position = 3,
    .response = g_strdup ("card=bin “ünïcode”"),
    .parts = g_strsplit ("b a c", " ", -1),
    .slots = g_strsplit ("y x", " ", -1),
    .seed = G_MAXUINT64 - 1,
    .points = 1.0 / 3,
    .maximum = 2,
    .correct = FALSE,
    .rule = g_strdup ("partial"),
    .time = 61001,
    .hint_used = TRUE,
    .n_changes = 4,
  };
  g_autofree char *json = charter_answer_to_json (&answer);
  g_auto (CharterAnswer) read = { 0 };

  g_assert_true (charter_answer_from_json (&read, json));
  g_assert_cmpuint (read.position, ==, 3);
  g_assert_cmpstr (read.response, ==, answer.response);
  g_assert_cmpstrv (read.parts, answer.parts);
  g_assert_cmpstrv (read.slots, answer.slots);
  g_assert_cmpuint (read.seed, ==, answer.seed);
  g_assert_cmpfloat (read.points, ==, answer.points);
  g_assert_cmpfloat (read.maximum, ==, 2);
  g_assert_false (read.correct);
  g_assert_cmpstr (read.rule, ==, "partial");
  g_assert_cmpint (read.time, ==, 61001);
  g_assert_true (read.hint_used);
  g_assert_cmpuint (read.n_changes, ==, 4);
}

static void
test_beginning_round_trip (void)
{
  g_auto (CharterBeginning) beginning = {
    .group = g_strdup ("aws-migration"),
    .release = g_strdup ("1.0.0"),
    .items = g_strsplit ("one two three", " ", -1),
    .part = TRUE,
    .seed = G_GUINT64_CONSTANT (1) << 63,
    .drawn = 4242,
    .mood = g_strdup ("exam"),
  };
  g_autofree char *json = charter_beginning_to_json (&beginning);
  g_auto (CharterBeginning) read = { 0 };

  g_assert_true (charter_beginning_from_json (&read, json));
  g_assert_cmpstr (read.group, ==, "aws-migration");
  g_assert_cmpstr (read.release, ==, "1.0.0");
  g_assert_cmpstrv (read.items, beginning.items);
  g_assert_true (read.part);
  g_assert_cmpuint (read.seed, ==, beginning.seed);
  g_assert_cmpuint (read.drawn, ==, 4242);
  g_assert_cmpstr (read.mood, ==, "exam");
}

static void
test_move_round_trip (void)
{
  const char *const shown[] = { "wait", "ask", NULL };
  const char *const offered[] = { "dated-is-project", "own#boss", NULL };
  const char *const gauges[] = { "trust", "money", NULL };
  double levels[] = { 55.5, 100 };
  const CharterMoveMade made = { .position = 3,
                                 .scene = (char *)"yard",
                                 .move = (char *)"ask",
                                 .to = (char *)"wheel",
                                 .grade = (char *)"fair",
                                 .shown = (char **)shown,
                                 .offered = (char **)offered,
                                 .misconception = (char *)"own#boss",
                                 .gauges = (char **)gauges,
                                 .levels = levels,
                                 .points = .5,
                                 .maximum = 1,
                                 .time = 1234 };
  g_autofree char *payload = charter_move_made_to_json (&made);
  g_auto (CharterMoveMade) read = { 0 };

  g_assert_true (charter_move_made_from_json (&read, payload));
  g_assert_cmpuint (read.position, ==, 3);
  g_assert_cmpstr (read.scene, ==, "yard");
  g_assert_cmpstr (read.move, ==, "ask");
  g_assert_cmpstr (read.to, ==, "wheel");
  g_assert_cmpstr (read.grade, ==, "fair");
  g_assert_cmpstrv (read.shown, shown);
  g_assert_cmpstrv (read.offered, offered);
  g_assert_cmpstr (read.misconception, ==, "own#boss");
  g_assert_cmpstrv (read.gauges, gauges);
  g_assert_cmpfloat (read.levels[0], ==, 55.5);
  g_assert_cmpfloat (read.levels[1], ==, 100);
  g_assert_cmpfloat (read.points, ==, .5);
  g_assert_cmpfloat (read.maximum, ==, 1);
  g_assert_cmpint (read.time, ==, 1234);
}

/* Lists that don't fit one another are read as far as they do. */
static void
test_move_with_odd_levels (void)
{
  g_auto (CharterMoveMade) read = { 0 };

  g_assert_true (charter_move_made_from_json (
    &read, "{\"move\": \"ask\", \"points\": 1, \"gauges\": [\"a\", \"b\", \"c\"], \"levels\": [7, [8]]}"));
  g_assert_cmpfloat (read.levels[0], ==, 7);
  g_assert_cmpfloat (read.levels[1], ==, 0);
  g_assert_cmpfloat (read.levels[2], ==, 0);
  g_assert_cmpuint (g_strv_length (read.offered), ==, 0);
  g_assert_null (read.misconception);
}

static void
test_ending (void)
{
  g_autofree char *payload
    = charter_ending_to_json (&(CharterEnding){ .finished = TRUE, .ending = (char *)"turning", .maximum = 2.5 });
  g_autofree char *left = charter_ending_to_json (&(CharterEnding){ 0 });
  g_auto (CharterEnding) ending = { 0 };

  charter_ending_from_json (&ending, payload);
  g_assert_true (ending.finished);
  g_assert_cmpstr (ending.ending, ==, "turning");
  g_assert_cmpfloat (ending.maximum, ==, 2.5);
  charter_ending_clear (&ending);
  charter_ending_from_json (&ending, left);
  g_assert_false (ending.finished);
  g_assert_null (ending.ending);
  g_assert_cmpfloat (ending.maximum, ==, 0);
}

static void
test_broken_payloads (void)
{
  static const char *const texts[] = { NULL, "", "[]", "{}", "12", "{\"points\":", "null", "{\"position\":1}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (CharterAnswer) answer = { 0 };
      g_auto (CharterBeginning) beginning = { 0 };
      g_auto (CharterEnding) ending = { 0 };
      g_assert_false (charter_answer_from_json (&answer, texts[i]));
      g_assert_false (charter_beginning_from_json (&beginning, texts[i]));
      charter_ending_from_json (&ending, texts[i]);
      g_assert_false (ending.finished);
      g_assert_false (charter_undo_from_json (texts[i]));
    }
}

/* Stamps grow whatever the clock does, and follow it when it is ahead. */
static void
test_clock_that_jumps (void)
{
  static const gint64 walls[] = { NOW, NOW, NOW + 999, NOW - G_TIME_SPAN_DAY, -5, 0, NOW + G_TIME_SPAN_DAY, NOW, NOW };
  gint64 last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      gint64 next = charter_hlc_next (last, walls[i]);
      g_assert_cmpint (next, >, last);
      last = next;
    }
  g_assert_cmpint (last >> 16, ==, (NOW + G_TIME_SPAN_DAY) / 1000);
  g_assert_cmpint (charter_hlc_next (0, NOW) >> 16, ==, NOW / 1000);
}

static void
test_kinds (void)
{
  for (CharterEventKind kind = CHARTER_EVENT_OTHER; kind <= CHARTER_EVENT_UNDO; kind++)
    g_assert_cmpint (charter_event_kind_from_name (charter_event_kind_name (kind)), ==, kind);
  g_assert_cmpint (charter_event_kind_from_name ("weights"), ==, CHARTER_EVENT_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/read-alike", test_read_alike);
  g_test_add_func ("/event/read-alike-others", test_read_alike_others);
  g_test_add_func ("/event/read-alike-torn", test_read_alike_torn);
  g_test_add_func ("/event/answer-round-trip", test_answer_round_trip);
  g_test_add_func ("/event/beginning-round-trip", test_beginning_round_trip);
  g_test_add_func ("/event/move-round-trip", test_move_round_trip);
  g_test_add_func ("/event/move-with-odd-levels", test_move_with_odd_levels);
  g_test_add_func ("/event/ending", test_ending);
  g_test_add_func ("/event/broken-payloads", test_broken_payloads);
  g_test_add_func ("/event/clock-that-jumps", test_clock_that_jumps);
  g_test_add_func ("/event/kinds", test_kinds);
  return g_test_run ();
}
