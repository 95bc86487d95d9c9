/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-parts.h"

#include <string.h>

#include "charter-form-words.h"

#define SHOWN_AT_ONCE 100 /* rows that take less than a tenth of a second to be made */

struct _CharterFormParts {
  CharterAuthorForm *form;
  gulong spliced;
  gsize unit;
  guint shown; /* units of a kind */
  GArray *parts;
  guint hidden[CHARTER_MAX_PARTICLES]; /* of each particle of the unit */
  guint64 version;                     /* of the draft, when they were listed */
};

static const CharterOutlineElement *
get (CharterFormParts *self, guint index)
{
  return charter_outline_get (charter_author_form_get_outline (self->form), index);
}

/* ---- the grammar ---- */

gboolean
charter_form_holds (const CharterParticle *particle, CharterElementKind kind)
{
  return memchr (particle->elements, (int)kind, strlen ((const char *)particle->elements)) != NULL;
}

const CharterParticle *
charter_form_find_particle (CharterElementKind parent, CharterElementKind kind)
{
  const CharterParticle *particle = charter_grammar_get_rule (parent)->particles;

  for (; particle != NULL && particle->elements != NULL; particle++)
    if (charter_form_holds (particle, kind))
      return particle;
  return NULL;
}

gboolean
charter_form_is_field (const CharterParticle *particle)
{
  return particle->max == 1 && charter_author_form_has_text (particle->elements[0])
         && particle->elements[0] != EL_FIGURE;
}

static gboolean
is_among_words (const CharterParticle *particle)
{
  return charter_form_holds (particle, EL_P) || charter_form_holds (particle, EL_EM);
}

/* What stands among words and is a part all the same: its words are its own. */
static gboolean
is_set_in_words (CharterElementKind kind)
{
  return kind == EL_BLANK || kind == EL_FIGURE || kind == EL_DIAGRAM;
}

gboolean
charter_form_can_add (CharterAuthorForm *form, guint index, const CharterParticle *particle, CharterElementKind kind)
{
  return charter_author_form_kind_get (kind) != NULL && (!is_among_words (particle) || is_set_in_words (kind))
         && charter_author_form_can_add (form, index, kind);
}

/* ---- listing them ---- */

static void list_parts_in (CharterFormParts *self, guint index, guint owner);

static void
list_part (CharterFormParts *self, guint index, guint owner, CharterElementKind within, guint place)
{
  CharterElementKind kind = get (self, index)->kind;
  CharterFormPart part
    = { index, owner, within, kind, owner != CHARTER_FORM_NOWHERE && charter_element_is_unit (kind), place };

  g_array_append_val (self->parts, part);
  if (!part.is_unit)
    list_parts_in (self, index, self->parts->len - 1);
}

static void
list_parts_in_words (CharterFormParts *self, guint words, guint owner)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  CharterElementKind within = get (self, words)->kind;
  guint n = 0;

  for (guint child = charter_outline_first_child (outline, words); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    if (is_set_in_words (get (self, child)->kind))
      list_part (self, child, owner, within, n++);
}

static void
list_parts_in (CharterFormParts *self, guint index, guint owner)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  CharterElementKind parent = get (self, index)->kind;
  const CharterParticle *particles = charter_grammar_get_rule (parent)->particles;
  guint counts[CHARTER_MAX_PARTICLES] = { 0 };

  for (guint child = charter_outline_first_child (outline, index); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      CharterElementKind kind = get (self, child)->kind;
      const CharterParticle *particle = charter_form_find_particle (parent, kind);

      if (particle == NULL)
        continue;
      if (charter_form_is_field (particle))
        list_parts_in_words (self, child, owner);
      else if (charter_element_is_unit (kind) && counts[particle - particles] >= self->shown)
        self->hidden[particle - particles]++;
      else if (!is_among_words (particle) || is_set_in_words (kind))
        list_part (self, child, owner, EL_NONE, counts[particle - particles]++);
    }
}

static void
list_parts (CharterFormParts *self)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  guint at = charter_outline_find_at (outline, self->unit);
  guint unit = at != CHARTER_OUTLINE_NONE ? charter_outline_find_unit (outline, at) : CHARTER_OUTLINE_NONE;

  g_array_set_size (self->parts, 0);
  memset (self->hidden, 0, sizeof self->hidden);
  self->version = charter_draft_get_version (charter_author_form_get_draft (self->form));
  if (unit == CHARTER_OUTLINE_NONE && charter_outline_get_length (outline) > 0 && get (self, 0)->kind == EL_PACK)
    unit = 0;
  if (unit == CHARTER_OUTLINE_NONE)
    return;
  self->unit = get (self, unit)->start;
  list_part (self, unit, CHARTER_FORM_NOWHERE, EL_NONE, 0);
}

static GArray *
get_parts (CharterFormParts *self)
{
  if (self->version != charter_draft_get_version (charter_author_form_get_draft (self->form)))
    list_parts (self);
  return self->parts;
}

/* ---- reading them ---- */

CharterAuthorForm *
charter_form_parts_get_form (CharterFormParts *self)
{
  return self->form;
}

gsize
charter_form_parts_get_unit (CharterFormParts *self)
{
  return self->unit;
}

void
charter_form_parts_set_unit (CharterFormParts *self, gsize offset)
{
  if (offset != self->unit)
    self->shown = SHOWN_AT_ONCE;
  self->unit = offset;
  self->version = G_MAXUINT64;
}

