/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-author-import.h"

#include <glib/gi18n.h>

#include "charter-bank.h"
#include "charter-file-chooser.h"
#include "charter-import-dialog.h"

#define KEY "charter-author-importing"

/* What waits while somebody chooses, with the window. */
typedef struct {
  CharterAuthorImported imported;
  CharterLibrary *library;
  char *name;
  CharterBankImport *import;
} Importing;

static void
importing_free (gpointer data)
{
  Importing *importing = data;

  g_object_unref (importing->library);
  g_free (importing->name);
  g_clear_pointer (&importing->import, charter_bank_import_free);
  g_free (importing);
}

static void
tell_failure (GtkWindow *window, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Nothing Was Imported"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
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
place_chosen (GObject *dialog, GFile *place)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  Importing *importing = g_object_get_data (G_OBJECT (window), KEY);
  g_autoptr (GError) error = NULL;

  if (!write_all (importing->import, place, &error))
    {
      tell_failure (GTK_WINDOW (dialog), error);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  importing->imported (G_OBJECT (window), place);
}

static char *
propose_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL ? (gsize)(dot - name) : strlen (name));

  return g_strconcat (stem, "-pack.xml", NULL);
}

static void
on_named (CharterImportDialog *dialog, const char *id, const char *title, GtkWindow *window)
{
  static const char *const endings[] = { "xml", NULL };
  Importing *importing = g_object_get_data (G_OBJECT (window), KEY);
  g_autofree char *name = propose_name (importing->name);

  charter_bank_import_rename (importing->import, id, title);
  charter_choose_place (GTK_WINDOW (dialog), _ ("Save the Pack"), name, endings, G_OBJECT (dialog), place_chosen);
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

static void
on_imported (GObject *window, GAsyncResult *result, gpointer data)
{
  Importing *importing = g_object_get_data (window, KEY);
  g_autoptr (GError) error = NULL;
  CharterImportDialog *dialog;

  importing->import = g_task_propagate_pointer (G_TASK (result), &error);
  if (importing->import == NULL)
    {
      tell_failure (GTK_WINDOW (window), error);
      return;
    }
  dialog = charter_import_dialog_show (GTK_WINDOW (window), importing->import, importing->library);
  g_signal_connect_object (dialog, "named", G_CALLBACK (on_named), window, 0);
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
charter_author_import (GtkWindow *parent, CharterLibrary *library, CharterAuthorImported imported)
{
  Importing *importing = g_new0 (Importing, 1);

  importing->imported = imported;
  importing->library = g_object_ref (library);
  g_object_set_data_full (G_OBJECT (parent), KEY, importing, importing_free);
  charter_choose_file (parent, _ ("Import Questions"), _ ("Questions of other programs"), "xml gift txt aiken csv zip",
                       G_OBJECT (parent), file_chosen);
}
