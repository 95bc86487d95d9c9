/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool-out.h"

G_BEGIN_DECLS

/* Somebody sits at the terminal; otherwise answers come from a pipe or file. */
gboolean tool_input_is_terminal (void);

/* Asks, and reads a line without the white space around it. What comes from a pipe is written behind the question, so
 * that the output reads like a conversation. Returns: (transfer full) (nullable) UTF-8; NULL where the input has ended
 */
char *tool_input_ask (const char *question, ToolOut *out);
/* The same; at a terminal, as long as nothing is typed, goes_on is called every few seconds. Returns: (transfer full)
 * (nullable) NULL also where it said FALSE */
char *tool_input_ask_while (const char *question, ToolOut *out, gboolean (*goes_on) (gpointer data), gpointer data);

G_END_DECLS
