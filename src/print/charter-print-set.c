/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-set.h"

#include <string.h>

#include "charter-print-html.h"
#include "charter-print-paper.h"
#include "charter-print-pdf.h"

void
charter_sheet_free (CharterSheet *self)
{
  g_free (self->name);
  g_clear_pointer (&self->document, charter_document_free);
  g_free (self);
}

static void
add_sheet (GPtrArray *sheets, const CharterPrintWish *wish, guint version, const char *what, CharterDocument *document)
{
  CharterSheet *sheet = g_new0 (CharterSheet, 1);

  sheet->name = g_strdup_printf ("%s-%c%s", wish->id, charter_versions_get_letter (version), what);
  sheet->document = document;
  g_ptr_array_add (sheets, sheet);
}

GPtrArray *
charter_print_set_new (const CharterPrintWish *wish)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_sheet_free);
  guint n = (guint)g_bit_storage (wish->versions);
  g_autoptr (CharterVersions) versions = charter_versions_new (wish->paper, n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_wished = (wish->versions & (1u << i)) != 0;

      if (is_wished && wish->with_papers)
        add_sheet (sheets, wish, i, "", charter_print_paper_new (versions, i, wish->title, wish->minutes));
      if (is_wished && wish->with_keys)
        add_sheet (sheets, wish, i, "-key", charter_print_key_new (versions, i, wish->title));
    }
  return sheets;
}

GPtrArray *
charter_print_set_take_documents (GPtrArray *sheets)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_document_free);

  for (guint i = 0; i < sheets->len; i++)
    {
      CharterSheet *sheet = sheets->pdata[i];

      g_ptr_array_add (documents, g_steal_pointer (&sheet->document));
    }
  return documents;
}

static GFile *
name_file (const CharterSheet *self, const char *folder, const char *ending)
{
  g_autofree char *name = g_strconcat (self->name, ending, NULL);

  return g_file_new_build_filename (folder, name, NULL);
}

static gboolean
save_html (const CharterSheet *self, const char *folder, GError **error)
{
  g_autofree char *html = charter_print_html_write (self->document);
  g_autoptr (GFile) file = name_file (self, folder, ".html");

  return g_file_replace_contents (file, html, strlen (html), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

gboolean
charter_sheet_save (const CharterSheet *self,
                    const char *folder,
                    const CharterPageSize *size,
                    const char *author,
                    guint *n_pages,
                    GError **error)
{
  g_autoptr (CharterLayout) layout = charter_layout_new (self->document, size);
  g_autoptr (GFile) file = name_file (self, folder, ".pdf");

  *n_pages = charter_layout_get_n_pages (layout);
  return charter_print_pdf_save (layout, author, file, error) && save_html (self, folder, error);
}

/* ---- all of them ---- */

typedef struct {
  GPtrArray *sheets;
  char *folder, *author;
  const CharterPageSize *size;
  guint *n_saved;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_ptr_array_unref (saving->sheets);
  g_free (saving->folder);
  g_free (saving->author);
  g_free (saving);
}

static void
save_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  guint n_pages;

  for (guint i = 0; i < saving->sheets->len && !g_cancellable_set_error_if_cancelled (cancellable, &error); i++)
    {
      if (!charter_sheet_save (saving->sheets->pdata[i], saving->folder, saving->size, saving->author, &n_pages,
                               &error))
        break;
      g_atomic_int_inc (saving->n_saved);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
charter_print_set_save_async (GPtrArray *sheets,
                              const char *folder,
                              const CharterPageSize *size,
                              const char *author,
                              guint *n_saved,
                              GCancellable *cancellable,
                              GAsyncReadyCallback done,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ g_ptr_array_ref (sheets), g_strdup (folder), g_strdup (author), size, n_saved };
  g_task_set_check_cancellable (task, FALSE); /* one that comes after the last sheet changes nothing */
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_all);
}

gboolean
charter_print_set_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
