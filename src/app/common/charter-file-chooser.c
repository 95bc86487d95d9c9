/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows which of GTK's two ways of choosing files there is. */
#include "charter-file-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

static GtkFileFilter *
make_filter (const char *kind, const char *endings)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (endings, " ", -1);

  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; each[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, each[i]);
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)
typedef GFile *(*Finish) (GtkFileDialog *dialog, GAsyncResult *result, GError **error);
#endif

/* What waits for somebody to choose. */
typedef struct {
  GWeakRef owner;
  CharterFileChosen chosen;
  char **endings; /* NULL for a folder, and for a file that is there */
#if GTK_CHECK_VERSION(4, 10, 0)
  Finish finish;
#endif
} Asking;

static Asking *
asking_new (GObject *owner, CharterFileChosen chosen, const char *const *endings)
{
  Asking *asking = g_new0 (Asking, 1);

  g_weak_ref_init (&asking->owner, owner);
  asking->chosen = chosen;
  asking->endings = g_strdupv ((char **)endings);
  return asking;
}

static void
asking_free (Asking *asking)
{
  g_weak_ref_clear (&asking->owner);
  g_strfreev (asking->endings);
  g_free (asking);
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

/* asking: taken. file: NULL where none was chosen. */
static void
answer (Asking *asking, GFile *file)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&asking->owner);
  g_autoptr (GFile) chosen = NULL;

  if (file != NULL && owner != NULL)
    {
      chosen = asking->endings != NULL ? give_ending (file, (const char *const *)asking->endings) : g_object_ref (file);
      asking->chosen (owner, chosen);
    }
  asking_free (asking);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
on_chosen (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GFile) file = asking->finish (GTK_FILE_DIALOG (dialog), result, NULL);

  answer (asking, file);
}

/* Returns: (transfer full) */
static GtkFileDialog *
make_dialog (const char *title, Finish finish, Asking *asking)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  asking->finish = finish;
  return dialog;
}

void
charter_choose_place (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      const char *const *endings,
                      GObject *owner,
                      CharterFileChosen chosen)
{
  Asking *asking = asking_new (owner, chosen, endings);
  g_autoptr (GtkFileDialog) dialog = make_dialog (title, gtk_file_dialog_save_finish, asking);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, on_chosen, asking);
}

void
charter_choose_folder (GtkWindow *parent, const char *title, GObject *owner, CharterFileChosen chosen)
{
  Asking *asking = asking_new (owner, chosen, NULL);
  g_autoptr (GtkFileDialog) dialog = make_dialog (title, gtk_file_dialog_select_folder_finish, asking);

  gtk_file_dialog_select_folder (dialog, parent, NULL, on_chosen, asking);
}

void
charter_choose_file (
  GtkWindow *parent, const char *title, const char *kind, const char *endings, GObject *owner, CharterFileChosen chosen)
{
  Asking *asking = asking_new (owner, chosen, NULL);
  g_autoptr (GtkFileDialog) dialog = make_dialog (title, gtk_file_dialog_open_finish, asking);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = make_filter (kind, endings);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, parent, NULL, on_chosen, asking);
}

#else

static void
on_response (GtkNativeDialog *dialog, int response, Asking *asking)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  answer (asking, file);
  g_object_unref (dialog);
}

/* Returns: (transfer none) goes when it is answered */
static GtkFileChooser *
make_dialog (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept, Asking *asking)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  return GTK_FILE_CHOOSER (dialog);
}

void
charter_choose_place (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      const char *const *endings,
                      GObject *owner,
                      CharterFileChosen chosen)
{
  GtkFileChooser *dialog
    = make_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), asking_new (owner, chosen, endings));

  gtk_file_chooser_set_current_name (dialog, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
charter_choose_folder (GtkWindow *parent, const char *title, GObject *owner, CharterFileChosen chosen)
{
  GtkFileChooser *dialog = make_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"),
                                        asking_new (owner, chosen, NULL));

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
charter_choose_file (
  GtkWindow *parent, const char *title, const char *kind, const char *endings, GObject *owner, CharterFileChosen chosen)
{
  GtkFileChooser *dialog
    = make_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), asking_new (owner, chosen, NULL));
  g_autoptr (GtkFileFilter) filter = make_filter (kind, endings);

  gtk_file_chooser_add_filter (dialog, filter);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif
