/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-export.h"
#include "charter-class-json.h"
#include "charter-class-words.h"

/* ---- an item ---- */

static void
add_choices (JsonBuilder *builder, const CharterClassItem *item)
{
  charter_class_json_begin_list (builder, "choices");
  for (guint i = 0; i < item->choices->len; i++)
    {
      const CharterClassChoice *choice = &g_array_index (item->choices, CharterClassChoice, i);
      g_autofree char *words = charter_class_words_dup_choice (item, choice);

      json_builder_begin_object (builder);
      charter_class_json_add_text (builder, "id", choice->id);
      charter_class_json_add_text (builder, "words", words);
      if (choice->key_known)
        charter_class_json_add_boolean (builder, "key", choice->is_key);
      charter_class_json_add_boolean (builder, "dead", choice->is_dead);
      charter_class_json_add_count (builder, "n", choice->n);
      charter_class_json_add_count (builder, "upper_third", choice->n_upper);
      charter_class_json_add_count (builder, "lower_third", choice->n_lower);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  charter_class_json_add_count (builder, "other_choices", item->n_other);
}

static void
add_ideas (JsonBuilder *builder, GArray *ideas)
{
  charter_class_json_begin_list (builder, "misconceptions");
  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterClassIdea *idea = &g_array_index (ideas, CharterClassIdea, i);

      json_builder_begin_object (builder);
      charter_class_json_add_text (builder, "ref", idea->ref);
      charter_class_json_add_text (builder, "words", charter_class_words_get_idea (idea));
      charter_class_json_add_count (builder, "n", idea->n_offered);
      charter_class_json_add_count (builder, "shown", idea->n_shown);
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
      charter_class_json_add_count (builder, "n", item->n_sure[i]);
      charter_class_json_add_count (builder, "right", item->n_sure_right[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_time (JsonBuilder *builder, const CharterClassItem *item)
{
  json_builder_set_member_name (builder, "seconds");
  json_builder_begin_object (builder);
  charter_class_json_add_count (builder, "n", item->n_timed);
  charter_class_json_add_number (builder, "quartile_1", item->quartiles[0]);
  charter_class_json_add_number (builder, "median", item->quartiles[1]);
  charter_class_json_add_number (builder, "quartile_3", item->quartiles[2]);
  json_builder_end_object (builder);
}

static void
add_small (JsonBuilder *builder, const CharterClassItem *item)
{
  charter_class_json_begin_list (builder, "small");
  for (guint i = 0; i < CHARTER_CLASS_CONSISTENCY; i++)
    if (charter_class_item_is_small (item, (CharterClassKind)i))
      json_builder_add_string_value (builder, charter_class_caution_get ((CharterClassKind)i)->name);
  json_builder_end_array (builder);
}

static void
add_findings (JsonBuilder *builder, const CharterClassItem *item)
{
  g_auto (GStrv) findings = charter_class_words_list_findings (item);

  charter_class_json_begin_list (builder, "findings");
  for (guint i = 0; findings[i] != NULL; i++)
    json_builder_add_string_value (builder, findings[i]);
  json_builder_end_array (builder);
}

static void
add_names (JsonBuilder *builder, const CharterClassItem *item)
{
  g_autofree char *words = charter_class_words_dup_item (item);

  charter_class_json_add_text (builder, "pack", item->column->pack);
  charter_class_json_add_text (builder, "item", item->column->id);
  charter_class_json_add_text (builder, "key", item->column->key_hash);
  charter_class_json_add_text (builder, "kind", charter_item_kind_name (item->column->kind));
  charter_class_json_add_text (builder, "words", words);
  charter_class_json_add_number (builder, "maximum", item->column->maximum);
}

static void
add_item (JsonBuilder *builder, const CharterClassItem *item)
{
  json_builder_begin_object (builder);
  add_names (builder, item);
  charter_class_json_add_count (builder, "n", item->n);
  charter_class_json_add_count (builder, "answered", item->n_answered);
  charter_class_json_add_count (builder, "right", item->n_right);
  charter_class_json_add_number (builder, "facility", item->facility);
  charter_class_json_add_range (builder, "facility_range", item->facility_interval.low, item->facility_interval.high);
  charter_class_json_add_count (builder, "n_rest", item->n_rest);
  charter_class_json_add_number (builder, "discrimination", item->discrimination);
  charter_class_json_add_range (builder, "discrimination_range", item->discrimination_low, item->discrimination_high);
  charter_class_json_add_number (builder, "efficiency", item->efficiency);
  charter_class_json_add_count (builder, "n_upper_third", item->n_upper);
  charter_class_json_add_count (builder, "n_lower_third", item->n_lower);
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
    charter_class_json_add_number (builder, named[i].name, named[i].value);
  charter_class_json_add_boolean (builder, "same_items", figures->same_items);
  charter_class_json_begin_list (builder, "small");
  for (guint i = 0; i < CHARTER_CLASS_N_NAMED; i++)
    if (named[i].is_small)
      json_builder_add_string_value (builder, named[i].name);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_cautions (JsonBuilder *builder)
{
  charter_class_json_begin_list (builder, "cautions");
  for (guint i = 0; i < CHARTER_CLASS_N_KINDS; i++)
    {
      const CharterClassCaution *caution = charter_class_caution_get ((CharterClassKind)i);
      g_autofree char *words = charter_class_caution_dup_words ((CharterClassKind)i);

      json_builder_begin_object (builder);
      charter_class_json_add_text (builder, "figure", caution->name);
      charter_class_json_add_count (builder, "least", caution->least);
      charter_class_json_add_text (builder, "words", words);
      charter_class_json_add_text (builder, "source", caution->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_faults (JsonBuilder *builder, GPtrArray *faults)
{
  charter_class_json_begin_list (builder, "files");
  for (guint i = 0; i < faults->len; i++)
    {
      const CharterClassFault *fault = faults->pdata[i];

      json_builder_begin_object (builder);
      charter_class_json_add_text (builder, "file", fault->file);
      charter_class_json_add_text (builder, "words", fault->sentence);
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
  charter_class_json_add_text (builder, "format", "charter-class");
  charter_class_json_add_count (builder, "version", 1);
  add_figures (builder, &analysis->figures);
  charter_class_json_begin_list (builder, "items");
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
