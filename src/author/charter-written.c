/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-written.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* Where a piece begins, in what is shown and in the source; it ends where the next one begins. */
typedef struct {
  gsize shown, source;
} Piece;

typedef struct {
  char *name; /* in its brackets */
  gsize start, end;
} Kept;

struct _CharterWritten {
  CharterWrittenStyle style;
  GString *shown;
  GArray *pieces; /* the last one is empty and marks the end */
  GArray *kept;   /* of Kept */
};

static void
kept_clear (gpointer data)
{
  g_free (((Kept *)data)->name);
}

CharterWritten *
charter_written_new (const CharterWrittenStyle *style)
{
  CharterWritten *self = g_new0 (CharterWritten, 1);

  self->style = *style;
  self->shown = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self->kept, kept_clear);
  return self;
}

void
charter_written_free (CharterWritten *self)
{
  g_string_free (self->shown, TRUE);
  g_array_unref (self->pieces);
  g_array_unref (self->kept);
  g_free (self);
}

/* ---- letters and entities ---- */

static gboolean
may_stand (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
}

static void
escape_char (GString *xml, gunichar c)
{
  if (c == '&')
    g_string_append (xml, "&amp;");
  else if (c == '<')
    g_string_append (xml, "&lt;");
  else if (c == '>')
    g_string_append (xml, "&gt;");
  else if (may_stand (c))
    g_string_append_unichar (xml, c);
}

void
charter_written_escape (GString *xml, const char *text, gsize n)
{
  for (const char *at = text; at < text + n; at = g_utf8_next_char (at))
    escape_char (xml, g_utf8_get_char (at));
}

/* The character that an entity at "&" stands for. length: of the entity. Returns: 0 for what is none */
static gunichar
read_entity (const char *at, gsize room, gsize *length)
{
  static const struct {
    const char *entity;
    gunichar c;
  } known[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' } };
  const char *stop = memchr (at, ';', MIN (room, 12));
  gunichar c = 0;

  if (stop == NULL)
    return 0;
  *length = (gsize)(stop - at) + 1;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i].entity) == *length && memcmp (known[i].entity, at, *length) == 0)
      return known[i].c;
  if (at[1] == '#')
    {
      gboolean is_hex = at[2] == 'x';
      char *behind;

      c = (gunichar)g_ascii_strtoull (at + (is_hex ? 3 : 2), &behind, is_hex ? 16 : 10);
      if (behind != stop || c > 0x10FFFF || !g_unichar_validate (c) || !may_stand (c))
        return 0;
    }
  return c;
}

char *
charter_written_unescape (const char *xml, gsize n)
{
  GString *text = g_string_sized_new (n);

  for (gsize i = 0, length = 1; i < n; i += length)
    {
      gunichar c = xml[i] == '&' ? read_entity (xml + i, n - i, &length) : 0;

      if (c != 0)
        g_string_append_unichar (text, c);
      else
        {
          length = 1;
          g_string_append_c (text, xml[i]);
        }
    }
  return g_string_free (text, FALSE);
}

/* ---- from the source to what is shown ---- */

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Behind a run of white space. has_line: (out) whether a line ends in it */
static gsize
skip_space (const char *source, gsize at, gsize end, gboolean *has_line)
{
  *has_line = FALSE;
  for (; at < end && is_space (source[at]); at++)
    *has_line = *has_line || source[at] == '\n';
  return at;
}

/* Behind a line end and as much of the indentation as all lines have. */
static gsize
skip_line_end (const CharterWritten *self, gsize at, gsize end)
{
  const char *indent = self->style.indent;

  at += self->style.source[at] == '\r' ? 2 : 1;
  while (at < end && *indent != '\0' && self->style.source[at] == *indent)
    {
      at++;
      indent++;
    }
  return at;
}

static gboolean
is_line_end (const char *source, gsize at, gsize end)
{
  return source[at] == '\n' || (source[at] == '\r' && at + 1 < end && source[at + 1] == '\n');
}

static const Kept *
find_kept (const CharterWritten *self, gsize at)
{
  for (guint i = 0; i < self->kept->len; i++)
    if (g_array_index (self->kept, Kept, i).start == at)
      return &g_array_index (self->kept, Kept, i);
  return NULL;
}

/* Shows what stands at a place. Returns: where the next piece begins */
static gsize
show_piece (CharterWritten *self, gsize at, gsize end)
{
  const char *source = self->style.source;
  const Kept *kept = find_kept (self, at);
  gboolean has_line = FALSE;
  gsize behind, length;
  gunichar c;

  if (kept != NULL)
    {
      g_string_append (self->shown, kept->name);
      return kept->end;
    }
  if (self->style.writing == CHARTER_WRITING_XML && is_line_end (source, at, end))
    {
      g_string_append_c (self->shown, '\n');
      return skip_line_end (self, at, end);
    }
  if (self->style.writing != CHARTER_WRITING_XML && is_space (source[at]))
    {
      behind = skip_space (source, at, end, &has_line);
      if (has_line)
        {
          g_string_append_c (self->shown, ' ');
          return behind;
        }
    }
  c = self->style.writing == CHARTER_WRITING_PLAIN && source[at] == '&' ? read_entity (source + at, end - at, &length)
                                                                        : 0;
  /* A line end that is written as an entity would be mistaken for that of a paragraph. */
  if (c != 0 && c != '\n')
    {
      g_string_append_unichar (self->shown, c);
      return at + length;
    }
  behind = MIN (end, at + (gsize)g_utf8_skip[(guchar)source[at]]);
  g_string_append_len (self->shown, source + at, (gssize)(behind - at));
  return behind;
}

static void
add_piece (CharterWritten *self, gsize source)
{
  Piece piece = { self->shown->len, source };

  g_array_append_val (self->pieces, piece);
}

