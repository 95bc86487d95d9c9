/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches the grammar's tables once for each name and place, and then remembers. */
#include "charter-lookup-private.h"

#include <string.h>

#define CACHE_SIZE 1024

typedef struct {
  const char *name;
  guint8 parent;
  guint8 kind;
  guint8 particle;
} CachedChild;

typedef struct {
  const char *name;
  guint8 kind;
  gint8 index;
} CachedAttribute;

struct _CharterLookup {
  CachedChild children[CACHE_SIZE];
  CachedAttribute attributes[CACHE_SIZE];
  guint8 n_attributes[N_ELEMENTS]; /* of each rule */
};

CharterLookup *
charter_lookup_new (void)
{
  CharterLookup *self = g_new0 (CharterLookup, 1);

  for (guint kind = EL_NONE + 1; kind < N_ELEMENTS; kind++)
    while (charter_grammar_get_rule (kind)->attributes[self->n_attributes[kind]].attribute != AT_NONE)
      self->n_attributes[kind]++;
  return self;
}

void
charter_lookup_free (CharterLookup *self)
{
  g_free (self);
}

static inline guint
cache_slot (const char *name, guint kind)
{
  return (((guintptr)name >> 2) * 31 + kind * 131) % CACHE_SIZE;
}

CharterElementKind
charter_lookup_find_child (CharterLookup *self, CharterElementKind parent, const char *name, guint *particle)
{
  CachedChild *cached = &self->children[cache_slot (name, parent)];

  if (cached->name != name || cached->parent != parent)
    {
      guint at = 0;

      cached->kind = charter_grammar_find_child (parent, name, &at);
      cached->particle = at;
      cached->name = name;
      cached->parent = parent;
    }
  *particle = cached->particle;
  return cached->kind;
}

int
charter_lookup_search_attribute (CharterElementKind kind, const char *name)
{
  const CharterAttributeRule *attributes = charter_grammar_get_rule (kind)->attributes;

  for (int i = 0; attributes[i].attribute != AT_NONE; i++)
    if (strcmp (charter_grammar_get_attribute_name (attributes[i].attribute), name) == 0)
      return i;
  return -1;
}

int
charter_lookup_find_attribute (CharterLookup *self, CharterElementKind kind, const char *name)
{
  CachedAttribute *cached = &self->attributes[cache_slot (name, kind)];

  if (cached->name != name || cached->kind != kind)
    {
      cached->index = charter_lookup_search_attribute (kind, name);
      cached->name = name;
      cached->kind = kind;
    }
  return cached->index;
}

guint
charter_lookup_count_attributes (CharterLookup *self, CharterElementKind kind)
{
  return self->n_attributes[kind];
}
