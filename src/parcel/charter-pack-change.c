/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-pack-change.h"

#include <libxml/parser.h>
#include <string.h>

/* ---- what a unit says, whatever its layout ---- */

/* White space between words is one space, and none at the ends. */
static void
add_words (GString *said, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (said, " %s", words[i]);
}

static int
compare_attributes (gconstpointer a, gconstpointer b)
{
  const xmlAttr *first = *(xmlAttr *const *)a, *second = *(xmlAttr *const *)b;

  return strcmp ((const char *)first->name, (const char *)second->name);
}

static void
add_attributes (GString *said, xmlNode *node)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    g_ptr_array_add (attributes, attribute);
  g_ptr_array_sort (attributes, compare_attributes);
  for (guint i = 0; i < attributes->len; i++)
    {
      xmlAttr *attribute = g_ptr_array_index (attributes, i);
      xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);

      g_string_append_printf (said, " %s=\"%s\"", attribute->name, value != NULL ? (const char *)value : "");
      xmlFree (value);
    }
}

static gboolean
is_item (const xmlNode *node)
{
  CharterItemKind kind;

  return node->type == XML_ELEMENT_NODE && charter_item_kind_from_name ((const char *)node->name, &kind);
}

static void
add_element (GString *said, xmlNode *node, gboolean with_items)
{
  g_string_append_printf (said, " <%s", node->name);
  add_attributes (said, node);
  g_string_append_c (said, '>');
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      add_words (said, (const char *)child->content);
    else if (child->type == XML_ELEMENT_NODE && (with_items || !is_item (child)))
      add_element (said, child, with_items);
  g_string_append (said, " </>");
}

/* ---- the units of a file ---- */

typedef struct {
  char *element, *id, *said;
} Unit;

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  g_free (unit->element);
  g_free (unit->id);
  g_free (unit->said);
  g_free (unit);
}

/* In their order, and by id: ids are unique in a pack. */
typedef struct {
  GPtrArray *list;
  GHashTable *by_id;
} Units;

static void
add_unit (Units *units, xmlNode *node, gboolean with_items)
{
  xmlChar *id = xmlGetNoNsProp (node, (const xmlChar *)"id");
  g_autoptr (GString) said = g_string_new (NULL);
  Unit *unit;

  if (id != NULL && !g_hash_table_contains (units->by_id, id))
    {
      add_element (said, node, with_items);
      unit = g_new (Unit, 1);
      *unit = (Unit){ .element = g_strdup ((const char *)node->name),
                      .id = g_strdup ((const char *)id),
                      .said = g_strdup (said->str) };
      g_ptr_array_add (units->list, unit);
      g_hash_table_insert (units->by_id, unit->id, unit);
    }
  xmlFree (id);
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

static void
add_group (Units *units, xmlNode *group)
{
  add_unit (units, group, FALSE);
  for (xmlNode *child = group->children; child != NULL; child = child->next)
    if (is_item (child))
      add_unit (units, child, TRUE);
}

static void
add_top (Units *units, xmlNode *node)
{
  if (is_named (node, "scenario") || is_named (node, "bank"))
    add_group (units, node);
  else if (is_named (node, "lesson") || is_named (node, "case") || is_named (node, "exam"))
    add_unit (units, node, TRUE);
  else if (is_named (node, "glossary"))
    for (xmlNode *child = node->children; child != NULL; child = child->next)
      if (is_named (child, "entry"))
        add_unit (units, child, TRUE);
}

/* The loader has read the same bytes, and refused what could do harm. */
static void
read_units (Units *units, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *document = length <= G_MAXINT ? xmlReadMemory (data, (int)length, NULL, NULL,
                                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                                        : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  units->list = g_ptr_array_new_with_free_func (unit_free);
  units->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    add_top (units, node);
  xmlFreeDoc (document);
}

static void
units_clear (Units *units)
{
  g_hash_table_unref (units->by_id);
  g_ptr_array_unref (units->list);
}

/* ---- comparing ---- */

static const CharterItem *
find_item (CharterPack *pack, const Unit *unit)
{
  CharterItemKind kind;

  return charter_item_kind_from_name (unit->element, &kind) ? charter_pack_find_item (pack, unit->id) : NULL;
}

static gboolean
has_other_key (const CharterItem *before, const CharterItem *after)
{
  g_autofree char *first = before != NULL ? charter_item_dup_key_hash (before) : NULL;
  g_autofree char *second = after != NULL ? charter_item_dup_key_hash (after) : NULL;

  return first != NULL && second != NULL && !g_str_equal (first, second);
}

static void
add_change (CharterPackChange *self, GArray *changes, CharterChangeKind kind, CharterPack *pack, const Unit *unit)
{
  const CharterItem *item = find_item (pack, unit);
  CharterChange change
    = { .kind = kind, .element = g_intern_string (unit->element), .id = g_strdup (unit->id), .item = item };

  g_array_append_val (changes, change);
  if (charter_item_kind_from_name (unit->element, &(CharterItemKind){ 0 }))
    self->n_items[kind]++;
  else
    self->n_others++;
}

static void
compare (CharterPackChange *self, GArray *changes, const Units *before, const Units *after)
{
  for (guint i = 0; i < after->list->len; i++)
    {
      const Unit *now = g_ptr_array_index (after->list, i);
      const Unit *then = g_hash_table_lookup (before->by_id, now->id);

      if (then == NULL)
        add_change (self, changes, CHARTER_CHANGE_ADDED, self->after, now);
      else if (has_other_key (find_item (self->before, then), find_item (self->after, now)))
        add_change (self, changes, CHARTER_CHANGE_KEY, self->after, now);
      else if (!g_str_equal (then->said, now->said))
        add_change (self, changes, CHARTER_CHANGE_TEXT, self->after, now);
    }
  for (guint i = 0; i < before->list->len; i++)
    {
      const Unit *then = g_ptr_array_index (before->list, i);

      if (!g_hash_table_contains (after->by_id, then->id))
        add_change (self, changes, CHARTER_CHANGE_REMOVED, self->before, then);
    }
}

CharterPackChange *
charter_pack_change_new (CharterPack *before, GBytes *before_bytes, CharterPack *after, GBytes *after_bytes)
{
  CharterPackChange *self = g_new0 (CharterPackChange, 1);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (CharterChange));
  gsize n;
  Units then, now;

  self->before = charter_pack_ref (before);
  self->after = charter_pack_ref (after);
  read_units (&then, before_bytes);
  read_units (&now, after_bytes);
  compare (self, changes, &then, &now);
  units_clear (&then);
  units_clear (&now);
  self->changes = g_array_steal (changes, &n);
  self->n_changes = (guint)n;
  g_array_unref (changes);
  return self;
}

void
charter_pack_change_free (CharterPackChange *self)
{
  for (guint i = 0; i < self->n_changes; i++)
    g_free ((char *)self->changes[i].id);
  g_free (self->changes);
  charter_pack_unref (self->before);
  charter_pack_unref (self->after);
  g_free (self);
}
