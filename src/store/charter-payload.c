/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-payload.h"

#include <string.h>

#include "charter-answer-scan.h"
#include "charter-json.h"

/* Seeds are unsigned, JSON's whole numbers are not: they are written as text. */
static void
add_seed (JsonBuilder *builder, const char *name, guint64 seed)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_double (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_strings (JsonBuilder *builder, const char *name, char **values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static JsonBuilder *
begin_object (void)
{
  return json_builder_begin_object (json_builder_new ());
}

static char *
end_object (JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (json_builder_end_object (builder));

  return json_to_string (node, FALSE);
}

static JsonObject *
parse_object (const char *payload)
{
  g_autoptr (JsonNode) node = charter_json_parse (payload);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  return json_node_dup_object (node);
}

static char **
dup_strings (JsonObject *object, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = charter_json_get_array (object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      g_strv_builder_add (builder, value != NULL ? value : "");
    }
  return g_strv_builder_end (builder);
}

static char *
dup_string (JsonObject *object, const char *name)
{
  return g_strdup (charter_json_get_string (object, name, NULL));
}

#define MOST_POINTS 1e6

double
charter_points_clamp (double points)
{
  return CLAMP (points, -MOST_POINTS, MOST_POINTS);
}

static double
get_points (JsonObject *object, const char *name)
{
  double points = charter_json_get_double (object, name);

  return charter_points_clamp (points);
}

static guint64
get_seed (JsonObject *object, const char *name)
{
  return g_ascii_strtoull (charter_json_get_string (object, name, "0"), NULL, 10);
}

static const char *const confidence_names[] = { "", "guess", "think", "sure" };
#define MAX_CONFIDENCE (G_N_ELEMENTS (confidence_names) - 1)

guint
charter_confidence_from_name (const char *name, gsize length)
{
  for (guint i = 1; i <= MAX_CONFIDENCE; i++)
    if (strlen (confidence_names[i]) == length && strncmp (name, confidence_names[i], length) == 0)
      return i;
  return 0;
}

static guint
get_confidence (JsonObject *object)
{
  const char *name = charter_json_get_string (object, "confidence", "");

  return charter_confidence_from_name (name, strlen (name));
}

guint
charter_grade_clamp (gint64 grade)
{
  return grade >= 1 && grade <= 4 ? grade : 0;
}

static guint
get_grade (JsonObject *object)
{
  return charter_grade_clamp (charter_json_get_int (object, "grade"));
}

char *
charter_answer_to_json (const CharterAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_int (builder, "position", answer->position);
  add_string (builder, "response", answer->response);
  add_strings (builder, "parts", answer->parts);
  add_strings (builder, "slots", answer->slots);
  add_seed (builder, "seed", answer->seed);
  add_double (builder, "points", answer->points);
  add_double (builder, "maximum", answer->maximum);
  add_boolean (builder, "correct", answer->correct);
  add_string (builder, "rule", answer->rule);
  add_int (builder, "ms", answer->time);
  add_boolean (builder, "hint", answer->hint_used);
  add_int (builder, "changes", answer->n_changes);
  if (answer->grade > 0)
    add_int (builder, "grade", answer->grade);
  if (answer->confidence > 0)
    add_string (builder, "confidence", confidence_names[MIN (answer->confidence, MAX_CONFIDENCE)]);
  if (answer->offered != NULL && answer->offered[0] != NULL)
    add_strings (builder, "offered", answer->offered);
  if (answer->shown != NULL && answer->shown[0] != NULL)
    add_strings (builder, "shown", answer->shown);
  if (answer->first != NULL)
    add_string (builder, "first", answer->first);
  return end_object (builder);
}

/* Whatever the text. */
static gboolean
read_answer (CharterAnswer *answer, const char *payload)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  *answer = (CharterAnswer){ 0 };
  if (object == NULL || !json_object_has_member (object, "points") || !json_object_has_member (object, "position"))
    return FALSE;
  answer->position = charter_json_get_int (object, "position");
  answer->response = g_strdup (charter_json_get_string (object, "response", ""));
  answer->parts = dup_strings (object, "parts");
  answer->slots = dup_strings (object, "slots");
  answer->seed = get_seed (object, "seed");
  answer->points = get_points (object, "points");
  answer->maximum = get_points (object, "maximum");
  answer->correct = charter_json_get_boolean (object, "correct");
  answer->rule = dup_string (object, "rule");
  answer->time = charter_json_get_int (object, "ms");
  answer->hint_used = charter_json_get_boolean (object, "hint");
  answer->n_changes = charter_json_get_int (object, "changes");
  answer->grade = get_grade (object);
  answer->confidence = get_confidence (object);
  answer->offered = dup_strings (object, "offered");
  answer->shown = dup_strings (object, "shown");
  answer->first = dup_string (object, "first");
  return TRUE;
}

gboolean
charter_answer_from_json (CharterAnswer *answer, const char *payload)
{
  return (payload != NULL && charter_answer_scan (answer, payload)) || read_answer (answer, payload);
}

void
charter_answer_clear (CharterAnswer *answer)
{
  g_clear_pointer (&answer->response, g_free);
  g_clear_pointer (&answer->parts, g_strfreev);
  g_clear_pointer (&answer->slots, g_strfreev);
  g_clear_pointer (&answer->rule, g_free);
  g_clear_pointer (&answer->first, g_free);
  g_clear_pointer (&answer->offered, g_strfreev);
  g_clear_pointer (&answer->shown, g_strfreev);
}

static void
add_sections (JsonBuilder *builder, const CharterBeginning *beginning)
{
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < beginning->n_sections; i++)
    {
      json_builder_begin_object (builder);
      add_int (builder, "items", beginning->sections[i].n_items);
      if (beginning->sections[i].break_minutes > 0)
        add_int (builder, "break", beginning->sections[i].break_minutes);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_unscored (JsonBuilder *builder, const CharterBeginning *beginning)
{
  json_builder_set_member_name (builder, "unscored");
  json_builder_begin_array (builder);
  for (guint i = 0; i < beginning->n_unscored; i++)
    json_builder_add_int_value (builder, beginning->unscored[i]);
  json_builder_end_array (builder);
}

static void
add_form (JsonBuilder *builder, const CharterBeginning *beginning)
{
  add_boolean (builder, "form", TRUE);
  if (beginning->n_sections > 0)
    add_sections (builder, beginning);
  if (beginning->n_unscored > 0)
    add_unscored (builder, beginning);
}

char *
charter_beginning_to_json (const CharterBeginning *beginning)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_string (builder, "group", beginning->group);
  if (beginning->release != NULL)
    add_string (builder, "release", beginning->release);
  add_seed (builder, "seed", beginning->seed);
  if (beginning->drawn != 0)
    add_seed (builder, "drawn", beginning->drawn);
  add_string (builder, "mood", beginning->mood);
  add_strings (builder, "items", beginning->items);
  if (beginning->part)
    add_boolean (builder, "part", TRUE);
  if (beginning->limit > 0)
    add_int (builder, "limit-ms", beginning->limit);
  if (beginning->form)
    add_form (builder, beginning);
  return end_object (builder);
}

#define LONGEST_BREAK (24 * 60) /* minutes */

static CharterBeginningSection
read_section (JsonNode *node, guint n_left)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  CharterBeginningSection section = { 0 };

  if (object == NULL)
    return section;
  section.n_items = (guint)CLAMP (charter_json_get_int (object, "items"), 0, n_left);
  section.break_minutes = (guint)CLAMP (charter_json_get_int (object, "break"), 0, LONGEST_BREAK);
  return section;
}

