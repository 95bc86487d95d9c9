/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-path.h"

G_BEGIN_DECLS

/* What somebody who is asked a question may want besides answering. */
typedef enum {
  TOOL_LINE_ANSWER,
  TOOL_LINE_HELP,
  TOOL_LINE_HINT,
  TOOL_LINE_SKIP,
  TOOL_LINE_FLAG,
  TOOL_LINE_BACK,
  TOOL_LINE_REREAD,
  TOOL_LINE_END,
  TOOL_LINE_LIST,
  TOOL_LINE_STRIKE, /* options, named by letters behind it */
  TOOL_LINE_GO_TO,  /* another question, by its number */
  TOOL_LINE_QUIT,
  TOOL_LINE_UNKNOWN,
} ToolLine;

/* What is meant by a line where no answer is waited for: a letter or a word, with or without a colon before it. */
ToolLine tool_line_read (const char *line);
/* What is meant by a line below a question: a lone letter that could be a whole answer is one. */
ToolLine tool_line_read_at (const CharterStep *step, const char *line);
/* The letters in ":x ac". Returns: what follows the command, perhaps nothing */
const char *tool_line_get_letters (const char *line);
/* The number in ":7" or "7". Returns: 0 where it is none */
guint tool_line_get_number (const char *line);

G_END_DECLS
