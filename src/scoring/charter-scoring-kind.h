/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-scoring.h"

G_BEGIN_DECLS

/* What scoring a kind of item takes. Private to this folder; the table stands in charter-scoring.c. */
typedef struct {
  /* How much of the key the response meets, 0 to 1, by the partial formula of the kind; 1 only where all is right. */
  double (*measure) (const CharterItem *item, const CharterResponse *response, guint64 seed);
  /* NULL where the response has no sources. */
  CharterMark (*mark) (const CharterItem *item, const CharterResponse *response, const char *source);
  CharterResponse *(*dup_key) (const CharterItem *item, guint64 seed);
  /* What would be typed for a near miss, or NULL where it can't be computed. NULL where it stands as its value. */
  char *(*dup_near) (const CharterItem *item, const CharterNear *near, guint64 seed);
  /* NULL where there are no near misses. Called for wrong responses only. A near miss that is right is none. */
  const CharterNear *(*find_near) (const CharterItem *item, const CharterResponse *response, guint64 seed);
  /* The part whose misconception it is to have answered source so. Called for what is marked wrong only; NULL where
   * near misses tell it. Returns: (nullable) */
  const CharterPart *(*find_blamed) (const CharterItem *item, const CharterResponse *response, const char *source);
} CharterScoringKind;

extern const CharterScoringKind charter_scoring_choice; /* single, multiple, truefalse, hotspot */
extern const CharterScoringKind charter_scoring_pairs;  /* classify, match, cloze */
extern const CharterScoringKind charter_scoring_order;
extern const CharterScoringKind charter_scoring_number;
extern const CharterScoringKind charter_scoring_short;
extern const CharterScoringKind charter_scoring_drill;

/* Whether number lies no further than tolerance from answer. What binary fractions lose is forgiven, no more than four
 * units in the last place of a double: 0.3 is within 0.1 of 0.2, and fifteen digits are still told apart. */
gboolean charter_scoring_is_close (double number, double answer, double tolerance);
/* The same for a reading of text. unit: the item's, or NULL. */
gboolean charter_scoring_is_within (const char *text, const char *unit, double answer, double tolerance);

G_END_DECLS
