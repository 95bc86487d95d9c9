/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an element: which bytes they are, and how they are written. */
#include <string.h>

#include "charter-author-form-private.h"

static gboolean
holds_blocks (CharterElementKind kind)
{
  return charter_author_form_find_particle (kind, EL_P) != G_MAXUINT;
}

gboolean
charter_author_form_has_text (CharterElementKind kind)
{
  CharterContent content = charter_grammar_get_rule (kind)->content;

  return kind != EL_NONE && (content == CONTENT_TEXT || content == CONTENT_MIXED || holds_blocks (kind));
}

static gboolean
is_blank (const char *text, gsize start, gsize end)
{
  while (start < end && g_ascii_isspace (text[start]))
    start++;
  return start == end;
}

static gboolean
is_plain_paragraph (const CharterOutlineElement *element)
{
  return element->kind == EL_P && element->is_closed && !element->is_empty && element->inside == element->name_end + 1;
}

/* A picture or drawing is a part of its own. */
static gboolean
is_drawing (CharterElementKind kind)
{
  return kind == EL_FIGURE || kind == EL_DIAGRAM;
}

/* One more block at the end of the body. drawing: the first one behind what it has, or CHARTER_OUTLINE_NONE */
static void
extend_body (CharterAuthorForm *self, CharterAuthorFormBody *body, guint block, guint drawing)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  gsize length;
  const char *text = charter_draft_peek (charter_author_form_get_draft (self), &length);

  if (drawing != CHARTER_OUTLINE_NONE || !is_plain_paragraph (charter_outline_get (outline, block)))
    body->in_paragraphs = FALSE;
  else if (body->first != CHARTER_OUTLINE_NONE
           && !is_blank (text, charter_outline_get (outline, body->last)->end,
                         charter_outline_get (outline, block)->start))
    body->in_paragraphs = FALSE;
  if (body->first == CHARTER_OUTLINE_NONE)
    body->first = drawing != CHARTER_OUTLINE_NONE ? drawing : block;
  body->last = block;
}

/* Drawings at the end don't belong to it, so that those who don't want XML can have words and drawings. */
static void
find_body (CharterAuthorForm *self, guint index, CharterAuthorFormBody *body)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  CharterElementKind kind = charter_outline_get (outline, index)->kind;
  guint particle = charter_author_form_find_particle (kind, EL_P), drawing = CHARTER_OUTLINE_NONE;

  *body = (CharterAuthorFormBody){ CHARTER_OUTLINE_NONE, CHARTER_OUTLINE_NONE, holds_blocks (kind) };
  if (!holds_blocks (kind))
    return;
  for (guint child = charter_outline_first_child (outline, index); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      CharterElementKind block = charter_outline_get (outline, child)->kind;

      if (charter_author_form_find_particle (kind, block) != particle)
        continue;
      if (!is_drawing (block))
        {
          extend_body (self, body, child, drawing);
          drawing = CHARTER_OUTLINE_NONE;
        }
      else if (drawing == CHARTER_OUTLINE_NONE)
        drawing = child;
    }
}

/* The simplest one that shows what lies between, but for what is kept. */
static CharterWriting
find_marks (CharterAuthorForm *self, guint index, gsize start, gsize end)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  gsize length;
  const char *text = charter_draft_peek (charter_author_form_get_draft (self), &length);
  gsize at = start;

  for (guint child = charter_outline_first_child (outline, index); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      const CharterOutlineElement *element = charter_outline_get (outline, child);

      if (element->kind != EL_BLANK)
        continue;
      if (memchr (text + at, '<', element->start - at) != NULL)
        return CHARTER_WRITING_MARKUP;
      at = element->end;
    }
  return memchr (text + at, '<', end - at) != NULL ? CHARTER_WRITING_MARKUP : CHARTER_WRITING_PLAIN;
}

