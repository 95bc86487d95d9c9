/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session's place: the cursor, and of each step what is not in the log. Steps are named by where they stood when
 * the session began. */
#include "charter-study-track.h"

#include "charter-json.h"

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  if (value == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  if (!value)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, TRUE);
}

static void
add_first (JsonBuilder *builder, CharterSession *session, guint i)
{
  CharterResponse *first = charter_session_get_first_choice (session, i);
  g_autofree char *text = first != NULL ? charter_response_to_string (first) : NULL;

  if (text == NULL || charter_session_get_n_changes (session, i) == 0)
    return;
  json_builder_set_member_name (builder, "first");
  json_builder_add_string_value (builder, text);
}

static void
add_choice (JsonBuilder *builder, CharterSession *session, guint i)
{
  g_autofree char *text = charter_response_to_string (charter_session_get_response (session, i));

  json_builder_set_member_name (builder, "response");
  json_builder_add_string_value (builder, text);
  add_flag (builder, "skipped", charter_session_get_stand (session, i) == CHARTER_STAND_SKIPPED);
  add_flag (builder, "hint", charter_session_get_hint_used (session, i));
  add_int (builder, "changes", charter_session_get_n_changes (session, i));
  add_first (builder, session, i);
  add_int (builder, "confidence", charter_session_get_confidence (session, i));
}

/* An exam's answers may be thought over for longer than the log has it, and a break that lasts too long takes time from
 * a question that was not yet seen. */
static gboolean
has_time (CharterSession *session, guint i)
{
  if (charter_session_get_mood (session) == CHARTER_MOOD_EXAM)
    return charter_session_get_time (session, i) > 0 || charter_session_get_stand (session, i) != CHARTER_STAND_UNSEEN;
  return charter_session_get_stand (session, i) != CHARTER_STAND_UNSEEN
         && charter_session_get_stand (session, i) != CHARTER_STAND_ANSWERED;
}

static void
add_struck (JsonBuilder *builder, CharterSession *session, guint i)
{
  const CharterItem *item = charter_path_get_step (charter_session_get_path (session), i)->item;
  guint64 struck = charter_session_get_struck (session, i);

  if (struck == 0)
    return;
  json_builder_set_member_name (builder, "struck");
  json_builder_begin_array (builder);
  for (guint k = 0; k < MIN (item->n_parts, 64); k++)
    if (struck >> k & 1)
      json_builder_add_string_value (builder, item->parts[k].id);
  json_builder_end_array (builder);
}

/* Each as [text, start, end, words]. */
static void
add_highlights (JsonBuilder *builder, CharterSession *session, guint i, CharterHighlightOf of)
{
  GPtrArray *highlights = charter_session_get_highlights (session, i, of);

  if (highlights == NULL || highlights->len == 0)
    return;
  json_builder_set_member_name (builder, "highlighted");
  json_builder_begin_array (builder);
  for (guint k = 0; k < highlights->len; k++)
    {
      const CharterHighlight *highlight = g_ptr_array_index (highlights, k);
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, highlight->text);
      json_builder_add_int_value (builder, highlight->start);
      json_builder_add_int_value (builder, highlight->end);
      json_builder_add_string_value (builder, highlight->words);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_step (JsonBuilder *builder, CharterSession *session, guint i, guint origin)
{
  CharterStand stand = charter_session_get_stand (session, i);
  gboolean flagged = charter_session_get_flagged (session, i);

  if (!flagged && !has_time (session, i))
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "at");
  json_builder_add_int_value (builder, origin);
  add_flag (builder, "flagged", flagged);
  if (has_time (session, i))
    add_int (builder, "us", charter_session_get_time (session, i));
  if (stand != CHARTER_STAND_UNSEEN && stand != CHARTER_STAND_ANSWERED)
    add_choice (builder, session, i);
  add_struck (builder, session, i);
  add_highlights (builder, session, i, CHARTER_HIGHLIGHT_OF_QUESTION);
  json_builder_end_object (builder);
}

