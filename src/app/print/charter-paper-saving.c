/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-paper-saving.h"

#include <glib/gi18n.h>

#include "charter-print-set.h"
#include "charter-toast.h"

#define OFTEN 250 /* ms between two looks at how far it is; what takes no longer is not told */

typedef struct {
  GWeakRef window; /* may be gone by then */
  GApplication *app;
  GCancellable *cancellable;
  guint n, n_saved;
  guint timer;
  AdwToast *toast; /* NULL until it takes long */
} Saving;

static Saving *
saving_new (CharterWindow *window, guint n)
{
  Saving *saving = g_new0 (Saving, 1);

  g_weak_ref_init (&saving->window, window);
  saving->app = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
  saving->cancellable = g_cancellable_new ();
  saving->n = n;
  g_application_hold (saving->app);
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_source_remove (saving->timer);
  if (saving->toast != NULL)
    {
      g_signal_handlers_disconnect_by_data (saving->toast, saving->cancellable);
      adw_toast_dismiss (saving->toast);
    }
  g_application_release (saving->app);
  g_clear_object (&saving->toast);
  g_clear_object (&saving->cancellable);
  g_clear_object (&saving->app);
  g_weak_ref_clear (&saving->window);
  g_free (saving);
}

/* ---- how far it is ---- */

static char *
dup_progress (Saving *saving)
{
  return g_strdup_printf (ngettext ("Saving: %'u of %'u paper or key is done",
                                    "Saving: %'u of %'u papers and keys are done", saving->n),
                          (guint)g_atomic_int_get (&saving->n_saved), saving->n);
}

/* Stays until it is done. */
static void
show_toast (Saving *saving, CharterWindow *window, const char *words)
{
  AdwToast *toast = charter_toast_new (words);

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("Stop"));
  g_signal_connect_swapped (toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), saving->cancellable);
  saving->toast = g_object_ref (toast);
  charter_window_add_toast (window, toast);
}

static gboolean
tell (gpointer data)
{
  Saving *saving = data;
  g_autoptr (CharterWindow) window = g_weak_ref_get (&saving->window);
  g_autofree char *words = dup_progress (saving);

  if (saving->toast != NULL)
    gtk_label_set_label (GTK_LABEL (adw_toast_get_custom_title (saving->toast)), words);
  else if (window != NULL)
    show_toast (saving, window, words);
  return G_SOURCE_CONTINUE;
}

/* ---- the end of it ---- */

/* Returns: (transfer full) (nullable) NULL where it failed */
static char *
dup_result (Saving *saving, const GError *error)
{
  if (error == NULL)
    return g_strdup_printf (ngettext ("%'u paper saved, as PDF and HTML", "%'u papers and keys saved, as PDF and HTML",
                                      saving->n),
                            saving->n);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup_printf (_ ("Stopped. Saved by then: %'u of %'u"), saving->n_saved, saving->n);
  return NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (CharterWindow) window = g_weak_ref_get (&saving->window);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  charter_print_set_save_finish (result, &error);
  words = dup_result (saving, error);
  saving_free (saving);
  if (window != NULL)
    charter_window_toast_outcome (window, words, words == NULL ? error : NULL);
}

static const CharterPageSize *
get_size (void)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (NULL);

  return g_str_equal (gtk_paper_size_get_name (paper), GTK_PAPER_NAME_LETTER) ? &CHARTER_PAGE_LETTER : &CHARTER_PAGE_A4;
}

void
charter_paper_saving_begin (CharterWindow *window, GPtrArray *sheets, GFile *folder, const char *author)
{
  g_autofree char *path = g_file_get_path (folder);
  Saving *saving;

  if (path == NULL)
    {
      charter_window_toast_fault (window, _ ("This folder is not on this computer."));
      return;
    }
  saving = saving_new (window, sheets->len);
  saving->timer = g_timeout_add (OFTEN, tell, saving);
  charter_print_set_save_async (sheets, path, get_size (), author, &saving->n_saved, saving->cancellable, on_done,
                                saving);
}
