/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-export.h"
#include "charter-class-words.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* ---- members ---- */

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_count (JsonBuilder *builder, const char *name, guint n)
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

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  add_value (builder, number);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean boolean)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, boolean);
}

static void
add_range (JsonBuilder *builder, const char *name, double low, double high)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  add_value (builder, low);
  add_value (builder, high);
  json_builder_end_array (builder);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* ---- an item ---- */

static void
add_choices (JsonBuilder *builder, const CharterClassItem *item)
{
  begin_list (builder, "choices");
  for (guint i = 0; i < item->choices->len; i++)
    {
      const CharterClassChoice *choice = &g_array_index (item->choices, CharterClassChoice, i);
      g_autofree char *words = charter_class_words_dup_choice (item, choice);

      json_builder_begin_object (builder);
      add_text (builder, "id", choice->id);
      add_text (builder, "words", words);
      if (choice->key_known)
        add_boolean (builder, "key", choice->is_key);
      add_boolean (builder, "dead", choice->is_dead);
      add_count (builder, "n", choice->n);
      add_count (builder, "upper_third", choice->n_upper);
      add_count (builder, "lower_third", choice->n_lower);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_count (builder, "other_choices", item->n_other);
}

static void
add_ideas (JsonBuilder *builder, GArray *ideas)
{
  begin_list (builder, "misconceptions");
  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterClassIdea *idea = &g_array_index (ideas, CharterClassIdea, i);

      json_builder_begin_object (builder);
      add_text (builder, "ref", idea->ref);
      add_text (builder, "words", charter_class_words_get_idea (idea));
      add_count (builder, "n", idea->n_offered);
      add_count (builder, "shown", idea->n_shown);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_confidence (JsonBuilder *builder, const CharterClassItem *item)
{
  static const char *const names[] = { "not_said", "guess", "think", "sure" };

  json_builder_set_member_name (builder, "confidence");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_begin_object (builder);
      add_count (builder, "n", item->n_sure[i]);
      add_count (builder, "right", item->n_sure_right[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_time (JsonBuilder *builder, const CharterClassItem *item)
{
  json_builder_set_member_name (builder, "seconds");
  json_builder_begin_object (builder);
  add_count (builder, "n", item->n_timed);
  add_number (builder, "quartile_1", item->quartiles[0]);
  add_number (builder, "median", item->quartiles[1]);
  add_number (builder, "quartile_3", item->quartiles[2]);
  json_builder_end_object (builder);
}

static void
add_small (JsonBuilder *builder, const CharterClassItem *item)
{
  begin_list (builder, "small");
  for (guint i = 0; i < CHARTER_CLASS_CONSISTENCY; i++)
    if (charter_class_item_is_small (item, (CharterClassKind)i))
      json_builder_add_string_value (builder, charter_class_caution_get ((CharterClassKind)i)->name);
  json_builder_end_array (builder);
}

static void
add_findings (JsonBuilder *builder, const CharterClassItem *item)
{
  g_auto (GStrv) findings = charter_class_words_list_findings (item);

  begin_list (builder, "findings");
  for (guint i = 0; findings[i] != NULL; i++)
    json_builder_add_string_value (builder, findings[i]);
  json_builder_end_array (builder);
}

static void
add_names (JsonBuilder *builder, const CharterClassItem *item)
{
  g_autofree char *words = charter_class_words_dup_item (item);

  add_text (builder, "pack", item->column->pack);
  add_text (builder, "item", item->column->id);
  add_text (builder, "key", item->column->key_hash);
  add_text (builder, "kind", charter_item_kind_name (item->column->kind));
  add_text (builder, "words", words);
  add_number (builder, "maximum", item->column->maximum);
}

static void
add_item (JsonBuilder *builder, const CharterClassItem *item)
{
  json_builder_begin_object (builder);
  add_names (builder, item);
  add_count (builder, "n", item->n);
  add_count (builder, "answered", item->n_answered);
  add_count (builder, "right", item->n_right);
  add_number (builder, "facility", item->facility);
  add_range (builder, "facility_range", item->facility_interval.low, item->facility_interval.high);
  add_count (builder, "n_rest", item->n_rest);
  add_number (builder, "discrimination", item->discrimination);
  add_range (builder, "discrimination_range", item->discrimination_low, item->discrimination_high);
  add_number (builder, "efficiency", item->efficiency);
  add_count (builder, "n_upper_third", item->n_upper);
  add_count (builder, "n_lower_third", item->n_lower);
  add_time (builder, item);
  add_confidence (builder, item);
  add_choices (builder, item);
  add_ideas (builder, item->ideas);
  add_findings (builder, item);
  add_small (builder, item);
  json_builder_end_object (builder);
}

/* ---- the class ---- */

static void
add_figures (JsonBuilder *builder, const CharterClassFigures *figures)
{
  CharterClassNamed named[CHARTER_CLASS_N_NAMED];

  charter_class_list_named (figures, named);
  json_builder_set_member_name (builder, "class");
  json_builder_begin_object (builder);
  for (guint i = 0; i < CHARTER_CLASS_N_NAMED; i++)
    add_number (builder, named[i].name, named[i].value);
  add_boolean (builder, "same_items", figures->same_items);
  begin_list (builder, "small");
  for (guint i = 0; i < CHARTER_CLASS_N_NAMED; i++)
    if (named[i].is_small)
      json_builder_add_string_value (builder, named[i].name);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_cautions (JsonBuilder *builder)
{
  begin_list (builder, "cautions");
  for (guint i = 0; i < CHARTER_CLASS_N_KINDS; i++)
    {
      const CharterClassCaution *caution = charter_class_caution_get ((CharterClassKind)i);
      g_autofree char *words = charter_class_caution_dup_words ((CharterClassKind)i);

      json_builder_begin_object (builder);
      add_text (builder, "figure", caution->name);
      add_count (builder, "least", caution->least);
      add_text (builder, "words", words);
      add_text (builder, "source", caution->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_faults (JsonBuilder *builder, GPtrArray *faults)
{
  begin_list (builder, "files");
  for (guint i = 0; i < faults->len; i++)
    {
      const CharterClassFault *fault = faults->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "file", fault->file);
      add_text (builder, "words", fault->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
charter_class_export_json (const CharterClassAnalysis *analysis, GPtrArray *faults)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "format", "charter-class");
  add_count (builder, "version", 1);
  add_figures (builder, &analysis->figures);
  begin_list (builder, "items");
  for (guint i = 0; i < analysis->items->len; i++)
    add_item (builder, analysis->items->pdata[i]);
  json_builder_end_array (builder);
  add_ideas (builder, analysis->ideas);
  add_cautions (builder);
  add_faults (builder, faults);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
