/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-fsrs.h"

G_BEGIN_DECLS

/* What an answer says of the memory behind it. The first rule that fits makes the grade:
 *
 *   the answer                    how sure           hint     grade   rule
 *   ──────────────────────────────────────────────────────────────────────────────────
 *   not all of it right           sure               any      again   sure-but-wrong
 *   wrong                         any                any      again   wrong
 *   less than half of it right    any                any      again   less-than-half
 *   half or more, not all         a guess            any      again   part-guessed
 *   half or more, not all         any                used     again   part-with-hint
 *   half or more, not all         any                none     hard    part
 *   right                         a guess            used     again   guessed-with-hint
 *   right                         a guess            none     hard    guessed
 *   right                         any                used     hard    with-hint
 *   right                         any                none     good    right
 *
 * A lucky guess is not knowledge, so it is never good; but one who guesses right knows more often than one who guesses
 * wrong, so it is not again. A confident error is again, and not a slip: it is corrected easily when the answer is
 * seen, and comes back within the week when the answer is not recalled once more (Butler, Fazio and Marsh, 2011, "The
 * hypercorrection effect persists over a week, but high-confidence errors return"). To be sure of what is right is
 * good, and no more: how quickly it came to mind only the learner knows, so easy is theirs alone to choose. So is every
 * other grade, where they see it differently. */

typedef enum {
  CHARTER_CONFIDENCE_NONE, /* was not asked, or not said */
  CHARTER_CONFIDENCE_GUESS,
  CHARTER_CONFIDENCE_THINK_SO,
  CHARTER_CONFIDENCE_SURE,
} CharterConfidence;

typedef struct {
  const char *id; /* as in the table above; never changes */
  CharterGrade grade;
  /*< private >*/
  const char *when, *why;
  guint answers, confidences, hints;
} CharterGradeRule;

/* share: of the item's points, 0 to 1. */
const CharterGradeRule *charter_grade_find_rule (double share, CharterConfidence confidence, gboolean hint_used);
/* All rules in their order, for a table that tells them. Returns: (nullable) NULL where there is no i-th */
const CharterGradeRule *charter_grade_get_rule (guint i);

/* In the learner's language: to which answers a rule applies, as in a table's cell, and a sentence that says why. */
const char *charter_grade_rule_get_when (const CharterGradeRule *rule);
const char *charter_grade_rule_get_why (const CharterGradeRule *rule);
/* The grade as one word, for a button. */
const char *charter_grade_get_name (CharterGrade grade);

G_END_DECLS
