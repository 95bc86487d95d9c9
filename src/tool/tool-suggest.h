/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody who typed word probably meant: the candidate that the fewest slips of the finger lead to, or the only
 * one that begins with word. candidates: NULL-terminated.
 * Returns: (nullable) one of candidates, or NULL where none is near */
const char *tool_suggest (const char *word, const char *const *candidates);

G_END_DECLS