/* Together they hold all items, whatever the payload says: the last has what the others leave. */
static void
read_sections (CharterBeginning *beginning, JsonObject *object)
{
  JsonArray *array = charter_json_get_array (object, "sections");
  guint n = array != NULL ? json_array_get_length (array) : 0;
  guint n_left = g_strv_length (beginning->items);

  beginning->sections = n > 0 ? g_new0 (CharterBeginningSection, n) : NULL;
  beginning->n_sections = n;
  for (guint i = 0; i < n; i++)
    {
      beginning->sections[i] = read_section (json_array_get_element (array, i), n_left);
      n_left -= beginning->sections[i].n_items;
    }
  if (n > 0)
    beginning->sections[n - 1].n_items += n_left;
}

static void
read_unscored (CharterBeginning *beginning, JsonObject *object)
{
  JsonArray *array = charter_json_get_array (object, "unscored");
  guint n = array != NULL ? json_array_get_length (array) : 0;
  guint n_items = g_strv_length (beginning->items);

  beginning->unscored = n > 0 ? g_new0 (guint, n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gint64 at = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : -1;
      if (at >= 0 && at < n_items)
        beginning->unscored[beginning->n_unscored++] = (guint)at;
    }
}

gboolean
charter_beginning_from_json (CharterBeginning *beginning, const char *payload)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  *beginning = (CharterBeginning){ 0 };
  if (object == NULL || !json_object_has_member (object, "items"))
    return FALSE;
  beginning->group = g_strdup (charter_json_get_string (object, "group", ""));
  beginning->release = dup_string (object, "release");
  beginning->seed = get_seed (object, "seed");
  beginning->drawn = get_seed (object, "drawn");
  beginning->mood = g_strdup (charter_json_get_string (object, "mood", "study"));
  beginning->items = dup_strings (object, "items");
  beginning->part = charter_json_get_boolean (object, "part");
  beginning->limit = MAX (charter_json_get_int (object, "limit-ms"), 0);
  beginning->form = charter_json_get_boolean (object, "form");
  if (beginning->form)
    {
      read_sections (beginning, object);
      read_unscored (beginning, object);
    }
  return TRUE;
}

