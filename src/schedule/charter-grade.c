/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-grade.h"

#include <glib/gi18n-lib.h>

/* What a rule applies to: sets, so that a row of the table reads as it is told. */
enum {
  WRONG = 1 << 0,
  LESS_THAN_HALF = 1 << 1,
  HALF_OR_MORE = 1 << 2,
  RIGHT = 1 << 3,
  NOT_ALL_RIGHT = WRONG | LESS_THAN_HALF | HALF_OR_MORE,
};
enum {
  GUESS = 1 << CHARTER_CONFIDENCE_GUESS,
  SURE = 1 << CHARTER_CONFIDENCE_SURE,
  ANY = 1 << CHARTER_CONFIDENCE_NONE | GUESS | 1 << CHARTER_CONFIDENCE_THINK_SO | SURE,
};
enum {
  NO_HINT = 1 << FALSE,
  HINT = 1 << TRUE,
  HINT_OR_NOT = NO_HINT | HINT,
};

static const CharterGradeRule rules[] = {
  { "sure-but-wrong", CHARTER_GRADE_AGAIN, N_ ("Not all of it right, though you were sure"),
    N_ ("You were sure, and it was not right. Such mistakes come back unless the right answer is recalled soon."),
    NOT_ALL_RIGHT, SURE, HINT_OR_NOT },
  { "wrong", CHARTER_GRADE_AGAIN, N_ ("None of it right"), N_ ("It was not recalled."), WRONG, ANY, HINT_OR_NOT },
  { "less-than-half", CHARTER_GRADE_AGAIN, N_ ("Less than half of it right"), N_ ("Most of it was not recalled."),
    LESS_THAN_HALF, ANY, HINT_OR_NOT },
  { "part-guessed", CHARTER_GRADE_AGAIN, N_ ("Partly right, as a guess"),
    N_ ("Part of it was right, but by a guess, and a guess is not knowledge."), HALF_OR_MORE, GUESS, HINT_OR_NOT },
  { "part-with-hint", CHARTER_GRADE_AGAIN, N_ ("Partly right, with the hint"),
    N_ ("Even with the hint not all of it was recalled."), HALF_OR_MORE, ANY, HINT },
  { "part", CHARTER_GRADE_HARD, N_ ("At least half of it right"), N_ ("Half of it or more was recalled, but not all."),
    HALF_OR_MORE, ANY, NO_HINT },
  { "guessed-with-hint", CHARTER_GRADE_AGAIN, N_ ("All of it right, as a guess with the hint"),
    N_ ("It was right, but by a guess, and with the hint: that shows no knowledge yet."), RIGHT, GUESS, HINT },
  { "guessed", CHARTER_GRADE_HARD, N_ ("All of it right, as a guess"),
    N_ ("It was right, but by a guess, so it comes back sooner."), RIGHT, GUESS, NO_HINT },
  { "with-hint", CHARTER_GRADE_HARD, N_ ("All of it right, with the hint"),
    N_ ("It was recalled, but with the hint, so it comes back sooner."), RIGHT, ANY, HINT },
  { "right", CHARTER_GRADE_GOOD, N_ ("All of it right"), N_ ("It was recalled."), RIGHT, ANY, NO_HINT },
};

/* Points of parts add up to a half or a whole only nearly. */
static guint
kind_of_answer (double share)
{
  const double nearly = 1e-9;

  if (share >= 1.0 - nearly)
    return RIGHT;
  if (share >= 0.5 - nearly)
    return HALF_OR_MORE;
  return share > nearly ? LESS_THAN_HALF : WRONG;
}

const CharterGradeRule *
charter_grade_find_rule (double share, CharterConfidence confidence, gboolean hint_used)
{
  guint answer = kind_of_answer (share);
  const CharterGradeRule *rule = rules;

  g_return_val_if_fail (confidence <= CHARTER_CONFIDENCE_SURE, rule);

  while (!(rule->answers & answer && rule->confidences & 1U << confidence && rule->hints & 1U << !!hint_used))
    rule++;
  return rule;
}

const CharterGradeRule *
charter_grade_get_rule (guint i)
{
  return i < G_N_ELEMENTS (rules) ? &rules[i] : NULL;
}

const char *
charter_grade_rule_get_when (const CharterGradeRule *rule)
{
  return _ (rule->when);
}

const char *
charter_grade_rule_get_why (const CharterGradeRule *rule)
{
  return _ (rule->why);
}

const char *
charter_grade_get_name (CharterGrade grade)
{
  switch (grade)
    {
    case CHARTER_GRADE_AGAIN:
      return C_ ("how well something was recalled", "Again");
    case CHARTER_GRADE_HARD:
      return C_ ("how well something was recalled", "Hard");
    case CHARTER_GRADE_GOOD:
      return C_ ("how well something was recalled", "Good");
    case CHARTER_GRADE_EASY:
      return C_ ("how well something was recalled", "Easy");
    }
  g_return_val_if_reached (NULL);
}
