/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Calls look at once, and again each time that one of the files has been saved, once for all that happens within a
 * moment, until the program is interrupted (SIGINT, SIGTERM). Files need not exist yet.
 * paths: as on the command line; NULL-terminated. */
void tool_watch (const char *const *paths, void (*look) (gpointer data), gpointer data);

G_END_DECLS