void
charter_beginning_clear (CharterBeginning *beginning)
{
  g_clear_pointer (&beginning->group, g_free);
  g_clear_pointer (&beginning->release, g_free);
  g_clear_pointer (&beginning->items, g_strfreev);
  g_clear_pointer (&beginning->mood, g_free);
  g_clear_pointer (&beginning->sections, g_free);
  g_clear_pointer (&beginning->unscored, g_free);
}

static void
add_levels (JsonBuilder *builder, const CharterMoveMade *made)
{
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_array (builder);
  for (guint i = 0; made->gauges != NULL && made->gauges[i] != NULL; i++)
    json_builder_add_double_value (builder, made->levels[i]);
  json_builder_end_array (builder);
}

char *
charter_move_made_to_json (const CharterMoveMade *made)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_int (builder, "position", made->position);
  add_string (builder, "scene", made->scene);
  add_string (builder, "move", made->move);
  add_string (builder, "to", made->to);
  add_string (builder, "grade", made->grade);
  add_strings (builder, "shown", made->shown);
  if (made->offered != NULL && made->offered[0] != NULL)
    add_strings (builder, "offered", made->offered);
  if (made->misconception != NULL)
    add_string (builder, "misconception", made->misconception);
  add_strings (builder, "gauges", made->gauges);
  add_levels (builder, made);
  add_double (builder, "points", made->points);
  add_double (builder, "maximum", made->maximum);
  add_int (builder, "ms", made->time);
  return end_object (builder);
}

/* One for each gauge, whatever the payload has. */
static double *
dup_levels (JsonObject *object, guint n)
{
  JsonArray *array = charter_json_get_array (object, "levels");
  double *levels = g_new0 (double, n + 1);

  for (guint i = 0; array != NULL && i < MIN (n, json_array_get_length (array)); i++)
    {
      JsonNode *level = json_array_get_element (array, i);
      levels[i] = JSON_NODE_HOLDS_VALUE (level) ? json_node_get_double (level) : 0;
    }
  return levels;
}

