/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What a given answer was worth and why, and where to read more of it. name: what the pack was called on the command
 * line. */
void tool_verdict_print (CharterStudy *study, CharterSession *session, guint position, const char *name, ToolOut *out);
/* The same of every answer that was not wholly right, each below its question: an exam's feedback. */
void tool_verdict_print_missed (CharterStudy *study, CharterSession *session, const char *name, ToolOut *out);

G_END_DECLS
