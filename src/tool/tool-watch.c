/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-watch.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <signal.h>

/* Editors save in several steps: write, rename, set the mode. */
#define SETTLED 100 /* milliseconds */

typedef struct {
  GMainLoop *loop;
  guint timeout;
  void (*look) (gpointer data);
  gpointer data;
} Watch;

static gboolean
on_settled (gpointer data)
{
  Watch *watch = data;

  watch->timeout = 0;
  watch->look (watch->data);
  return G_SOURCE_REMOVE;
}

static void
on_changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, Watch *watch)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  g_clear_handle_id (&watch->timeout, g_source_remove);
  watch->timeout = g_timeout_add (SETTLED, on_settled, watch);
}

static gboolean
on_interrupt (gpointer data)
{
  Watch *watch = data;

  g_main_loop_quit (watch->loop);
  return G_SOURCE_CONTINUE;
}

static void
add_file (Watch *watch, GPtrArray *monitors, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL) /* its file system tells nothing */
    return;
  g_file_monitor_set_rate_limit (monitor, SETTLED);
  g_signal_connect (monitor, "changed", G_CALLBACK (on_changed), watch);
  g_ptr_array_add (monitors, monitor);
}

void
tool_watch (const char *const *paths, void (*look) (gpointer data), gpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) monitors = g_ptr_array_new_with_free_func (g_object_unref);
  Watch watch = { .loop = loop, .look = look, .data = data };
  guint interrupt = g_unix_signal_add (SIGINT, on_interrupt, &watch);
  guint end = g_unix_signal_add (SIGTERM, on_interrupt, &watch);

  for (guint i = 0; paths[i] != NULL; i++)
    add_file (&watch, monitors, paths[i]);
  look (data); /* what is saved meanwhile is seen afterwards */
  g_main_loop_run (loop);
  g_clear_handle_id (&watch.timeout, g_source_remove);
  g_source_remove (interrupt);
  g_source_remove (end);
}
