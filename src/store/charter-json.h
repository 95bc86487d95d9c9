/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* text: UTF-8, or NULL. What no honest text of Charter's is would lead JSON-GLib so deep that it breaks off, and is
 * refused before: brackets within brackets beyond any need, and comments and quotes that are no JSON, which could hide
 * them. Returns: (transfer full) (nullable) NULL where it is no JSON */
JsonNode *charter_json_parse (const char *text);

/* Members of an object that may come from anywhere. Each gives what JSON-GLib's own function of that name gives, and
 * the same as for a missing member where there is an array or an object instead. */

/* Returns: (transfer none) (nullable) a member that is no array or object */
static inline JsonNode *
charter_json_get_value (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

static inline gint64
charter_json_get_int (JsonObject *object, const char *name)
{
  JsonNode *node = charter_json_get_value (object, name);

  return node != NULL ? json_node_get_int (node) : 0;
}

static inline double
charter_json_get_double (JsonObject *object, const char *name)
{
  JsonNode *node = charter_json_get_value (object, name);

  return node != NULL ? json_node_get_double (node) : 0;
}

static inline gboolean
charter_json_get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = charter_json_get_value (object, name);

  return node != NULL && json_node_get_boolean (node);
}

/* fallback: may be NULL. Returns: (nullable) */
static inline const char *
charter_json_get_string (JsonObject *object, const char *name, const char *fallback)
{
  JsonNode *node = charter_json_get_value (object, name);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  return text != NULL ? text : fallback;
}

/* Returns: (transfer none) (nullable) a member that is an object */
static inline JsonObject *
charter_json_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Returns: (transfer none) (nullable) a member that is an array */
static inline JsonArray *
charter_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

G_END_DECLS
