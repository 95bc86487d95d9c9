/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "tool-command.h"

static int
run (const char *const *arguments, ToolOut *out)
{
  const ToolCommand *command;

  if (arguments[0] == NULL)
    {
      tool_command_print_overview (out);
      return TOOL_CLEAN;
    }
  command = tool_command_find (arguments[0]);
  if (command == NULL)
    return tool_command_fail_unknown (arguments[0]);
  tool_command_print_help (command, out);
  return TOOL_CLEAN;
}

static const ToolExample examples[] = {
  { "help", N_ ("lists the commands") },
  { "help quiz", N_ ("explains how a quiz is taken in the terminal") },
  { NULL },
};

const ToolCommand tool_help_command = {
  .name = "help",
  .arguments = N_ ("[COMMAND]"),
  .summary = N_ ("Explain a command, with examples"),
  .description = N_ ("Explains a command. “charter-tool COMMAND --help” does the same."),
  .examples = examples,
  .run = run,
};