void
charter_written_add (CharterWritten *self, gsize start, gsize end)
{
  const char *source = self->style.source;
  gboolean has_line;
  gsize at = skip_space (source, start, end, &has_line);
  gsize stop = end;

  if (!has_line)
    at = start;
  while (stop > at && is_space (source[stop - 1]))
    stop--;
  if (memchr (source + stop, '\n', end - stop) == NULL)
    stop = end;
  /* The end of what came before is the piece between the two. */
  if (self->pieces->len > 0)
    g_string_append_c (self->shown, '\n');
  while (at < stop)
    {
      add_piece (self, at);
      at = show_piece (self, at, stop);
    }
  add_piece (self, at);
}

void
charter_written_keep (CharterWritten *self, const char *name, gsize start, gsize end)
{
  Kept kept = { g_strdup_printf ("[%s]", name), start, end };

  g_array_append_val (self->kept, kept);
}

const char *
charter_written_get_text (CharterWritten *self)
{
  return self->shown->str;
}

/* ---- from what is shown to the source ---- */

static gboolean
holds_kept (const CharterWritten *self, const char *text)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      const char *name = g_array_index (self->kept, Kept, i).name;
      const char *at = strstr (text, name);

      if (at == NULL || strstr (at + 1, name) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* Words of an element's content that are not inside an element of it. */
static gboolean
has_loose_words (const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (node->type != XML_ELEMENT_NODE && node->type != XML_COMMENT_NODE && !xmlIsBlankNode (node))
      return TRUE;
  return FALSE;
}

static gboolean
is_well_formed (const CharterWritten *self, const char *text, gsize n)
{
  g_autofree char *all = g_strdup_printf ("<all>%.*s</all>", (int)n, text);
  xmlDoc *document
    = xmlReadMemory (all, (int)strlen (all), NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean is_good
    = document != NULL && !(self->style.only_elements && has_loose_words (xmlDocGetRootElement (document)));

  xmlFreeDoc (document);
  return is_good;
}

static gboolean
can_write (const CharterWritten *self, const char *text)
{
  if (!g_utf8_validate (text, -1, NULL) || !holds_kept (self, text))
    return FALSE;
  if (self->style.writing == CHARTER_WRITING_PLAIN)
    return TRUE;
  if (!self->style.in_paragraphs)
    return is_well_formed (self, text, strlen (text));
  while (TRUE)
    {
      const char *end = text + strcspn (text, "\n");

      if (!is_well_formed (self, text, (gsize)(end - text)))
        return FALSE;
      if (*end == '\0')
        return TRUE;
      text = end + 1;
    }
}

static void
write_line_end (const CharterWritten *self, GString *xml, gboolean is_blank)
{
  const char *newline = self->style.newline != NULL ? self->style.newline : "";

  if (self->style.in_paragraphs)
    g_string_append_printf (xml, "</p>%s%s<p>", newline, self->style.newline != NULL ? self->style.indent : "");
  else if (self->style.writing == CHARTER_WRITING_XML)
    g_string_append_printf (xml, "%s%s", self->style.newline != NULL ? newline : "\n",
                            is_blank ? "" : self->style.indent);
  else
    g_string_append_c (xml, ' ');
}

/* Returns: what is kept and named at a place of the text, or NULL */
static const Kept *
find_named (const CharterWritten *self, const char *at)
{
  for (guint i = 0; *at == '[' && i < self->kept->len; i++)
    if (g_str_has_prefix (at, g_array_index (self->kept, Kept, i).name))
      return &g_array_index (self->kept, Kept, i);
  return NULL;
}

static void
write_text (const CharterWritten *self, GString *xml, const char *text, const char *end)
{
  while (text < end)
    {
      const Kept *kept = find_named (self, text);
      gunichar c = g_utf8_get_char (text);

      if (kept != NULL)
        g_string_append_len (xml, self->style.source + kept->start, (gssize)(kept->end - kept->start));
      else if (c == '\n')
        write_line_end (self, xml, text[1] == '\n');
      else if (self->style.writing == CHARTER_WRITING_PLAIN)
        escape_char (xml, c);
      else if (may_stand (c))
        g_string_append_unichar (xml, c);
      text = kept != NULL ? text + strlen (kept->name) : g_utf8_next_char (text);
    }
}

static gsize
count_same_start (const GString *one, const char *other, gsize n)
{
  gsize same = 0;

  while (same < n && same < one->len && one->str[same] == other[same])
    same++;
  return same;
}

static gsize
count_same_end (const GString *one, const char *other, gsize n, gsize least)
{
  gsize same = 0, most = MIN (one->len, n) - least;

  while (same < most && one->str[one->len - 1 - same] == other[n - 1 - same])
    same++;
  return same;
}

gboolean
charter_written_change (CharterWritten *self, const char *text, gsize *start, gsize *end, GString *inserted)
{
  const Piece *pieces = (const Piece *)(void *)self->pieces->data;
  gsize n = strlen (text), same, rest;
  guint first = 0, last;

  g_return_val_if_fail (self->pieces->len > 0, FALSE);
  g_string_truncate (inserted, 0);
  if (!can_write (self, text))
    return FALSE;
  same = count_same_start (self->shown, text, n);
  while (first + 1 < self->pieces->len && pieces[first + 1].shown <= same)
    first++;
  rest = self->shown->len - count_same_end (self->shown, text, n, pieces[first].shown);
  last = first;
  while (pieces[last].shown < rest)
    last++;
  rest = self->shown->len - pieces[last].shown;
  *start = pieces[first].source;
  *end = pieces[last].source;
  write_text (self, inserted, text + pieces[first].shown, text + n - rest);
  return TRUE;
}
