/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-file.h"
#include "charter-class-json.h"

static const char *const sure_names[] = { NULL, "guess", "think", "sure" };

/* 64 bits, which JSON's numbers need not hold. */
static void
add_seed (JsonBuilder *builder, guint64 seed)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  charter_class_json_add_text (builder, "seed", text);
}

static void
add_answer (JsonBuilder *builder, const CharterClassResult *result, const CharterClassAnswer *answer)
{
  json_builder_begin_object (builder);
  if (answer->pack != result->pack)
    charter_class_json_add_text (builder, "pack", answer->pack);
  charter_class_json_add_text (builder, "item", answer->item);
  charter_class_json_add_text (builder, "key", answer->key_hash);
  charter_class_json_add_text (builder, "kind", charter_item_kind_name (answer->kind));
  if (answer->response != NULL)
    charter_class_json_add_text (builder, "response", answer->response);
  charter_class_json_add_number (builder, "points", answer->points);
  charter_class_json_add_number (builder, "maximum", answer->maximum);
  charter_class_json_add_number (builder, "seconds", (double)answer->time / 1000);
  if (answer->confidence != CHARTER_CONFIDENCE_NONE)
    charter_class_json_add_text (builder, "sure", sure_names[answer->confidence]);
  charter_class_json_add_boolean (builder, "counts", answer->counts);
  charter_class_json_add_boolean (builder, "first", answer->first);
  if (answer->kind == CHARTER_ITEM_DRILL)
    add_seed (builder, answer->seed);
  json_builder_end_object (builder);
}

static void
add_head (JsonBuilder *builder, const CharterClassResult *result)
{
  charter_class_json_add_text (builder, "format", "charter-result");
  charter_class_json_add_count (builder, "version", CHARTER_CLASS_FILE_VERSION);
  charter_class_json_add_text (builder, "name", result->name);
  charter_class_json_add_text (builder, "attempt", result->attempt);
  charter_class_json_add_text (builder, "day", result->day);
  charter_class_json_add_text (builder, "pack", result->pack);
  charter_class_json_add_text (builder, "release", result->release != NULL ? result->release : "");
  charter_class_json_add_text (builder, "group", result->group);
  charter_class_json_add_text (builder, "mood", result->is_exam ? "exam" : "study");
  charter_class_json_add_text (builder, "paper", result->paper);
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