/* A situation is named by the first step that has it, of which nothing else may be to be kept. */
static void
add_situations (JsonBuilder *builder, CharterSession *session, const CharterTrack *track)
{
  g_autoptr (GArray) positions = charter_session_list_highlighted (session);

  if (positions->len == 0)
    return;
  json_builder_set_member_name (builder, "situations");
  json_builder_begin_array (builder);
  for (guint k = 0; k < positions->len; k++)
    {
      guint i = g_array_index (positions, guint, k);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "at");
      json_builder_add_int_value (builder, track->steps[i].origin);
      add_highlights (builder, session, i, CHARTER_HIGHLIGHT_OF_SITUATION);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
charter_study_place_to_json (CharterSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_begin_object (json_builder_new ());
  g_autoptr (JsonNode) node = NULL;
  const CharterTrack *track = charter_track_get (session);

  json_builder_set_member_name (builder, "position");
  json_builder_add_int_value (builder, track->steps[charter_session_get_position (session)].origin);
  add_int (builder, "section", charter_session_get_section (session));
  add_int (builder, "break", charter_session_get_break_left (session));
  if (charter_session_get_limit (session) > 0)
    add_int (builder, "spent", charter_session_get_time_spent (session));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; charter_session_find_loose (session, &i); i++)
    add_step (builder, session, i, track->steps[i].origin);
  json_builder_end_array (builder);
  add_situations (builder, session, track);
  node = json_builder_get_root (json_builder_end_object (builder));
  return json_to_string (node, FALSE);
}

void
charter_place_step_clear (CharterPlaceStep *step)
{
  g_clear_pointer (&step->response, charter_response_unref);
  g_clear_pointer (&step->first, charter_response_unref);
}

static gboolean
has_id (const CharterItem *item, const char *id)
{
  return id == NULL || charter_item_find_part (item, id) != NULL || charter_item_find_slot (item, id) != NULL;
}

/* Whether an item still has everything that a choice names. */
static gboolean
fits (const CharterItem *item, const CharterResponse *response)
{
  for (guint i = 0; i < charter_response_get_n (response); i++)
    {
      CharterPairing pairing = charter_response_get (response, i);
      if (!has_id (item, pairing.source) || !has_id (item, pairing.target))
        return FALSE;
    }
  return TRUE;
}

CharterResponse *
charter_study_read_choice (const CharterItem *item, const char *text)
{
  g_autoptr (CharterResponse) response
    = charter_response_parse (charter_item_kind_response_shape (item->kind), text, NULL);

  return response != NULL && fits (item, response) ? g_steal_pointer (&response) : NULL;
}

/* Returns: NULL where there is none, or the item has no longer what it names */
static CharterResponse *
read_choice (JsonObject *object, const char *name, const CharterItem *item)
{
  const char *text = json_object_get_string_member_with_default (object, name, NULL);

  return text != NULL ? charter_study_read_choice (item, text) : NULL;
}

static void
read_step (JsonObject *object, const CharterItem *item, CharterPlaceStep *step)
{
  step->flagged = json_object_get_boolean_member_with_default (object, "flagged", FALSE);
  step->time = json_object_get_int_member_with_default (object, "us", 0);
  if (!json_object_has_member (object, "response"))
    return;
  charter_place_step_clear (step);
  step->response = read_choice (object, "response", item);
  step->first = read_choice (object, "first", item);
  step->stand = json_object_get_boolean_member_with_default (object, "skipped", FALSE) ? CHARTER_STAND_SKIPPED
                                                                                       : CHARTER_STAND_OPEN;
  step->hint_used = json_object_get_boolean_member_with_default (object, "hint", FALSE);
  step->n_changes = json_object_get_int_member_with_default (object, "changes", 0);
  step->confidence = CLAMP (json_object_get_int_member_with_default (object, "confidence", 0), CHARTER_CONFIDENCE_NONE,
                            CHARTER_CONFIDENCE_SURE);
}

/* Calls what with each step of the place that the session still has. */
typedef void (*StepFunc) (JsonObject *object, CharterSession *session, guint i, gpointer data);

static void
for_each_step (CharterSession *session, JsonArray *array, StepFunc what, gpointer data)
{
  CharterTrack *track = charter_track_get (session);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      gint64 at = object != NULL ? json_object_get_int_member_with_default (object, "at", -1) : -1;
      guint found = at >= 0 ? charter_track_find_step (track, at) : 0;
      if (at >= 0 && track->steps[found].origin == at)
        what (object, session, found, data);
    }
}

