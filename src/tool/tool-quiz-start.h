/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-walk.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What is told before the first question, or before the first scene of a case. */

void tool_quiz_print_start (const char *title, CharterSession *session, ToolOut *out);
void tool_quiz_print_case_start (CharterWalk *walk, ToolOut *out);
/* words: that it was left half-way. What else is to be known of going on follows them. */
void tool_quiz_print_resumed (CharterStudy *study, CharterSession *session, const char *words, ToolOut *out);

G_END_DECLS
