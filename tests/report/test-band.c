/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-band.h"

#include <locale.h>

/* Wilson's 95% intervals by hand: 9 of 9 begins at 9 / (9 + 1.96²) = 70.1%, 8 of 8 at 67.6%. */
static void
test_table (void)
{
  const struct {
    guint n_right, n;
    CharterBand band;
  } cases[] = {
    { 0, 0, CHARTER_BAND_NONE },        { 8, 8, CHARTER_BAND_NONE },       { 9, 9, CHARTER_BAND_SECURE },
    { 8, 9, CHARTER_BAND_PROMISING },   { 7, 10, CHARTER_BAND_PROMISING }, { 6, 10, CHARTER_BAND_UNSETTLED },
    { 0, 9, CHARTER_BAND_WEAK },        { 3, 10, CHARTER_BAND_WEAK },      { 4, 10, CHARTER_BAND_WEAK },
    { 48, 59, CHARTER_BAND_PROMISING }, { 49, 59, CHARTER_BAND_SECURE },   { 41, 59, CHARTER_BAND_UNSETTLED },
    { 42, 59, CHARTER_BAND_PROMISING }, { 33, 59, CHARTER_BAND_WEAK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u of %u", cases[i].n_right, cases[i].n);
      g_assert_cmpstr (charter_band_get_name (charter_band_find (cases[i].n_right, cases[i].n, 0.7)), ==,
                       charter_band_get_name (cases[i].band));
    }
}

/* More right is never a lower band, and of every count that is enough some share gets each end. */
static void
test_order (void)
{
  for (double mark = 0.3; mark < 0.95; mark += 0.05)
    for (guint n = charter_band_count_least (mark); n < 200; n += 7)
      {
        CharterBand last = charter_band_find (0, n, mark);

        g_assert_cmpint (last, ==, CHARTER_BAND_WEAK);
        for (guint n_right = 1; n_right <= n; n_right++)
          {
            CharterBand band = charter_band_find (n_right, n, mark);

            g_assert_cmpint (band, >=, last);
            last = band;
          }
        g_assert_cmpint (last, ==, CHARTER_BAND_SECURE);
      }
}

static void
test_least (void)
{
  g_assert_cmpuint (charter_band_count_least (0.7), ==, 9);
  g_assert_cmpuint (charter_band_count_least (0.5), ==, 4);
  g_assert_cmpuint (charter_band_count_least (1), ==, G_MAXUINT);
}

static void
test_words (void)
{
  g_autofree char *secure = charter_band_dup_meaning (CHARTER_BAND_SECURE, 0.65);
  g_autofree char *weak = charter_band_dup_meaning (CHARTER_BAND_WEAK, 0.7);

  g_assert_cmpstr (secure, ==, "The whole range is at 65% or above.");
  g_assert_cmpstr (weak, ==, "The whole range is below 70%.");
  for (CharterBand i = 0; i < CHARTER_N_BANDS; i++)
    g_assert_cmpstr (charter_band_get_title (i), !=, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/band/table", test_table);
  g_test_add_func ("/band/order", test_order);
  g_test_add_func ("/band/least", test_least);
  g_test_add_func ("/band/words", test_words);
  return g_test_run ();
}
