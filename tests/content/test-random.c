/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The vectors were computed by another program, in Python from the authors' description, which gives for the state
 * 1 2 3 4 the numbers that the generators' published tests have. */

#include "charter-random.h"

static void
test_known_state (void)
{
  const guint64 expected[] = { 11520, 0, 1509978240, 1215971899390074240, 1216172134540287360 };
  CharterRandom random = { { 1, 2, 3, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (charter_random_next (&random), ==, expected[i]);
}

static void
test_seeds (void)
{
  const struct {
    guint64 seed, numbers[4];
  } cases[] = {
    { 0, { 0x99ec5f36cb75f2b4, 0xbf6e1f784956452a, 0x1a5f849d4933e6e0, 0x6aa594f1262d2d2c } },
    { 42, { 0x15780b2e0c2ec716, 0x6104d9866d113a7e, 0xae17533239e499a1, 0xecb8ad4703b360a1 } },
    { G_MAXUINT64, { 0x8f5520d52a7ead08, 0xc476a018caa1802d, 0x81de31c0d260469e, 0xbf658d7e065f3c2f } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterRandom random = charter_random_new (cases[i].seed);

      for (guint k = 0; k < 4; k++)
        g_assert_cmphex (charter_random_next (&random), ==, cases[i].numbers[k]);
    }
}

static void
test_dice (void)
{
  const guint expected[] = { 0, 0, 5, 5, 4, 0, 4, 3, 4, 5, 1, 1 };
  CharterRandom random = charter_random_new (42);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (charter_random_below (&random, 6), ==, expected[i]);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (charter_random_below (&random, 1), ==, 0);
}

/* With n just above half of 2^64 nearly every second number has to be drawn anew. */
static void
test_large_bounds (void)
{
  const guint64 n = G_GUINT64_CONSTANT (0x8000000000000001);
  CharterRandom random = charter_random_new (3);
  guint upper = 0;

  for (guint i = 0; i < 10000; i++)
    {
      guint64 number = charter_random_below (&random, n);

      g_assert_cmpuint (number, <, n);
      upper += number >= n / 2;
    }
  g_assert_cmpuint (upper, >, 4700);
  g_assert_cmpuint (upper, <, 5300);
}

static void
test_shuffle (void)
{
  const guint expected[] = { 1, 3, 7, 5, 4, 0, 6, 2 };
  guint indices[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  CharterRandom random = charter_random_new (7);

  charter_random_shuffle (&random, indices, 8);
  g_assert_cmpmem (indices, sizeof indices, expected, sizeof expected);
  charter_random_shuffle (&random, NULL, 0);
}

/* 24 orders of four; 24,000 draws; each is expected 1,000 times, with a standard deviation of 31. */
static void
test_shuffle_is_fair (void)
{
  CharterRandom random = charter_random_new (8);
  guint seen[256] = { 0 }, n_orders = 0;

  for (guint i = 0; i < 24000; i++)
    {
      guint order[] = { 0, 1, 2, 3 };

      charter_random_shuffle (&random, order, 4);
      seen[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]]++;
    }
  for (guint i = 0; i < 256; i++)
    if (seen[i] > 0)
      {
        n_orders++;
        g_assert_cmpuint (seen[i], >, 850);
        g_assert_cmpuint (seen[i], <, 1150);
      }
  g_assert_cmpuint (n_orders, ==, 24);
}

static void
test_derive (void)
{
  g_assert_cmphex (charter_random_derive (42, "aws-cost"), ==, 0x0dfeda046f11bce5);
  g_assert_cmphex (charter_random_derive (42, ""), ==, 0xe400267a6e983482);
  g_assert_cmphex (charter_random_derive (0, "é"), ==, 0x8f88ef3f0bab26f2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/known-state", test_known_state);
  g_test_add_func ("/random/seeds", test_seeds);
  g_test_add_func ("/random/dice", test_dice);
  g_test_add_func ("/random/large-bounds", test_large_bounds);
  g_test_add_func ("/random/shuffle", test_shuffle);
  g_test_add_func ("/random/shuffle-is-fair", test_shuffle_is_fair);
  g_test_add_func ("/random/derive", test_derive);
  return g_test_run ();
}
