/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-path.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* A pack's text in the terminal. */

/* INLINE as one paragraph: emphasis in bold, the address of a link behind it, blanks as [1], [2] …
 * Returns: (transfer full) */
char *tool_blocks_dup_text (CharterText text);
/* BLOCKS one below the other, with an empty line between. */
void tool_blocks_print (CharterBlocks blocks, ToolOut *out);

G_END_DECLS
