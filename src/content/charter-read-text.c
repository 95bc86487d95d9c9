/* SPDX-License-Identifier: GPL-3.0-or-later */
/* INLINE: folds white space and notes the markup beside the words. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLANK_CHARACTER "\xEF\xBF\xBC" /* U+FFFC */

static const guint8 span_kinds[N_ELEMENTS] = {
  [EL_EM] = CHARTER_SPAN_EM,       [EL_STRONG] = CHARTER_SPAN_STRONG, [EL_CODE] = CHARTER_SPAN_CODE,
  [EL_TERM] = CHARTER_SPAN_TERM,   [EL_LINK] = CHARTER_SPAN_LINK,     [EL_MATH] = CHARTER_SPAN_MATH,
  [EL_BLANK] = CHARTER_SPAN_BLANK,
};

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Each run of white space becomes one space; none is left at the start. */
static void
add_words (GString *words, const char *text)
{
  while (*text)
    {
      const char *start = text;

      while (*text && !is_space (*text))
        text++;
      charter_append (words, start, (gsize)(text - start));
      if (*text && words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
      while (is_space (*text))
        text++;
    }
}

static const char *
read_address (CharterReader *reader, const CharterElement *element)
{
  const char *href = charter_element_get (element, AT_HREF);

  if (!href)
    return NULL;
  if (!g_str_has_prefix (href, "https://") && !g_str_has_prefix (href, "http://")
      && !g_str_has_prefix (href, "mailto:"))
    charter_reader_error (reader, "bad-value", element, AT_HREF,
                          g_strdup_printf (_ ("href=\"%s\" can’t be opened"), href),
                          g_strdup (_ ("an address that begins with https://, http:// or mailto:")),
                          g_strdup (_ ("write the whole address")));
  return charter_arena_strdup (reader->arena, href);
}

static void
check_link (CharterReader *reader, const CharterElement *element)
{
  gboolean href = charter_element_get (element, AT_HREF) != NULL, see = charter_element_get (element, AT_SEE) != NULL;

  if (href == see)
    charter_reader_error (reader, "missing-attribute", element, AT_NONE,
                          href ? g_strdup (_ ("the link has both “href” and “see”"))
                               : g_strdup (_ ("the link leads nowhere")),
                          g_strdup (_ ("a link has either “href” (a page) or “see” (a lesson or section)")),
                          href ? g_strdup (_ ("remove one of them")) : g_strdup (_ ("add one of them")));
}

static const char *
read_target (CharterReader *reader, const CharterElement *element, CharterSpanKind *kind)
{
  switch ((guint)element->kind)
    {
    case EL_TERM:
      return charter_reader_read_ref (reader, element, AT_REF, CHARTER_INDEX_MASK (CHARTER_INDEX_ENTRY));
    case EL_BLANK:
      return charter_arena_strdup (reader->arena, charter_element_get (element, AT_ID));
    case EL_LINK:
      check_link (reader, element);
      if (charter_element_get (element, AT_HREF))
        return read_address (reader, element);
      *kind = CHARTER_SPAN_SEE;
      return charter_reader_read_ref (reader, element, AT_SEE,
                                      CHARTER_INDEX_MASK (CHARTER_INDEX_LESSON)
                                        | CHARTER_INDEX_MASK (CHARTER_INDEX_SECTION));
    default:
      return NULL;
    }
}

static void gather (CharterReader *reader, const CharterElement *element);

/* A span takes its place in the list when it starts and its length when it ends. */
static void
gather_span (CharterReader *reader, const CharterElement *element)
{
  CharterSpan span = { .kind = span_kinds[element->kind] };
  guint index = reader->spans->len;
  CharterSpan *kept;

  span.target = read_target (reader, element, &span.kind);
  g_array_append_val (reader->spans, span);
  if (span.kind == CHARTER_SPAN_BLANK)
    {
      span.start = reader->words->len;
      g_string_append (reader->words, BLANK_CHARACTER);
    }
  else
    {
      /* White space before the first word stays outside. */
      if (element->first && element->first->kind == EL_NONE && is_space (*element->first->text))
        add_words (reader->words, " ");
      span.start = reader->words->len;
      gather (reader, element);
    }
  kept = &g_array_index (reader->spans, CharterSpan, index);
  kept->start = span.start;
  kept->length = reader->words->len - span.start;
}

static void
gather (CharterReader *reader, const CharterElement *element)
{
  for (const CharterElement *child = element->first; child; child = child->next)
    if (child->kind == EL_NONE)
      add_words (reader->words, child->text);
    else
      gather_span (reader, child);
}

/* Text ends with no space, nor does a span; an empty one is dropped. */
static void
trim_spans (GArray *spans, const GString *words)
{
  for (guint i = 0; i < spans->len;)
    {
      CharterSpan *span = &g_array_index (spans, CharterSpan, i);
      guint end = MIN (span->start + span->length, words->len);

      while (end > span->start && words->str[end - 1] == ' ')
        end--;
      span->length = end > span->start ? end - span->start : 0;
      if (span->length == 0)
        g_array_remove_index (spans, i);
      else
        i++;
    }
}

/* Whether folding would change nothing. Without an early exit, so that the compiler takes many bytes at once. */
static gboolean
is_folded (const char *text, gsize length)
{
  guint loose = is_space (text[0]) | is_space (text[length - 1]);

  for (gsize i = 0; i < length; i++)
    loose |= ((guchar)text[i] < ' ') | ((text[i] == ' ') & (text[i + 1] == ' '));
  return loose == 0;
}

/* Most text is one stretch without markup: it goes straight into the arena. */
static const char *
fold_straight (CharterReader *reader, const char *text, gsize length)
{
  char *folded;
  gsize n = 0;

  if (is_folded (text, length))
    return charter_arena_strndup (reader->arena, text, length);
  folded = charter_arena_reserve (reader->arena, length);
  while (is_space (*text))
    text++;
  while (*text)
    {
      while (*text && !is_space (*text))
        folded[n++] = *text++;
      while (is_space (*text))
        text++;
      if (*text)
        folded[n++] = ' ';
    }
  charter_arena_trim (reader->arena, folded, n);
  return folded;
}

CharterText
charter_read_text (CharterReader *reader, const CharterElement *element)
{
  const CharterElement *first = element ? element->first : NULL;
  CharterText text = { "", NULL };
  static const CharterSpan end = { CHARTER_SPAN_END };

  if (!first)
    return text;
  if (first->kind == EL_NONE && !first->next)
    {
      text.plain = fold_straight (reader, first->text, first->length);
      return text;
    }
  g_string_truncate (reader->words, 0);
  g_array_set_size (reader->spans, 0);
  gather (reader, element);
  while (reader->words->len > 0 && reader->words->str[reader->words->len - 1] == ' ')
    g_string_truncate (reader->words, reader->words->len - 1);
  trim_spans (reader->spans, reader->words);
  text.plain = charter_arena_strndup (reader->arena, reader->words->str, reader->words->len);
  if (reader->spans->len > 0)
    {
      g_array_append_val (reader->spans, end);
      text.spans = charter_arena_memdup (reader->arena, reader->spans->data, reader->spans->len * sizeof (CharterSpan));
    }
  return text;
}

CharterText
charter_read_child_text (CharterReader *reader, const CharterElement *element, CharterElementKind kind)
{
  return charter_read_text (reader, charter_element_find (element, kind));
}

const char *
charter_read_plain (CharterReader *reader, const CharterElement *element)
{
  return element ? charter_read_text (reader, element).plain : NULL;
}

const char *
charter_read_verbatim (CharterReader *reader, const CharterElement *element)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!element)
    return NULL;
  for (const CharterElement *child = element->first; child; child = child->next)
    g_string_append (text, child->text);
  return charter_arena_strdup (reader->arena, g_strstrip (text->str));
}
