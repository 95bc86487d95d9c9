/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-event-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-json.h"

#define HLC_DIGITS 16

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
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
add_stamp (JsonBuilder *builder, const CharterEvent *event)
{
  g_autofree char *hlc = g_strdup_printf ("%0*" G_GINT64_MODIFIER "x", HLC_DIGITS, event->hlc);

  add_text (builder, "device", event->device);
  add_int (builder, "seq", event->seq);
  add_text (builder, "hlc", hlc);
  add_int (builder, "wall", event->wall);
  add_int (builder, "tz", event->tz);
}

/* As an object; as text where it is none, so that nothing is lost. */
static void
add_payload (JsonBuilder *builder, const char *payload)
{
  g_autoptr (JsonNode) node = charter_json_parse (payload);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      add_text (builder, "payload", payload);
      return;
    }
  json_builder_set_member_name (builder, "payload");
  json_builder_add_value (builder, g_steal_pointer (&node));
}

static void
add_undo (JsonBuilder *builder, const CharterEvent *event)
{
  if (event->undo_device == NULL)
    return;
  json_builder_set_member_name (builder, "undo");
  json_builder_begin_object (builder);
  add_text (builder, "device", event->undo_device);
  add_int (builder, "seq", event->undo_seq);
  json_builder_end_object (builder);
}

char *
charter_event_to_line (const CharterEvent *event)
{
  g_autoptr (JsonBuilder) builder = json_builder_begin_object (json_builder_new ());
  g_autoptr (JsonNode) root = NULL;

  add_stamp (builder, event);
  add_text (builder, "kind", charter_event_get_kind_name (event));
  add_int (builder, "v", event->v);
  add_text (builder, "session", event->session);
  add_text (builder, "pack", event->pack);
  add_text (builder, "item", event->item);
  add_text (builder, "key", event->key_hash);
  add_payload (builder, event->payload);
  add_undo (builder, event);
  root = json_builder_get_root (json_builder_end_object (builder));
  return json_to_string (root, FALSE);
}

static gint64
get_hlc (JsonObject *object)
{
  const char *digits = charter_json_get_string (object, "hlc", NULL);

  if (digits == NULL || strlen (digits) != HLC_DIGITS || strspn (digits, "0123456789abcdef") != HLC_DIGITS)
    return 0;
  return (gint64)g_ascii_strtoull (digits, NULL, 16);
}

static char *
dup_payload (JsonObject *object)
{
  if (charter_json_get_object (object, "payload") != NULL)
    return json_to_string (json_object_get_member (object, "payload"), FALSE);
  return g_strdup (charter_json_get_string (object, "payload", NULL));
}

static void
read_undo (CharterEvent *event, JsonObject *object)
{
  JsonObject *undo = charter_json_get_object (object, "undo");

  if (undo == NULL)
    return;
  event->undo_device = g_strdup (charter_json_get_string (undo, "device", NULL));
  event->undo_seq = charter_json_get_int (undo, "seq");
}

static CharterEvent *
read_event (JsonObject *object, const char *kind)
{
  CharterEvent *event
    = charter_event_new (charter_event_kind_from_name (kind), charter_json_get_string (object, "session", NULL),
                         charter_json_get_int (object, "wall"));

  if (event->kind == CHARTER_EVENT_OTHER)
    event->other = g_strdup (kind);
  event->device = g_strdup (charter_json_get_string (object, "device", NULL));
  event->seq = charter_json_get_int (object, "seq");
  event->hlc = get_hlc (object);
  event->tz = (int)CLAMP (charter_json_get_int (object, "tz"), G_MININT, G_MAXINT);
  event->v = (int)CLAMP (charter_json_get_int (object, "v"), 0, G_MAXINT);
  event->pack = g_strdup (charter_json_get_string (object, "pack", NULL));
  event->item = g_strdup (charter_json_get_string (object, "item", NULL));
  event->key_hash = g_strdup (charter_json_get_string (object, "key", NULL));
  event->payload = dup_payload (object);
  read_undo (event, object);
  return event;
}

static CharterEvent *
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  return NULL;
}

CharterEvent *
charter_event_from_line (const char *line, GError **error)
{
  g_autoptr (JsonNode) node = g_utf8_validate (line, -1, NULL) ? charter_json_parse (line) : NULL;
  g_autoptr (CharterEvent) event = NULL;
  const char *kind;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, _ ("It is no JSON object."));
  kind = charter_json_get_string (json_node_get_object (node), "kind", NULL);
  if (kind == NULL || *kind == '\0')
    return fail (error, _ ("“kind” is missing: it says what happened."));
  event = read_event (json_node_get_object (node), kind);
  if (!charter_event_is_stamped (event))
    return fail (error, _ ("“device”, “seq”, “hlc”, “wall”, “tz” or “undo” is missing or makes no sense."));
  return g_steal_pointer (&event);
}
