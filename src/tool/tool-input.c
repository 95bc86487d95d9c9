/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-input.h"

#include <stdlib.h>
#include <unistd.h>

gboolean
tool_input_is_terminal (void)
{
  return isatty (STDIN_FILENO) != 0;
}

static char *
dup_utf8 (const char *line)
{
  g_autofree char *converted = g_utf8_validate (line, -1, NULL) ? NULL : g_locale_to_utf8 (line, -1, NULL, NULL, NULL);

  return converted != NULL ? g_steal_pointer (&converted) : g_utf8_make_valid (line, -1);
}

char *
tool_input_ask (const char *question, ToolOut *out)
{
  char *line = NULL;
  size_t size = 0;
  gboolean has_line;
  char *answer;

  tool_out_prompt (out, question);
  has_line = getline (&line, &size, stdin) >= 0;
  answer = has_line ? g_strstrip (dup_utf8 (line)) : NULL;
  free (line);
  if (!has_line)
    tool_out_line (out, "");
  else if (!tool_input_is_terminal ())
    tool_out_line (out, answer);
  return answer;
}
