/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-id-mender.h"

#include <string.h>

#include "charter-diagnostic.h"
#include "charter-loader.h"
#include "charter-tag-scanner.h"

#define LONGEST_ID 40 /* bytes of an id made here, before a number is added */

/* A start tag of the file. */
typedef struct {
  CharterTag tag;
  char *name; /* without a prefix */
  gsize name_end;
  char *id; /* or NULL */
} Element;

/* Ids of parts need to be unique in their holder only: what stands between the holder's start tag and the next one's.
 */
typedef struct {
  const char *parts[8];
  const char *holders[12];
} Scope;

static const Scope scopes[] = {
  { { "option", "category", "card", "pair", "extra", "step", "blank", NULL },
    { "single", "multiple", "truefalse", "classify", "match", "order", "number", "short", "cloze", "hotspot", "drill",
      NULL } },
  { { "choice", "region", NULL },
    { "single", "multiple", "truefalse", "classify", "match", "order", "number", "short", "cloze", "hotspot", "drill",
      NULL } },
  { { "side", "aspect", NULL }, { "comparison", NULL } },
  { { "node", "point", NULL }, { "diagram", NULL } },
};

static void
element_clear (gpointer data)
{
  Element *element = data;

  g_free (element->name);
  g_free (element->id);
}

void
charter_mended_id_free (CharterMendedId *mended)
{
  g_free (mended->element);
  g_free (mended->id);
  g_free (mended);
}

/* ---- the file's start tags ---- */

static Element
read_element (const char *bytes, const CharterTag *tag)
{
  gsize end = tag->start + 1;
  const char *name = bytes + end;
  const char *colon;

  while (end < tag->end && strchr (" \t\r\n/>", bytes[end]) == NULL)
    end++;
  colon = memchr (name, ':', (gsize)(bytes + end - name));
  if (colon != NULL)
    name = colon + 1;
  return (Element){
    .tag = *tag,
    .name = g_strndup (name, (gsize)(bytes + end - name)),
    .name_end = end,
    .id = charter_tag_dup_attribute (bytes, tag, "id"),
  };
}

static GArray *
list_elements (const char *bytes, gsize length)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (Element));
  CharterTagScanner scanner;
  CharterTag tag;

  g_array_set_clear_func (elements, element_clear);
  charter_tag_scanner_init (&scanner, bytes, length, CHARTER_MAX_START_TAG);
  while (charter_tag_scanner_next (&scanner, &tag) == CHARTER_TAG_FOUND)
    {
      Element element = read_element (bytes, &tag);
      g_array_append_val (elements, element);
    }
  return elements;
}

/* ---- words for an id ---- */

/* The text of the element whose start tag ends at start, up to its end tag, without the markup inside. */
static char *
dup_words (const char *bytes, gsize length, const Element *element)
{
  g_autofree char *close
    = g_strdup_printf ("</%.*s", (int)(element->name_end - element->tag.start - 1), bytes + element->tag.start + 1);
  const char *start = bytes + element->tag.end;
  const char *end = g_strstr_len (start, (gssize)(length - element->tag.end), close);
  GString *words = g_string_new (NULL);
  char waits_for = '\0';

  for (const char *at = start; end != NULL && at < end; at++)
    if (waits_for != '\0')
      waits_for = *at == waits_for ? '\0' : waits_for;
    else if (*at == '<' || *at == '&')
      waits_for = *at == '<' ? '>' : ';';
    else
      g_string_append_c (words, *at);
  return g_string_free (words, FALSE);
}

/* Whether nothing but white space and comments stands between two start tags. */
static gboolean
is_first_child (const char *bytes, const Element *parent, const Element *child)
{
  return bytes[parent->tag.end - 2] != '/'
         && g_strstr_len (bytes + parent->tag.end, (gssize)(child->tag.start - parent->tag.end), "</") == NULL;
}

/* The element that names the one at index: its first child, where that holds a title or text. */
static const Element *
find_naming (const char *bytes, const GArray *elements, guint index)
{
  static const char *const naming[] = { "title", "text", "name", "left", "caption", "p", NULL };
  const Element *child = NULL;

  for (guint i = index + 1; i < elements->len && i <= index + 2; i++)
    {
      child = &g_array_index (elements, Element, i);
      if (!is_first_child (bytes, &g_array_index (elements, Element, i - 1), child))
        return NULL;
      if (g_strv_contains (naming, child->name))
        return child;
      if (strcmp (child->name, "stem") != 0)
        return NULL;
    }
  return NULL;
}

