/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool-item.h"

G_BEGIN_DECLS

/* What is asked: the stem, and what there is to choose from. */
void tool_question_print (const CharterStep *step, ToolOut *out);

/* How it is answered, such as "a letter"; with an example that fits the step. Returns: (transfer full) */
char *tool_question_dup_manner (const CharterStep *step);

G_END_DECLS
