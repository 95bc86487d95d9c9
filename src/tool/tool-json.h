/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the object that is being built. text may be NULL, and need not be UTF-8: file names are not. */
void tool_json_add_number (JsonBuilder *builder, const char *name, guint number);
void tool_json_add_string (JsonBuilder *builder, const char *name, const char *text);
/* Prints what was built as one line on standard output. */
void tool_json_print (JsonBuilder *builder);

G_END_DECLS