/* Lower-case ASCII words with hyphens between them; "" where text has none. */
static char *
slug (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *ascii = g_str_to_ascii (valid, "C");
  g_auto (GStrv) words = NULL;
  GString *id = g_string_new (NULL);

  g_strdelimit (ascii, "'", '?'); /* "team's" is one word */
  for (char *from = ascii, *to = ascii; *from != '\0' || (*to = '\0'); from++)
    if (*from != '?')
      *to++ = *from;
  g_strcanon (ascii, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", ' ');
  words = g_strsplit (ascii, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && (id->len == 0 || id->len + strlen (words[i]) < LONGEST_ID))
      g_string_append_printf (id, "%s%s", id->len > 0 ? "-" : "", words[i]);
    else if (*words[i] != '\0')
      break;
  g_string_truncate (id, MIN (id->len, LONGEST_ID));
  g_string_ascii_down (id);
  return g_string_free (id, FALSE);
}

static char *
dup_wish (const char *bytes, gsize length, const GArray *elements, guint index)
{
  const Element *naming = find_naming (bytes, elements, index);
  g_autofree char *words = naming != NULL ? dup_words (bytes, length, naming) : NULL;
  g_autofree char *wish = words != NULL ? slug (words) : NULL;

  if (wish != NULL && *wish != '\0')
    return g_steal_pointer (&wish);
  return slug (g_array_index (elements, Element, index).name);
}

/* ---- ids that are taken ---- */

static const Scope *
find_scope (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_strv_contains (scopes[i].parts, name))
      return &scopes[i];
  return NULL;
}

/* The ids of the pack: all but those of parts. */
static GHashTable *
list_in_pack (const GArray *elements)
{
  GHashTable *taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < elements->len; i++)
    {
      const Element *element = &g_array_index (elements, Element, i);

      if (element->id != NULL && find_scope (element->name) == NULL)
        g_hash_table_add (taken, element->id);
    }
  return taken;
}

/* The ids near a part: from its holder's to before the next holder's. */
static GHashTable *
list_in_holder (const GArray *elements, guint index, const Scope *scope)
{
  GHashTable *taken = g_hash_table_new (g_str_hash, g_str_equal);
  guint first = index;

  while (first > 0 && !g_strv_contains (scope->holders, g_array_index (elements, Element, first).name))
    first--;
  for (guint i = first; i < elements->len; i++)
    {
      const Element *element = &g_array_index (elements, Element, i);

      if (i > index && g_strv_contains (scope->holders, element->name))
        break;
      if (element->id != NULL)
        g_hash_table_add (taken, element->id);
    }
  return taken;
}

static char *
dup_free_id (GHashTable *taken, const char *wish)
{
  char *numbered = g_strdup (wish);

  for (guint n = 2; g_hash_table_contains (taken, numbered); n++)
    {
      g_free (numbered);
      numbered = g_strdup_printf ("%s-%u", wish, n);
    }
  return numbered;
}

/* Returns: owned by the element */
static const char *
give_id (const char *bytes, gsize length, const GArray *elements, guint index, GHashTable *in_pack)
{
  Element *element = &g_array_index (elements, Element, index);
  const Scope *scope = find_scope (element->name);
  g_autoptr (GHashTable) in_holder = scope != NULL ? list_in_holder (elements, index, scope) : NULL;
  g_autofree char *wish = dup_wish (bytes, length, elements, index);

  element->id = dup_free_id (in_holder != NULL ? in_holder : in_pack, wish);
  if (scope == NULL)
    g_hash_table_add (in_pack, element->id);
  return element->id;
}

/* ---- writing ---- */

static gint64
place_key (guint line, guint column)
{
  return (gint64)line << 32 | column;
}

static GHashTable *
list_places (const GPtrArray *diagnostics)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const CharterDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      gint64 key = place_key (diagnostic->line, diagnostic->column);

      if (strcmp (diagnostic->code, "missing-id") == 0)
        g_hash_table_add (places, g_memdup2 (&key, sizeof key));
    }
  return places;
}

static CharterMendedId *
mended_id_new (guint line, guint column, const Element *element)
{
  CharterMendedId *mended = g_new0 (CharterMendedId, 1);

  mended->line = line;
  mended->column = column;
  mended->element = g_strdup (element->name);
  mended->id = g_strdup (element->id);
  return mended;
}

GBytes *
charter_id_mender_mend (GBytes *bytes, const GPtrArray *diagnostics, GPtrArray *mended)
{
  gsize length, copied = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GArray) elements = list_elements (data, length);
  g_autoptr (GHashTable) in_pack = list_in_pack (elements);
  g_autoptr (GHashTable) places = list_places (diagnostics);
  g_autoptr (GByteArray) written = g_byte_array_new ();
  CharterPlaceCounter counter = { 0 };

  for (guint i = 0; i < elements->len; i++)
    {
      Element *element = &g_array_index (elements, Element, i);
      g_autofree char *attribute = NULL;
      guint line, column;
      gint64 key;

      charter_place_counter_locate (&counter, data, element->tag.start, &line, &column);
      key = place_key (line, column);
      if (element->id != NULL || strcmp (element->name, "pack") == 0 || !g_hash_table_contains (places, &key))
        continue;
      attribute = g_strdup_printf (" id=\"%s\"", give_id (data, length, elements, i, in_pack));
      g_byte_array_append (written, (const guint8 *)data + copied, (guint)(element->name_end - copied));
      g_byte_array_append (written, (const guint8 *)attribute, (guint)strlen (attribute));
      copied = element->name_end;
      g_ptr_array_add (mended, mended_id_new (line, column, element));
    }
  g_byte_array_append (written, (const guint8 *)data + copied, (guint)(length - copied));
  return g_byte_array_free_to_bytes (g_steal_pointer (&written));
}
