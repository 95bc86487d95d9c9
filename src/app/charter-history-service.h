/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-store.h"

G_BEGIN_DECLS

/* The history on the session bus, for charter-tool: the application holds the file for itself, so it answers for it.
 * Interface APPLICATION-ID.History at the application's object path:
 *   Verify (path) → (agrees, trouble, events, answers, sessions, items, microseconds)
 *   BackUp (path) → ()
 * path is that of the history that is meant; the error is G_IO_ERROR_NOT_INITIALIZED where another one is held, or
 * none. */

/* get_store: asked for each call; may return NULL. data: outlives the registration.
 * Returns: for g_dbus_connection_unregister_object, 0 with an error */
guint charter_history_service_register (GDBusConnection *connection,
                                        const char *object_path,
                                        CharterStore *(*get_store) (gpointer data),
                                        gpointer data,
                                        GError **error);

G_END_DECLS
