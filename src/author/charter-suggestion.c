/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-suggestion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-author-snippet.h"
#include "charter-author-values.h"
#include "charter-loader.h"
#include "charter-schema-help.h"

/* Where one is inside a start tag. */
typedef enum { IN_TEXT, IN_NAME, IN_TAG, IN_VALUE, IN_END_TAG } Spot;

typedef struct {
  const CharterOutline *outline;
  const char *text; /* not ended by a zero */
  gsize length;
  gsize offset;
  Spot spot;
  gsize tag;       /* the “<”, but for IN_TEXT */
  gsize begin;     /* of what is being written */
  guint element;   /* that the tag is of, or CHARTER_OUTLINE_NONE */
  guint parent;    /* that holds, or will hold it */
  char *attribute; /* IN_VALUE: its name */
} Place;

void
charter_suggestion_free (CharterSuggestion *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self->help);
  g_free (self);
}

/* ---- what the schema says ---- */

static const char *
find_help (const CharterSchemaHelp *rows, const char *parent, const char *name)
{
  for (const CharterSchemaHelp *row = rows; row->name != NULL; row++)
    if (g_str_equal (row->name, name) && (*row->parent == '\0' || g_str_equal (row->parent, parent)))
      return row->help;
  return NULL;
}

static const char *
get_name (CharterElementKind kind)
{
  return kind != EL_NONE ? charter_grammar_get_rule (kind)->name : "";
}

/* ---- where one is ---- */

/* The “<” of a tag that is not ended before offset. */
static gboolean
find_open_tag (Place *place)
{
  gsize least = place->offset > CHARTER_MAX_START_TAG ? place->offset - CHARTER_MAX_START_TAG : 0;

  for (gsize at = place->offset; at > least; at--)
    if (place->text[at - 1] == '<')
      {
        place->tag = at - 1;
        return at == place->offset || strchr ("!?", place->text[at]) == NULL;
      }
    else if (place->text[at - 1] == '>')
      return FALSE;
  return FALSE;
}

static gboolean
is_space (char c)
{
  return strchr (" \t\r\n", c) != NULL && c != '\0';
}

static gsize
find_name_begin (const Place *place, gsize end)
{
  gsize at = end;

  while (at > place->tag + 1 && !is_space (place->text[at - 1]) && strchr ("=\"'", place->text[at - 1]) == NULL)
    at--;
  return at;
}

/* Whether offset is between quotes, and of which attribute. */
static gboolean
find_value (Place *place)
{
  char quote = '\0';
  gsize begin = 0;

  for (gsize at = place->tag; at < place->offset; at++)
    if (quote != '\0')
      quote = place->text[at] == quote ? '\0' : quote;
    else if (place->text[at] == '"' || place->text[at] == '\'')
      {
        quote = place->text[at];
        begin = at + 1;
      }
  if (quote == '\0')
    return FALSE;
  place->begin = begin;
  for (begin--; begin > place->tag && (is_space (place->text[begin - 1]) || place->text[begin - 1] == '=');)
    begin--;
  place->attribute = g_strndup (place->text + find_name_begin (place, begin), begin - find_name_begin (place, begin));
  return TRUE;
}

static guint
get_parent (const Place *place, guint index)
{
  return index != CHARTER_OUTLINE_NONE ? charter_outline_get (place->outline, index)->parent : index;
}

static guint
find_holder (const Place *place, gsize offset)
{
  guint index = charter_outline_find_at (place->outline, offset);

  /* Before its “<” and behind its end tag one is outside of it. */
  while (index != CHARTER_OUTLINE_NONE
         && (charter_outline_get (place->outline, index)->start == offset
             || offset < charter_outline_get (place->outline, index)->inside
             || (charter_outline_get (place->outline, index)->is_closed
                 && offset > charter_outline_get (place->outline, index)->inside_end)))
    index = get_parent (place, index);
  return index;
}

static void
find_element (Place *place)
{
  guint index = charter_outline_find_at (place->outline, place->tag);

  if (index != CHARTER_OUTLINE_NONE && charter_outline_get (place->outline, index)->start == place->tag)
    {
      place->element = index;
      place->parent = get_parent (place, index);
    }
  else
    place->parent = find_holder (place, place->tag);
}

static void
read_place (Place *place, const CharterOutline *outline, gsize offset)
{

  *place = (Place){ .outline = outline, .element = CHARTER_OUTLINE_NONE, .parent = CHARTER_OUTLINE_NONE };
  place->text = g_bytes_get_data (charter_outline_get_bytes (outline), &place->length);
  place->offset = place->begin = MIN (offset, place->length);
  if (!find_open_tag (place))
    {
      place->parent = find_holder (place, offset);
      return;
    }
  find_element (place);
  if (place->offset > place->tag + 1 && place->text[place->tag + 1] == '/')
    {
      place->spot = IN_END_TAG;
      place->begin = place->tag;
      place->parent = find_holder (place, place->tag);
    }
  else if (find_value (place))
    place->spot = IN_VALUE;
  else
    {
      place->begin = find_name_begin (place, place->offset);
      place->spot = place->begin == place->tag + 1 ? IN_NAME : IN_TAG;
    }
}

