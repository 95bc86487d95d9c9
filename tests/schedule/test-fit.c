/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fits to the histories of learners who are simulated, so that the weights behind them are known. */

#include "charter-fit-private.h"
#include "simulated-learner.h"

#include <math.h>

static const CharterFitReview *
reviews_of (GArray *history)
{
  return (const CharterFitReview *)history->data;
}

static CharterFit
fit_history (GArray *history)
{
  g_autoptr (GError) error = NULL;
  CharterFit fit;

  charter_fit_run (reviews_of (history), history->len, NULL, NULL, NULL, &fit, &error);
  g_assert_no_error (error);
  g_assert_true (charter_weights_are_valid (&fit.weights));
  for (guint i = 0; i + 1 < CHARTER_N_GRADES; i++)
    g_assert_cmpfloat (fit.weights.w[i], <=, fit.weights.w[i + 1]);
  g_assert_cmpfloat (fit.log_loss, >=, 0);
  return fit;
}

static double
measure (const CharterWeights *weights, GArray *history)
{
  return charter_fit_get_log_loss (weights, reviews_of (history), history->len, 0, NULL);
}

/* The law's own surprise is the least that can be had on what is still to come; a fit must get most of the way there,
 * and on its own history at least as far. */
static void
test_recovery (gconstpointer data)
{
  guint person = GPOINTER_TO_UINT (data);
  CharterWeights truth = simulated_learner_get_weights (person);
  g_autoptr (GArray) past = simulated_learner_study (&truth, 1500, 360, 1);
  g_autoptr (GArray) future = simulated_learner_study (&truth, 3000, 360, 2);
  CharterFit fit = fit_history (past);
  double least = measure (&truth, future), most = measure (charter_weights_get_default (), future);
  double fitted = measure (&fit.weights, future);

  g_test_message ("%u reviews: truth %.4f, fitted %.4f, defaults %.4f; on its own history %.4f, %.4f, %.4f", fit.n,
                  least, fitted, most, measure (&truth, past), fit.log_loss, fit.default_log_loss);
  g_assert_cmpint (fit.reach, ==, CHARTER_FIT_ALL);
  g_assert_cmpfloat (fit.log_loss, <=, fit.default_log_loss);
  g_assert_true (charter_weights_are_valid (&truth));
  g_assert_cmpfloat (fit.log_loss, <=, measure (&truth, past) + 0.001);
  g_assert_cmpfloat (fitted, <=, least + 0.003);
  if (person > 0)
    g_assert_cmpfloat (fitted, <, least + (most - least) / 3);
}

/* Slopes */

static CharterWeights
draw_weights (GRand *random)
{
  CharterWeights weights;

  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    {
      double least, most;

      charter_weights_get_bounds (i, &least, &most);
      weights.w[i] = charter_weights_get_default ()->w[i] * g_rand_double_range (random, 0.6, 1.6);
      weights.w[i] = CLAMP (weights.w[i], least + 1e-3, most - 1e-3);
    }
  return weights;
}

static CharterFitCard
draw_card (GRand *random, CharterFitStep *steps, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      steps[i].days = i == 0 || g_rand_int_range (random, 0, 4) == 0 ? 0 : g_rand_int_range (random, 1, 60);
      steps[i].grade = g_rand_int_range (random, 1, 5);
      steps[i].weight = steps[i].days > 0 ? g_rand_double_range (random, 0.25, 1) : 0;
    }
  return (CharterFitCard){ steps, n, 0 };
}

/* The slope in one weight by two losses beside each other. */
static double
slope_by_difference (CharterWeights weights, const CharterFitCard *card, guint i)
{
  double width = 1e-6 * MAX (1, weights.w[i]), here = weights.w[i], above, below;

  weights.w[i] = here + width;
  above = charter_fit_card_loss (&weights, card, NULL, NULL);
  weights.w[i] = here - width;
  below = charter_fit_card_loss (&weights, card, NULL, NULL);
  return (above - below) / (2 * width);
}

