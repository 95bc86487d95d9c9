/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "charter-outline.h"

#include <string.h>

#include "charter-loader.h"
#include "charter-tag-scanner.h"

#define LONGEST_NAME 40 /* bytes; no element of the format has as many */

struct _CharterOutline {
  GBytes *bytes;
  const char *text;
  gsize length;
  GArray *elements; /* of CharterOutlineElement */
  GArray *lines;    /* of guint32: where each begins */
};

typedef struct {
  CharterOutline *outline;
  GArray *open; /* of guint: indices, the outermost first */
} Walk;

/* ---- making it ---- */

static CharterOutlineElement *
get (const CharterOutline *self, guint index)
{
  return &g_array_index (self->elements, CharterOutlineElement, index);
}

static gboolean
ends_name (char c)
{
  return strchr (" \t\r\n/>=", c) != NULL;
}

static gsize
find_name_end (const CharterOutline *self, gsize start, gsize limit)
{
  gsize at = start;

  while (at < limit && !ends_name (self->text[at]))
    at++;
  return at;
}

/* name: without a prefix; "" where it is longer than any that is known. */
static void
copy_name (const CharterOutline *self, gsize start, gsize end, char name[LONGEST_NAME + 1])
{
  const char *colon = memchr (self->text + start, ':', end - start);
  gsize from = colon != NULL ? (gsize)(colon - self->text) + 1 : start;

  if (end - from > LONGEST_NAME)
    end = from;
  memcpy (name, self->text + from, end - from);
  name[end - from] = '\0';
}

static CharterElementKind
find_kind (const CharterOutline *self, const CharterOutlineElement *element)
{
  CharterElementKind parent = element->parent == CHARTER_OUTLINE_NONE ? EL_NONE : get (self, element->parent)->kind;
  char name[LONGEST_NAME + 1];
  guint particle;

  copy_name (self, element->start + 1, element->name_end, name);
  if (parent == EL_NONE && element->parent != CHARTER_OUTLINE_NONE)
    return EL_NONE;
  return charter_grammar_find_child (parent, name, &particle);
}

static void
close_innermost (Walk *walk, gsize inside_end, gsize end, gboolean is_closed)
{
  guint index = g_array_index (walk->open, guint, walk->open->len - 1);
  CharterOutlineElement *element = get (walk->outline, index);

  element->inside_end = (guint32)MAX (inside_end, element->inside);
  element->end = (guint32)MAX (end, element->inside);
  element->is_closed = is_closed;
  element->next = walk->outline->elements->len;
  g_array_set_size (walk->open, walk->open->len - 1);
}

static gboolean
has_name (const CharterOutline *self, guint index, const char *name, gsize length)
{
  const CharterOutlineElement *element = get (self, index);

  return element->name_end - element->start - 1 == length
         && memcmp (self->text + element->start + 1, name, length) == 0;
}

static void
take_end_tag (Walk *walk, gsize start, gsize end)
{
  CharterOutline *self = walk->outline;
  gsize name = start + 2, name_end = find_name_end (self, MIN (start + 2, end), end);
  guint depth = walk->open->len;

  if (name_end <= name)
    return;
  while (depth > 0
         && !has_name (self, g_array_index (walk->open, guint, depth - 1), self->text + name, name_end - name))
    depth--;
  if (depth == 0)
    return;
  while (walk->open->len > depth)
    close_innermost (walk, start, start, FALSE);
  close_innermost (walk, start, end, TRUE);
}

static void
take_start_tag (Walk *walk, const CharterTag *tag)
{
  CharterOutline *self = walk->outline;
  guint index = self->elements->len;
  CharterOutlineElement element = { .start = (guint32)tag->start, .inside = (guint32)tag->end };
  gboolean is_ended;

  element.name_end = (guint32)find_name_end (self, tag->start + 1, tag->end);
  element.parent = walk->open->len > 0 ? g_array_index (walk->open, guint, walk->open->len - 1) : CHARTER_OUTLINE_NONE;
  is_ended = self->text[tag->end - 1] == '>';
  element.is_empty = !is_ended || self->text[tag->end - 2] == '/';
  element.is_closed = is_ended && element.is_empty;
  element.inside_end = element.end = element.inside;
  element.next = index + 1;
  element.kind = (guint8)find_kind (self, &element);
  g_array_append_val (self->elements, element);
  if (!element.is_empty)
    g_array_append_val (walk->open, index);
}

