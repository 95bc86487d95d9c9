/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-fit make PERSON CARDS SEED     a simulated learner's year, a line a review: card, day, grade
 * bench-fit fit FILE                   fits weights to such a history, and prints the milliseconds by the clock and of
 *                                      the processor, the reviews that count, and the weights
 * bench-fit measure FILE W0 … W20      prints the log loss with weights, and with the defaults where none are given */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "simulated-learner.h"

#define YEAR 365

static int
make (char *arguments[])
{
  CharterWeights weights = simulated_learner_get_weights (atoi (arguments[0]) % SIMULATED_LEARNERS);
  g_autoptr (GArray) history = simulated_learner_study (&weights, atoi (arguments[1]), YEAR, atoi (arguments[2]));

  for (guint i = 0; i < history->len; i++)
    {
      const CharterFitReview *review = &g_array_index (history, CharterFitReview, i);

      g_print ("%u %d %u\n", review->card, review->day, review->grade);
    }
  return 0;
}

static GArray *
read_history (const char *path)
{
  GArray *history = g_array_new (FALSE, FALSE, sizeof (CharterFitReview));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *at;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  for (at = text; *at != '\0'; at += strspn (at, "\n"))
    {
      CharterFitReview review;

      review.card = strtoul (at, &at, 10);
      review.day = strtol (at, &at, 10);
      review.grade = strtoul (at, &at, 10);
      g_array_append_val (history, review);
    }
  return history;
}

static int
fit (char *arguments[])
{
  g_autoptr (GArray) history = read_history (arguments[0]);
  gint64 begin = g_get_monotonic_time ();
  clock_t used = clock ();
  CharterFit found;

  charter_fit_run ((CharterFitReview *)history->data, history->len, NULL, NULL, NULL, &found, NULL);
  g_print ("%.1f %.1f %u", (double)(g_get_monotonic_time () - begin) / 1000.0,
           (double)(clock () - used) / CLOCKS_PER_SEC * 1000.0, found.n);
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    g_print (" %.6f", found.weights.w[i]);
  g_print ("\n");
  return 0;
}

static int
measure (char *arguments[], guint n_weights)
{
  g_autoptr (GArray) history = read_history (arguments[0]);
  CharterWeights weights = *charter_weights_get_default ();

  for (guint i = 0; i < n_weights; i++)
    weights.w[i] = g_ascii_strtod (arguments[1 + i], NULL);
  g_print ("%.6f\n", charter_fit_get_log_loss (&weights, (CharterFitReview *)history->data, history->len, 0, NULL));
  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "make"))
    return make (argv + 2);
  if (argc == 3 && g_str_equal (argv[1], "fit"))
    return fit (argv + 2);
  if ((argc == 3 || argc == 3 + CHARTER_N_WEIGHTS) && g_str_equal (argv[1], "measure"))
    return measure (argv + 2, argc - 3);
  g_printerr ("Usage: bench-fit make PERSON CARDS SEED | fit FILE | measure FILE [WEIGHTS]\n");
  return 2;
}
