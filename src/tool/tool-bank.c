/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-bank.h"

#include <glib/gi18n.h>

#include "tool-command.h"

static gboolean
fits (const CharterBankFormat *format, gboolean for_reading)
{
  return for_reading ? charter_bank_format_can_read (format) : charter_bank_format_can_write (format);
}

const CharterBankFormat *
tool_bank_find_format (const char *name, gboolean for_reading)
{
  const CharterBankFormat *format = charter_bank_find_format (name), *known;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *what = NULL, *list = NULL, *mend = NULL;

  if (format != NULL && fits (format, for_reading))
    return format;
  for (guint i = 0; (known = charter_bank_get_format (i)) != NULL; i++)
    if (fits (known, for_reading))
      g_ptr_array_add (names, (gpointer)charter_bank_format_get_name (known));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **)names->pdata);
  what = g_strdup_printf (for_reading ? _ ("There is no format “%s” that can be read.")
                                      : _ ("There is no format “%s” that can be written."),
                          name);
  mend = g_strdup_printf (_ ("There are: %s."), list);
  tool_fail_unknown (what, name, (const char *const *)names->pdata, mend);
  return NULL;
}

int
tool_bank_list_formats (gboolean for_reading, ToolOut *out)
{
  const CharterBankFormat *format;

  for (guint i = 0; (format = charter_bank_get_format (i)) != NULL; i++)
    if (fits (format, for_reading))
      tool_out_linef (out, "%-8s %s", charter_bank_format_get_name (format), charter_bank_format_get_title (format));
  return TOOL_CLEAN;
}

void
tool_bank_print_notes (const GPtrArray *notes, const char *name, ToolOut *out)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *line = charter_bank_note_to_string (g_ptr_array_index (notes, i), name);

      tool_out_line (out, line);
    }
}

gboolean
tool_bank_save (GFile *file, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_replace_contents (file, data != NULL ? data : "", length, NULL, TRUE, G_FILE_CREATE_NONE, NULL, NULL,
                               &error))
    return TRUE;
  what = g_strdup_printf (_ ("%s can’t be written: %s."), name, tool_describe_error (error));
  tool_fail (what, NULL);
  return FALSE;
}
