/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-response.h"
#include "tool-item.h"

G_BEGIN_DECLS

/* What was answered, part by part: right or wrong, what would have been right, and why; then the rationale. With NULL
 * for response the key and every why. */
void tool_feedback_print (const CharterStep *step, const CharterResponse *response, ToolOut *out);

G_END_DECLS
