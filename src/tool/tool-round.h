/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* Asks a session's steps one after the other, each until it has its answer, is skipped, or the learner leaves. Items
 * that need a picture are left out and named at the end. name: what the pack was called on the command line.
 * Returns: an exit status */
int tool_round_run (CharterStudy *study, CharterSession *session, const char *name, gboolean is_kept, ToolOut *out);
/* The same by the rules of an exam: sections are closed for good, in breaks its time stands still, and its report tells
 * more. packs: (element-type CharterPack) all at hand. */
int tool_round_run_exam (
  CharterStudy *study, CharterSession *session, GPtrArray *packs, const char *name, gboolean is_kept, ToolOut *out);

G_END_DECLS
