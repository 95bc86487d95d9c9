/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-hand-out.h"

#include <glib/gi18n.h>

#include "charter-file-chooser.h"
#include "charter-parcel.h"
#include "charter-window.h"

/* What is being handed out while somebody chooses where to. */
#define FILE_KEY "charter-handed-out"

static gboolean
save (CharterPackFile *file, GFile *place, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) xml = g_file_load_bytes (charter_pack_file_get_xml (file), cancellable, NULL, error);
  g_autoptr (GBytes) parcel
    = xml != NULL ? charter_parcel_make (xml, charter_pack_file_get_pack (file), cancellable, error) : NULL;

  return parcel != NULL
         && g_file_replace_contents (place, g_bytes_get_data (parcel, NULL), g_bytes_get_size (parcel), NULL, FALSE,
                                     G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (save (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
      g_autofree char *shown = g_filename_display_name (name);

      words = g_strdup_printf (_ ("Saved as %s"), shown);
      charter_window_toast (window, words);
      return;
    }
  words = g_strdup_printf (_ ("Nothing was saved. %s"), error->message);
  charter_window_toast_fault (window, words);
}

static void
place_chosen (GObject *window, GFile *place)
{
  CharterPackFile *file = g_object_get_data (window, FILE_KEY);
  g_autoptr (GTask) task = g_task_new (file, NULL, on_saved, g_object_ref (window));

  g_task_set_source_tag (task, charter_hand_out);
  g_task_set_task_data (task, g_object_ref (place), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

void
charter_hand_out (GtkWidget *widget, CharterPackFile *file)
{
  static const char *const endings[] = { "charter", NULL };
  CharterWindow *window = charter_window_of (widget);
  CharterPack *pack = charter_pack_file_get_pack (file);
  g_autofree char *name = g_strdup_printf ("%s %s%s", pack->title.plain, pack->release, CHARTER_PARCEL_SUFFIX);

  g_strdelimit (name, "/\\:", '-');
  g_object_set_data_full (G_OBJECT (window), FILE_KEY, g_object_ref (file), g_object_unref);
  charter_choose_place (GTK_WINDOW (window), _ ("Hand a Pack Out"), name, endings, G_OBJECT (window), place_chosen);
}
