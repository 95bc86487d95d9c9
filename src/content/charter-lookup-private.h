/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-grammar.h"

G_BEGIN_DECLS

/* Finds rules of the grammar by name. Names are remembered by their address: they have to be the parser's own, which
 * keeps one for each name and never another at its place. */
typedef struct _CharterLookup CharterLookup;

CharterLookup *charter_lookup_new (void);
void charter_lookup_free (CharterLookup *self);

/* The rule of a child of that name, or EL_NONE. particle: (out) which of the parent's it belongs to. */
CharterElementKind
charter_lookup_find_child (CharterLookup *self, CharterElementKind parent, const char *name, guint *particle);

/* The index of an attribute in its element's rule, or -1. */
int charter_lookup_find_attribute (CharterLookup *self, CharterElementKind kind, const char *name);
/* The same for a name that is not the parser's. */
int charter_lookup_search_attribute (CharterElementKind kind, const char *name);

/* How many attributes an element's rule has. */
guint charter_lookup_count_attributes (CharterLookup *self, CharterElementKind kind);

G_END_DECLS
