/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read one unit each ask of its elements. */
#include "charter-reader-private.h"

const char *
charter_element_get_name (const CharterElement *element)
{
  return charter_grammar_get_rule (element->kind)->name;
}

const char *
charter_element_get (const CharterElement *element, CharterAttribute attribute)
{
  const CharterAttributeRule *attributes = charter_grammar_get_rule (element->kind)->attributes;

  for (guint i = 0; attributes[i].attribute != AT_NONE; i++)
    if (attributes[i].attribute == attribute)
      return element->values[i];
  return NULL;
}

gboolean
charter_element_is_true (const CharterElement *element, CharterAttribute attribute)
{
  return g_strcmp0 (charter_element_get (element, attribute), "true") == 0;
}

double
charter_element_get_number (const CharterElement *element, CharterAttribute attribute, double otherwise)
{
  const char *value = charter_element_get (element, attribute);

  return value ? g_ascii_strtod (value, NULL) : otherwise;
}

guint
charter_element_get_count (const CharterElement *element, CharterAttribute attribute)
{
  const char *value = charter_element_get (element, attribute);

  return value ? (guint)g_ascii_strtoull (value, NULL, 10) : 0;
}

static const CharterElement *
first_of_kind (const CharterElement *element, CharterElementKind kind)
{
  while (element && element->kind != kind)
    element = element->next;
  return element;
}

const CharterElement *
charter_element_find (const CharterElement *element, CharterElementKind kind)
{
  return element ? first_of_kind (element->first, kind) : NULL;
}

const CharterElement *
charter_element_find_next (const CharterElement *element, CharterElementKind kind)
{
  return first_of_kind (element->next, kind);
}

guint
charter_element_count (const CharterElement *element, CharterElementKind kind)
{
  guint n = 0;

  charter_element_foreach (child, element, kind) n++;
  return n;
}
