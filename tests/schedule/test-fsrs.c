/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The published vectors of FSRS-6, and thousands of reviews from another implementation, which stand in
 * fixtures/schedule/fsrs-vectors.txt. */

#include "charter-fsrs.h"

#include <math.h>
#include <string.h>

static const CharterWeights *
defaults (void)
{
  return charter_weights_get_default ();
}

/* Published figures are written with so many decimals, and computed in single precision in places. */
static void
assert_near (double found, double expected, double relative)
{
  if (!(fabs (found - expected) <= relative * MAX (1.0, fabs (expected))))
    g_error ("found %.10g where %.10g was expected", found, expected);
}

static void
test_first (void)
{
  static const double difficulty[] = { 6.4133, 5.11217071, 2.11810397, 1 };

  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    {
      CharterMemory memory = charter_fsrs_review (defaults (), CHARTER_MEMORY_NONE, 0, i + 1);

      assert_near (memory.difficulty, difficulty[i], 1e-8);
      g_assert_cmpfloat (memory.stability, ==, defaults ()->w[i]);
    }
}

static void
test_difficulty (void)
{
  static const double next[] = { 8.34176237, 6.66599536, 4.99022837, 3.31446137 };

  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    assert_near (charter_fsrs_review (defaults (), (CharterMemory){ 5, 5 }, 1, i + 1).difficulty, next[i], 1e-8);
}

static void
test_same_day (void)
{
  static const double next[] = { 1.596818, 5, 5, 8.12960956 };

  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    {
      assert_near (charter_fsrs_review (defaults (), (CharterMemory){ 5, 5 }, 0, i + 1).stability, next[i], 1e-6);
      assert_near (charter_fsrs_review (defaults (), (CharterMemory){ 5, 5 }, -3, i + 1).stability, next[i], 1e-6);
    }
}

static void
test_recall (void)
{
  static const double stability[] = { 1, 2, 3, 4, 4, 2 };
  static const double recall[] = { 1, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359 };

  for (guint t = 0; t < G_N_ELEMENTS (recall); t++)
    assert_near (charter_fsrs_get_recall (defaults (), (CharterMemory){ stability[t], 5 }, t), recall[t], 1e-7);
}

/* The last of these is above what a guint16 holds, and far above what a life holds: the caller says how long is too
 * long. */
static void
test_intervals (void)
{
  static const guint days[] = { 3116769, 34793, 2508, 387, 90, 27, 9, 3, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      double retention = (i + 1) / 10.0;

      g_assert_cmpuint (charter_fsrs_get_interval (defaults (), (CharterMemory){ 1, 5 }, retention, G_MAXUINT), ==,
                        days[i]);
      g_assert_cmpuint (charter_fsrs_get_interval (defaults (), (CharterMemory){ 1, 5 }, retention, 100), ==,
                        MIN (days[i], 100));
    }
}

/* As with one more look on the day of the first answer, and on the day of each failure. */
static void
test_reviewed_when_due (void)
{
  static const CharterGrade grades[] = { 3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3 };
  static const guint intervals[] = { 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21 };
  CharterMemory memory = CHARTER_MEMORY_NONE;
  guint interval = 0;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      memory = charter_fsrs_review (defaults (), memory, interval, grades[i]);
      if (i == 0 || grades[i] == CHARTER_GRADE_AGAIN)
        interval = 0;
      else
        interval = charter_fsrs_get_interval (defaults (), memory, 0.9, CHARTER_LONGEST_INTERVAL);
      g_assert_cmpuint (interval, ==, intervals[i]);
    }
}

static void
test_steps (void)
{
  static const struct {
    CharterGrade grade;
    int days;
    double stability, difficulty;
  } steps[] = {
    { 1, 0, 0.212, 6.4133 },          { 3, 0, 0.24668919, 6.40211507 },  { 3, 1, 2.02147725, 6.39094132 },
    { 3, 3, 7.86369884, 6.37977875 }, { 3, 8, 21.91771315, 6.36862734 }, { 3, 21, 53.62690292, 6.35748708 },
  };
  CharterMemory memory = CHARTER_MEMORY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      memory = charter_fsrs_review (defaults (), memory, steps[i].days, steps[i].grade);
      assert_near (memory.stability, steps[i].stability, 1e-6);
      assert_near (memory.difficulty, steps[i].difficulty, 1e-6);
    }
}

static void
test_fuzz (void)
{
  static const struct {
    guint interval, low, high;
  } ranges[] = {
    { 1, 1, 1 }, { 2, 2, 2 }, { 3, 2, 4 }, { 7, 5, 9 }, { 10, 8, 12 }, { 20, 17, 23 }, { 50, 46, 54 }, { 100, 93, 107 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      guint interval = ranges[i].interval, low, high;

      charter_fsrs_get_fuzz_range (interval, 0, CHARTER_LONGEST_INTERVAL, &low, &high);
      g_assert_cmpuint (low, ==, ranges[i].low);
      g_assert_cmpuint (high, ==, ranges[i].high);
      g_assert_cmpuint (charter_fsrs_fuzz (interval, 0, CHARTER_LONGEST_INTERVAL, 0.0), ==, low);
      g_assert_cmpuint (charter_fsrs_fuzz (interval, 0, CHARTER_LONGEST_INTERVAL, 1.0 - 1e-9), ==, high);
    }
}

static void
test_fuzz_limits (void)
{
  guint low, high;

  charter_fsrs_get_fuzz_range (100, 0, 100, &low, &high);
  g_assert_cmpuint (low, ==, 93);
  g_assert_cmpuint (high, ==, 100);
  charter_fsrs_get_fuzz_range (400, 0, 50, &low, &high);
  g_assert_cmpuint (low, ==, 46);
  g_assert_cmpuint (high, ==, 50);
  charter_fsrs_get_fuzz_range (10, 9, 365, &low, &high);
  g_assert_cmpuint (low, ==, 10);
  g_assert_cmpuint (high, ==, 12);
  charter_fsrs_get_fuzz_range (10, 11, 365, &low, &high); /* less easy than before: it may be shorter */
  g_assert_cmpuint (low, ==, 8);
  charter_fsrs_get_fuzz_range (10, 9, 10, &low, &high);
  g_assert_cmpuint (low, ==, 10);
  g_assert_cmpuint (high, ==, 10);
}

/* A range of n days has n slices of the same width. */
static void
test_fuzz_is_even (void)
{
  guint seen[5] = { 0 };

  for (guint i = 0; i < 1000; i++)
    seen[charter_fsrs_fuzz (10, 0, 365, (i + 0.5) / 1000) - 8]++;
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmpuint (seen[i], ==, 200);
}

static void
test_look_ahead (void)
{
  CharterMemory memory = { 10, 5 };
  CharterOutlook outlook[CHARTER_N_GRADES];

  charter_fsrs_look_ahead (defaults (), memory, 10, 0.9, 365, outlook);
  g_assert_cmpuint (outlook[0].interval, ==, 0);
  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    {
      CharterMemory next = charter_fsrs_review (defaults (), memory, 10, i + 1);

      g_assert_cmpfloat (outlook[i].memory.stability, ==, next.stability);
      g_assert_cmpfloat (outlook[i].memory.difficulty, ==, next.difficulty);
      if (i > 0)
        g_assert_cmpuint (outlook[i].interval, >, outlook[i - 1].interval);
    }
  g_assert_cmpuint (outlook[3].interval, ==, charter_fsrs_get_interval (defaults (), outlook[3].memory, 0.9, 365));
}

static void
test_weights (void)
{
  CharterWeights weights = *defaults ();

  g_assert_true (charter_weights_are_valid (&weights));
  g_assert_true (charter_weights_are_equal (&weights, defaults ()));
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    {
      double least, most;

      charter_weights_get_bounds (i, &least, &most);
      weights.w[i] = most + 1;
      g_assert_false (charter_weights_are_equal (&weights, defaults ()));
      g_assert_false (charter_weights_are_valid (&weights));
      g_assert_cmpfloat (charter_weights_clamp (&weights).w[i], ==, most);
      weights.w[i] = least - 1;
      g_assert_false (charter_weights_are_valid (&weights));
      g_assert_cmpfloat (charter_weights_clamp (&weights).w[i], ==, least);
      weights.w[i] = NAN;
      g_assert_false (charter_weights_are_valid (&weights));
      weights = charter_weights_clamp (&weights);
      g_assert_cmpfloat (weights.w[i], ==, defaults ()->w[i]);
    }
}

/* Whatever the weights, a memory stays within its ranges, and its chance of recall is a chance. */
static void
test_ranges (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint round = 0; round < 1000; round++)
    {
      CharterMemory memory = CHARTER_MEMORY_NONE;
      CharterWeights weights;

      for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
        {
          double least, most;

          charter_weights_get_bounds (i, &least, &most);
          weights.w[i] = g_rand_int_range (random, 0, 4) == 0 ? least : g_rand_double_range (random, least, most);
        }
      for (guint i = 0; i < 20; i++)
        {
          int days = g_rand_int_range (random, 0, i % 2 == 0 ? 3 : 40000);
          double recall;

          memory = charter_fsrs_review (&weights, memory, days, g_rand_int_range (random, 1, 5));
          g_assert_true (memory.stability >= 0.001 && memory.stability <= 36500);
          g_assert_true (memory.difficulty >= 1 && memory.difficulty <= 10);
          recall = charter_fsrs_get_recall (&weights, memory, days);
          g_assert_true (recall > 0 && recall <= 1);
          assert_near (charter_fsrs_get_recall (&weights, memory, memory.stability), 0.9, 1e-12);
        }
    }
}