gboolean
charter_move_made_from_json (CharterMoveMade *made, const char *payload)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  *made = (CharterMoveMade){ 0 };
  if (object == NULL || !json_object_has_member (object, "points") || !json_object_has_member (object, "move"))
    return FALSE;
  made->position = charter_json_get_int (object, "position");
  made->scene = g_strdup (charter_json_get_string (object, "scene", ""));
  made->move = g_strdup (charter_json_get_string (object, "move", ""));
  made->to = g_strdup (charter_json_get_string (object, "to", ""));
  made->grade = g_strdup (charter_json_get_string (object, "grade", ""));
  made->shown = dup_strings (object, "shown");
  made->offered = dup_strings (object, "offered");
  made->misconception = dup_string (object, "misconception");
  made->gauges = dup_strings (object, "gauges");
  made->levels = dup_levels (object, g_strv_length (made->gauges));
  made->points = get_points (object, "points");
  made->maximum = get_points (object, "maximum");
  made->time = charter_json_get_int (object, "ms");
  return TRUE;
}

void
charter_move_made_clear (CharterMoveMade *made)
{
  g_clear_pointer (&made->scene, g_free);
  g_clear_pointer (&made->move, g_free);
  g_clear_pointer (&made->to, g_free);
  g_clear_pointer (&made->grade, g_free);
  g_clear_pointer (&made->shown, g_strfreev);
  g_clear_pointer (&made->offered, g_strfreev);
  g_clear_pointer (&made->misconception, g_free);
  g_clear_pointer (&made->gauges, g_strfreev);
  g_clear_pointer (&made->levels, g_free);
}

char *
charter_ending_to_json (const CharterEnding *ending)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_boolean (builder, "finished", ending->finished);
  if (ending->ending != NULL)
    add_string (builder, "ending", ending->ending);
  if (ending->maximum > 0)
    add_double (builder, "maximum", ending->maximum);
  return end_object (builder);
}

void
charter_ending_from_json (CharterEnding *ending, const char *payload)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  *ending = (CharterEnding){ 0 };
  if (object == NULL)
    return;
  ending->finished = charter_json_get_boolean (object, "finished");
  ending->ending = dup_string (object, "ending");
  ending->maximum = MAX (get_points (object, "maximum"), 0);
}

void
charter_ending_clear (CharterEnding *ending)
{
  g_clear_pointer (&ending->ending, g_free);
}

char *
charter_undo_to_json (gboolean feedback_seen)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_boolean (builder, "seen", feedback_seen);
  return end_object (builder);
}

gboolean
charter_undo_from_json (const char *payload)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  return object != NULL && charter_json_get_boolean (object, "seen");
}

char *
charter_grade_to_json (guint grade)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_int (builder, "grade", grade);
  return end_object (builder);
}

guint
charter_grade_from_json (const char *payload)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  return object != NULL ? get_grade (object) : 0;
}

char *
charter_suspend_to_json (gboolean suspended)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_boolean (builder, "on", suspended);
  return end_object (builder);
}

gboolean
charter_suspend_from_json (const char *payload)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  return object != NULL && charter_json_get_boolean (object, "on");
}

char *
charter_setting_to_json (const char *name, const char *value)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_string (builder, "name", name);
  add_string (builder, "value", value);
  return end_object (builder);
}

gboolean
charter_setting_from_json (const char *payload, char **name, char **value)
{
  g_autoptr (JsonObject) object = parse_object (payload);

  *name = object != NULL ? dup_string (object, "name") : NULL;
  *value = object != NULL ? dup_string (object, "value") : NULL;
  if (*name != NULL && *value != NULL)
    return TRUE;
  g_clear_pointer (name, g_free);
  g_clear_pointer (value, g_free);
  return FALSE;
}
