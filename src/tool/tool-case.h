/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-walk.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* Plays a branching case until an ending, or until somebody leaves. is_kept: it goes into the learner's history.
 * Returns: an exit status */
int tool_case_play (CharterStudy *study, CharterWalk *walk, gboolean is_kept, ToolOut *out);

/* "+10" or "−5". Returns: (transfer full) */
char *tool_case_dup_change (double by);
/* "best", "fair" or "poor", translated. Returns: static */
const char *tool_case_get_grade (CharterMoveGrade grade);

G_END_DECLS