/* Where a formula has a corner (the least of two, the end of a range), a difference across it is not its slope; the
 * cards are drawn so that a few among many thousand are, and those are counted. */
static void
test_slopes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);
  guint n = 0, n_corners = 0, n_moving[CHARTER_N_WEIGHTS] = { 0 };

  for (guint round = 0; round < 2000; round++)
    {
      CharterWeights weights = draw_weights (random);
      CharterFitStep steps[12];
      CharterMemory tape[12];
      CharterFitCard card = draw_card (random, steps, G_N_ELEMENTS (steps));
      double slopes[CHARTER_N_WEIGHTS] = { 0 };

      charter_fit_card_loss (&weights, &card, tape, slopes);
      for (guint i = 0; i < CHARTER_N_WEIGHTS; i++, n++)
        {
          double expected = slope_by_difference (weights, &card, i);

          n_corners += fabs (slopes[i] - expected) > 1e-5 * MAX (1, fabs (expected));
          n_moving[i] += fabs (slopes[i]) > 1e-3;
        }
    }
  g_test_message ("%u slopes, %u of them at a corner", n, n_corners);
  g_assert_cmpuint (n_corners, <, n / 1000);
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    g_assert_cmpuint (n_moving[i], >, 100);
}

/* Log loss */

static void
test_log_loss (void)
{
  static const CharterFitReview reviews[] = {
    { 0, 100, 3 }, { 1, 100, 1 }, { 0, 100, 3 }, { 1, 102, 3 }, { 0, 103, 1 }, { 1, 109, 3 },
  };
  const CharterWeights *weights = charter_weights_get_default ();
  CharterMemory first = charter_fsrs_review (weights, CHARTER_MEMORY_NONE, 0, 3);
  CharterMemory second = charter_fsrs_review (weights, CHARTER_MEMORY_NONE, 0, 1);
  double losses[3];
  guint n;

  first = charter_fsrs_review (weights, first, 0, 3);
  losses[0] = -log (charter_fsrs_get_recall (weights, second, 2));
  losses[1] = -log (1 - charter_fsrs_get_recall (weights, first, 3));
  second = charter_fsrs_review (weights, second, 2, 3);
  losses[2] = -log (charter_fsrs_get_recall (weights, second, 7));

  g_assert_cmpfloat_with_epsilon (charter_fit_get_log_loss (weights, reviews, 6, 0, &n),
                                  (losses[0] + losses[1] + losses[2]) / 3, 1e-12);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat_with_epsilon (charter_fit_get_log_loss (weights, reviews, 6, 4, &n), (losses[1] + losses[2]) / 2,
                                  1e-12);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (charter_fit_get_log_loss (weights, reviews, 3, 0, &n), ==, 0);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpfloat (charter_fit_get_log_loss (weights, NULL, 0, 0, NULL), ==, 0);
}

/* Little history */

static void
assert_equal_from (const CharterWeights *weights, guint from)
{
  for (guint i = from; i < CHARTER_N_WEIGHTS; i++)
    g_assert_cmpfloat (weights->w[i], ==, charter_weights_get_default ()->w[i]);
}

/* So many cards, each recalled or not a week after a good start; those that are not, spread evenly. */
static GArray *
make_weeks (guint n_cards, guint n_forgotten)
{
  GArray *reviews = g_array_new (FALSE, FALSE, sizeof (CharterFitReview));

  for (guint i = 0; i < 2 * n_cards; i++)
    {
      guint card = i % n_cards;
      gboolean forgotten = i >= n_cards && (card + 1) * n_forgotten / n_cards > card * n_forgotten / n_cards;
      CharterFitReview review = { card, i < n_cards ? 0 : 7, forgotten ? CHARTER_GRADE_AGAIN : CHARTER_GRADE_GOOD };

      g_array_append_val (reviews, review);
    }
  return reviews;
}

