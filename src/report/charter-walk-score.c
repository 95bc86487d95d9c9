/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-walk-score.h"

CharterScore
charter_walk_score (CharterWalk *walk)
{
  CharterScore sum = { 0, 0, TRUE };

  for (guint i = 0; i < charter_walk_get_n_turns (walk); i++)
    {
      CharterScore score = charter_scoring_score_move (charter_walk_get_turn (walk, i)->move);

      sum.points += score.points;
      sum.maximum += score.maximum;
      sum.correct = sum.correct && score.correct;
    }
  return sum;
}

double
charter_walk_score_share (CharterWalk *walk)
{
  CharterScore score = charter_walk_score (walk);

  return score.maximum > 0 ? score.points / score.maximum : 0;
}