static void
read_one (JsonObject *object, CharterSession *session, guint i, gpointer steps)
{
  read_step (object, charter_path_get_step (charter_session_get_path (session), i)->item,
             &((CharterPlaceStep *)steps)[i]);
}

/* Options that the item has no longer are left out. */
static void
read_struck (JsonObject *object, CharterSession *session, guint i, gpointer unused)
{
  const CharterItem *item = charter_path_get_step (charter_session_get_path (session), i)->item;
  JsonNode *node = json_object_get_member (object, "struck");
  JsonArray *ids = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint64 struck = 0;

  for (guint k = 0; ids != NULL && k < json_array_get_length (ids); k++)
    {
      JsonNode *id = json_array_get_element (ids, k);
      const CharterPart *part
        = JSON_NODE_HOLDS_VALUE (id) ? charter_item_find_part (item, json_node_get_string (id)) : NULL;
      if (part != NULL && part - item->parts < 64)
        struck |= G_GUINT64_CONSTANT (1) << (part - item->parts);
    }
  if (struck != 0)
    charter_session_set_struck (session, i, struck);
}

static guint
read_count (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_VALUE (node) ? (guint)CLAMP (json_node_get_int (node), 0, G_MAXINT) : 0;
}

static void
read_highlight (JsonNode *node, GPtrArray *highlights)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *last = array != NULL && json_array_get_length (array) == 4 ? json_array_get_element (array, 3) : NULL;

  if (last != NULL && json_node_get_value_type (last) == G_TYPE_STRING)
    charter_highlights_put (highlights, read_count (array, 0), read_count (array, 1), read_count (array, 2),
                            json_node_get_string (last));
}

static void
read_highlights (JsonObject *object, CharterSession *session, guint i, gpointer of)
{
  JsonNode *node = json_object_get_member (object, "highlighted");
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GPtrArray) highlights = charter_highlights_new ();

  for (guint k = 0; list != NULL && k < json_array_get_length (list); k++)
    read_highlight (json_array_get_element (list, k), highlights);
  if (highlights->len > 0)
    charter_session_restore_highlights (session, i, (CharterHighlightOf)GPOINTER_TO_INT (of), highlights);
}

static JsonObject *
parse_place (const char *place)
{
  g_autoptr (JsonNode) node = charter_json_parse (place);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

static gboolean
get_position (JsonObject *object, guint *origin)
{
  gint64 at = json_object_get_int_member_with_default (object, "position", -1);

  if (at < 0)
    return FALSE;
  *origin = at;
  return TRUE;
}

gboolean
charter_study_place_peek_position (const char *place, guint *origin)
{
  g_autoptr (JsonObject) object = parse_place (place);

  return object != NULL && get_position (object, origin);
}

CharterPlaceSection
charter_study_place_read_section (const char *place)
{
  g_autoptr (JsonObject) object = parse_place (place);

  if (object == NULL)
    return (CharterPlaceSection){ 0 };
  return (CharterPlaceSection){
    (guint)CLAMP (json_object_get_int_member_with_default (object, "section", 0), 0, G_MAXINT),
    json_object_get_int_member_with_default (object, "break", 0),
    json_object_get_int_member_with_default (object, "spent", 0),
  };
}

static void
for_each_listed (JsonObject *object, const char *list, CharterSession *session, StepFunc what, gpointer data)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, list) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for_each_step (session, json_node_get_array (node), what, data);
}

gboolean
charter_study_place_read (CharterSession *session, const char *place, CharterPlaceStep *steps, guint *position)
{
  g_autoptr (JsonObject) object = parse_place (place);
  guint origin;

  for_each_listed (object, "steps", session, read_one, steps);
  if (object == NULL || !get_position (object, &origin))
    return FALSE;
  *position = charter_track_find_step (charter_track_get (session), origin);
  return TRUE;
}

void
charter_study_place_restore_marks (CharterSession *session, const char *place)
{
  g_autoptr (JsonObject) object = parse_place (place);

  for_each_listed (object, "steps", session, read_struck, NULL);
  for_each_listed (object, "steps", session, read_highlights, GINT_TO_POINTER (CHARTER_HIGHLIGHT_OF_QUESTION));
  for_each_listed (object, "situations", session, read_highlights, GINT_TO_POINTER (CHARTER_HIGHLIGHT_OF_SITUATION));
}
