/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Candidates of known ability who answer questions of known difficulty, to hold what a report says against what is
 * true. A question of difficulty b is right for somebody of ability a with the chance guess + (1 − guess) / (1 + e^(b −
 * a)), which is Rasch's model (G. Rasch, 1960) with a guess among four options. */

#define CANDIDATES_N_DOMAINS 3

typedef struct {
  double ability;      /* mean of all candidates */
  double abilities;    /* how far they spread: a standard deviation */
  double domains;      /* how far somebody's domains spread around it */
  double difficulties; /* how far the bank's questions spread around 0 */
  double scenario; /* how much those of one scenario hang together: what one is good or bad at besides; 0 for none */
  double growth;   /* how much ability grows while the answers are given */
  guint n[CANDIDATES_N_DOMAINS];        /* answers by domain */
  double weights[CANDIDATES_N_DOMAINS]; /* of the exam; together 1 */
  guint n_questions;                    /* of a fresh exam */
  double mark;                          /* of bands */
  guint n_candidates;
  guint64 seed;
} Population;

/* Shares of all candidates, 0 to 1. */
typedef struct {
  guint n_told; /* candidates of whom a range was told at all; what follows is of these */
  double knowledge_holds, fresh_holds;
  double bias;         /* mean of what is told less what is true */
  double width;        /* mean, of the range for one exam */
  double domain_holds; /* of all domains' intervals */
  double secure_wrong; /* of all domains below the mark, how many are told to be secure */
  double weak_wrong;   /* of all at the mark or above, how many are told to be weak */
  double secure, weak; /* of all on that side of the mark, how many are told to be so, and are */
} Outcome;

Outcome candidates_try (const Population *population);

G_END_DECLS
