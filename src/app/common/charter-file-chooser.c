/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows which of GTK's two ways of choosing files there is. */
#include "charter-file-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

static GtkFileFilter *
make_filter (const char *kind, const char *ending)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, ending);
  return filter;
}

/* What waits for somebody to choose. */
typedef struct {
  GWeakRef owner;
  CharterPlaceChosen chosen;
  char **endings; /* NULL for a folder, and for a file that is there */
} Saving;

static Saving *
saving_new (GObject *owner, CharterPlaceChosen chosen, const char *const *endings)
{
  Saving *saving = g_new0 (Saving, 1);

  g_weak_ref_init (&saving->owner, owner);
  saving->chosen = chosen;
  saving->endings = g_strdupv ((char **)endings);
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_weak_ref_clear (&saving->owner);
  g_strfreev (saving->endings);
  g_free (saving);
}

static gboolean
has_ending (const char *name, const char *const *endings)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && g_strv_contains (endings, dot + 1);
}

/* Returns: (transfer full) */
static GFile *
give_ending (GFile *file, const char *const *endings)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *whole = g_strdup_printf ("%s.%s", name, endings[0]);

  return has_ending (name, endings) || folder == NULL ? g_object_ref (file) : g_file_get_child (folder, whole);
}

static void
take_place (Saving *saving, GFile *chosen)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&saving->owner);
  g_autoptr (GFile) file = NULL;

  if (owner == NULL)
    return;
  file = saving->endings != NULL ? give_ending (chosen, (const char *const *)saving->endings) : g_object_ref (chosen);
  saving->chosen (owner, file);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    take_place (data, file);
  saving_free (data);
}

void
charter_choose_place (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      const char *const *endings,
                      GObject *owner,
                      CharterPlaceChosen chosen)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, on_place_chosen, saving_new (owner, chosen, endings));
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    take_place (data, file);
  saving_free (data);
}

void
charter_choose_folder (GtkWindow *parent, const char *title, GObject *owner, CharterPlaceChosen chosen)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, parent, NULL, on_folder_chosen, saving_new (owner, chosen, NULL));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    take_place (data, file);
  saving_free (data);
}

void
charter_choose_file (GtkWindow *parent,
                     const char *title,
                     const char *kind,
                     const char *ending,
                     GObject *owner,
                     CharterPlaceChosen chosen)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = make_filter (kind, ending);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, parent, NULL, on_file_chosen, saving_new (owner, chosen, NULL));
}

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
  g_autoptr (GtkFileFilter) filter = make_filter (_ ("Packs"), "xml");
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
on_place_response (GtkNativeDialog *dialog, int response, Saving *saving)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    take_place (saving, file);
  saving_free (saving);
  g_object_unref (dialog);
}

void
charter_choose_place (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      const char *const *endings,
                      GObject *owner,
                      CharterPlaceChosen chosen)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_response), saving_new (owner, chosen, endings));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
charter_choose_folder (GtkWindow *parent, const char *title, GObject *owner, CharterPlaceChosen chosen)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_response), saving_new (owner, chosen, NULL));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
charter_choose_file (GtkWindow *parent,
                     const char *title,
                     const char *kind,
                     const char *ending,
                     GObject *owner,
                     CharterPlaceChosen chosen)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = make_filter (kind, ending);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_response), saving_new (owner, chosen, NULL));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

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
  g_autoptr (GtkFileFilter) filter = make_filter (_ ("Packs"), "xml");

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), chosen);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif
