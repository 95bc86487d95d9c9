/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readiness by hand, and held against ten thousand candidates of whom the truth is known. */
#include "charter-candidates.h"
#include "charter-readiness.h"

#define N_CANDIDATES 10000

/* Three deviations of a share of 0.9 among ten thousand. */
#define CHANCE 0.009

static const Population usual = {
  .abilities = 1,
  .domains = 0.4,
  .difficulties = 1,
  .n = { 59, 74, 47 },
  .weights = { 0.33, 0.41, 0.26 },
  .n_questions = 170,
  .mark = 0.7,
  .n_candidates = N_CANDIDATES,
  .seed = 2026,
};

/* ---- by hand ---- */

/* One stratum of 61 of 100: q = (61 + 1.3528) / (100 + 2.7055) = 0.6071, V = 0.0023853, n* = 100,
 * z = 1.64485 + 6.0951 / 396 = 1.66024; Wilson's interval of 0.61 with these. */
static void
test_one_stratum (void)
{
  const CharterStratum strata[] = { { 1, 100, 61 } };
  CharterReadiness found = charter_readiness_estimate (strata, 1, 100);

  g_assert_cmpint (found.verdict, ==, CHARTER_READINESS_TOLD);
  g_assert_cmpuint (found.n, ==, 100);
  g_assert_cmpfloat_with_epsilon (found.share, 0.61, 1e-12);
  g_assert_cmpfloat_with_epsilon (found.knowledge.low, 0.527110, 5e-6);
  g_assert_cmpfloat_with_epsilon (found.knowledge.high, 0.686989, 5e-6);
  g_assert_cmpfloat_with_epsilon (found.fresh.low, 0.487616, 5e-6);
  g_assert_cmpfloat_with_epsilon (found.fresh.high, 0.720890, 5e-6);
}

/* What was practised most does not weigh most: 0.5 · 90% and 0.5 · 50%. */
static void
test_weights (void)
{
  const CharterStratum strata[] = { { 0.5, 200, 180 }, { 0.5, 20, 10 } };
  CharterReadiness found = charter_readiness_estimate (strata, 2, 60);

  g_assert_cmpfloat_with_epsilon (found.share, 0.7, 1e-12);
  g_assert_true (found.knowledge.low < 0.7 && 0.7 < found.knowledge.high);
  g_assert_true (found.fresh.low < found.knowledge.low && found.knowledge.high < found.fresh.high);
}

static void
test_withheld (void)
{
  const CharterStratum few[] = { { 0.5, 24, 20 }, { 0.5, 5, 5 } };
  const CharterStratum enough[] = { { 0.5, 25, 20 }, { 0.5, 5, 5 } };
  const CharterStratum unseen[] = { { 0.5, 125, 20 }, { 0.5, 4, 4 } };
  const CharterStratum unweighed[] = { { 1, 30, 20 }, { 0, 0, 0 } };

  g_assert_cmpint (charter_readiness_estimate (few, 2, 60).verdict, ==, CHARTER_READINESS_TOO_FEW);
  g_assert_cmpint (charter_readiness_estimate (enough, 2, 60).verdict, ==, CHARTER_READINESS_TOLD);
  g_assert_cmpint (charter_readiness_estimate (unseen, 2, 60).verdict, ==, CHARTER_READINESS_DOMAIN_UNSEEN);
  g_assert_cmpuint (charter_readiness_estimate (unseen, 2, 60).domain, ==, 1);
  g_assert_cmpint (charter_readiness_estimate (unweighed, 2, 60).verdict, ==, CHARTER_READINESS_TOLD);
}

/* Ranges stay within what can be, and hold the share. */
static void
test_ends (void)
{
  for (guint a = 0; a <= 20; a++)
    for (guint b = 0; b <= 20; b++)
      {
        const CharterStratum strata[] = { { 0.7, 20, a }, { 0.3, 20, b } };
        CharterReadiness found = charter_readiness_estimate (strata, 2, 15);

        g_assert_true (0 <= found.fresh.low && found.fresh.low <= found.knowledge.low);
        g_assert_true (found.knowledge.low <= found.share && found.share <= found.knowledge.high);
        g_assert_true (found.knowledge.high <= found.fresh.high && found.fresh.high <= 1);
      }
}

/* ---- against what is true ---- */

static void
assert_holds (const char *what, double found, double stated)
{
  g_test_message ("%s: %.4f", what, found);
  g_assert_cmpfloat (found, >=, stated - CHANCE);
  g_assert_cmpfloat (found, <=, stated + 0.02);
}

static void
assert_calibrated (const Population *population)
{
  Outcome found = candidates_try (population);

  g_test_message ("bias %.5f", found.bias);
  g_assert_cmpuint (found.n_told, ==, N_CANDIDATES);
  assert_holds ("what they know", found.knowledge_holds, 0.9);
  assert_holds ("a fresh exam", found.fresh_holds, 0.9);
  assert_holds ("domains", found.domain_holds, 0.95);
  g_assert_cmpfloat (ABS (found.bias), <, 0.002);
  g_assert_cmpfloat (found.secure_wrong, <, 0.025);
  g_assert_cmpfloat (found.weak_wrong, <, 0.025);
}

static void
test_exam (void)
{
  assert_calibrated (&usual);
}

static void
test_fewest (void)
{
  Population population = usual;

  population.n[0] = 10, population.n[1] = 12, population.n[2] = 8;
  assert_calibrated (&population);
}

/* All alike and good, where a range runs into its end; questions of all difficulties; a short exam. */
static void
test_able (void)
{
  Population population = usual;

  population.ability = 2;
  population.abilities = 0;
  population.difficulties = 2;
  population.n_questions = 60;
  assert_calibrated (&population);
}

/* Where the answers say less than is supposed the test must see it: this is what it can tell apart. */
static void
test_sees_a_fault (void)
{
  Population population = usual;

  population.growth = 0.5;
  g_assert_cmpfloat (candidates_try (&population).knowledge_holds, <, 0.85);
  g_assert_cmpfloat (candidates_try (&population).bias, <, -0.02);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readiness/one-stratum", test_one_stratum);
  g_test_add_func ("/readiness/weights", test_weights);
  g_test_add_func ("/readiness/withheld", test_withheld);
  g_test_add_func ("/readiness/ends", test_ends);
  g_test_add_func ("/readiness/candidates/exam", test_exam);
  g_test_add_func ("/readiness/candidates/fewest", test_fewest);
  g_test_add_func ("/readiness/candidates/able", test_able);
  g_test_add_func ("/readiness/candidates/sees-a-fault", test_sees_a_fault);
  return g_test_run ();
}
