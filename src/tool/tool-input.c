/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-input.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#define PATIENCE 5000 /* ms */

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

/* A terminal hands out a line at a time, so that none is in the stream's own memory, where it would not be seen. */
static gboolean
wait_for_line (gboolean (*goes_on) (gpointer data), gpointer data)
{
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

  while (poll (&input, 1, PATIENCE) == 0)
    if (!goes_on (data))
      return FALSE;
  return TRUE;
}

static char *
read_line (ToolOut *out)
{
  char *line = NULL;
  size_t size = 0;
  gboolean has_line;
  char *answer;

  has_line = getline (&line, &size, stdin) >= 0;
  answer = has_line ? g_strstrip (dup_utf8 (line)) : NULL;
  free (line);
  if (!has_line)
    tool_out_line (out, "");
  else if (!tool_input_is_terminal ())
    tool_out_line (out, answer);
  return answer;
}

char *
tool_input_ask (const char *question, ToolOut *out)
{
  tool_out_prompt (out, question);
  return read_line (out);
}

char *
tool_input_ask_while (const char *question, ToolOut *out, gboolean (*goes_on) (gpointer data), gpointer data)
{
  tool_out_prompt (out, question);
  if (!tool_input_is_terminal () || wait_for_line (goes_on, data))
    return read_line (out);
  tool_out_line (out, "");
  return NULL;
}
