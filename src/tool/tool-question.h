/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool-item.h"

G_BEGIN_DECLS

/* What is asked: the stem, and what there is to choose from. struck: the parts that somebody has struck out, as
 * charter_session_get_struck has them; 0 for none. */
void tool_question_print (const CharterStep *step, guint64 struck, ToolOut *out);
/* Strikes the options with these letters out, or takes their line away. Returns: FALSE where it can't be done; nothing
 * is changed then */
gboolean tool_question_strike (const CharterStep *step, const char *letters, guint64 *struck);

/* How it is answered, such as "a letter"; with an example that fits the step. Returns: (transfer full) */
char *tool_question_dup_manner (const CharterStep *step);

G_END_DECLS
