/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-fsrs.h"

G_BEGIN_DECLS

/* What to ask today, in which order, and why. Days are numbers; the caller knows when one begins.
 *
 *   1. Reviews that are due, the one nearest to being forgotten first: by the chance of recall today; where that is
 *      the same, the longer overdue first. What was not recalled earlier today has hardly faded, and so comes after
 *      the others, with a pause.
 *   2. New cards, in the order in which they are handed in: a course's own.
 *   3. Limits cut each of the two at its end, so what waits until tomorrow is what can. A card that was reviewed today
 *      already has been counted, and is never held back.
 *   4. Then topics are mixed, which makes learning last (interleaving): from the first to the last, the next is the
 *      most urgent one of another topic, as long as that brings no two of a topic together later that could be apart.
 *      Only where one topic has more than half of all do some of it meet, and then as late as can be. */

typedef struct {
  guint64 id;  /* any number that stays with the card, such as a hash of its name: it settles what else is even */
  guint topic; /* a number for each topic */
  CharterMemory memory; /* CHARTER_MEMORY_NONE: it is new, and the next three say nothing */
  int last_day;         /* of the last review */
  int due_day;
  gboolean lapsed; /* the last review was AGAIN */
  gboolean suspended;
} CharterDueCard;

typedef struct {
  int today;
  const CharterWeights *weights; /* valid */
  double retention;              /* that due days aim at, to be told */
  guint new_a_day, new_done;     /* new cards: at most, and met today already */
  guint reviews_a_day, reviews_done;
  guint64 seed; /* settles what else is even: another one, another order */
} CharterDuePlan;

#define CHARTER_DUE_NO_LIMIT G_MAXUINT

typedef enum {
  CHARTER_DUE_NEW,        /* never reviewed */
  CHARTER_DUE_RELEARNING, /* it was not recalled last time */
  CHARTER_DUE_TODAY,
  CHARTER_DUE_OVERDUE,
  CHARTER_DUE_LATER, /* not due yet */
  CHARTER_DUE_SUSPENDED,
} CharterDueReason;

/* Why a card is due, or is not. All but card and reason are 0 for a new one. */
typedef struct {
  guint card; /* its place among those handed in */
  CharterDueReason reason;
  int unseen;       /* days since its last review */
  int interval;     /* days that it was to wait */
  int overdue;      /* days since it was due: 0 is today, below 0 it is still to come */
  double recall;    /* the chance that it is recalled today, 0 to 1 */
  double retention; /* the chance that was aimed at */
} CharterDue;

/* What is to be said of one card, due or not. Its card is 0. */
CharterDue charter_due_explain (const CharterDuePlan *plan, const CharterDueCard *card);

/* Today's queue. The same cards, plan and seed give the same queue; and but for new cards, in whatever order they are
 * handed in. n_held_back: (out) (optional) cards that limits cut off.
 * Returns: (transfer full) of CharterDue; its reasons are NEW, RELEARNING, TODAY and OVERDUE */
GArray *charter_due_pick (const CharterDuePlan *plan, const CharterDueCard *cards, guint n_cards, guint *n_held_back);

G_END_DECLS
