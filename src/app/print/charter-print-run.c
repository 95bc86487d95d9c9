/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-run.h"

#include <glib/gi18n.h>

#include "charter-layout.h"
#include "charter-window.h"

/* What is printed; laid out once it is known on which paper. */
typedef struct {
  GPtrArray *documents;
  GPtrArray *layouts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->layouts);
  g_ptr_array_unref (job->documents);
  g_free (job);
}

/* Margins as on A4, whatever the paper; printers can't reach its edges, and these are wider. */
static CharterPageSize
get_size (GtkPrintContext *context)
{
  CharterPageSize size = CHARTER_PAGE_A4;

  size.width = gtk_print_context_get_width (context);
  size.height = gtk_print_context_get_height (context);
  return size;
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  CharterPageSize size = get_size (context);
  guint n = 0;

  g_ptr_array_set_size (job->layouts, 0);
  for (guint i = 0; i < job->documents->len; i++)
    {
      CharterLayout *layout = charter_layout_new (job->documents->pdata[i], &size);

      g_ptr_array_add (job->layouts, layout);
      n += charter_layout_get_n_pages (layout);
    }
  gtk_print_operation_set_n_pages (operation, (int)n);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  guint n = (guint)page;

  for (guint i = 0; i < job->layouts->len; i++)
    {
      CharterLayout *layout = job->layouts->pdata[i];

      if (n < charter_layout_get_n_pages (layout))
        {
          charter_layout_draw_page (layout, n, gtk_print_context_get_cairo_context (context));
          return;
        }
      n -= charter_layout_get_n_pages (layout);
    }
}

static GtkPrintOperation *
make_operation (const char *title, GPtrArray *documents)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);

  job->documents = documents;
  job->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_layout_free);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), job);
  return operation;
}

/* The window may be gone by then. */
static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GWeakRef *window)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || !CHARTER_IS_WINDOW (parent))
    return;
  gtk_print_operation_get_error (operation, &error);
  words = g_strdup_printf (_ ("It could not be printed: %s"), error != NULL ? error->message : "");
  charter_window_toast_fault (CHARTER_WINDOW (parent), words);
}

static void
free_window (gpointer window, GClosure *closure)
{
  g_weak_ref_clear (window);
  g_free (window);
}

void
charter_print_run (GtkWindow *parent, const char *title, GPtrArray *documents)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (title, documents);
  GWeakRef *window = g_new0 (GWeakRef, 1);

  g_weak_ref_init (window, parent);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), window, free_window, 0);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

void
charter_print_run_one (GtkWindow *parent, CharterDocument *document)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_document_free);

  g_ptr_array_add (documents, document);
  charter_print_run (parent, charter_document_get_title (document), documents);
}

gboolean
charter_print_export (const char *title, GPtrArray *documents, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (title, documents);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         == GTK_PRINT_OPERATION_RESULT_APPLY;
}
