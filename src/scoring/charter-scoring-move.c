/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-scoring.h"

CharterScore
charter_scoring_score_move (const CharterMove *move)
{
  static const double points[] = { [CHARTER_MOVE_BEST] = 1, [CHARTER_MOVE_FAIR] = .5, [CHARTER_MOVE_POOR] = 0 };

  return (CharterScore){ points[move->grade], 1, move->grade == CHARTER_MOVE_BEST };
}
