/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* "1", "0.67". Returns: (transfer full) */
char *tool_report_dup_points (double points);

/* What came of a session: points, topics, and what is worth another look. */
void tool_report_print (CharterSession *session, ToolOut *out);
/* The same of an exam by its rules, with domains and their bands, pace, changed answers, and what to do next.
 * packs: (element-type CharterPack) all at hand. held: as charter_exam_report_new. */
void tool_report_print_exam (CharterSession *session, GPtrArray *packs, GHashTable *held, ToolOut *out);

G_END_DECLS