/* Another implementation's reviews. */

typedef struct {
  CharterWeights weights;
  double retention;
  guint n;
  double worst_step, worst_chain;
} Table;

static double
read_number (const char **text)
{
  char *end;
  double number = g_ascii_strtod (*text, &end);

  g_assert_true (end != *text);
  *text = end;
  return number;
}

static void
read_weights (Table *table, const char *text)
{
  table->retention = read_number (&text);
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    table->weights.w[i] = read_number (&text);
  g_assert_true (charter_weights_are_valid (&table->weights));
}

static double
distance (CharterMemory found, CharterMemory expected)
{
  return MAX (fabs (found.stability - expected.stability) / MAX (1.0, expected.stability),
              fabs (found.difficulty - expected.difficulty));
}

static void
check_interval (const Table *table, CharterMemory memory, guint expected)
{
  g_assert_cmpuint (charter_fsrs_get_interval (&table->weights, memory, table->retention, CHARTER_LONGEST_INTERVAL), ==,
                    expected);
}

/* Each step from where the other stands, so that its roundings do not add up; and, more loosely, the whole card. */
static void
check_card (Table *table, const char *text)
{
  CharterMemory theirs = CHARTER_MEMORY_NONE, ours = CHARTER_MEMORY_NONE;

  for (;; text++)
    {
      int days = read_number (&text);
      CharterGrade grade = read_number (&text);
      CharterMemory next = charter_fsrs_review (&table->weights, theirs, days, grade);

      ours = charter_fsrs_review (&table->weights, ours, days, grade);
      theirs.stability = read_number (&text);
      theirs.difficulty = read_number (&text);
      check_interval (table, theirs, read_number (&text));
      table->worst_step = MAX (table->worst_step, distance (next, theirs));
      table->worst_chain = MAX (table->worst_chain, distance (ours, theirs));
      table->n++;
      if (*text == '\0')
        break;
    }
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fsrs-vectors.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Table table = { 0 };

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "weights "))
        read_weights (&table, lines[i] + strlen ("weights "));
      else if (lines[i][0] != '\0' && lines[i][0] != '#')
        check_card (&table, lines[i]);
    }
  g_test_message ("%u reviews; S and D are off by at most %.1e a step, %.1e a card", table.n, table.worst_step,
                  table.worst_chain);
  g_assert_cmpuint (table.n, >=, 5000);
  g_assert_cmpfloat (table.worst_step, <, 2e-6);
  g_assert_cmpfloat (table.worst_chain, <, 2e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fsrs/first", test_first);
  g_test_add_func ("/fsrs/difficulty", test_difficulty);
  g_test_add_func ("/fsrs/same-day", test_same_day);
  g_test_add_func ("/fsrs/recall", test_recall);
  g_test_add_func ("/fsrs/intervals", test_intervals);
  g_test_add_func ("/fsrs/reviewed-when-due", test_reviewed_when_due);
  g_test_add_func ("/fsrs/steps", test_steps);
  g_test_add_func ("/fsrs/fuzz", test_fuzz);
  g_test_add_func ("/fsrs/fuzz-limits", test_fuzz_limits);
  g_test_add_func ("/fsrs/fuzz-is-even", test_fuzz_is_even);
  g_test_add_func ("/fsrs/look-ahead", test_look_ahead);
  g_test_add_func ("/fsrs/weights", test_weights);
  g_test_add_func ("/fsrs/ranges", test_ranges);
  g_test_add_func ("/fsrs/vectors", test_vectors);
  return g_test_run ();
}
