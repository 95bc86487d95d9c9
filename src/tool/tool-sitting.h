/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-form.h"
#include "charter-study.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What an exam by its own rules has beyond other rounds: rules, sections that are closed for good, breaks, warnings. */

/* What one lets oneself in for, and what the bank lacks for it. */
void tool_sitting_print_rules (const CharterForm *form, ToolOut *out);
/* The section where one is; nothing where there are none. */
void tool_sitting_print_section (CharterSession *session, ToolOut *out);
/* Which questions of the section have an answer, which none, which a flag. */
void tool_sitting_print_list (CharterSession *session, ToolOut *out);
/* Tells that time runs short where one of the exam's own warnings has come since it was told last. told: (inout) the
 * time that was left then, microseconds. */
void tool_sitting_warn (CharterSession *session, gint64 *told, ToolOut *out);

gboolean tool_sitting_has_sections (CharterSession *session);
gboolean tool_sitting_is_last_section (CharterSession *session);
/* Closes the section for good; the last one is handed in. Blocks. error: what the disk says; whether it is closed all
 * the same the session knows. */
gboolean tool_sitting_close_section (CharterStudy *study, CharterSession *session, GError **error);

/* Asks, and keeps the time that goes by meanwhile, so that it is not won back by leaving in whatever way.
 * Returns: (transfer full) (nullable) NULL where the input ends, or the time is up */
char *tool_sitting_ask (CharterStudy *study, CharterSession *session, const char *question, ToolOut *out);
/* The session's break, until somebody goes on or it is over. Returns: FALSE where they leave */
gboolean tool_sitting_take_break (CharterStudy *study, CharterSession *session, ToolOut *out);

G_END_DECLS
