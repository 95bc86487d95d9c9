/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check for scripts: the man page documents it, so names and meanings stay. */
#include "tool-checked.h"
#include "tool-command.h"
#include "tool-json.h"

static void
add_counts (JsonBuilder *builder, const CharterPack *pack)
{
  guint kinds[CHARTER_N_ITEM_KINDS] = { 0 };

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  tool_json_add_number (builder, "lessons", pack->n_lessons);
  tool_json_add_number (builder, "entries", pack->n_entries);
  tool_json_add_number (builder, "scenarios", tool_checked_count_groups (pack, TRUE));
  tool_json_add_number (builder, "banks", tool_checked_count_groups (pack, FALSE));
  tool_json_add_number (builder, "cases", pack->n_cases);
  tool_json_add_number (builder, "exams", pack->n_exams);
  tool_json_add_number (builder, "items", pack->n_items);
  tool_json_add_number (builder, "set-aside", pack->n_set_aside);
  tool_checked_count_kinds (pack, kinds);
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_object (builder);
  for (guint kind = 0; kind < CHARTER_N_ITEM_KINDS; kind++)
    tool_json_add_number (builder, charter_item_kind_name (kind), kinds[kind]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static const char *
get_severity (CharterSeverity severity)
{
  static const char *const names[] = { "error", "warning", "advice" };

  return names[severity];
}

static void
add_diagnostic (JsonBuilder *builder, const CharterDiagnostic *diagnostic)
{
  json_builder_begin_object (builder);
  tool_json_add_string (builder, "severity", get_severity (diagnostic->severity));
  tool_json_add_string (builder, "code", diagnostic->code);
  tool_json_add_number (builder, "line", diagnostic->line);
  tool_json_add_number (builder, "column", diagnostic->column);
  tool_json_add_string (builder, "found", diagnostic->found);
  tool_json_add_string (builder, "expected", diagnostic->expected);
  tool_json_add_string (builder, "mend", diagnostic->mend);
  json_builder_end_object (builder);
}

static void
add_checked (JsonBuilder *builder, const ToolChecked *checked, gboolean advice)
{
  json_builder_begin_object (builder);
  tool_json_add_string (builder, "file", checked->name);
  tool_json_add_string (builder, "error", checked->error != NULL ? tool_describe_error (checked->error) : NULL);
  tool_json_add_string (builder, "pack", checked->pack != NULL ? checked->pack->id : NULL);
  tool_json_add_string (builder, "release", checked->pack != NULL ? checked->pack->release : NULL);
  if (checked->pack != NULL)
    add_counts (builder, checked->pack);
  tool_json_add_number (builder, "errors", checked->n_errors);
  tool_json_add_number (builder, "warnings", checked->n_warnings);
  if (advice)
    tool_json_add_number (builder, "advice", checked->n_advice);
  json_builder_set_member_name (builder, "diagnostics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < checked->diagnostics->len; i++)
    add_diagnostic (builder, g_ptr_array_index (checked->diagnostics, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
tool_checked_print_json (const ToolChecked *checked, gboolean advice)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_checked (builder, checked, advice);
  tool_json_print (builder);
}
