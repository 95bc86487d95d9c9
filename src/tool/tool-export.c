/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "tool-bank.h"
#include "tool-command.h"
#include "tool-packs.h"

static char *format_name;
static char *output;
static gboolean list_formats;

/* Where the questions themselves go to standard output, what is said of them goes to standard error. */
static int
save (const CharterBankExport *export, ToolOut *out)
{
  g_autoptr (ToolOut) err = tool_out_new (stderr);
  ToolOut *said = output != NULL ? out : err;
  gsize length;
  const char *data = g_bytes_get_data (export->bytes, &length);
  g_autoptr (GFile) file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;

  if (file == NULL)
    {
      fwrite (data, 1, length, stdout);
      fflush (stdout);
    }
  else if (!tool_bank_save (file, output, export->bytes))
    return TOOL_COULD_NOT;
  tool_bank_print_notes (export->notes, NULL, said);
  tool_out_linef (said, ngettext ("%'u of %'u question written", "%'u of %'u questions written", export->n_items),
                  export->n_written, export->n_items);
  return export->n_written < export->n_items ? TOOL_PROBLEMS : TOOL_CLEAN;
}

static int
export_pack (const char *name, const CharterBankFormat *format, ToolOut *out)
{
  g_autoptr (CharterPack) pack = tool_packs_load (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankExport) export = NULL;

  if (pack == NULL)
    return TOOL_COULD_NOT;
  export = charter_bank_export (pack, format, &error);
  return export != NULL ? save (export, out) : tool_fail (error->message, NULL);
}

static int
run (const char *const *arguments, ToolOut *out)
{
  const CharterBankFormat *format;

  if (list_formats)
    return tool_bank_list_formats (FALSE, out);
  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack is to be exported?"));
  if (format_name == NULL)
    return tool_fail (_ ("In which format?"),
                      _ ("For example: --format gift. “charter-tool export --formats” lists them."));
  format = tool_bank_find_format (format_name, FALSE);
  return format != NULL ? export_pack (arguments[0], format, out) : TOOL_COULD_NOT;
}

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("What to write"), N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; otherwise standard output"),
    N_ ("FILE") },
  { "formats", 0, 0, G_OPTION_ARG_NONE, &list_formats, N_ ("List the formats"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "export my-pack.xml --format moodle -o my-pack-moodle.xml", N_ ("for the question bank of Moodle") },
  { "export pmp-process --format gift", N_ ("an installed pack as text, to standard output") },
  { NULL },
};

const ToolCommand tool_export_command = {
  .name = "export",
  .arguments = N_ ("PACK"),
  .summary = N_ ("Write a pack’s questions for other programs"),
  .description
  = N_ ("Writes the questions of a pack as another program reads them, and lists what the format can’t hold, "
        "question by question and field by field. Lessons, cases and exams stay behind.\n"
        "“--formats” lists what can be written.\n"
        "PACK is a file, or the id or short name of an installed pack.\n"
        "Exit status: 0 where all questions were written, 1 where some stayed behind, 2 where nothing could "
        "be read or written."),
  .options = options,
  .examples = examples,
  .run = run,
};
