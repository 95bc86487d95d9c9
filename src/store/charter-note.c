/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-note.h"

#include "charter-json.h"

static const char *const kind_names[] = {
  [CHARTER_NOTE_NOTE] = "note",
  [CHARTER_NOTE_BOOKMARK] = "bookmark",
  [CHARTER_NOTE_HIGHLIGHT] = "highlight",
  [CHARTER_NOTE_DISPUTE] = "dispute",
};

/* The texts that the payload holds, by their member's name. */
static const struct {
  const char *name;
  gsize offset;
} members[] = {
  { "release", G_STRUCT_OFFSET (CharterNote, release) }, { "lesson", G_STRUCT_OFFSET (CharterNote, lesson) },
  { "section", G_STRUCT_OFFSET (CharterNote, section) }, { "answer", G_STRUCT_OFFSET (CharterNote, answer) },
  { "text", G_STRUCT_OFFSET (CharterNote, text) },       { "quote", G_STRUCT_OFFSET (CharterNote, quote) },
  { "before", G_STRUCT_OFFSET (CharterNote, before) },   { "after", G_STRUCT_OFFSET (CharterNote, after) },
};

/* Those that are columns of the event. */
static const gsize columns[] = {
  G_STRUCT_OFFSET (CharterNote, id),
  G_STRUCT_OFFSET (CharterNote, pack),
  G_STRUCT_OFFSET (CharterNote, item),
  G_STRUCT_OFFSET (CharterNote, key_hash),
};

static char **
text_at (const CharterNote *note, gsize offset)
{
  return (char **)((const char *)note + offset);
}

CharterNote *
charter_note_new (CharterNoteKind kind, const char *id, const char *pack)
{
  CharterNote *note = g_new0 (CharterNote, 1);

  note->kind = kind;
  note->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  note->pack = g_strdup (pack);
  return note;
}

CharterNote *
charter_note_copy (const CharterNote *note)
{
  CharterNote *copy;

  if (note == NULL)
    return NULL;
  copy = g_new (CharterNote, 1);
  *copy = *note;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *text_at (copy, columns[i]) = g_strdup (*text_at (note, columns[i]));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    *text_at (copy, members[i].offset) = g_strdup (*text_at (note, members[i].offset));
  return copy;
}

void
charter_note_free (CharterNote *note)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (*text_at (note, columns[i]));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (*text_at (note, members[i].offset));
  g_free (note);
}

const char *
charter_note_kind_name (CharterNoteKind kind)
{
  return kind_names[kind];
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_words (JsonBuilder *builder, const CharterNote *note)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    add_string (builder, members[i].name, *text_at (note, members[i].offset));
  if (note->quote == NULL)
    return;
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, note->start);
}

void
charter_note_to_event (const CharterNote *note, CharterEvent *event)
{
  g_autoptr (JsonBuilder) builder = json_builder_begin_object (json_builder_new ());
  g_autoptr (JsonNode) root = NULL;

  event->pack = g_strdup (note->pack);
  event->item = g_strdup (note->item);
  event->key_hash = g_strdup (note->key_hash);
  add_string (builder, "id", note->id);
  add_string (builder, "what", kind_names[note->kind]);
  if (note->removed)
    {
      json_builder_set_member_name (builder, "removed");
      json_builder_add_boolean_value (builder, TRUE);
    }
  else
    add_words (builder, note);
  root = json_builder_get_root (json_builder_end_object (builder));
  event->payload = json_to_string (root, FALSE);
}

static gboolean
find_kind (const char *name, CharterNoteKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

static CharterNote *
read_note (const CharterEvent *event, JsonObject *object)
{
  const char *id = charter_json_get_string (object, "id", NULL);
  CharterNoteKind kind;
  CharterNote *note;

  if (id == NULL || *id == '\0' || !find_kind (charter_json_get_string (object, "what", NULL), &kind))
    return NULL;
  note = charter_note_new (kind, id, event->pack);
  note->item = g_strdup (event->item);
  note->key_hash = g_strdup (event->key_hash);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    *text_at (note, members[i].offset) = g_strdup (charter_json_get_string (object, members[i].name, NULL));
  note->start = CLAMP (charter_json_get_int (object, "start"), 0, G_MAXINT);
  note->removed = charter_json_get_boolean (object, "removed");
  note->made = note->changed = event->wall;
  return note;
}

CharterNote *
charter_note_from_event (const CharterEvent *event)
{
  g_autoptr (JsonNode) node = NULL;

  if (event->kind != CHARTER_EVENT_NOTE || event->pack == NULL || event->payload == NULL)
    return NULL;
  node = charter_json_parse (event->payload);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? read_note (event, json_node_get_object (node)) : NULL;
}

int
charter_note_compare (gconstpointer a, gconstpointer b)
{
  const CharterNote *first = *(const CharterNote *const *)a;
  const CharterNote *second = *(const CharterNote *const *)b;

  if (first->made != second->made)
    return first->made < second->made ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}
