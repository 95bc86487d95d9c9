/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that go to another place: among their like, or into another element. */
#include <string.h>

#include "charter-author-form-private.h"

static const CharterOutlineElement *
get (CharterAuthorForm *self, guint index)
{
  return charter_outline_get (charter_author_form_get_outline (self), index);
}

static const char *
get_source (CharterAuthorForm *self)
{
  gsize length;

  return charter_draft_peek (charter_author_form_get_draft (self), &length);
}

/* ---- among those that may stand in its place ---- */

static guint
step (CharterAuthorForm *self, guint index, int by)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  guint parent = get (self, index)->parent, before = CHARTER_OUTLINE_NONE;
  guint particle = charter_author_form_find_particle (get (self, parent)->kind, get (self, index)->kind);

  for (guint child
       = by > 0 ? charter_outline_next_sibling (outline, index) : charter_outline_first_child (outline, parent);
       child != CHARTER_OUTLINE_NONE && child != index; child = charter_outline_next_sibling (outline, child))
    if (charter_author_form_find_particle (get (self, parent)->kind, get (self, child)->kind) == particle)
      {
        if (by > 0)
          return child;
        before = child;
      }
  return before;
}

void
charter_author_form_count_places (CharterAuthorForm *self, guint index, guint *before, guint *behind)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  guint parent = get (self, index)->parent, particle;

  *before = 0;
  *behind = 0;
  if (parent == CHARTER_OUTLINE_NONE)
    return;
  particle = charter_author_form_find_particle (get (self, parent)->kind, get (self, index)->kind);
  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    if (child != index
        && charter_author_form_find_particle (get (self, parent)->kind, get (self, child)->kind) == particle)
      (*(child < index ? before : behind))++;
}

static void
append_element (GString *text, CharterAuthorForm *self, guint index)
{
  const CharterOutlineElement *element = get (self, index);

  g_string_append_len (text, get_source (self) + element->start, (gssize)(element->end - element->start));
}

/* Each of the places from one to the other is taken by its neighbour, and the last by the first. places: indices, from
 * where the element is to where it goes */
static guint
rotate (CharterAuthorForm *self, const GArray *places)
{
  guint n = places->len, from = g_array_index (places, guint, 0), to = g_array_index (places, guint, n - 1);
  gboolean is_back = to < from;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize start = get (self, MIN (from, to))->start, end = get (self, MAX (from, to))->end, place = start;

  for (guint i = 0; i < n; i++)
    {
      guint at = g_array_index (places, guint, is_back ? n - 1 - i : i);
      guint next = i + 1 < n ? g_array_index (places, guint, is_back ? n - 2 - i : i + 1) : 0;
      guint taker = is_back ? (i == 0 ? from : g_array_index (places, guint, n - i)) : (i + 1 < n ? next : from);

      if (taker == from)
        place = start + text->len;
      append_element (text, self, taker);
      if (i + 1 < n)
        g_string_append_len (text, get_source (self) + get (self, at)->end,
                             (gssize)(get (self, next)->start - get (self, at)->end));
    }
  charter_draft_begin_group (charter_author_form_get_draft (self));
  charter_draft_splice (charter_author_form_get_draft (self), start, end - start, text->str, (gssize)text->len);
  charter_draft_end_group (charter_author_form_get_draft (self));
  return charter_outline_find_at (charter_author_form_get_outline (self), place);
}

guint
charter_author_form_move (CharterAuthorForm *self, guint index, int by)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  int n = by < 0 ? -by : by;

  if (get (self, index)->parent == CHARTER_OUTLINE_NONE)
    return index;
  g_array_append_val (places, index);
  for (guint at = step (self, index, by); n-- > 0 && at != CHARTER_OUTLINE_NONE; at = step (self, at, by))
    g_array_append_val (places, at);
  return places->len > 1 ? rotate (self, places) : index;
}

/* ---- into another element ---- */

/* What its id is told apart in: the whole pack, or the nearest around it that has an id there. */
static guint
find_scope (CharterAuthorForm *self, guint parent, CharterElementKind kind)
{
  if (charter_element_has_pack_id (kind))
    return 0;
  while (parent != CHARTER_OUTLINE_NONE && !charter_element_has_pack_id (get (self, parent)->kind))
    parent = get (self, parent)->parent;
  return parent;
}

/* Words are moved where they are written, and not from here. */
static gboolean
is_words (CharterElementKind parent, guint particle)
{
  const CharterElementRule *rule = charter_grammar_get_rule (parent);

  return rule->content == CONTENT_MIXED || charter_author_form_find_particle (parent, EL_P) == particle;
}

gboolean
charter_author_form_can_move_to (CharterAuthorForm *self, guint index, guint parent)
{
  guint from = get (self, index)->parent, particle;
  CharterElementKind kind = get (self, index)->kind, into = get (self, parent)->kind;
  const CharterParticle *rule;

  if (parent == from || (parent >= index && parent < get (self, index)->next) || !get (self, parent)->is_closed
      || !charter_author_form_can_remove (self, index)
      || find_scope (self, from, kind) != find_scope (self, parent, kind))
    return FALSE;
  particle = charter_author_form_find_particle (into, kind);
  if (particle == G_MAXUINT || is_words (into, particle))
    return FALSE;
  rule = &charter_grammar_get_rule (into)->particles[particle];
  return rule->max == 0 || charter_author_form_count_like (self, parent, particle) < rule->max;
}

/* Its text with lines as charter_author_form_insert () wants them: without the indentation that it has here. */
static char *
dup_without_indent (CharterAuthorForm *self, guint index)
{
  const CharterOutlineElement *element = get (self, index);
  g_autofree char *indent = charter_author_form_dup_indent (self, element->start);
  g_autofree char *line = g_strconcat ("\n", indent, NULL);
  GString *xml = g_string_new_len (get_source (self) + element->start, (gssize)(element->end - element->start));

  g_string_replace (xml, "\r\n", "\n", 0);
  g_string_replace (xml, line, "\n", 0);
  return g_string_free (xml, FALSE);
}

guint
charter_author_form_move_to (CharterAuthorForm *self, guint index, guint parent)
{
  CharterDraft *draft = charter_author_form_get_draft (self);
  CharterElementKind kind = get (self, index)->kind;
  gsize into = get (self, parent)->start, before, after;
  gboolean is_behind = parent > index;
  g_autofree char *xml = NULL;

  g_return_val_if_fail (charter_author_form_can_move_to (self, index, parent), index);
  xml = dup_without_indent (self, index);
  charter_draft_begin_group (draft);
  charter_draft_peek (draft, &before);
  charter_author_form_remove (self, index);
  charter_draft_peek (draft, &after);
  if (is_behind)
    into -= before - after;
  parent = charter_outline_find_at (charter_author_form_get_outline (self), into);
  index = charter_author_form_insert (self, parent, kind, CHARTER_OUTLINE_NONE, xml);
  charter_draft_end_group (draft);
  return index;
}
