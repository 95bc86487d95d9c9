/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the fit begins: w0 to w3, the stability after each first grade, one by one. */

#include "charter-fit-private.h"

#include <math.h>

#define SEARCH_STEPS 20 /* narrow e^11.5 down to less than 0.1 % */
#define GOLDEN 0.6180339887498949

/* A card until the first of its reviews that counts. Returns: FALSE where none does */
static gboolean
cut_beginning (const CharterFitCard *card, CharterFitCard *beginning)
{
  for (guint i = 0; i < card->n; i++)
    {
      if (card->steps[i].weight > 0.0)
        {
          *beginning = (CharterFitCard){ card->steps, i + 1, 1 };
          return TRUE;
        }
    }
  return FALSE;
}

/* The beginnings of all cards with that first grade. Returns: (transfer full) of CharterFitCard */
static GArray *
gather_beginnings (const CharterFitCard *cards, guint n_cards, CharterGrade grade)
{
  GArray *beginnings = g_array_new (FALSE, FALSE, sizeof (CharterFitCard));
  CharterFitCard beginning;

  for (guint i = 0; i < n_cards; i++)
    {
      if (cards[i].n > 0 && cards[i].steps[0].grade == grade && cut_beginning (&cards[i], &beginning))
        g_array_append_val (beginnings, beginning);
    }
  return beginnings;
}

/* The loss with another stability after that grade. What keeps a handful of reviews from leading it far away is as in
 * fsrs-rs: a sixteenth for each day that it is off. */
static double
loss_with (GArray *beginnings, CharterGrade grade, double log_stability)
{
  CharterWeights weights = *charter_weights_get_default ();
  double stability = exp (log_stability);
  double loss = fabs (stability - weights.w[grade - 1]) / 16.0;

  weights.w[grade - 1] = stability;
  for (guint i = 0; i < beginnings->len; i++)
    loss += charter_fit_card_loss (&weights, &g_array_index (beginnings, CharterFitCard, i), NULL, NULL);
  return loss;
}

/* Golden-section search (Kiefer, 1953) in the logarithm of the stability. */
static double
search_stability (GArray *beginnings, CharterGrade grade)
{
  double low, high, left, right, left_loss, right_loss;

  charter_weights_get_bounds (grade - 1, &low, &high);
  low = log (low);
  high = log (high);
  left = high - GOLDEN * (high - low);
  right = low + GOLDEN * (high - low);
  left_loss = loss_with (beginnings, grade, left);
  right_loss = loss_with (beginnings, grade, right);
  for (guint i = 0; i < SEARCH_STEPS; i++)
    {
      if (left_loss < right_loss)
        {
          high = right;
          right = left;
          right_loss = left_loss;
          left = high - GOLDEN * (high - low);
          left_loss = loss_with (beginnings, grade, left);
        }
      else
        {
          low = left;
          left = right;
          left_loss = right_loss;
          right = low + GOLDEN * (high - low);
          right_loss = loss_with (beginnings, grade, right);
        }
    }
  return exp ((low + high) / 2.0);
}

/* How far a grade that some began with is from its default, as a factor's logarithm. */
static double
get_shift (const CharterWeights *weights, guint i)
{
  return log (weights->w[i] / charter_weights_get_default ()->w[i]);
}

/* A grade that nobody began with is shifted as its neighbours are: between two, by a share of each; else, as the
 * nearest. */
static void
fill_first (CharterWeights *weights, const guint n_first[CHARTER_N_GRADES])
{
  for (int i = 0; i < CHARTER_N_GRADES; i++)
    {
      int below = i, above = i;
      double shift;

      while (below >= 0 && n_first[below] == 0)
        below--;
      while (above < CHARTER_N_GRADES && n_first[above] == 0)
        above++;
      if (below == i || (below < 0 && above == CHARTER_N_GRADES))
        continue;
      if (below < 0)
        shift = get_shift (weights, above);
      else if (above == CHARTER_N_GRADES)
        shift = get_shift (weights, below);
      else
        shift = (get_shift (weights, below) * (above - i) + get_shift (weights, above) * (i - below)) / (above - below);
      weights->w[i] = charter_weights_get_default ()->w[i] * exp (shift);
    }
}

/* The grade that most cards spoke for, of those not settled. */
static guint
find_best_known (const guint n_first[CHARTER_N_GRADES], const gboolean settled[CHARTER_N_GRADES])
{
  guint best = CHARTER_N_GRADES;

  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    {
      if (!settled[i] && (best == CHARTER_N_GRADES || n_first[i] > n_first[best]))
        best = i;
    }
  return best;
}

/* One after the other, the best known first, each takes its place between those that are settled. */
void
charter_fit_order_first (CharterWeights *weights, const guint n_first[CHARTER_N_GRADES])
{
  gboolean settled[CHARTER_N_GRADES] = { FALSE };

  for (guint n = 0; n < CHARTER_N_GRADES; n++)
    {
      guint i = find_best_known (n_first, settled);

      for (guint other = 0; other < CHARTER_N_GRADES; other++)
        {
          if (other < i && settled[other])
            weights->w[i] = MAX (weights->w[i], weights->w[other]);
          else if (other > i && settled[other])
            weights->w[i] = MIN (weights->w[i], weights->w[other]);
        }
      settled[i] = TRUE;
    }
}

CharterWeights
charter_fit_search_first (const CharterFitCard *cards, guint n_cards, guint n_first[CHARTER_N_GRADES])
{
  CharterWeights weights = *charter_weights_get_default ();

  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    {
      g_autoptr (GArray) beginnings = gather_beginnings (cards, n_cards, i + 1);

      n_first[i] = beginnings->len;
      if (beginnings->len > 0)
        weights.w[i] = search_stability (beginnings, i + 1);
    }
  fill_first (&weights, n_first);
  weights = charter_weights_clamp (&weights);
  charter_fit_order_first (&weights, n_first);
  return weights;
}
