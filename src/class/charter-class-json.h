/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A member with its value, in an object that was begun. */
void charter_class_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void charter_class_json_add_count (JsonBuilder *builder, const char *name, guint n);
void charter_class_json_add_boolean (JsonBuilder *builder, const char *name, gboolean boolean);
/* null where number is not finite, which JSON does not know. */
void charter_class_json_add_number (JsonBuilder *builder, const char *name, double number);
/* Two of these in a list. */
void charter_class_json_add_range (JsonBuilder *builder, const char *name, double low, double high);
/* To be ended with json_builder_end_array. */
void charter_class_json_begin_list (JsonBuilder *builder, const char *name);

G_END_DECLS