static void
read_elements (CharterOutline *self)
{
  Walk walk = { self, g_array_new (FALSE, FALSE, sizeof (guint)) };
  CharterTagScanner scanner;
  CharterTag tag;
  gboolean is_end;

  charter_tag_scanner_init (&scanner, self->text, self->length, self->length);
  while (charter_tag_scanner_next_any (&scanner, &tag, &is_end) == CHARTER_TAG_FOUND)
    if (is_end)
      take_end_tag (&walk, tag.start, tag.end);
    else
      take_start_tag (&walk, &tag);
  while (walk.open->len > 0)
    close_innermost (&walk, self->length, self->length, FALSE);
  g_array_unref (walk.open);
}

static void
read_lines (CharterOutline *self)
{
  guint32 begin = 0;
  const char *found;

  g_array_append_val (self->lines, begin);
  while ((found = memchr (self->text + begin, '\n', self->length - begin)) != NULL)
    {
      begin = (guint32)(found - self->text) + 1;
      g_array_append_val (self->lines, begin);
    }
}

CharterOutline *
charter_outline_new (GBytes *bytes)
{
  CharterOutline *self = g_atomic_rc_box_new0 (CharterOutline);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  self->bytes = g_bytes_ref (bytes);
  self->text = text != NULL ? text : "";
  self->length = MIN (length, CHARTER_MAX_FILE);
  self->elements = g_array_new (FALSE, FALSE, sizeof (CharterOutlineElement));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_lines (self);
  read_elements (self);
  return self;
}

CharterOutline *
charter_outline_ref (CharterOutline *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
outline_clear (CharterOutline *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->elements);
  g_array_unref (self->lines);
}

void
charter_outline_unref (CharterOutline *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)outline_clear);
}

GBytes *
charter_outline_get_bytes (const CharterOutline *self)
{
  return self->bytes;
}

guint
charter_outline_get_length (const CharterOutline *self)
{
  return self->elements->len;
}

const CharterOutlineElement *
charter_outline_get (const CharterOutline *self, guint index)
{
  return get (self, index);
}

/* ---- from one to another ---- */

/* The last one that begins at or before offset. */
static guint
find_last_begun (const CharterOutline *self, gsize offset)
{
  guint low = 0, high = self->elements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get (self, middle)->start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : CHARTER_OUTLINE_NONE;
}

guint
charter_outline_find_at (const CharterOutline *self, gsize offset)
{
  guint index = find_last_begun (self, offset);

  while (index != CHARTER_OUTLINE_NONE
         && (offset > get (self, index)->end || (offset == get (self, index)->end && get (self, index)->is_closed)))
    index = get (self, index)->parent;
  return index;
}

guint
charter_outline_first_child (const CharterOutline *self, guint index)
{
  return index + 1 < self->elements->len && get (self, index + 1)->parent == index ? index + 1 : CHARTER_OUTLINE_NONE;
}

guint
charter_outline_next_sibling (const CharterOutline *self, guint index)
{
  guint next = get (self, index)->next;

  return next < self->elements->len && get (self, next)->parent == get (self, index)->parent ? next
                                                                                             : CHARTER_OUTLINE_NONE;
}

guint
charter_outline_find_child (const CharterOutline *self, guint index, CharterElementKind kind)
{
  guint child = charter_outline_first_child (self, index);

  while (child != CHARTER_OUTLINE_NONE && get (self, child)->kind != kind)
    child = charter_outline_next_sibling (self, child);
  return child;
}

gboolean
charter_element_is_item (CharterElementKind kind)
{
  return kind >= EL_SINGLE && kind <= EL_DRILL;
}

