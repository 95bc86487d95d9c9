/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What of a pack can be asked: its scenarios and banks, cases and exams. name: what it was called on the command line.
 * Returns: an exit status */
int tool_quiz_list (const CharterPack *pack, const char *name, ToolOut *out);
/* Says that the pack has nothing with this id, and what may have been meant. Returns: an exit status */
int tool_quiz_fail_unknown (const CharterPack *pack, const char *id);

G_END_DECLS
