/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-fit-private.h"

#include <math.h>

#define MIN_COUNTED_FIRST 8
#define MIN_COUNTED_ALL 64

/* Adam (Kingma and Ba, 2015, "Adam: a method for stochastic optimization"), its rate led down along half a cosine
 * (Loshchilov and Hutter, 2017), with fsrs-rs's figures. Only its batches are of 512 reviews from all over; here cards
 * are not divided, so the reviews of a batch are more alike, and it pays to step more often. */
#define N_EPOCHS 5
#define BATCH 256
#define RATE 0.04
#define BETA1 0.9
#define BETA2 0.999
#define EPSILON 1e-8
#define SHUFFLE_SEED 2023

/* How much each weight varies between people, from fsrs-rs: the standard deviation over many learners' fits. */
static const double spread[CHARTER_N_WEIGHTS] = {
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
  0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27,
};

/* The history, by cards */

typedef struct {
  GArray *cards;         /* of CharterFitCard; a number without reviews has n = 0 */
  CharterFitStep *steps; /* of all cards, one card after the other */
  guint n_counted, longest;
} History;

static void
history_clear (History *history)
{
  g_clear_pointer (&history->cards, g_array_unref);
  g_clear_pointer (&history->steps, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

/* Where each card's steps begin; at the end, how many there are. Returns: (transfer full) */
static guint *
find_places (const CharterFitReview *reviews, gsize n_reviews, guint *n_cards)
{
  guint *places, n = 0;

  for (gsize i = 0; i < n_reviews; i++)
    n = MAX (n, reviews[i].card + 1);
  places = g_new0 (guint, (gsize)n + 1);
  for (gsize i = 0; i < n_reviews; i++)
    places[reviews[i].card + 1]++;
  for (guint i = 0; i < n; i++)
    places[i + 1] += places[i];
  *n_cards = n;
  return places;
}

/* A review counts where it is a day or more after the one before. All weights are 1 at first. */
static void
add_review (History *history, CharterFitStep *step, const CharterFitReview *review, int *last_day, gboolean may_count)
{
  CharterFitCard *card = &g_array_index (history->cards, CharterFitCard, review->card);

  step->days = card->n == 0 ? 0 : MAX (review->day - *last_day, 0);
  step->grade = review->grade;
  step->weight = may_count && step->days > 0 ? 1.0 : 0.0;
  card->n_counted += step->weight > 0.0;
  history->n_counted += step->weight > 0.0;
  card->n++;
  history->longest = MAX (history->longest, card->n);
  *last_day = review->day;
}

/* from: the first review that may count. weighed: each counts the more the later it was, 0.25 + 0.75·x³ with x from 0
 * for the first to 1 for the last, as in fsrs-rs. */
static void
history_init (History *history, const CharterFitReview *reviews, gsize n_reviews, gsize from, gboolean weighed)
{
  guint n_cards, n = 0;
  g_autofree guint *places = find_places (reviews, n_reviews, &n_cards);
  g_autofree int *last_days = g_new0 (int, n_cards);
  g_autofree CharterFitStep **in_time = g_new (CharterFitStep *, n_reviews);

  history->n_counted = history->longest = 0;
  history->steps = g_new0 (CharterFitStep, n_reviews);
  history->cards = g_array_sized_new (FALSE, TRUE, sizeof (CharterFitCard), n_cards);
  g_array_set_size (history->cards, n_cards);
  for (guint i = 0; i < n_cards; i++)
    g_array_index (history->cards, CharterFitCard, i).steps = history->steps + places[i];
  for (gsize i = 0; i < n_reviews; i++)
    {
      CharterFitStep *step = &history->steps[places[reviews[i].card]++];

      add_review (history, step, &reviews[i], &last_days[reviews[i].card], i >= from);
      if (step->weight > 0.0)
        in_time[n++] = step;
    }
  for (guint i = 0; weighed && i < n; i++)
    in_time[i]->weight = 0.25 + 0.75 * pow ((double)i / MAX (n - 1, 1), 3);
}

static double
history_loss (const History *history, const CharterWeights *weights)
{
  double loss = 0.0;

  for (guint i = 0; i < history->cards->len; i++)
    loss += charter_fit_card_loss (weights, &g_array_index (history->cards, CharterFitCard, i), NULL, NULL);
  return loss;
}

double
charter_fit_get_log_loss (
  const CharterWeights *weights, const CharterFitReview *reviews, gsize n_reviews, gsize from, guint *n)
{
  g_auto (History) history = { 0 };

  history_init (&history, reviews, n_reviews, from, FALSE);
  if (n != NULL)
    *n = history.n_counted;
  return history.n_counted > 0 ? history_loss (&history, weights) / history.n_counted : 0.0;
}

/* The way downhill */

typedef struct {
  const History *history;
  CharterWeights start, weights, best;
  double best_loss;
  double mean[CHARTER_N_WEIGHTS], square[CHARTER_N_WEIGHTS]; /* Adam's, of the slopes */
  guint n_steps;                                             /* of Adam, so far */
  guint n_done;                                              /* reviews that count, in all epochs */
  CharterMemory *tape;
  CharterFitProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Descent;

/* What it costs to be far from the start: each weight's distance, in spreads, squared (L2). It stands beside the sum
 * over all reviews, so it tells the less the longer the history is. */
static double
distance_cost (const Descent *self)
{
  double cost = 0.0;

  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    cost += pow ((self->weights.w[i] - self->start.w[i]) / spread[i], 2);
  return cost;
}

static void
keep_if_best (Descent *self)
{
  double loss = history_loss (self->history, &self->weights) + distance_cost (self);

  if (loss >= self->best_loss)
    return;
  self->best_loss = loss;
  self->best = self->weights;
}

/* slopes: of a batch that is this part of the history. */
static void
take_step (Descent *self, double slopes[CHARTER_N_WEIGHTS], double part)
{
  double done = (double)self->n_done / ((double)self->history->n_counted * N_EPOCHS);
  double rate = RATE * (1.0 + cos (G_PI * done)) / 2.0;

  self->n_steps++;
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    {
      double slope = slopes[i] + part * 2.0 * (self->weights.w[i] - self->start.w[i]) / (spread[i] * spread[i]);

      self->mean[i] = BETA1 * self->mean[i] + (1.0 - BETA1) * slope;
      self->square[i] = BETA2 * self->square[i] + (1.0 - BETA2) * slope * slope;
      self->weights.w[i] -= rate * (self->mean[i] / (1.0 - pow (BETA1, self->n_steps)))
                            / (sqrt (self->square[i] / (1.0 - pow (BETA2, self->n_steps))) + EPSILON);
    }
  self->weights = charter_weights_clamp (&self->weights);
}

/* Adds up cards' slopes until they are a batch. Returns: the place after the last of them */
static guint
go_through_batch (Descent *self, const guint *order, guint from, guint n_cards)
{
  double slopes[CHARTER_N_WEIGHTS] = { 0.0 };
  guint n = 0, i;

  for (i = from; i < n_cards && n < BATCH; i++)
    {
      const CharterFitCard *card = &g_array_index (self->history->cards, CharterFitCard, order[i]);

      charter_fit_card_loss (&self->weights, card, self->tape, slopes);
      n += card->n_counted;
    }
  take_step (self, slopes, (double)n / self->history->n_counted);
  self->n_done += n;
  return i;
}

/* Only cards that have something to say. Returns: (transfer full) their places */
static guint *
list_cards (const History *history, guint *n)
{
  guint *list = g_new (guint, history->cards->len);

  *n = 0;
  for (guint i = 0; i < history->cards->len; i++)
    {
      if (g_array_index (history->cards, CharterFitCard, i).n_counted > 0)
        list[(*n)++] = i;
    }
  return list;
}

/* GLib's own generator, as its numbers never change for a seed; the order in which cards come matters little, but the
 * same history must lead to the same weights. */
static void
shuffle (GRand *random, guint *list, guint n)
{
  for (guint left = n; left > 1; left--)
    {
      guint chosen = g_rand_int (random) % left;
      guint last = list[left - 1];

      list[left - 1] = list[chosen];
      list[chosen] = last;
    }
}

static gboolean
go_downhill (Descent *self, GError **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SHUFFLE_SEED);
  guint n_cards;
  g_autofree guint *order = list_cards (self->history, &n_cards);

  keep_if_best (self);
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++)
    {
      shuffle (random, order, n_cards);
      for (guint i = 0; i < n_cards;)
        {
          if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
            return FALSE;
          i = go_through_batch (self, order, i, n_cards);
          if (self->progress != NULL)
            self->progress ((double)self->n_done / ((double)self->history->n_counted * N_EPOCHS), self->data);
        }
      keep_if_best (self);
    }
  return TRUE;
}

/* From start, all weights. Returns: FALSE where it was cancelled */
static gboolean
fit_all (const History *history,
         CharterWeights *weights,
         CharterFitProgress progress,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree CharterMemory *tape = g_new (CharterMemory, history->longest);
  Descent descent = { .history = history,
                      .start = *weights,
                      .weights = *weights,
                      .best = *weights,
                      .best_loss = INFINITY,
                      .tape = tape,
                      .progress = progress,
                      .data = data,
                      .cancellable = cancellable };

  if (!go_downhill (&descent, error))
    return FALSE;
  *weights = descent.best;
  return TRUE;
}

static gboolean
fit_history (const History *history,
             CharterFit *fit,
             CharterFitProgress progress,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const CharterWeights *defaults = charter_weights_get_default ();
  guint n_first[CHARTER_N_GRADES];

  fit->n = history->n_counted;
  fit->weights = *defaults;
  fit->reach = CHARTER_FIT_NOTHING;
  if (fit->n < MIN_COUNTED_FIRST)
    return TRUE;
  fit->reach = CHARTER_FIT_FIRST;
  fit->weights = charter_fit_search_first ((const CharterFitCard *)history->cards->data, history->cards->len, n_first);
  if (fit->n >= MIN_COUNTED_ALL)
    {
      fit->reach = CHARTER_FIT_ALL;
      if (!fit_all (history, &fit->weights, progress, data, cancellable, error))
        return FALSE;
      charter_fit_order_first (&fit->weights, n_first);
    }
  if (history_loss (history, &fit->weights) > history_loss (history, defaults))
    fit->weights = *defaults;
  return TRUE;
}

gboolean
charter_fit_run (const CharterFitReview *reviews,
                 gsize n_reviews,
                 CharterFitProgress progress,
                 gpointer data,
                 GCancellable *cancellable,
                 CharterFit *fit,
                 GError **error)
{
  g_auto (History) history = { 0 };
  CharterFit found;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  history_init (&history, reviews, n_reviews, 0, TRUE);
  if (!fit_history (&history, &found, progress, data, cancellable, error))
    return FALSE;
  found.default_log_loss = charter_fit_get_log_loss (charter_weights_get_default (), reviews, n_reviews, 0, NULL);
  found.log_loss = charter_fit_get_log_loss (&found.weights, reviews, n_reviews, 0, NULL);
  if (progress != NULL)
    progress (1.0, data);
  *fit = found;
  return TRUE;
}
