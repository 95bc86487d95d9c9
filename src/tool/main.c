/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charter-tool: the packs in the terminal. Each sub-command has a file of its own and a line in the table below. */
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "tool-command.h"
#include "tool-packs.h"

extern const ToolCommand tool_check_command;
extern const ToolCommand tool_show_command;
extern const ToolCommand tool_quiz_command;
extern const ToolCommand tool_review_command;
extern const ToolCommand tool_exam_command;
extern const ToolCommand tool_paper_command;
extern const ToolCommand tool_pack_command;
extern const ToolCommand tool_changes_command;
extern const ToolCommand tool_score_command;
extern const ToolCommand tool_import_command;
extern const ToolCommand tool_export_command;
extern const ToolCommand tool_history_command;
extern const ToolCommand tool_class_command;
extern const ToolCommand tool_help_command;

const ToolCommand *const tool_commands[] = {
  &tool_check_command,
  &tool_show_command,
  &tool_quiz_command,
  &tool_review_command,
  &tool_exam_command,
  &tool_paper_command,
  &tool_pack_command,
  &tool_changes_command,
  &tool_score_command,
  &tool_import_command,
  &tool_export_command,
  &tool_history_command,
  &tool_class_command,
  &tool_help_command,
  NULL,
};

static int
run (int argc, char **argv, ToolOut *out)
{
  const ToolCommand *command;

  if (argc < 2)
    {
      tool_command_print_overview (out);
      return TOOL_COULD_NOT;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      tool_command_print_overview (out);
      return TOOL_CLEAN;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      tool_out_line (out, "charter-tool " CHARTER_VERSION);
      return TOOL_CLEAN;
    }
  command = tool_command_find (argv[1]);
  return command != NULL ? tool_command_run (command, argc - 1, argv + 1, out) : tool_command_fail_unknown (argv[1]);
}

/* Somewhere else where a translator tries a catalogue, or a test a made-up one. */
static const char *
find_translations (void)
{
  const char *elsewhere = g_getenv ("CHARTER_LOCALEDIR");

  return elsewhere != NULL ? elsewhere : CHARTER_LOCALEDIR;
}

int
main (int argc, char **argv)
{
  g_autoptr (ToolOut) out = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_translations ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("charter-tool");

  out = tool_out_new (stdout);
  status = run (argc, argv, out);
  tool_packs_put_away ();
  if (!tool_out_flush (out))
    return tool_fail (_ ("The output could not be written."), _ ("Is the disk full?"));
  return status;
}