gboolean
charter_element_is_unit (CharterElementKind kind)
{
  static const guint8 units[]
    = { EL_PACK, EL_LESSON, EL_SECTION, EL_ENTRY, EL_SCENARIO, EL_BANK, EL_CASE, EL_EXAM, EL_MISCONCEPTION };

  return charter_element_is_item (kind) || memchr (units, (int)kind, sizeof units) != NULL;
}

guint
charter_outline_find_unit (const CharterOutline *self, guint index)
{
  while (index != CHARTER_OUTLINE_NONE && !charter_element_is_unit (get (self, index)->kind))
    index = get (self, index)->parent;
  return index;
}

/* ---- attributes and ids ---- */

gboolean
charter_outline_find_attribute (const CharterOutline *self, guint index, const char *name, gsize *start, gsize *end)
{
  const CharterOutlineElement *element = get (self, index);
  CharterTag tag = { .start = element->start, .end = element->inside };
  gsize at = 0, behind = 0;
  gboolean found = charter_tag_find_attribute (self->text, &tag, name, &at, &behind);

  if (start != NULL)
    *start = at;
  if (end != NULL)
    *end = behind;
  return found;
}

gboolean
charter_outline_find_value (const CharterOutline *self, guint index, const char *name, gsize *start, gsize *end)
{
  gsize from, to;
  const char *quote;

  if (!charter_outline_find_attribute (self, index, name, &from, &to))
    return FALSE;
  quote = memchr (self->text + from, self->text[to - 1], to - 1 - from);
  if (quote == NULL)
    return FALSE;
  *start = (gsize)(quote - self->text) + 1;
  *end = to - 1;
  return TRUE;
}

char *
charter_outline_dup_value (const CharterOutline *self, guint index, const char *name)
{
  gsize start, end;

  return charter_outline_find_value (self, index, name, &start, &end) ? g_strndup (self->text + start, end - start)
                                                                      : NULL;
}

/* Behind an entity that begins at "&"; what it stands for is added. */
static const char *
add_entity (GString *words, const char *at, const char *end)
{
  static const char *const names[] = { "amp", "lt", "gt", "quot", "apos" };
  static const char meanings[] = "&<>\"'";
  const char *stop = memchr (at, ';', (gsize)MIN (end - at, 12));
  gsize n = stop != NULL ? (gsize)(stop - at - 1) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (n == strlen (names[i]) && memcmp (at + 1, names[i], n) == 0)
      {
        g_string_append_c (words, meanings[i]);
        return stop + 1;
      }
  if (n > 1 && at[1] == '#')
    {
      gboolean is_hex = at[2] == 'x';
      guint64 c = g_ascii_strtoull (at + (is_hex ? 3 : 2), NULL, is_hex ? 16 : 10);

      if (c > 0 && c <= 0x10FFFF && g_unichar_validate ((gunichar)c))
        g_string_append_unichar (words, (gunichar)c);
      return stop + 1;
    }
  g_string_append_c (words, *at);
  return at + 1;
}

/* Behind a tag or a comment that begins at "<". The text of CDATA is not skipped. */
static const char *
skip_markup (const char *at, const char *end)
{
  const char *stop;

  if (end - at > 4 && memcmp (at, "<!--", 4) == 0)
    stop = memmem (at + 4, (gsize)(end - at - 4), "-->", 3);
  else
    stop = memchr (at, '>', (gsize)(end - at));
  if (stop == NULL)
    return end;
  return *stop == '>' ? stop + 1 : stop + 3;
}

char *
charter_outline_dup_words (const CharterOutline *self, guint index)
{
  const CharterOutlineElement *element = get (self, index);
  const char *at = self->text + element->inside, *end = self->text + element->inside_end;
  GString *words = g_string_new (NULL);
  gboolean gap = FALSE;

  while (at < end)
    if (*at == '<')
      {
        const char *behind = skip_markup (at, end);

        gap = gap || (end - at > 1 && at[1] == '/' && behind < end && g_ascii_isspace (*behind));
        at = behind;
      }
    else if (g_ascii_isspace (*at))
      {
        gap = TRUE;
        at++;
      }
    else
      {
        if (gap && words->len > 0)
          g_string_append_c (words, ' ');
        gap = FALSE;
        if (*at == '&')
          at = add_entity (words, at, end);
        else
          g_string_append_c (words, *at++);
      }
  return g_string_free (words, FALSE);
}