static void
test_little (void)
{
  g_autoptr (GArray) too_little = make_weeks (7, 0);
  g_autoptr (GArray) some = make_weeks (8, 0);
  g_autoptr (GArray) nearly = make_weeks (63, 30);
  g_autoptr (GArray) enough = make_weeks (64, 30);
  CharterFit fit = fit_history (too_little);

  g_assert_cmpint (fit.reach, ==, CHARTER_FIT_NOTHING);
  g_assert_cmpuint (fit.n, ==, 7);
  assert_equal_from (&fit.weights, 0);
  g_assert_cmpfloat (fit.log_loss, ==, fit.default_log_loss);

  fit = fit_history (some);
  g_assert_cmpint (fit.reach, ==, CHARTER_FIT_FIRST);
  g_assert_cmpfloat (fit.weights.w[2], >, 2.3065);
  g_assert_cmpfloat (fit.weights.w[2], <, 23); /* eight successes are no proof of a memory for ever */
  assert_equal_from (&fit.weights, 4);

  fit = fit_history (nearly);
  g_assert_cmpint (fit.reach, ==, CHARTER_FIT_FIRST);
  g_assert_cmpfloat (fit.weights.w[2], <, 2.3065);
  assert_equal_from (&fit.weights, 4);

  fit = fit_history (enough);
  g_assert_cmpint (fit.reach, ==, CHARTER_FIT_ALL);
}

static void
test_none (void)
{
  CharterFit fit;

  g_assert_true (charter_fit_run (NULL, 0, NULL, NULL, NULL, &fit, NULL));
  g_assert_cmpint (fit.reach, ==, CHARTER_FIT_NOTHING);
  g_assert_cmpuint (fit.n, ==, 0);
  assert_equal_from (&fit.weights, 0);
}

/* The stability after a first grade is where the curve goes through what was recalled: with 7 of 10 recalled after a
 * week, R(7, S) is 0.7, not exactly, as later
 * reviews weigh more. Grades that nobody began with are
 * shifted as that one is. */
static void
test_first (void)
{
  g_autoptr (GArray) weeks = make_weeks (60, 18);
  CharterFit fit = fit_history (weeks);
  const double *defaults = charter_weights_get_default ()->w;
  double recall = charter_fsrs_get_recall (&fit.weights, (CharterMemory){ fit.weights.w[2], 5 }, 7);

  g_assert_cmpfloat_with_epsilon (recall, 0.7, 0.02);
  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    g_assert_cmpfloat_with_epsilon (fit.weights.w[i] / defaults[i], fit.weights.w[2] / defaults[2], 1e-9);
}

static void
test_order (void)
{
  CharterWeights weights = *charter_weights_get_default ();

  weights.w[0] = 3;
  weights.w[1] = 2;
  weights.w[2] = 1;
  weights.w[3] = 5;
  charter_fit_order_first (&weights, (guint[]){ 10, 1, 20, 5 });
  g_assert_cmpfloat (weights.w[0], ==, 1);
  g_assert_cmpfloat (weights.w[1], ==, 1);
  g_assert_cmpfloat (weights.w[2], ==, 1);
  g_assert_cmpfloat (weights.w[3], ==, 5);
}

/* The same again; days counted from elsewhere; and cards with other numbers */
static void
test_same (void)
{
  CharterWeights truth = simulated_learner_get_weights (1);
  g_autoptr (GArray) history = simulated_learner_study (&truth, 300, 200, 3);
  CharterFit first = fit_history (history), second = fit_history (history);

  g_assert_cmpmem (&first.weights, sizeof first.weights, &second.weights, sizeof second.weights);
  for (guint i = 0; i < history->len; i++)
    g_array_index (history, CharterFitReview, i).day -= 20000;
  second = fit_history (history);
  g_assert_cmpmem (&first.weights, sizeof first.weights, &second.weights, sizeof second.weights);
  for (guint i = 0; i < history->len; i++)
    g_array_index (history, CharterFitReview, i).card += 50;
  second = fit_history (history);
  g_assert_cmpfloat_with_epsilon (second.log_loss, first.log_loss, 0.002);
}

