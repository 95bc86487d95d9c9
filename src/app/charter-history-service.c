/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-history-service.h"

#include <glib/gi18n.h>

#define INTERFACE CHARTER_APP_ID ".History"

static const char description[] = "<node><interface name='" INTERFACE "'>"
                                  "<method name='Verify'>"
                                  "<arg name='path' type='ay' direction='in'/>"
                                  "<arg name='agrees' type='b' direction='out'/>"
                                  "<arg name='trouble' type='s' direction='out'/>"
                                  "<arg name='events' type='x' direction='out'/>"
                                  "<arg name='answers' type='x' direction='out'/>"
                                  "<arg name='sessions' type='x' direction='out'/>"
                                  "<arg name='items' type='x' direction='out'/>"
                                  "<arg name='microseconds' type='x' direction='out'/>"
                                  "</method>"
                                  "<method name='BackUp'><arg name='path' type='ay' direction='in'/></method>"
                                  "</interface></node>";

typedef struct {
  CharterStore *(*get_store) (gpointer data);
  gpointer data;
} Service;

/* Returns: (nullable) the store, where it is the one that is meant */
static CharterStore *
find_store (const Service *service, GVariant *parameters)
{
  CharterStore *store = service->get_store (service->data);
  g_autoptr (GFile) file = store != NULL ? charter_store_dup_file (store) : NULL;
  const char *path;

  g_variant_get (parameters, "(^&ay)", &path);
  return file != NULL && g_str_equal (g_file_peek_path (file), path) ? store : NULL;
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *call = data;
  g_autoptr (GError) error = NULL;
  g_autofree CharterCheckup *checkup = charter_store_check_finish (CHARTER_STORE (source), result, &error);
  CharterCheckup none = { 0 };
  const CharterCheckup *found = checkup != NULL ? checkup : &none;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_dbus_method_invocation_return_gerror (call, error);
      return;
    }
  g_dbus_method_invocation_return_value (
    call, g_variant_new ("(bsxxxxx)", error == NULL, error != NULL ? error->message : "",
                         found->n_events, found->n_answers, found->n_sessions, found->n_items, found->time));
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *call = data;
  g_autoptr (GError) error = NULL;

  if (charter_store_back_up_finish (CHARTER_STORE (source), result, &error))
    g_dbus_method_invocation_return_value (call, NULL);
  else
    g_dbus_method_invocation_return_gerror (call, error);
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *object_path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *call,
         gpointer data)
{
  const Service *service = data;
  CharterStore *store = find_store (service, parameters);

  if (store == NULL)
    g_dbus_method_invocation_return_error_literal (call, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                                                   _ ("Charter does not have this history open."));
  else if (g_str_equal (method, "Verify"))
    charter_store_check_async (store, NULL, on_checked, call);
  else
    charter_store_back_up_async (store, g_get_real_time (), NULL, on_backed_up, call);
}

guint
charter_history_service_register (GDBusConnection *connection,
                                  const char *object_path,
                                  CharterStore *(*get_store) (gpointer data),
                                  gpointer data,
                                  GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (description, NULL);
  Service *service = g_new (Service, 1);
  guint id;

  *service = (Service){ get_store, data };
  id = g_dbus_connection_register_object (connection, object_path, node->interfaces[0], &table, service, g_free, error);
  if (id == 0)
    g_free (service);
  return id;
}
