/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-response.h"
#include "tool-item.h"

G_BEGIN_DECLS

/* Reads an answer as it is typed: "b", "ac", "1b 2a", "cadb", by the letters and numbers that tool-item.h gives; or by
 * ids: "=ops budget", "=card=category", the text form of charter-response.h behind an equals sign.
 * error: G_IO_ERROR_INVALID_ARGUMENT with a sentence for who typed it. Returns: (transfer full) (nullable) */
CharterResponse *tool_answer_read (const CharterStep *step, const char *line, GError **error);
/* A response as it could be typed: "A C", "1B 2A", "625". Returns: (transfer full) */
char *tool_answer_dup_line (const CharterStep *step, const CharterResponse *response);

/* Whether all ids of a response are the item's.
 * error: G_IO_ERROR_INVALID_ARGUMENT with the first that is not, and the one that was probably meant */
gboolean tool_answer_check_ids (const CharterItem *item, const CharterResponse *response, GError **error);

G_END_DECLS