CharterWriting
charter_author_form_find_writing (CharterAuthorForm *self, guint index)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  const CharterOutlineElement *element = charter_outline_get (outline, index);
  CharterAuthorFormBody body;

  find_body (self, index, &body);
  if (!holds_blocks (element->kind))
    return find_marks (self, index, element->inside, element->inside_end);
  if (body.first == CHARTER_OUTLINE_NONE)
    return CHARTER_WRITING_PLAIN;
  if (!body.in_paragraphs)
    return CHARTER_WRITING_XML;
  for (guint p = body.first; p != CHARTER_OUTLINE_NONE; p = charter_outline_next_sibling (outline, p))
    {
      element = charter_outline_get (outline, p);
      if (find_marks (self, p, element->inside, element->inside_end) != CHARTER_WRITING_PLAIN)
        return CHARTER_WRITING_MARKUP;
      if (p == body.last)
        break;
    }
  return CHARTER_WRITING_PLAIN;
}

static void
keep_blanks (CharterOutline *outline, guint index, CharterWritten *written)
{
  for (guint child = charter_outline_first_child (outline, index); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      const CharterOutlineElement *element = charter_outline_get (outline, child);
      g_autofree char *id = charter_outline_dup_value (outline, child, "id");

      if (element->kind == EL_BLANK && id != NULL)
        charter_written_keep (written, id, element->start, element->end);
    }
}

static void
add_paragraphs (CharterOutline *outline, const CharterAuthorFormBody *body, CharterWritten *written)
{
  for (guint p = body->first; p != CHARTER_OUTLINE_NONE; p = charter_outline_next_sibling (outline, p))
    {
      const CharterOutlineElement *element = charter_outline_get (outline, p);

      charter_written_add (written, element->inside, element->inside_end);
      if (p == body->last)
        break;
    }
}

/* indent: (out) (transfer full) what the written points at. Returns: (transfer full) NULL where there is no text yet */
static CharterWritten *
read_body (CharterAuthorForm *self, guint index, CharterWriting writing, char **indent)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  const CharterOutlineElement *element = charter_outline_get (outline, index);
  CharterAuthorFormBody body;
  CharterWritten *written;
  gsize length, start = element->inside, end = element->inside_end;
  const char *text = charter_draft_peek (charter_author_form_get_draft (self), &length);

  find_body (self, index, &body);
  *indent = NULL;
  if (holds_blocks (element->kind) ? body.first == CHARTER_OUTLINE_NONE : element->is_empty)
    return NULL;
  if (body.first != CHARTER_OUTLINE_NONE)
    {
      start = charter_outline_get (outline, body.first)->start;
      end = charter_outline_get (outline, body.last)->end;
      *indent = charter_author_form_dup_indent (self, start);
    }
  body.in_paragraphs = body.in_paragraphs && writing != CHARTER_WRITING_XML;
  written = charter_written_new (&(CharterWrittenStyle){
    .source = text,
    .writing = writing,
    .in_paragraphs = body.in_paragraphs,
    .indent = *indent != NULL ? *indent : "",
    .newline = *indent != NULL || body.first == CHARTER_OUTLINE_NONE ? charter_author_form_get_newline (self) : NULL,
    .only_elements = writing == CHARTER_WRITING_XML && holds_blocks (element->kind) });
  if (writing != CHARTER_WRITING_XML)
    keep_blanks (outline, index, written);
  if (body.in_paragraphs)
    add_paragraphs (outline, &body, written);
  else
    charter_written_add (written, start, end);
  return written;
}

char *
charter_author_form_dup_text (CharterAuthorForm *self, guint index, CharterWriting writing)
{
  g_autofree char *indent = NULL;
  g_autoptr (CharterWritten) written
    = read_body (self, index, MAX (writing, charter_author_form_find_writing (self, index)), &indent);

  return g_strdup (written != NULL ? charter_written_get_text (written) : "");
}

/* What text is inside an element of a kind that holds nothing yet. Returns: (transfer full) NULL where it can't be */
static char *
write_anew (CharterElementKind kind, CharterWriting writing, const char *text)
{
  gboolean in_paragraphs = holds_blocks (kind) && writing != CHARTER_WRITING_XML;
  CharterWrittenStyle style = { .source = "",
                                .writing = writing,
                                .in_paragraphs = in_paragraphs,
                                .indent = "",
                                .newline = "\n",
                                .only_elements = !in_paragraphs && holds_blocks (kind) };
  g_autoptr (CharterWritten) written = charter_written_new (&style);
  g_autoptr (GString) xml = g_string_new (NULL);
  gsize start, end;

  charter_written_add (written, 0, 0);
  if (!charter_written_change (written, text, &start, &end, xml))
    return NULL;
  return in_paragraphs ? g_strdup_printf ("<p>%s</p>", xml->str) : g_strdup (xml->str);
}