void
charter_form_parts_show_more (CharterFormParts *self)
{
  self->shown += SHOWN_AT_ONCE;
  self->version = G_MAXUINT64;
}

void
charter_form_parts_reveal (CharterFormParts *self, guint index)
{
  guint before, behind;

  if (charter_form_parts_get_length (self) == 0 || get (self, index)->parent != charter_form_parts_locate (self, 0))
    return;
  charter_author_form_count_places (self->form, index, &before, &behind);
  while (self->shown <= before)
    charter_form_parts_show_more (self);
}

guint
charter_form_parts_count_hidden (CharterFormParts *self, const CharterParticle *particle)
{
  return self->hidden[particle - charter_grammar_get_rule (charter_form_parts_get (self, 0)->kind)->particles];
}

guint
charter_form_parts_get_length (CharterFormParts *self)
{
  return get_parts (self)->len;
}

const CharterFormPart *
charter_form_parts_get (CharterFormParts *self, guint part)
{
  return &g_array_index (get_parts (self), CharterFormPart, part);
}

guint
charter_form_parts_locate (gpointer self, guint part)
{
  GArray *parts = get_parts (self);

  return part < parts->len ? g_array_index (parts, CharterFormPart, part).index : CHARTER_OUTLINE_NONE;
}

static gboolean
is_like (CharterFormParts *self, const CharterFormPart *one, const CharterFormPart *other)
{
  CharterElementKind parent;

  if (one->owner != other->owner || one->within != other->within || one->owner == CHARTER_FORM_NOWHERE)
    return FALSE;
  parent = get (self, get (self, one->index)->parent)->kind;
  return charter_form_holds (charter_form_find_particle (parent, one->kind), other->kind);
}

static gboolean
is_alone (CharterFormParts *self, guint part)
{
  const CharterFormPart *it = charter_form_parts_get (self, part);

  for (guint i = 0; i < self->parts->len; i++)
    if (i != part && is_like (self, it, charter_form_parts_get (self, i)))
      return FALSE;
  return TRUE;
}

char *
charter_form_parts_dup_name (CharterFormParts *self, guint part)
{
  const CharterFormPart *it = charter_form_parts_get (self, part);
  const char *kind = charter_form_words_get_element (it->kind);

  if (it->is_unit ? it->place == 0 && is_alone (self, part) : is_alone (self, part))
    return g_strdup (kind);
  if (it->place >= 26 || it->is_unit)
    return g_strdup_printf ("%s %u", kind, it->place + 1);
  return g_strdup_printf ("%s %c", kind, (char)('A' + it->place));
}

char *
charter_form_parts_dup_words (CharterFormParts *self, guint part)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  guint index = charter_form_parts_locate (self, part), title = charter_outline_first_child (outline, index);

  return charter_outline_dup_words (outline, title != CHARTER_OUTLINE_NONE ? title : index);
}

static void
append_addable (CharterFormParts *self, GString *shape, guint index)
{
  const CharterElementRule *rule = charter_grammar_get_rule (get (self, index)->kind);

  for (const CharterParticle *particle = rule->particles;
       rule->content == CONTENT_ELEMENTS && particle->elements != NULL; particle++)
    for (const guint8 *kind = particle->elements; *kind != EL_NONE; kind++)
      if (charter_form_can_add (self->form, index, particle, *kind))
        g_string_append_printf (shape, "+%u", *kind);
}

char *
charter_form_parts_dup_shape (CharterFormParts *self)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < charter_form_parts_get_length (self); i++)
    {
      const CharterFormPart *part = charter_form_parts_get (self, i);
      g_autofree char *words = part->is_unit ? charter_form_parts_dup_words (self, i) : NULL;

      g_string_append_printf (shape, "%u.%d.%d %.80s", part->owner, (int)part->within, (int)part->kind,
                              words != NULL ? words : "");
      if (!part->is_unit)
        append_addable (self, shape, part->index);
    }
  for (guint i = 0; i < CHARTER_MAX_PARTICLES; i++)
    g_string_append_printf (shape, "…%u", self->hidden[i]);
  g_string_append_printf (shape, "@%" G_GSIZE_FORMAT, self->unit);
  return g_string_free (shape, FALSE);
}

/* ---- its life ---- */

static void
on_spliced (CharterFormParts *self, guint64 offset, GBytes *removed, GBytes *inserted)
{
  gsize n_removed = g_bytes_get_size (removed);

  if (offset + n_removed <= self->unit && offset < self->unit)
    self->unit = self->unit - n_removed + g_bytes_get_size (inserted);
}

CharterFormParts *
charter_form_parts_new (CharterDraft *draft)
{
  CharterFormParts *self = g_new0 (CharterFormParts, 1);

  self->form = charter_author_form_new (draft);
  self->spliced = g_signal_connect_swapped (draft, "spliced", G_CALLBACK (on_spliced), self);
  self->shown = SHOWN_AT_ONCE;
  self->parts = g_array_new (FALSE, FALSE, sizeof (CharterFormPart));
  self->version = G_MAXUINT64;
  return self;
}

void
charter_form_parts_free (CharterFormParts *self)
{
  g_signal_handler_disconnect (charter_author_form_get_draft (self->form), self->spliced);
  g_object_unref (self->form);
  g_array_unref (self->parts);
  g_free (self);
}
