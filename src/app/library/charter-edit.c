/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-edit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-file-chooser.h"
#include "charter-install.h"
#include "charter-window.h"

/* What is being copied while somebody chooses where to. */
#define FILE_KEY "charter-edited"

static void
write_in (CharterWindow *window, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window))), "author-file",
                                  g_variant_new_string (uri));
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (charter_install_copy (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      write_in (window, g_task_get_task_data (G_TASK (result)));
      return;
    }
  words = g_strdup_printf (_ ("Nothing was saved. %s"), error->message);
  charter_window_toast_fault (window, words);
}

static void
place_chosen (GObject *window, GFile *place)
{
  CharterPackFile *file = g_object_get_data (window, FILE_KEY);
  g_autoptr (GTask) task = g_task_new (file, NULL, on_copied, g_object_ref (window));

  g_task_set_source_tag (task, charter_edit_copy);
  g_task_set_task_data (task, g_object_ref (place), g_object_unref);
  g_task_run_in_thread (task, copy_in_thread);
}

void
charter_edit_copy (GtkWidget *widget, CharterPackFile *file)
{
  static const char *const endings[] = { "xml", NULL };
  CharterWindow *window = charter_window_of (widget);
  const char *id = charter_pack_file_get_pack (file)->id, *last = strrchr (id, '.');
  g_autofree char *name = g_strdup_printf ("%s.xml", last != NULL ? last + 1 : id);

  g_object_set_data_full (G_OBJECT (window), FILE_KEY, g_object_ref (file), g_object_unref);
  charter_choose_place (GTK_WINDOW (window), _ ("Save the Copy"), name, endings, G_OBJECT (window), place_chosen);
}

void
charter_edit (GtkWidget *widget, CharterPackFile *file)
{
  GFile *xml = charter_pack_file_get_xml (file);

  if (g_file_equal (xml, charter_pack_file_get_file (file)))
    write_in (charter_window_of (widget), xml);
  else if (charter_pack_file_get_pack (file) != NULL)
    charter_edit_copy (widget, file);
}
