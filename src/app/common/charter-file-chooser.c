/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows which of GTK's two ways of choosing files there is. */
#include "charter-file-chooser.h"

#include <glib/gi18n.h>

static GtkFileFilter *
make_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Packs"));
  gtk_file_filter_add_suffix (filter, "xml");
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

typedef struct {
  GtkWindow *parent;
  CharterFileChosen chosen;
} Asked;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    asked->chosen (asked->parent, file);
  g_object_unref (asked->parent);
  g_free (asked);
}

void
charter_choose_pack (GtkWindow *parent, CharterFileChosen chosen)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = make_filter ();
  Asked *asked = g_new0 (Asked, 1);

  asked->parent = g_object_ref (parent);
  asked->chosen = chosen;
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Open a Pack"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, parent, NULL, on_opened, asked);
}

#else

static void
on_response (GtkNativeDialog *dialog, int response, CharterFileChosen chosen)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    chosen (gtk_native_dialog_get_transient_for (dialog), file);
  g_object_unref (dialog);
}

void
charter_choose_pack (GtkWindow *parent, CharterFileChosen chosen)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("Open a Pack"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = make_filter ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), chosen);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif
