/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-file.h"

#include <json-glib/json-glib.h>

static const char *const sure_names[] = { NULL, "guess", "think", "sure" };

static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean boolean)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, boolean);
}

/* 64 bits, which JSON's numbers need not hold. */
static void
add_seed (JsonBuilder *builder, guint64 seed)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  add_string (builder, "seed", text);
}

static void
add_answer (JsonBuilder *builder, const CharterClassResult *result, const CharterClassAnswer *answer)
{
  json_builder_begin_object (builder);
  if (answer->pack != result->pack)
    add_string (builder, "pack", answer->pack);
  add_string (builder, "item", answer->item);
  add_string (builder, "key", answer->key_hash);
  add_string (builder, "kind", charter_item_kind_name (answer->kind));
  if (answer->response != NULL)
    add_string (builder, "response", answer->response);
  add_number (builder, "points", answer->points);
  add_number (builder, "maximum", answer->maximum);
  add_number (builder, "seconds", (double)answer->time / 1000);
  if (answer->confidence != CHARTER_CONFIDENCE_NONE)
    add_string (builder, "sure", sure_names[answer->confidence]);
  add_boolean (builder, "counts", answer->counts);
  add_boolean (builder, "first", answer->first);
  if (answer->kind == CHARTER_ITEM_DRILL)
    add_seed (builder, answer->seed);
  json_builder_end_object (builder);
}

static void
add_head (JsonBuilder *builder, const CharterClassResult *result)
{
  add_string (builder, "format", "charter-result");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, CHARTER_CLASS_FILE_VERSION);
  add_string (builder, "name", result->name);
  add_string (builder, "attempt", result->attempt);
  add_string (builder, "day", result->day);
  add_string (builder, "pack", result->pack);
  add_string (builder, "release", result->release != NULL ? result->release : "");
  add_string (builder, "group", result->group);
  add_string (builder, "mood", result->is_exam ? "exam" : "study");
  add_string (builder, "paper", result->paper);
}

char *
charter_class_file_write (const CharterClassResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_head (builder, result);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->answers->len; i++)
    add_answer (builder, result, &g_array_index (result->answers, CharterClassAnswer, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