static CharterElementKind
get_kind (const Place *place, guint index)
{
  return index != CHARTER_OUTLINE_NONE ? charter_outline_get (place->outline, index)->kind : EL_NONE;
}

/* ---- elements ---- */

static void
add (GPtrArray *list, CharterSuggestionKind kind, const char *name, char *text, gsize caret, const char *help)
{
  CharterSuggestion *suggestion = g_new0 (CharterSuggestion, 1);

  *suggestion = (CharterSuggestion){ kind, g_strdup (name), text, caret, g_strdup (help) };
  g_ptr_array_add (list, suggestion);
}

static guint
find_particle (CharterElementKind parent, CharterElementKind kind)
{
  guint particle = 0;

  charter_grammar_find_child (parent, get_name (kind), &particle);
  return particle;
}

/* Between which particles the place lies, and how many children of each there are. */
static void
count_children (const Place *place, guint *first, guint *last, guint counts[CHARTER_MAX_PARTICLES])
{
  CharterElementKind parent = get_kind (place, place->parent);

  *first = 0;
  *last = CHARTER_MAX_PARTICLES;
  for (guint child = charter_outline_first_child (place->outline, place->parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (place->outline, child))
    {
      const CharterOutlineElement *element = charter_outline_get (place->outline, child);
      guint particle;

      if (child == place->element || element->kind == EL_NONE)
        continue;
      particle = find_particle (parent, element->kind);
      counts[particle]++;
      if (element->start < place->offset)
        *first = MAX (*first, particle);
      else
        *last = MIN (*last, particle);
    }
}

static guint
measure_indent (const Place *place, gsize at)
{
  gsize line = at, end;

  while (line > 0 && place->text[line - 1] != '\n')
    line--;
  for (end = line; end < at && place->text[end] == ' ';)
    end++;
  return (guint)(end - line);
}

static void
add_element (GPtrArray *list, const Place *place, CharterElementKind kind, gsize begin)
{
  CharterElementKind parent = get_kind (place, place->parent);
  gsize caret;
  char *text
    = charter_suggestion_dup_element (place->outline, place->parent, kind, measure_indent (place, begin), &caret);

  add (list, CHARTER_SUGGESTION_ELEMENT, get_name (kind), text, caret,
       find_help (charter_schema_elements, get_name (parent), get_name (kind)));
}

/* needed: what has to stand there and does not yet, or all else. */
static void
add_particles (GPtrArray *list, const Place *place, gsize begin, gboolean needed)
{
  const CharterParticle *particles = charter_grammar_get_rule (get_kind (place, place->parent))->particles;
  guint counts[CHARTER_MAX_PARTICLES] = { 0 };
  guint first, last;

  count_children (place, &first, &last, counts);
  for (guint i = first; particles != NULL && particles[i].elements != NULL && i <= last; i++)
    if ((particles[i].max == 0 || counts[i] < particles[i].max) && (counts[i] < particles[i].min) == needed)
      for (const guint8 *kind = particles[i].elements; *kind != EL_NONE; kind++)
        add_element (list, place, *kind, begin);
}

static void
add_elements (GPtrArray *list, const Place *place, gsize begin)
{
  if (place->parent == CHARTER_OUTLINE_NONE)
    {
      if (charter_outline_get_length (place->outline) == 0)
        add_element (list, place, EL_PACK, begin);
      return;
    }
  if (get_kind (place, place->parent) == EL_NONE)
    return;
  add_particles (list, place, begin, TRUE);
  add_particles (list, place, begin, FALSE);
}

static void
add_end_tag (GPtrArray *list, const Place *place)
{
  const CharterOutlineElement *open
    = place->parent != CHARTER_OUTLINE_NONE ? charter_outline_get (place->outline, place->parent) : NULL;
  g_autofree char *name
    = open != NULL ? g_strndup (place->text + open->start + 1, open->name_end - open->start - 1) : NULL;
  char *text;

  if (name == NULL)
    return;
  text = g_strdup_printf ("</%s>", name);
  add (list, CHARTER_SUGGESTION_END, name, text, strlen (text), NULL);
}

/* ---- attributes and values ---- */

static void
add_attributes (GPtrArray *list, const Place *place, gboolean required)
{
  CharterElementKind kind = get_kind (place, place->element);

  if (kind == EL_NONE)
    return;
  for (const CharterAttributeRule *rule = charter_grammar_get_rule (kind)->attributes;
       rule != NULL && rule->attribute != AT_NONE; rule++)
    {
      const char *name = charter_grammar_get_attribute_name (rule->attribute);
      char *text;

      if (rule->required != required
          || charter_outline_find_attribute (place->outline, place->element, name, NULL, NULL))
        continue;
      text = g_strdup_printf ("%s=\"\"", name);
      add (list, CHARTER_SUGGESTION_ATTRIBUTE, name, text, strlen (text) - 1,
           find_help (charter_schema_attributes, get_name (kind), name));
    }
}

static const CharterAttributeRule *
find_attribute_rule (CharterElementKind kind, const char *name)
{
  const CharterAttributeRule *rule = kind != EL_NONE ? charter_grammar_get_rule (kind)->attributes : NULL;

  while (rule != NULL && rule->attribute != AT_NONE
         && !g_str_equal (charter_grammar_get_attribute_name (rule->attribute), name))
    rule++;
  return rule != NULL && rule->attribute != AT_NONE ? rule : NULL;
}

static void
add_value (const char *value, const char *help, gpointer list)
{
  add (list, CHARTER_SUGGESTION_VALUE, value, g_strdup (value), strlen (value), help);
}

/* Of several with spaces between it is the last that is being written. */
static void
add_values (GPtrArray *list, Place *place)
{
  CharterElementKind kind = get_kind (place, place->element);
  const CharterAttributeRule *rule = find_attribute_rule (kind, place->attribute);

  if (rule == NULL)
    return;
  if (rule->value == VALUE_CHOICES)
    for (gsize at = place->begin; at < place->offset; at++)
      if (place->text[at] == ' ')
        place->begin = at + 1;
  charter_author_values_list (place->outline, place->element, rule, add_value, list);
}

GPtrArray *
charter_suggestion_list (const CharterOutline *outline, gsize offset, gsize *start)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_suggestion_free);
  Place place;

  read_place (&place, outline, offset);
  switch (place.spot)
    {
    case IN_NAME:
      place.begin = place.tag;
      add_elements (list, &place, place.tag);
      break;
    case IN_TAG:
      add_attributes (list, &place, TRUE);
      add_attributes (list, &place, FALSE);
      break;
    case IN_VALUE:
      add_values (list, &place);
      break;
    case IN_END_TAG:
      add_end_tag (list, &place);
      break;
    case IN_TEXT:
    default:
      add_elements (list, &place, offset);
    }
  *start = place.begin;
  g_free (place.attribute);
  return list;
}

