/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-fix.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdlib.h>

#include "charter-id-mender.h"
#include "charter-loader.h"
#include "tool-command.h"

static GBytes *
read_file (GFile *file, char **etag, GError **error)
{
  char *contents;
  gsize length;

  if (!g_file_load_contents (file, NULL, &contents, &length, etag, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

/* Only a well-formed file has places to write to that everybody agrees on. */
static gboolean
is_well_formed (const GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const CharterDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (g_strcmp0 (diagnostic->code, "not-well-formed") == 0)
        return FALSE;
    }
  return TRUE;
}

/* Mends until nothing is left to mend: the loader tells a limited number of problems at a time.
 * Returns: (transfer full) (nullable) NULL where the file is not fit for it */
static GBytes *
mend (GBytes *bytes, GFile *folder, GPtrArray *mended)
{
  g_autoptr (GBytes) result = g_bytes_ref (bytes);
  guint before;

  do
    {
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (CharterPack) pack = charter_loader_load_bytes (result, folder, &diagnostics);
      GBytes *next;

      if (!is_well_formed (diagnostics))
        return NULL;
      before = mended->len;
      next = charter_id_mender_mend (result, diagnostics, mended);
      g_bytes_unref (result);
      result = next;
  } while (mended->len > before);
  return g_steal_pointer (&result);
}

static void
tell (const char *name, const char *backup, const GPtrArray *mended, ToolOut *out)
{
  for (guint i = 0; i < mended->len; i++)
    {
      const CharterMendedId *id = g_ptr_array_index (mended, i);

      tool_out_linef (out, _ ("%s:%u:%u: wrote id=\"%s\" into <%s>"), name, id->line, id->column, id->id, id->element);
    }
  if (mended->len == 0)
    tool_out_linef (out, _ ("%s: no id is missing; nothing was written"), name);
  else
    tool_out_linef (out,
                    ngettext ("%s: %'u id written; the file as it was is %s",
                              "%s: %'u ids written; the file as it was is %s", mended->len),
                    name, mended->len, backup);
}

static int
fail (const char *name, const char *why, const char *remedy)
{
  g_autofree char *what = g_strdup_printf (_ ("%s was left as it is: %s."), name, why);

  return tool_fail (what, remedy);
}

/* A new file takes the old one's place in one step, and the old one stays under the backup's name. */
static gboolean
write_file (GFile *file, GBytes *bytes, const char *etag, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_replace_contents (file, data, length, etag, TRUE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

int
tool_fix_file (const char *path, ToolOut *out)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *backup = g_strconcat (name, "~", NULL);
  char *real = realpath (path, NULL); /* a link stays a link to the mended file */
  g_autoptr (GFile) file = g_file_new_for_path (real != NULL ? real : path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GPtrArray) mended = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_mended_id_free);
  g_autoptr (GBytes) bytes = NULL, result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  free (real);
  bytes = read_file (file, &etag, &error);
  if (bytes == NULL)
    return TOOL_CLEAN; /* the check that follows says so */
  result = mend (bytes, folder, mended);
  if (result == NULL)
    return fail (name, _ ("it is not well-formed XML, so there is no safe place to write to"),
                 _ ("Mend what follows first."));
  if (mended->len > 0 && !write_file (file, result, etag, &error))
    return fail (name, tool_describe_error (error),
                 _ ("Nothing was changed. Check whether you may write to the file and its folder."));
  if (out != NULL)
    tell (name, backup, mended, out);
  return TOOL_CLEAN;
}
