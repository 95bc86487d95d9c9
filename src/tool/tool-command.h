/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tool-out.h"

G_BEGIN_DECLS

/* What every sub-command ends with. */
enum {
  TOOL_CLEAN = 0,     /* done, and nothing to say against it */
  TOOL_PROBLEMS = 1,  /* done, and problems were found */
  TOOL_COULD_NOT = 2, /* not done: what was asked for can't be read, found or understood */
};

typedef struct {
  const char *line; /* what to type after "charter-tool " */
  const char *says; /* what that does */
} ToolExample;

/* A sub-command: what its help says, and what it does. Its texts are marked with N_(). */
typedef struct {
  const char *name;
  const char *arguments;       /* how they are written in the usage line */
  const char *summary;         /* one line, for the list of commands */
  const char *description;     /* paragraphs with a line feed between them */
  const GOptionEntry *options; /* ended as GLib's are; they fill static variables of the command's file */
  const ToolExample *examples; /* ended by one whose line is NULL */
  int (*run) (const char *const *arguments, ToolOut *out);
} ToolCommand;

/* All sub-commands in the order in which the help lists them, ended by NULL. A new one is one more line here. */
extern const ToolCommand *const tool_commands[];

/* Returns: (nullable) */
const ToolCommand *tool_command_find (const char *name);
/* Reads options, shows the help where --help is among them, else runs. argv[0] is the command's name.
 * Returns: an exit status */
int tool_command_run (const ToolCommand *command, int argc, char **argv, ToolOut *out);
void tool_command_print_help (const ToolCommand *command, ToolOut *out);
/* What charter-tool is, and its commands. */
void tool_command_print_overview (ToolOut *out);

/* Says on standard error that something could not be done, and what to do about it. mend may be NULL.
 * Returns: TOOL_COULD_NOT */
int tool_fail (const char *what, const char *mend);
/* The same where a name is not among the known ones: with the nearest of them. known: NULL-terminated. */
int tool_fail_unknown (const char *what, const char *name, const char *const *known, const char *mend);
/* A file can't be read: says so, and why. Returns: TOOL_COULD_NOT */
int tool_fail_reading (const char *name, const GError *error);
/* What an error of a file means, without the file's name: "there is no such file". Returns: owned by error or static */
const char *tool_describe_error (const GError *error);
/* There is no such command: says so. Returns: TOOL_COULD_NOT */
int tool_command_fail_unknown (const char *name);

G_END_DECLS
