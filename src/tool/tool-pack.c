/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "charter-parcel.h"
#include "tool-command.h"
#include "tool-packs.h"

static char *output;

/* "folder/my-pack.xml" becomes "my-pack.charter" here. Returns: (transfer full) */
static char *
propose_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  if (g_str_has_suffix (base, ".xml"))
    base[strlen (base) - strlen (".xml")] = '\0';
  return g_strconcat (base, CHARTER_PARCEL_SUFFIX, NULL);
}

static int
fail (const char *what, const GError *error)
{
  g_autofree char *words = g_strdup_printf (_ ("%s was not written."), what);

  return tool_fail (words, error->message);
}

static int
write_parcel (const char *path, GBytes *parcel, ToolOut *out)
{
  g_autofree char *name = output != NULL ? g_strdup (output) : propose_name (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *size = g_format_size (g_bytes_get_size (parcel));
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents (file, g_bytes_get_data (parcel, NULL), g_bytes_get_size (parcel), NULL, FALSE,
                                G_FILE_CREATE_NONE, NULL, NULL, &error))
    return fail (shown, error);
  tool_out_linef (out, _ ("%s: %s to hand out"), shown, size);
  return TOOL_CLEAN;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterPack) pack = NULL;
  g_autoptr (GBytes) xml = NULL, parcel = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack is to be packed up?"));
  pack = tool_packs_load_from (arguments[0], &file);
  if (pack == NULL)
    return TOOL_COULD_NOT;
  xml = g_file_load_bytes (file, NULL, NULL, &error);
  if (xml != NULL)
    parcel = charter_parcel_make (xml, pack, NULL, &error);
  if (parcel == NULL)
    return fail (pack->title.plain, error);
  status = write_parcel (arguments[0], parcel, out);
  return status == TOOL_CLEAN && pack->n_set_aside > 0 ? TOOL_PROBLEMS : status;
}

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("The file to write; the pack’s name with “.charter” unless told"), N_ ("FILE") },
  { NULL },
};

static const ToolExample examples[] = {
  { "pack my-pack.xml", N_ ("my-pack.charter, with the pictures that the pack shows") },
  { "pack my-pack.xml -o ../to-hand-out/week-3.charter", N_ ("the same by another name") },
  { NULL },
};

const ToolCommand tool_pack_command = {
  .name = "pack",
  .arguments = N_ ("PACK"),
  .summary = N_ ("Pack a pack up with its pictures, to hand it out as one file"),
  .description
  = N_ ("Writes a file that Charter opens with a double-click: a zip with the pack and the pictures that it shows. "
        "Every command that reads a pack reads such a file, too. The same pack gives the same bytes.\n"
        "PACK is a file, or the id or short name of an installed pack. A pack of which parts are set aside is packed "
        "up as it is, and the exit status is 1; “charter-tool check” says why."),
  .options = options,
  .examples = examples,
  .run = run,
};
