/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-bus.h"

#define OBJECT_PATH "/org/charterstudy/Charter"
#define INTERFACE CHARTER_APP_ID ".History"

/* An older Charter knows no such interface. */
static gboolean
is_nobody (const GError *error)
{
  static const GDBusError codes[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER,   G_DBUS_ERROR_UNKNOWN_OBJECT,
    G_DBUS_ERROR_UNKNOWN_METHOD,  G_DBUS_ERROR_UNKNOWN_INTERFACE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_DBUS_ERROR, (int)codes[i]))
      return TRUE;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED);
}

/* Waits as long as it takes: a great history is looked through for seconds. */
static ToolBusAnswer
call (const char *method, const char *path, const char *type, GVariant **reply, GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) reason = NULL;

  if (bus == NULL)
    return TOOL_BUS_NOBODY;
  *reply = g_dbus_connection_call_sync (bus, CHARTER_APP_ID, OBJECT_PATH, INTERFACE, method,
                                        g_variant_new ("(^ay)", path), G_VARIANT_TYPE (type),
                                        G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL, &reason);
  if (*reply != NULL)
    return TOOL_BUS_DONE;
  if (is_nobody (reason))
    return TOOL_BUS_NOBODY;
  g_dbus_error_strip_remote_error (reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  return TOOL_BUS_FAILED;
}

ToolBusAnswer
tool_bus_verify (const char *path, CharterCheckup *checkup, GError **error)
{
  g_autoptr (GVariant) reply = NULL;
  ToolBusAnswer answer = call ("Verify", path, "(bsxxxxx)", &reply, error);
  const char *trouble;
  gboolean agrees;

  if (answer != TOOL_BUS_DONE)
    return answer;
  g_variant_get (reply, "(b&sxxxxx)", &agrees, &trouble, &checkup->n_events, &checkup->n_answers, &checkup->n_sessions,
                 &checkup->n_items, &checkup->time);
  if (agrees)
    return TOOL_BUS_DONE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, trouble);
  return TOOL_BUS_FAILED;
}

ToolBusAnswer
tool_bus_back_up (const char *path, GError **error)
{
  g_autoptr (GVariant) reply = NULL;

  return call ("BackUp", path, "()", &reply, error);
}
