/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements with all that the grammar says they must have. What has to be chosen by the author is left empty. */
#include "charter-author-snippet.h"

#include <string.h>

#define STEP 2 /* spaces that children are set in */

typedef struct {
  const CharterOutline *outline;
  guint parent; /* of all of it, in the outline */
  GString *text;
  GHashTable *given; /* ids that were given in it */
  gssize caret;      /* or -1 */
  gboolean has_key;  /* an option is the right one */
} Snippet;

static void write_element (Snippet *self, CharterElementKind kind, guint indent);

/* ---- attributes ---- */

static char *
dup_id (Snippet *self, CharterElementKind kind)
{
  const char *wish = charter_grammar_get_rule (kind)->name;
  char *id = charter_outline_dup_free_id (self->outline, self->parent, kind, wish);

  for (guint n = 2; g_hash_table_contains (self->given, id); n++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", wish, n);

      g_free (id);
      id = charter_outline_dup_free_id (self->outline, self->parent, kind, numbered);
    }
  g_hash_table_add (self->given, g_strdup (id));
  return id;
}

static const char *
get_first_value (const CharterAttributeRule *rule)
{
  switch ((CharterValueKind)rule->value)
    {
    case VALUE_CHOICE:
    case VALUE_CHOICES:
      return rule->choices[0];
    case VALUE_YES_NO:
      return "true";
    case VALUE_FORMAT:
      return "1.0";
    case VALUE_RELEASE:
      return "1.0.0";
    case VALUE_LANGUAGE:
      return "en";
    case VALUE_PACK_ID:
      return "org.example.pack";
    default:
      return "";
    }
}

static void
write_attribute (Snippet *self, const CharterAttributeRule *rule, CharterElementKind kind)
{
  g_autofree char *id = rule->value == VALUE_ID && rule->attribute == AT_ID ? dup_id (self, kind) : NULL;
  const char *value = id != NULL ? id : get_first_value (rule);

  g_string_append_printf (self->text, " %s=\"%s\"", charter_grammar_get_attribute_name (rule->attribute), value);
  if (*value == '\0' && self->caret < 0)
    self->caret = (gssize)self->text->len - 1;
}

static gboolean
is_answer (CharterElementKind kind)
{
  return kind == EL_OPTION || kind == EL_CHOICE || kind == EL_REGION || kind == EL_TARGET;
}

static void
write_attributes (Snippet *self, CharterElementKind kind)
{
  if (kind == EL_PACK)
    g_string_append (self->text, " xmlns=\"urn:charter:pack:1\"");
  for (const CharterAttributeRule *rule = charter_grammar_get_rule (kind)->attributes;
       rule != NULL && rule->attribute != AT_NONE; rule++)
    if (rule->required)
      write_attribute (self, rule, kind);
}

/* The first of the answers that come with their item. */
static void
write_key (Snippet *self, CharterElementKind kind, gboolean is_whole)
{
  if (is_whole || !is_answer (kind) || self->has_key)
    return;
  self->has_key = TRUE;
  g_string_append (self->text, " correct=\"true\"");
}

/* ---- what it holds ---- */

static guint
count_needed (CharterElementKind kind)
{
  guint n = 0;

  for (const CharterParticle *p = charter_grammar_get_rule (kind)->particles; p != NULL && p->elements != NULL; p++)
    n += p->min;
  return n;
}

static void
begin_line (Snippet *self, guint indent)
{
  g_string_append_printf (self->text, "\n%*s", (int)indent, "");
}

/* A single child that is text stays on the line. */
static gboolean
stays_on_line (CharterElementKind kind)
{
  const CharterParticle *p = charter_grammar_get_rule (kind)->particles;

  if (charter_grammar_get_rule (kind)->content >= CONTENT_TEXT)
    return TRUE;
  if (count_needed (kind) != 1)
    return FALSE;
  while (p->elements != NULL && p->min == 0)
    p++;
  return p->elements != NULL && charter_grammar_get_rule (p->elements[0])->content >= CONTENT_TEXT;
}

static void
write_children (Snippet *self, CharterElementKind kind, guint indent)
{
  gboolean on_line = stays_on_line (kind);

  for (const CharterParticle *p = charter_grammar_get_rule (kind)->particles; p->elements != NULL; p++)
    for (guint i = 0; i < p->min; i++)
      {
        if (!on_line)
          begin_line (self, indent + STEP);
        write_element (self, p->elements[0], indent + STEP);
      }
  if (!on_line)
    begin_line (self, indent);
}

static void
write_content (Snippet *self, CharterElementKind kind, guint indent)
{
  const CharterElementRule *rule = charter_grammar_get_rule (kind);

  if (rule->content >= CONTENT_TEXT)
    {
      if (self->caret < 0)
        self->caret = (gssize)self->text->len;
    }
  else if (count_needed (kind) > 0)
    write_children (self, kind, indent);
  else
    {
      begin_line (self, indent + STEP);
      if (self->caret < 0)
        self->caret = (gssize)self->text->len;
      begin_line (self, indent);
    }
}

static void
write_element (Snippet *self, CharterElementKind kind, guint indent)
{
  const CharterElementRule *rule = charter_grammar_get_rule (kind);
  gboolean is_whole = self->text->len == 0;

  g_string_append_printf (self->text, "<%s", rule->name);
  write_attributes (self, kind);
  write_key (self, kind, is_whole);
  if (rule->content == CONTENT_EMPTY)
    {
      g_string_append (self->text, "/>");
      return;
    }
  g_string_append_c (self->text, '>');
  write_content (self, kind, indent);
  g_string_append_printf (self->text, "</%s>", rule->name);
}

char *
charter_author_snippet_dup (
  const CharterOutline *outline, guint parent, CharterElementKind kind, guint indent, gsize *caret)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Snippet self = { outline, parent, g_string_new (NULL), given, -1, FALSE };

  write_element (&self, kind, indent);
  if (caret != NULL)
    *caret = self.caret >= 0 ? (gsize)self.caret : self.text->len;
  return g_string_free (self.text, FALSE);
}
