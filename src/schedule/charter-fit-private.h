/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-fit.h"

G_BEGIN_DECLS

/* A review as its card sees it. */
typedef struct {
  int days; /* since the one before; 0 for the first */
  CharterGrade grade;
  double weight; /* of its loss; 0 for one that does not count */
} CharterFitStep;

/* A card's reviews, which stand beside each other in one array for all cards. */
typedef struct {
  const CharterFitStep *steps;
  guint n;         /* 1 and up */
  guint n_counted; /* of them */
} CharterFitCard;

/* The weighed loss of a card. To each of slopes, what the loss gains for each unit of that weight is added. tape: room
 * for as many memories as the card has steps, to be used from call to call. Both NULL for the loss alone. */
double charter_fit_card_loss (const CharterWeights *weights,
                              const CharterFitCard *card,
                              CharterMemory *tape,
                              double slopes[CHARTER_N_WEIGHTS]);

/* Searches w0 to w3 for what best foretells the first review that counts of each card, and gives grades that nobody
 * began with a stability that fits to the others. n_first: (out) how many cards spoke for each. */
CharterWeights charter_fit_search_first (const CharterFitCard *cards, guint n_cards, guint n_first[CHARTER_N_GRADES]);
/* A better first grade never means a shorter stability: where it does, the one that fewer cards spoke for gives way. */
void charter_fit_order_first (CharterWeights *weights, const guint n_first[CHARTER_N_GRADES]);

G_END_DECLS
