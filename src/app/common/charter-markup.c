/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-markup.h"

#include <string.h>

/* What opens and closes a kind of span; links have an address in between. */
static const struct {
  const char *open;
  const char *close;
} tags[] = {
  [CHARTER_SPAN_EM] = { "<i>", "</i>" },
  [CHARTER_SPAN_STRONG] = { "<b>", "</b>" },
  [CHARTER_SPAN_CODE] = { "<tt>", "</tt>" },
  [CHARTER_SPAN_MATH] = { "<span allow_breaks=\"false\">", "</span>" },
};

typedef struct {
  GString *markup;
  const CharterText *text;
  const CharterSpan *next; /* the span that starts next */
  gsize at;                /* bytes of the plain text that are done */
  gboolean in_link;        /* links don't nest */
} Writer;

static gboolean
is_safe_address (const char *uri)
{
  g_autofree char *scheme = uri != NULL ? g_uri_parse_scheme (uri) : NULL;

  return scheme != NULL
         && (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0
             || g_ascii_strcasecmp (scheme, "mailto") == 0);
}

/* Returns: (nullable) the address to put into the markup */
static char *
make_address (Writer *self, const CharterSpan *span)
{
  guint index = span - self->text->spans;

  if (self->in_link || span->target == NULL)
    return NULL;
  if (span->kind == CHARTER_SPAN_TERM)
    return g_markup_printf_escaped ("term:%u:%s", index, span->target);
  if (span->kind == CHARTER_SPAN_SEE)
    return g_markup_printf_escaped ("see:%u:%s", index, span->target);
  if (span->kind == CHARTER_SPAN_LINK && is_safe_address (span->target))
    return g_markup_escape_text (span->target, -1);
  return NULL;
}

static void
write_plain (Writer *self, gsize end)
{
  g_autofree char *escaped = NULL;

  if (end <= self->at)
    return;
  escaped = g_markup_escape_text (self->text->plain + self->at, end - self->at);
  g_string_append (self->markup, escaped);
  self->at = end;
}

static void write_until (Writer *self, gsize end);

static void
write_span (Writer *self, const CharterSpan *span)
{
  gsize end = (gsize)span->start + span->length;
  g_autofree char *address = make_address (self, span);
  gboolean styled = span->kind < G_N_ELEMENTS (tags) && tags[span->kind].open != NULL;

  if (span->kind == CHARTER_SPAN_BLANK)
    {
      g_string_append (self->markup, "______");
      self->at = end;
      return;
    }
  if (address != NULL)
    g_string_append_printf (self->markup, "<a href=\"%s\">", address);
  self->in_link |= address != NULL;
  g_string_append (self->markup, styled ? tags[span->kind].open : "");
  write_until (self, end);
  g_string_append (self->markup, styled ? tags[span->kind].close : "");
  if (address != NULL)
    {
      g_string_append (self->markup, "</a>");
      self->in_link = FALSE;
    }
}

static void
write_until (Writer *self, gsize end)
{
  while (self->next != NULL && self->next->kind != CHARTER_SPAN_END && self->next->start < end)
    {
      const CharterSpan *span = self->next++;

      write_plain (self, span->start);
      write_span (self, span);
    }
  write_plain (self, end);
}

char *
charter_markup_from_text (const CharterText *text)
{
  Writer writer = { .markup = g_string_new (NULL), .text = text, .next = text->spans };

  write_until (&writer, strlen (text->plain));
  return g_string_free (writer.markup, FALSE);
}

CharterTargetKind
charter_markup_parse_target (const char *uri, guint *span, const char **ref)
{
  gboolean term = g_str_has_prefix (uri, "term:");
  char *after;

  *span = 0;
  *ref = uri;
  if (!term && !g_str_has_prefix (uri, "see:"))
    return CHARTER_TARGET_OUT;
  *span = g_ascii_strtoull (strchr (uri, ':') + 1, &after, 10);
  *ref = *after == ':' ? after + 1 : after;
  return term ? CHARTER_TARGET_TERM : CHARTER_TARGET_SEE;
}