gboolean
charter_element_has_pack_id (CharterElementKind kind)
{
  static const guint8 kinds[] = { EL_TOPIC, EL_MISCONCEPTION, EL_DIAGRAM, EL_LESSON, EL_SECTION, EL_COMPARISON,
                                  EL_ENTRY, EL_SCENARIO,      EL_BANK,    EL_CASE,   EL_EXAM };

  return charter_element_is_item (kind) || memchr (kinds, (int)kind, sizeof kinds) != NULL;
}

static gboolean
has_id (const CharterOutline *self, guint index, const char *id, gsize length)
{
  gsize start, end;

  return charter_outline_find_value (self, index, "id", &start, &end) && end - start == length
         && memcmp (self->text + start, id, length) == 0;
}

guint
charter_outline_find_id (const CharterOutline *self, const char *id)
{
  const char *hash = strchr (id, '#');
  gsize length;

  if (hash != NULL)
    id = hash + 1;
  length = strlen (id);
  for (guint i = 0; i < self->elements->len; i++)
    if (charter_element_has_pack_id (get (self, i)->kind) && has_id (self, i, id, length))
      return i;
  return CHARTER_OUTLINE_NONE;
}

/* What ids of the kind have to be unlike: those of the pack, or those in the nearest around it that has one there. */
static GHashTable *
list_taken (const CharterOutline *self, guint parent, CharterElementKind kind)
{
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean in_pack = charter_element_has_pack_id (kind);
  guint first = parent, end;

  while (!in_pack && first != CHARTER_OUTLINE_NONE && !charter_element_has_pack_id (get (self, first)->kind))
    first = get (self, first)->parent;
  if (in_pack || first == CHARTER_OUTLINE_NONE)
    first = 0;
  end = first < self->elements->len && !in_pack ? get (self, first)->next : self->elements->len;
  for (guint i = first; i < end; i++)
    if (!in_pack || charter_element_has_pack_id (get (self, i)->kind))
      {
        char *id = charter_outline_dup_value (self, i, "id");

        if (id != NULL)
          g_hash_table_add (taken, id);
      }
  return taken;
}

char *
charter_outline_dup_free_id (const CharterOutline *self, guint parent, CharterElementKind kind, const char *wish)
{
  g_autoptr (GHashTable) taken = list_taken (self, parent, kind);
  char *id = g_strdup (wish);

  for (guint n = 2; g_hash_table_contains (taken, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wish, n);
    }
  return id;
}

/* ---- lines and columns ---- */

static guint
find_line (const CharterOutline *self, gsize offset)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

void
charter_outline_locate (const CharterOutline *self, gsize offset, guint *line, guint *column)
{
  guint index = find_line (self, MIN (offset, self->length));
  gsize begin = g_array_index (self->lines, guint32, index);
  CharterPlaceCounter counter = { .offset = begin, .line_start = begin, .lines = index };

  charter_place_counter_locate (&counter, self->text, MIN (offset, self->length), line, column);
}

gsize
charter_outline_get_offset (const CharterOutline *self, guint line, guint column)
{
  gsize at, end;

  if (line == 0)
    return 0;
  if (line > self->lines->len)
    return self->length;
  at = g_array_index (self->lines, guint32, line - 1);
  end = line < self->lines->len ? g_array_index (self->lines, guint32, line) - 1 : self->length;
  if (at == 0 && self->length >= 3 && memcmp (self->text, "\xEF\xBB\xBF", 3) == 0)
    at = 3;
  for (guint n = 1; n < column && at < end; n++)
    do
      at++;
    while (at < end && (self->text[at] & 0xC0) == 0x80);
  return at;
}
