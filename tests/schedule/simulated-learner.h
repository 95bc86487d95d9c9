/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-fit.h"

G_BEGIN_DECLS

/* People whose memories differ: as most have it, one that forgets fast, one that forgets slowly, and one that learns by
 * failing. person: below SIMULATED_LEARNERS. */
#define SIMULATED_LEARNERS 4

const char *simulated_learner_get_name (guint person);
CharterWeights simulated_learner_get_weights (guint person);

/* Somebody whose memory is exactly as weights say, who meets new cards all along and reviews each about when the
 * default weights let it be due; some reviews are early, some late, and what is forgotten is looked at once more on
 * the same day. Returns: (transfer full) of CharterFitReview, in the order of time, n_days long; the same for a seed */
GArray *simulated_learner_study (const CharterWeights *weights, guint n_cards, int n_days, guint32 seed);

G_END_DECLS
