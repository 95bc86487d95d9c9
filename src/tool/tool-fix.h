/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool-out.h"

G_BEGIN_DECLS

/* Writes missing ids into a pack. The file as it was is kept beside it, with "~" behind its name; nothing is written
 * where nothing is missing or the file is not well-formed XML. out: told what was written; may be NULL.
 * Returns: an exit status */
int tool_fix_file (const char *path, ToolOut *out);

G_END_DECLS
