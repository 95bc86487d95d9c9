/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xAPI 1.0.3: a statement for each answer that stands, and one for each session that was finished. Their ids are made
 * of the events' names, so that a record store that gets them twice keeps them once. Our own IRIs are tags (RFC 4151):
 * they name and need no server. Nothing tells who the learner is, unless an actor is handed in. */
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "charter-out-private.h"
#include "charter-past.h"
#include "charter-payload.h"

#define TAG "tag:charterstudy.org,2026:"
#define HOME "https://charterstudy.org/learners" /* an account needs a URL */
#define ANSWERED "http://adlnet.gov/expapi/verbs/answered"
#define COMPLETED "http://adlnet.gov/expapi/verbs/completed"
#define QUESTION "http://adlnet.gov/expapi/activities/question"
#define ASSESSMENT "http://adlnet.gov/expapi/activities/assessment"
#define COURSE "http://adlnet.gov/expapi/activities/course"

/* What was answered, or all of a session together. */
typedef struct {
  double points, maximum;
  gint64 time;      /* milliseconds */
  GPtrArray *shown; /* ids of the misconceptions that its moves stand for, each once; or NULL */
} Result;

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->shown, g_ptr_array_unref);
  g_free (result);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
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
begin_member (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

/* RFC 4122, version 5, of the event's name in a space of our own. */
static char *
make_id (const CharterEvent *event)
{
  static const char space[] = TAG "statement:";
  g_autofree char *name = g_strdup_printf ("%s%s/%" G_GINT64_FORMAT, space, event->device, event->seq);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize length = sizeof d;

  g_checksum_update (sum, (const guchar *)name, -1);
  g_checksum_get_digest (sum, d, &length);
  d[6] = (d[6] & 0x0f) | 0x50;
  d[8] = (d[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", d[0], d[1], d[2],
                          d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14], d[15]);
}

/* Ids hold nothing that needs it, but a history from elsewhere may. third: may be NULL. */
static char *
make_iri (const char *kind, const char *second, const char *third)
{
  g_autofree char *one = g_uri_escape_string (second != NULL ? second : "", NULL, FALSE);
  g_autofree char *two = g_uri_escape_string (third != NULL ? third : "", NULL, FALSE);

  return g_strconcat (TAG, kind, ":", one, third != NULL ? "/" : "", two, NULL);
}

static void
add_actor (JsonBuilder *builder, const char *actor)
{
  begin_member (builder, "actor");
  add_string (builder, "objectType", "Agent");
  begin_member (builder, "account");
  add_string (builder, "homePage", HOME);
  add_string (builder, "name", actor);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_verb (JsonBuilder *builder, const char *id, const char *word)
{
  begin_member (builder, "verb");
  add_string (builder, "id", id);
  begin_member (builder, "display");
  add_string (builder, "en", word);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_activity_members (JsonBuilder *builder, const char *iri, const char *type)
{
  add_string (builder, "objectType", "Activity");
  add_string (builder, "id", iri);
  begin_member (builder, "definition");
  add_string (builder, "type", type);
  json_builder_end_object (builder);
}

static void
add_object (JsonBuilder *builder, const char *iri, const char *type)
{
  begin_member (builder, "object");
  add_activity_members (builder, iri, type);
  json_builder_end_object (builder);
}

static void
add_related (JsonBuilder *builder, const char *how, const char *iri, const char *type)
{
  json_builder_set_member_name (builder, how);
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_activity_members (builder, iri, type);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

/* A score has its bounds; where there is nothing to score, there is none. */
static void
add_score (JsonBuilder *builder, const Result *result)
{
  if (result->maximum <= 0)
    return;
  begin_member (builder, "score");
  add_double (builder, "scaled", CLAMP (result->points / result->maximum, -1, 1));
  add_double (builder, "raw", result->points);
  add_double (builder, "min", fmin (result->points, 0));
  add_double (builder, "max", fmax (result->maximum, result->points));
  json_builder_end_object (builder);
}

static void
add_duration (JsonBuilder *builder, gint64 time)
{
  g_autofree char *text
    = g_strdup_printf ("PT%" G_GINT64_FORMAT ".%02dS", MAX (time, 0) / 1000, (int)(MAX (time, 0) % 1000 / 10));

  add_string (builder, "duration", text);
}

/* The id of a session is a UUID; what is none stays out, for a store would refuse the statement. */
static void
add_context (JsonBuilder *builder, const CharterEvent *event, const CharterSitting *sitting, gboolean with_group)
{
  g_autofree char *pack = make_iri ("pack", event->pack != NULL ? event->pack : sitting->begun->pack, NULL);
  g_autofree char *group = sitting != NULL ? make_iri ("group", sitting->begun->pack, sitting->group) : NULL;

  begin_member (builder, "context");
  if (event->session != NULL && g_uuid_string_is_valid (event->session))
    add_string (builder, "registration", event->session);
  add_string (builder, "platform", "Charter");
  begin_member (builder, "contextActivities");
  if (with_group && group != NULL)
    add_related (builder, "parent", group, ASSESSMENT);
  add_related (builder, "grouping", pack, COURSE);
  json_builder_end_object (builder);
  if (sitting != NULL)
    {
      begin_member (builder, "extensions");
      add_string (builder, TAG "mood", sitting->mood);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static JsonBuilder *
begin_statement (const CharterEvent *event, const char *actor)
{
  JsonBuilder *builder = json_builder_begin_object (json_builder_new ());
  g_autofree char *id = make_id (event);
  g_autofree char *time = charter_out_time (event);

  add_string (builder, "id", id);
  add_string (builder, "timestamp", time);
  add_actor (builder, actor);
  return builder;
}

static char *
end_statement (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json_builder_end_object (builder));

  return json_to_string (root, FALSE);
}

/* ids: NULL-terminated, or NULL. */
static void
add_misconceptions (JsonBuilder *builder, const char *const *ids)
{
  if (ids == NULL || ids[0] == NULL)
    return;
  json_builder_set_member_name (builder, TAG "misconceptions");
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
add_answer_extensions (JsonBuilder *builder, const CharterGiven *given, const CharterAnswer *answer)
{
  static const char *const confidences[] = { NULL, "guess", "think", "sure" };
  guint grade = given->grade > 0 ? given->grade : answer->grade;

  begin_member (builder, "extensions");
  add_boolean (builder, TAG "hint", answer->hint_used);
  if (given->unscored)
    add_boolean (builder, TAG "unscored", TRUE);
  if (answer->confidence > 0)
    add_string (builder, TAG "confidence", confidences[MIN (answer->confidence, 3)]);
  if (grade > 0)
    {
      json_builder_set_member_name (builder, TAG "grade");
      json_builder_add_int_value (builder, grade);
    }
  add_misconceptions (builder, (const char *const *)answer->shown);
  json_builder_end_object (builder);
}

static char *
make_answered (const CharterGiven *given, const CharterAnswer *answer, const char *actor)
{
  g_autoptr (JsonBuilder) builder = begin_statement (given->event, actor);
  g_autofree char *iri = make_iri ("item", given->event->pack, given->event->item != NULL ? given->event->item : "");

  add_verb (builder, ANSWERED, "answered");
  add_object (builder, iri, QUESTION);
  begin_member (builder, "result");
  add_score (builder, &(Result){ answer->points, answer->maximum, answer->time });
  add_boolean (builder, "success", answer->correct);
  add_string (builder, "response", answer->response);
  add_duration (builder, answer->time);
  add_answer_extensions (builder, given, answer);
  json_builder_end_object (builder);
  if (given->event->pack != NULL || given->sitting != NULL)
    add_context (builder, given->event, given->sitting, TRUE);
  return end_statement (builder);
}

static void
add_shown (Result *result, const char *misconception)
{
  if (misconception == NULL)
    return;
  if (result->shown == NULL)
    result->shown = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  if (!g_ptr_array_find_with_equal_func (result->shown, misconception, g_str_equal, NULL))
    g_ptr_array_add (result->shown, g_strdup (misconception));
}

/* All that stands of a session. */
static void
add_up (GHashTable *results, const CharterGiven *given)
{
  g_auto (CharterAnswer) answer = { 0 };
  g_auto (CharterMoveMade) made = { 0 };
  Result *result = g_hash_table_lookup (results, given->sitting);

  if (result == NULL)
    {
      result = g_new0 (Result, 1);
      g_hash_table_insert (results, (gpointer)given->sitting, result);
    }
  if (given->event->kind == CHARTER_EVENT_ANSWER)
    charter_answer_from_json (&answer, given->event->payload);
  else
    charter_move_made_from_json (&made, given->event->payload);
  result->time += answer.time + made.time;
  add_shown (result, made.misconception);
  if (given->unscored)
    return;
  result->points += answer.points + made.points;
  result->maximum += answer.maximum + made.maximum;
}

static char *
make_completed (const CharterSitting *sitting, const CharterEnding *ending, const Result *result, const char *actor)
{
  g_autoptr (JsonBuilder) builder = begin_statement (sitting->ended, actor);
  g_autofree char *iri = make_iri ("group", sitting->begun->pack, sitting->group);
  Result whole = result != NULL ? *result : (Result){ 0 };

  whole.maximum = fmax (whole.maximum, ending->maximum);
  add_verb (builder, COMPLETED, "completed");
  add_object (builder, iri, ASSESSMENT);
  begin_member (builder, "result");
  add_score (builder, &whole);
  add_boolean (builder, "completion", TRUE);
  add_duration (builder, whole.time);
  if (whole.shown != NULL)
    {
      begin_member (builder, "extensions");
      add_misconceptions (builder, (const char *const *)whole.shown->pdata);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  add_context (builder, sitting->ended, sitting, FALSE);
  return end_statement (builder);
}

static char *
make_actor (const CharterOut *out)
{
  const CharterEvent *first = out->events->len > 0 ? g_ptr_array_index (out->events, 0) : NULL;
  g_autofree char *sum = NULL;

  if (out->actor != NULL || first == NULL)
    return g_strdup (out->actor);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, first->device, -1);
  return g_strndup (sum, 16);
}

/* n: how many were written before. statement: taken. */
static gboolean
write_statement (const CharterOut *out, guint *n, char *statement, GError **error)
{
  g_autofree char *line = g_strconcat ((*n)++ > 0 ? ",\n" : "[\n", statement, NULL);

  g_free (statement);
  return charter_out_text (out, line, error);
}

static gboolean
write_answers (
  const CharterOut *out, CharterPast *past, const char *actor, GHashTable *results, guint *n, GError **error)
{
  for (guint i = 0; i < past->given->len; i++)
    {
      const CharterGiven *given = g_ptr_array_index (past->given, i);
      g_auto (CharterAnswer) answer = { 0 };

      if (!given->stands)
        continue;
      if (given->sitting != NULL)
        add_up (results, given);
      if (given->event->kind == CHARTER_EVENT_ANSWER && charter_answer_from_json (&answer, given->event->payload)
          && !write_statement (out, n, make_answered (given, &answer, actor), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sittings (
  const CharterOut *out, CharterPast *past, const char *actor, GHashTable *results, guint *n, GError **error)
{
  for (guint i = 0; i < past->sittings->len; i++)
    {
      const CharterSitting *sitting = g_ptr_array_index (past->sittings, i);
      g_auto (CharterEnding) ending = { 0 };

      if (sitting->ended == NULL || sitting->deleted)
        continue;
      charter_ending_from_json (&ending, sitting->ended->payload);
      if (ending.finished
          && !write_statement (out, n, make_completed (sitting, &ending, g_hash_table_lookup (results, sitting), actor),
                               error))
        return FALSE;
    }
  return TRUE;
}

gboolean
charter_out_xapi (const CharterOut *out, GError **error)
{
  g_autoptr (CharterPast) past = charter_past_new (out->events);
  g_autoptr (GHashTable) results = g_hash_table_new_full (NULL, NULL, NULL, result_free);
  g_autofree char *actor = make_actor (out);
  guint n = 0;

  return write_answers (out, past, actor, results, &n, error) && write_sittings (out, past, actor, results, &n, error)
         && charter_out_text (out, n > 0 ? "\n]\n" : "[]\n", error);
}
