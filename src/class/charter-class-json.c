/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-json.h"

#include <math.h>

void
charter_class_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
charter_class_json_add_count (JsonBuilder *builder, const char *name, guint n)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, n);
}

static void
add_value (JsonBuilder *builder, double number)
{
  if (isfinite (number))
    json_builder_add_double_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

void
charter_class_json_add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  add_value (builder, number);
}

void
charter_class_json_add_boolean (JsonBuilder *builder, const char *name, gboolean boolean)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, boolean);
}

void
charter_class_json_add_range (JsonBuilder *builder, const char *name, double low, double high)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  add_value (builder, low);
  add_value (builder, high);
  json_builder_end_array (builder);
}

void
charter_class_json_begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}
