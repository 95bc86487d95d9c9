/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-command.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "tool-suggest.h"

const ToolCommand *
tool_command_find (const char *name)
{
  for (guint i = 0; tool_commands[i] != NULL; i++)
    if (strcmp (tool_commands[i]->name, name) == 0)
      return tool_commands[i];
  return NULL;
}

int
tool_fail (const char *what, const char *mend)
{
  g_autoptr (ToolOut) err = tool_out_new (stderr);

  fflush (stdout);
  tool_out_wrapf (err, "", "charter-tool: %s", what);
  if (mend != NULL)
    tool_out_wrap (err, "  ", mend);
  return TOOL_COULD_NOT;
}

int
tool_fail_unknown (const char *what, const char *name, const char *const *known, const char *mend)
{
  const char *meant = tool_suggest (name, known);
  g_autofree char *question = meant != NULL ? g_strdup_printf (_ ("Did you mean “%s”?"), meant) : NULL;
  g_autofree char *both = question != NULL ? g_strconcat (question, " ", mend, NULL) : g_strdup (mend);

  return tool_fail (what, both);
}

const char *
tool_describe_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("there is no such file");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("it is a folder");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you are not allowed to");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return _ ("somebody else has just changed it");
  return error->message;
}

int
tool_fail_reading (const char *name, const GError *error)
{
  g_autofree char *what = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)) /* it says all itself */
    {
      what = g_strdup_printf (_ ("%s can’t be read."), name);
      return tool_fail (what, error->message);
    }
  what = g_strdup_printf (_ ("%s can’t be read: %s."), name, tool_describe_error (error));
  return tool_fail (what, _ ("Check the name, and whether you may read the file."));
}

int
tool_command_fail_unknown (const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("There is no command “%s”."), name);

  for (guint i = 0; tool_commands[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer)tool_commands[i]->name);
  g_ptr_array_add (names, NULL);
  return tool_fail_unknown (what, name, (const char *const *)names->pdata,
                            _ ("“charter-tool help” lists the commands."));
}

static char *
dup_option_names (const GOptionEntry *option)
{
  GString *names = g_string_new (NULL);

  if (option->short_name != 0)
    g_string_append_printf (names, "-%c, ", option->short_name);
  g_string_append_printf (names, "--%s", option->long_name);
  if (option->arg_description != NULL)
    g_string_append_printf (names, "=%s", _ (option->arg_description));
  return g_string_free (names, FALSE);
}

static void
print_option (const GOptionEntry *option, ToolOut *out)
{
  g_autofree char *names = dup_option_names (option);
  int missing = 18 - (int)tool_out_measure (names);
  g_autofree char *lead = g_strdup_printf ("%s%*s  ", names, MAX (missing, 0), "");

  tool_out_wrap (out, lead, _ (option->description));
}

static void
print_options (const GOptionEntry *options, ToolOut *out)
{
  const GOptionEntry help = { "help", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show this help"), NULL };

  tool_out_heading (out, _ ("Options"));
  tool_out_indent (out, 2);
  for (guint i = 0; options != NULL && options[i].long_name != NULL; i++)
    print_option (&options[i], out);
  print_option (&help, out);
  tool_out_indent (out, -2);
}

static void
print_examples (const ToolExample *examples, ToolOut *out)
{
  tool_out_heading (out, _ ("Examples"));
  tool_out_indent (out, 2);
  for (guint i = 0; examples[i].line != NULL; i++)
    {
      tool_out_linef (out, "charter-tool %s", examples[i].line);
      tool_out_wrap (out, "    ", _ (examples[i].says));
    }
  tool_out_indent (out, -2);
}

void
tool_command_print_help (const ToolCommand *command, ToolOut *out)
{
  g_auto (GStrv) paragraphs = g_strsplit (_ (command->description), "\n", -1);

  tool_out_linef (out, _ ("Usage: charter-tool %s [OPTION…] %s"), command->name, _ (command->arguments));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      tool_out_gap (out);
      tool_out_wrap (out, "", paragraphs[i]);
    }
  print_options (command->options, out);
  print_examples (command->examples, out);
}

void
tool_command_print_overview (ToolOut *out)
{
  tool_out_line (out, _ ("Usage: charter-tool COMMAND [OPTION…] [ARGUMENT…]"));
  tool_out_gap (out);
  tool_out_wrap (out, "", _ ("Checks, shows and asks Charter’s packs: XML files with lessons, scenarios and quizzes."));
  tool_out_heading (out, _ ("Commands"));
  for (guint i = 0; tool_commands[i] != NULL; i++)
    {
      g_autofree char *lead = g_strdup_printf ("  %-7s ", tool_commands[i]->name);
      tool_out_wrap (out, lead, _ (tool_commands[i]->summary));
    }
  tool_out_gap (out);
  tool_out_wrap (
    out, "",
    _ ("“charter-tool help COMMAND” explains one of them, with examples. “man charter-tool” tells everything."));
}

static int
fail_options (const ToolCommand *command, const GError *error)
{
  g_autofree char *mend = g_strdup_printf (
    _ ("“charter-tool help %s” lists the options. Put “--” before arguments that begin with a hyphen."), command->name);

  return tool_fail (error->message, mend);
}

int
tool_command_run (const ToolCommand *command, int argc, char **argv, ToolOut *out)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean wants_help = FALSE;
  const GOptionEntry help[]
    = { { "help", 'h', G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &wants_help, NULL, NULL }, { NULL } };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, help, NULL);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail_options (command, error);
  if (wants_help)
    {
      tool_command_print_help (command, out);
      return TOOL_CLEAN;
    }
  if (argc > 1 && strcmp (argv[1], "--") == 0)
    {
      argv[1] = argv[0];
      argv++;
    }
  return command->run ((const char *const *)argv + 1, out);
}
