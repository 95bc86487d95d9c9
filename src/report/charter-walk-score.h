/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-scoring.h"
#include "charter-walk.h"

G_BEGIN_DECLS

/* What the moves made so far are worth together (charter_scoring_score_move says what one is): points of as many as
 * there are moves. correct: each of them was the best. */
CharterScore charter_walk_score (CharterWalk *walk);
/* The same as a share, 0 to 1, which is what a case's best score is; 0 where no move was made. */
double charter_walk_score_share (CharterWalk *walk);

G_END_DECLS
