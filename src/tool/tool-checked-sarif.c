/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check as SARIF 2.1.0, the form in which editors and code review take what other programs found:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */
#include <gio/gio.h>
#include <string.h>

#include "tool-checked.h"
#include "tool-command.h"
#include "tool-json.h"

static void
begin_object (JsonBuilder *builder, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  begin_object (builder, name);
  tool_json_add_string (builder, "text", text);
  json_builder_end_object (builder);
}

/* A path below the folder in which the check runs stays relative, so that the log can be read elsewhere.
 * Returns: (transfer full) */
static char *
dup_uri (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) here = g_file_new_for_path (".");
  g_autofree char *relative = g_file_get_relative_path (here, file);

  return relative != NULL ? g_uri_escape_string (relative, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE)
                          : g_file_get_uri (file);
}

static void
add_region (JsonBuilder *builder, const CharterDiagnostic *diagnostic)
{
  if (diagnostic->line == 0)
    return;
  begin_object (builder, "region");
  tool_json_add_number (builder, "startLine", diagnostic->line);
  tool_json_add_number (builder, "startColumn", MAX (diagnostic->column, 1));
  json_builder_end_object (builder);
}

/* diagnostic: NULL where the file as a whole is meant. */
static void
add_locations (JsonBuilder *builder, const ToolChecked *checked, const CharterDiagnostic *diagnostic)
{
  g_autofree char *uri = dup_uri (checked->path);

  begin_array (builder, "locations");
  begin_object (builder, NULL);
  begin_object (builder, "physicalLocation");
  begin_object (builder, "artifactLocation");
  tool_json_add_string (builder, "uri", uri);
  json_builder_end_object (builder);
  if (diagnostic != NULL)
    add_region (builder, diagnostic);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static const char *
get_level (CharterSeverity severity)
{
  static const char *const levels[] = { "error", "warning", "note" };

  return levels[severity];
}

static void
add_result (JsonBuilder *builder, const ToolChecked *checked, const CharterDiagnostic *diagnostic)
{
  g_autofree char *words = g_strdup_printf ("%s; %s; %s", diagnostic->found, diagnostic->expected, diagnostic->mend);

  begin_object (builder, NULL);
  tool_json_add_string (builder, "ruleId", diagnostic->code);
  tool_json_add_string (builder, "level", get_level (diagnostic->severity));
  add_text (builder, "message", words);
  add_locations (builder, checked, diagnostic);
  json_builder_end_object (builder);
}

static void
add_results (JsonBuilder *builder, const ToolChecked *checked, guint n)
{
  begin_array (builder, "results");
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < checked[i].diagnostics->len; k++)
      add_result (builder, &checked[i], g_ptr_array_index (checked[i].diagnostics, k));
  json_builder_end_array (builder);
}

static void
add_notification (JsonBuilder *builder, const ToolChecked *checked)
{
  begin_object (builder, NULL);
  tool_json_add_string (builder, "level", "error");
  add_text (builder, "message", tool_describe_error (checked->error));
  add_locations (builder, checked, NULL);
  json_builder_end_object (builder);
}

/* Whether the check itself went well: a file that can't be read has no results. */
static void
add_invocation (JsonBuilder *builder, const ToolChecked *checked, guint n)
{
  gboolean could = TRUE;

  for (guint i = 0; i < n; i++)
    could &= checked[i].error == NULL;
  begin_array (builder, "invocations");
  begin_object (builder, NULL);
  json_builder_set_member_name (builder, "executionSuccessful");
  json_builder_add_boolean_value (builder, could);
  begin_array (builder, "toolExecutionNotifications");
  for (guint i = 0; i < n; i++)
    if (checked[i].error != NULL)
      add_notification (builder, &checked[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_tool (JsonBuilder *builder)
{
  begin_object (builder, "tool");
  begin_object (builder, "driver");
  tool_json_add_string (builder, "name", "charter-tool check");
  tool_json_add_string (builder, "semanticVersion", CHARTER_VERSION);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

void
tool_checked_print_sarif (const ToolChecked *checked, guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  begin_object (builder, NULL);
  tool_json_add_string (builder, "$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
  tool_json_add_string (builder, "version", "2.1.0");
  begin_array (builder, "runs");
  begin_object (builder, NULL);
  add_tool (builder);
  tool_json_add_string (builder, "columnKind", "unicodeCodePoints");
  add_invocation (builder, checked, n);
  add_results (builder, checked, n);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tool_json_print (builder);
}