char *
charter_suggestion_dup_element (
  const CharterOutline *outline, guint parent, CharterElementKind kind, guint indent, gsize *caret)
{
  return charter_author_snippet_dup (outline, parent, kind, indent, caret);
}

/* ---- help ---- */

static char *
dup_attribute_help (CharterElementKind kind, const char *name)
{
  const CharterAttributeRule *rule = find_attribute_rule (kind, name);
  const char *help = find_help (charter_schema_attributes, get_name (kind), name);
  g_autofree char *value = rule != NULL ? charter_grammar_describe_value (rule) : NULL;

  if (rule == NULL)
    return NULL;
  return help != NULL ? g_strdup_printf ("%s: %s\n%s", name, help, value) : g_strdup_printf ("%s\n%s", name, value);
}

static char *
dup_element_help (CharterElementKind parent, CharterElementKind kind)
{
  const char *help = find_help (charter_schema_elements, get_name (parent), get_name (kind));
  g_autofree char *content = charter_grammar_describe_content (kind);
  g_autofree char *attributes = charter_grammar_describe_attributes (kind);

  return g_strdup_printf ("%s%s%s\n%s\n%s", get_name (kind), help != NULL ? ": " : "", help != NULL ? help : "",
                          content, attributes);
}

/* The attribute in whose name the place is: names end behind it. */
static char *
dup_name_at (const Place *place)
{
  gsize end = place->offset;

  while (end < place->length && !is_space (place->text[end]) && strchr ("=>/\"'", place->text[end]) == NULL)
    end++;
  return g_strndup (place->text + place->begin, end - place->begin);
}

char *
charter_suggestion_dup_help (const CharterOutline *outline, gsize offset)
{
  Place place;
  g_autofree char *attribute = NULL;
  guint element;
  char *help = NULL;

  read_place (&place, outline, offset);
  element = place.spot == IN_TEXT || place.spot == IN_END_TAG ? place.parent : place.element;
  attribute = place.spot == IN_TAG ? dup_name_at (&place) : g_steal_pointer (&place.attribute);
  if (element == CHARTER_OUTLINE_NONE)
    element = place.parent;
  if (get_kind (&place, element) == EL_NONE)
    return NULL;
  if (attribute != NULL)
    help = dup_attribute_help (get_kind (&place, element), attribute);
  if (help == NULL)
    help = dup_element_help (get_kind (&place, get_parent (&place, element)), get_kind (&place, element));
  return help;
}
