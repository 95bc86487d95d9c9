/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-author-import.h"

#include <glib/gi18n.h>

#include "charter-bank.h"
#include "charter-file-chooser.h"

#define KEY "charter-author-importing"
#define TOLD_AT_MOST 15 /* notes; charter-tool lists all */

/* What waits while somebody chooses, with the window. */
typedef struct {
  CharterAuthorImported imported;
  CharterAuthorImportFailed failed;
  char *name;
  CharterBankImport *import;
} Importing;

static void
importing_free (gpointer data)
{
  Importing *importing = data;

  g_free (importing->name);
  g_clear_pointer (&importing->import, charter_bank_import_free);
  g_free (importing);
}

/* ---- what is told ---- */

static char *
dup_words (const Importing *importing)
{
  const CharterBankImport *import = importing->import;
  GString *words = g_string_new (NULL);

  g_string_append_printf (words,
                          ngettext ("%'u of %'u question was taken.", "%'u of %'u questions were taken.",
                                    import->n_found),
                          import->n_taken, import->n_found);
  for (guint i = 0; i < MIN (import->notes->len, TOLD_AT_MOST); i++)
    {
      g_autofree char *line = charter_bank_note_to_string (g_ptr_array_index (import->notes, i), importing->name);

      g_string_append_printf (words, "\n\n%s", line);
    }
  if (import->notes->len > TOLD_AT_MOST)
    g_string_append_printf (words, "\n\n%s", _ ("“charter-tool import” lists the rest."));
  return g_string_free (words, FALSE);
}

/* ---- saving ---- */

static gboolean
write_bytes (GFile *file, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_file_make_directory_with_parents (folder, NULL, NULL); /* the writing says what is wrong with it */
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

static gboolean
write_all (const CharterBankImport *import, GFile *place, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (place);

  for (guint i = 0; i < import->files->len; i++)
    {
      const CharterBankFile *picture = g_ptr_array_index (import->files, i);
      g_autoptr (GFile) file = g_file_resolve_relative_path (folder, picture->name);

      if (!write_bytes (file, picture->bytes, error))
        return FALSE;
    }
  return write_bytes (place, import->xml, error);
}

static void
place_chosen (GObject *window, GFile *place)
{
  Importing *importing = g_object_get_data (window, KEY);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = dup_words (importing);

  if (write_all (importing->import, place, &error))
    importing->imported (window, place, words);
  else
    importing->failed (window, error->message);
}

/* ---- reading ---- */

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *language = g_get_language_names ()[0];
  g_autofree char *code = g_strndup (language, strcspn (language, "_.@"));
  g_autofree char *name = g_file_get_basename (data);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (data, cancellable, NULL, &error);
  CharterBankImport *import
    = bytes != NULL ? charter_bank_import (bytes, name, NULL, g_str_equal (code, "C") ? "en" : code, &error) : NULL;

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify)charter_bank_import_free);
  else
    g_task_return_error (task, error);
}

static char *
propose_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL ? (gsize)(dot - name) : strlen (name));

  return g_strconcat (stem, "-pack.xml", NULL);
}

static void
on_imported (GObject *window, GAsyncResult *result, gpointer data)
{
  static const char *const endings[] = { "xml", NULL };
  Importing *importing = g_object_get_data (window, KEY);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  importing->import = g_task_propagate_pointer (G_TASK (result), &error);
  if (importing->import == NULL)
    {
      importing->failed (window, error->message);
      return;
    }
  if (importing->import->n_items == 0)
    {
      g_autofree char *words = dup_words (importing);

      importing->failed (window, words);
      return;
    }
  name = propose_name (importing->name);
  charter_choose_place (GTK_WINDOW (window), _ ("Save the Pack"), name, endings, window, place_chosen);
}

static void
file_chosen (GObject *window, GFile *file)
{
  Importing *importing = g_object_get_data (window, KEY);
  g_autoptr (GTask) task = g_task_new (window, NULL, on_imported, NULL);

  g_clear_pointer (&importing->import, charter_bank_import_free);
  g_free (importing->name);
  importing->name = g_file_get_basename (file);
  g_task_set_source_tag (task, charter_author_import);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, import_in_thread);
}

void
charter_author_import (GtkWindow *parent, CharterAuthorImported imported, CharterAuthorImportFailed failed)
{
  Importing *importing = g_new0 (Importing, 1);

  importing->imported = imported;
  importing->failed = failed;
  g_object_set_data_full (G_OBJECT (parent), KEY, importing, importing_free);
  charter_choose_file (parent, _ ("Import Questions"), _ ("Questions of other programs"), "xml gift txt aiken csv zip",
                       G_OBJECT (parent), file_chosen);
}
