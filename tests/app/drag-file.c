/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drag-file FILE: a small window from which FILE can be dragged, as from a file manager. */
#include <gtk/gtk.h>

static GdkContentProvider *
prepare (GtkDragSource *source, double x, double y, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *list = gdk_file_list_new_from_array (&file, 1);
  GdkContentProvider *provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);

  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  return provider;
}

int
main (int argc, char **argv)
{
  GtkEventController *source = GTK_EVENT_CONTROLLER (gtk_drag_source_new ());
  GtkWidget *window, *label;

  if (argc != 2)
    return 2;
  gtk_init ();
  window = gtk_window_new ();
  label = gtk_label_new ("Drag this");
  gtk_widget_set_size_request (label, 120, 60);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), argv[1]);
  gtk_widget_add_controller (label, source);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE); /* so that the label is all there is */
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_visible (window))
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
