/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-fsrs.h"

G_BEGIN_DECLS

/* Weights fitted to somebody's own history: those under which what was recalled, and what was not, is least of a
 * surprise. The surprise is the log loss, −ln R for a review that was recalled and −ln (1 − R) for one that was not, R
 * being the chance that the weights gave it; 0 is a prophet, 0.69 a coin. Reviews on a day of their own count; those on
 * the same day as the one before only move the memory along. Recent reviews weigh up to four times as much as old ones.
 *
 * It goes as the authors of FSRS have it, and as fsrs-rs does: first w0 to w3 are searched, each in what came after
 * such a first grade; then all 21 are led downhill (Adam, 5 times through the history), and drawn back to where they
 * began, the more tightly the less a weight varies between people. So a short history changes little. */

/* One review. A history is these in the order of time. */
typedef struct {
  guint card;         /* its number, counted from 0 as in an array; one without reviews does no harm */
  int day;            /* on which it was, of any count of days */
  CharterGrade grade; /* AGAIN: not recalled; all others: recalled */
} CharterFitReview;

typedef enum {
  CHARTER_FIT_NOTHING, /* fewer than 8 reviews count: the defaults */
  CHARTER_FIT_FIRST,   /* fewer than 64 do: only w0 to w3 */
  CHARTER_FIT_ALL,
} CharterFitReach;

typedef struct {
  CharterWeights weights; /* valid; never worse for this history than the defaults, by the weighed loss */
  CharterFitReach reach;
  guint n;                           /* reviews that count */
  double default_log_loss, log_loss; /* a review, unweighed, on the history that it was fitted to; 0 where n is */
} CharterFit;

/* done: 0 to 1, and never less than before. Called in the thread that fits. */
typedef void (*CharterFitProgress) (double done, gpointer data);

/* Takes 3 to 4 ms for each 1,000 reviews, and may be run in any thread. The same history gives the same weights.
 * progress, cancellable: may be NULL. fit: (out). error: G_IO_ERROR_CANCELLED, and fit is then untouched. */
gboolean charter_fit_run (const CharterFitReview *reviews,
                          gsize n_reviews,
                          CharterFitProgress progress,
                          gpointer data,
                          GCancellable *cancellable,
                          CharterFit *fit,
                          GError **error);

/* How well weights foretell a history. from: the place of the first review that is to count; with those before it
 * fitted, this tells how they would have done on what was still to come. n: (out) (optional) how many counted.
 * Returns: the log loss a review, unweighed; 0 where none counts */
double charter_fit_get_log_loss (
  const CharterWeights *weights, const CharterFitReview *reviews, gsize n_reviews, gsize from, guint *n);

G_END_DECLS
