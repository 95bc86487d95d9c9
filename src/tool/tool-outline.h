/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What is in a pack, in the order of the file: each thing with its id. */
/* with_mock: also the items that are kept for exams. */
void tool_outline_print (const CharterPack *pack, gboolean with_mock, ToolOut *out);

G_END_DECLS
