/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "tool-bank.h"
#include "tool-command.h"

static char *format_name;
static char *language;
static char *output;
static char *pack_id;
static char *title;
static gboolean list_formats;

/* ---- what came of it ---- */

static void
tell_counts (const CharterBankImport *import, ToolOut *out)
{
  g_autofree char *found
    = g_strdup_printf (ngettext ("%'u question found", "%'u questions found", import->n_found), import->n_found);
  g_autofree char *taken = g_strdup_printf (ngettext ("%'u taken", "%'u taken", import->n_taken), import->n_taken);
  g_autofree char *listed
    = g_strdup_printf (ngettext ("%'u left behind", "%'u left behind", import->n_listed), import->n_listed);

  tool_out_linef (out, "%s: %s, %s%s, %s" TOOL_PLAIN, charter_bank_format_get_title (import->format), found,
                  import->n_listed > 0 ? TOOL_NOTE : TOOL_GOOD, taken, listed);
}

/* Pictures come below the pack's folder, where it looks for them. */
static gboolean
save_files (const CharterBankImport *import, GFile *pack)
{
  g_autoptr (GFile) folder = g_file_get_parent (pack), media = g_file_get_child (folder, "media");

  if (import->files->len > 0)
    g_file_make_directory_with_parents (media, NULL, NULL);
  for (guint i = 0; i < import->files->len; i++)
    {
      const CharterBankFile *one = g_ptr_array_index (import->files, i);
      g_autoptr (GFile) file = g_file_resolve_relative_path (folder, one->name);

      if (!tool_bank_save (file, one->name, one->bytes))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save (const CharterBankImport *import, ToolOut *out)
{
  g_autoptr (GFile) pack = NULL;

  if (output == NULL)
    {
      tool_out_line (out, _ ("Nothing was written. Name a file for the pack with “--output”."));
      return TRUE;
    }
  pack = g_file_new_for_commandline_arg (output);
  if (!tool_bank_save (pack, output, import->xml) || !save_files (import, pack))
    return FALSE;
  tool_out_linef (out, ngettext ("%s: %'u question written", "%s: %'u questions written", import->n_items), output,
                  import->n_items);
  return TRUE;
}

/* ---- running ---- */

/* The language of whoever asks, where the file does not tell its own. */
static char *
dup_language (void)
{
  const char *first = g_get_language_names ()[0];
  gsize length = strcspn (first, "_.@");

  if (language != NULL)
    return g_strdup (language);
  return length >= 2 && length <= 3 ? g_strndup (first, length) : g_strdup ("en");
}

static int
fail_import (const char *name, const GError *error)
{
  g_autofree char *what = g_strdup_printf (_ ("%s can’t be imported."), name);
  g_autofree char *mend = g_strdup_printf ("%s %s", error->message,
                                           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)
                                             ? _ ("“--format” tells which one it is; “charter-tool import --formats” "
                                                  "lists them.")
                                             : _ ("Let the program that made the file write it again."));

  return tool_fail (what, mend);
}

/* A title that is told changes the id, too. */
static void
rename_pack (CharterBankImport *import)
{
  const char *called = title != NULL && *title != '\0' ? title : import->title;
  g_autofree char *id = pack_id != NULL ? g_strdup (pack_id) : charter_bank_dup_pack_id (called);

  charter_bank_import_rename (import, id, called);
}

static int
import_bytes (GBytes *bytes, const char *name, const CharterBankFormat *format, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *spoken = dup_language ();
  g_autoptr (CharterBankImport) import = charter_bank_import (bytes, name, format, spoken, &error);

  if (import == NULL)
    return fail_import (name, error);
  rename_pack (import);
  tool_bank_print_notes (import->notes, name, out);
  tell_counts (import, out);
  if (!save (import, out))
    return TOOL_COULD_NOT;
  return import->n_listed > 0 ? TOOL_PROBLEMS : TOOL_CLEAN;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  const CharterBankFormat *format = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  if (list_formats)
    return tool_bank_list_formats (TRUE, out);
  if (arguments[0] == NULL || arguments[1] != NULL)
    return tool_fail (_ ("Which file is to be imported?"),
                      _ ("For example: charter-tool import quiz.gift -o quiz-pack.xml"));
  if (format_name != NULL && (format = tool_bank_find_format (format_name, TRUE)) == NULL)
    return TOOL_COULD_NOT;
  if (pack_id != NULL && !charter_bank_is_pack_id (pack_id))
    return tool_fail (_ ("That can’t be the id of a pack."),
                      _ ("Write words of small letters, digits and hyphens, with full stops between them, such as "
                         "org.example.capitals."));
  file = g_file_new_for_commandline_arg (arguments[0]);
  name = g_filename_display_name (arguments[0]);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  return bytes != NULL ? import_bytes (bytes, name, format, out) : tool_fail_reading (name, error);
}

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("Read the file as this; otherwise it is found out"),
    N_ ("FORMAT") },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language,
    N_ ("What the questions are written in, such as en or pt-BR, where the file does not tell"), N_ ("LANGUAGE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("The pack to write; pictures come into the folder “media” beside it"), N_ ("PACK") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("What the pack is called; otherwise as its file"), N_ ("TITLE") },
  { "id", 0, 0, G_OPTION_ARG_STRING, &pack_id, N_ ("The pack’s id; otherwise it follows from the title"), N_ ("ID") },
  { "formats", 0, 0, G_OPTION_ARG_NONE, &list_formats, N_ ("List the formats"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "import quiz.gift", N_ ("says what can be taken, and writes nothing") },
  { "import moodle-export.xml -o europe/pack.xml", N_ ("makes a pack, with its pictures beside it") },
  { "import quiz.gift --title Capitals --id org.example.capitals -o capitals.xml", N_ ("with a name of its own") },
  { "import --format csv --language es preguntas.txt -o preguntas.xml", N_ ("a table whose name does not tell") },
  { NULL },
};

const ToolCommand tool_import_command = {
  .name = "import",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Make a pack of the questions of other programs"),
  .description
  = N_ ("Reads questions that another program wrote, and makes a pack of them. Each question that can’t be "
        "taken is listed with its line and name and the reason, and each that lost something; all others "
        "are taken. What is written, Charter can read.\n"
        "“--formats” lists what can be read.\n"
        "Exit status: 0 where all questions were taken, 1 where some stayed behind, 2 where the file could "
        "not be read or the pack not be written."),
  .options = options,
  .examples = examples,
  .run = run,
};
