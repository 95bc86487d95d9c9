/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* After an answer of a review: tells the grade that follows from it and what each grade leads to, and makes another
 * safe where one is chosen. Returns: FALSE to leave */
gboolean tool_grade_ask (CharterStudy *study, CharterSession *session, guint position, ToolOut *out);

G_END_DECLS