/* What was lately so tells more than what was so long ago. */
static void
test_recent (void)
{
  CharterWeights slow = simulated_learner_get_weights (2), fast = simulated_learner_get_weights (1);
  g_autoptr (GArray) history = simulated_learner_study (&slow, 400, 200, 4);
  g_autoptr (GArray) later = simulated_learner_study (&fast, 400, 200, 5);
  g_autoptr (GArray) turned = g_array_new (FALSE, FALSE, sizeof (CharterFitReview));
  CharterFit now_fast, now_slow;

  for (guint i = 0; i < history->len; i++)
    {
      CharterFitReview review = g_array_index (history, CharterFitReview, i);

      review.card += 400;
      review.day += 200;
      g_array_append_val (turned, review);
    }
  g_array_prepend_vals (turned, later->data, later->len);
  for (guint i = 0; i < later->len; i++)
    {
      CharterFitReview review = g_array_index (later, CharterFitReview, i);

      review.card += 400;
      review.day += 200;
      g_array_append_val (history, review);
    }
  now_fast = fit_history (history);
  now_slow = fit_history (turned);
  g_assert_cmpfloat (now_fast.weights.w[2], <, now_slow.weights.w[2]);
}

/* Progress, and to stop it */

typedef struct {
  double done;
  guint n_calls;
  GCancellable *cancellable;
} Watcher;

static void
watch (double done, gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpfloat (done, >=, watcher->done);
  g_assert_cmpfloat (done, <=, 1);
  watcher->done = done;
  watcher->n_calls++;
  if (watcher->cancellable != NULL && done > 0.5)
    g_cancellable_cancel (watcher->cancellable);
}

static void
test_progress (void)
{
  CharterWeights truth = simulated_learner_get_weights (1);
  g_autoptr (GArray) history = simulated_learner_study (&truth, 500, 200, 3);
  Watcher watcher = { 0 };
  CharterFit fit;

  g_assert_true (charter_fit_run (reviews_of (history), history->len, watch, &watcher, NULL, &fit, NULL));
  g_assert_cmpfloat (watcher.done, ==, 1);
  g_assert_cmpuint (watcher.n_calls, >, 10);
}

static void
test_cancel (void)
{
  CharterWeights truth = simulated_learner_get_weights (1);
  g_autoptr (GArray) history = simulated_learner_study (&truth, 500, 200, 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, again = NULL;
  Watcher watcher = { .cancellable = cancellable };
  CharterFit fit = { .n = 12345 };

  g_assert_false (charter_fit_run (reviews_of (history), history->len, watch, &watcher, cancellable, &fit, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (watcher.done, <, 0.7);
  g_assert_cmpuint (fit.n, ==, 12345);
  g_assert_false (charter_fit_run (reviews_of (history), history->len, NULL, NULL, cancellable, &fit, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fit.n, ==, 12345);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < SIMULATED_LEARNERS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/fit/recovery/%s", simulated_learner_get_name (i));

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_recovery);
    }
  g_test_add_func ("/fit/slopes", test_slopes);
  g_test_add_func ("/fit/log-loss", test_log_loss);
  g_test_add_func ("/fit/little", test_little);
  g_test_add_func ("/fit/none", test_none);
  g_test_add_func ("/fit/first", test_first);
  g_test_add_func ("/fit/order", test_order);
  g_test_add_func ("/fit/same", test_same);
  g_test_add_func ("/fit/recent", test_recent);
  g_test_add_func ("/fit/progress", test_progress);
  g_test_add_func ("/fit/cancel", test_cancel);
  return g_test_run ();
}