/* The first words of an element. */
static gboolean
begin_text (CharterAuthorForm *self, guint index, CharterWriting writing, const char *text)
{
  CharterDraft *draft = charter_author_form_get_draft (self);
  CharterElementKind kind = charter_outline_get (charter_author_form_get_outline (self), index)->kind;
  g_autofree char *xml = write_anew (kind, writing, text);

  if (xml == NULL)
    return FALSE;
  charter_draft_begin_group (draft);
  if (holds_blocks (kind))
    charter_author_form_insert (self, index, EL_P, CHARTER_OUTLINE_NONE, xml);
  else
    {
      charter_author_form_open (self, index);
      charter_draft_splice (draft, charter_outline_get (charter_author_form_get_outline (self), index)->inside, 0, xml,
                            -1);
    }
  charter_draft_end_group (draft);
  return TRUE;
}

static gboolean
is_same (CharterAuthorForm *self, gsize start, gsize end, const GString *inserted)
{
  gsize length;
  const char *text = charter_draft_peek (charter_author_form_get_draft (self), &length);

  return end - start == inserted->len && memcmp (text + start, inserted->str, inserted->len) == 0;
}

gboolean
charter_author_form_set_text (CharterAuthorForm *self, guint index, CharterWriting writing, const char *text)
{
  g_autofree char *indent = NULL;
  g_autoptr (CharterWritten) written = NULL;
  g_autoptr (GString) inserted = g_string_new (NULL);
  const CharterOutlineElement *element = charter_outline_get (charter_author_form_get_outline (self), index);
  gsize start, end;

  g_return_val_if_fail (charter_author_form_has_text (element->kind), FALSE);
  if (writing < charter_author_form_find_writing (self, index) || !(element->is_closed || element->is_empty))
    return FALSE;
  written = read_body (self, index, writing, &indent);
  if (written == NULL)
    return *text == '\0' || begin_text (self, index, writing, text);
  if (!charter_written_change (written, text, &start, &end, inserted))
    return FALSE;
  if (!is_same (self, start, end, inserted))
    charter_draft_splice (charter_author_form_get_draft (self), start, end - start, inserted->str,
                          (gssize)inserted->len);
  return TRUE;
}

static gboolean
add_child_text (CharterAuthorForm *self, guint owner, CharterElementKind kind, CharterWriting writing, const char *text)
{
  const char *name = charter_grammar_get_rule (kind)->name;
  g_autofree char *inside = write_anew (kind, writing, text);
  g_autoptr (GString) xml = g_string_new (NULL);

  if (inside == NULL)
    return FALSE;
  if (holds_blocks (kind) && strchr (inside, '\n') != NULL)
    {
      g_string_append (xml, inside);
      g_string_replace (xml, "\n", "\n  ", 0);
      g_string_prepend (xml, ">\n  ");
      g_string_append_c (xml, '\n');
    }
  else
    g_string_append_printf (xml, ">%s", inside);
  g_string_prepend (xml, name);
  g_string_prepend_c (xml, '<');
  g_string_append_printf (xml, "</%s>", name);
  charter_author_form_insert (self, owner, kind, CHARTER_OUTLINE_NONE, xml->str);
  return TRUE;
}

gboolean
charter_author_form_set_child_text (
  CharterAuthorForm *self, guint owner, CharterElementKind kind, CharterWriting writing, const char *text)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  guint child = charter_outline_find_child (outline, owner, kind);

  g_return_val_if_fail (charter_author_form_has_text (kind), FALSE);
  if (child == CHARTER_OUTLINE_NONE)
    return *text == '\0' || add_child_text (self, owner, kind, writing, text);
  if (*text == '\0' && writing >= charter_author_form_find_writing (self, child)
      && charter_author_form_can_remove (self, child))
    {
      charter_author_form_remove (self, child);
      return TRUE;
    }
  return charter_author_form_set_text (self, child, writing, text);
}
