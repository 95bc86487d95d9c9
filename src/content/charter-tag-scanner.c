/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem, memrchr */
#include "charter-tag-scanner.h"

#include <string.h>

void
charter_tag_scanner_init (CharterTagScanner *scanner, const char *bytes, gsize length, gsize longest)
{
  *scanner = (CharterTagScanner){ .bytes = bytes, .length = length, .longest = longest };
}

static gboolean
begins_with (const CharterTagScanner *scanner, gsize at, const char *prefix)
{
  gsize n = strlen (prefix);

  return scanner->length - at >= n && memcmp (scanner->bytes + at, prefix, n) == 0;
}

/* Behind the next terminator, or the end of the file where it is missing: the parser then tells what is wrong. */
static gsize
skip_past (const CharterTagScanner *scanner, gsize at, const char *terminator)
{
  gsize n = strlen (terminator);
  const char *found = memmem (scanner->bytes + at, scanner->length - at, terminator, n);

  return found ? (gsize)(found - scanner->bytes) + n : scanner->length;
}

/* Behind the ">" that ends the start tag at start; a ">" between quotes ends nothing. 0: it does not end in time. */
static gsize
find_tag_end (const CharterTagScanner *scanner, gsize start)
{
  const char *at = scanner->bytes + start;
  const char *limit = at + MIN (scanner->length - start, scanner->longest);

  while (at < limit && *at != '>')
    {
      if (*at == '"' || *at == '\'')
        {
          at = memchr (at + 1, *at, limit - at - 1);
          if (!at)
            return 0;
        }
      at++;
    }
  return at < limit ? (gsize)(at - scanner->bytes) + 1 : 0;
}

CharterTagStatus
charter_tag_scanner_next (CharterTagScanner *scanner, CharterTag *tag)
{
  const char *found;

  while ((found = memchr (scanner->bytes + scanner->at, '<', scanner->length - scanner->at)))
    {
      gsize start = found - scanner->bytes;
      gsize inside = start + 1;

      tag->start = start;
      if (begins_with (scanner, inside, "/"))
        scanner->at = skip_past (scanner, inside, ">");
      else if (begins_with (scanner, inside, "!--"))
        scanner->at = skip_past (scanner, inside + 3, "-->");
      else if (begins_with (scanner, inside, "![CDATA["))
        scanner->at = skip_past (scanner, inside, "]]>");
      else if (begins_with (scanner, inside, "?"))
        scanner->at = skip_past (scanner, inside, "?>");
      else if (begins_with (scanner, inside, "!"))
        return CHARTER_TAG_DECLARATION;
      else
        {
          gsize end = find_tag_end (scanner, start);

          if (end == 0 && scanner->length - start > scanner->longest)
            return CHARTER_TAG_TOO_LONG;
          tag->ordinal = ++scanner->ordinal;
          tag->end = scanner->at = end ? end : scanner->length;
          return CHARTER_TAG_FOUND;
        }
    }
  scanner->at = scanner->length;
  return CHARTER_TAG_END;
}

/* Behind the ">" of a tag, or at the "<" before which it has none: no "<" may stand in a tag. */
static gsize
find_any_tag_end (const CharterTagScanner *scanner, gsize start)
{
  const char *from = scanner->bytes + start + 1;
  gsize length = scanner->length - start - 1;
  const char *next = memchr (from, '<', length);
  CharterTagScanner within = *scanner;
  gsize end;

  if (next)
    within.length = (gsize)(next - scanner->bytes);
  within.longest = within.length;
  end = find_tag_end (&within, start);
  return end ? end : within.length;
}

static gboolean
begins_name (const CharterTagScanner *scanner, gsize at)
{
  return at < scanner->length
         && (g_ascii_isalpha (scanner->bytes[at]) || scanner->bytes[at] == '_' || (guchar)scanner->bytes[at] >= 0x80);
}

/* Behind what begins with "<" and is no tag; start itself where it is one. */
static gsize
skip_no_tag (const CharterTagScanner *scanner, gsize start)
{
  gsize inside = start + 1;

  if (begins_with (scanner, inside, "!--"))
    return skip_past (scanner, inside + 3, "-->");
  if (begins_with (scanner, inside, "![CDATA["))
    return skip_past (scanner, inside, "]]>");
  if (begins_with (scanner, inside, "?"))
    return skip_past (scanner, inside, "?>");
  if (begins_with (scanner, inside, "!"))
    return skip_past (scanner, inside, ">");
  return begins_with (scanner, inside, "/") || begins_name (scanner, inside) ? start : inside;
}

CharterTagStatus
charter_tag_scanner_next_any (CharterTagScanner *scanner, CharterTag *tag, gboolean *is_end)
{
  const char *found;

  while ((found = memchr (scanner->bytes + scanner->at, '<', scanner->length - scanner->at)))
    {
      tag->start = (gsize)(found - scanner->bytes);
      scanner->at = skip_no_tag (scanner, tag->start);
      if (scanner->at > tag->start)
        continue;
      *is_end = begins_with (scanner, tag->start + 1, "/");
      tag->end = scanner->at = find_any_tag_end (scanner, tag->start);
      tag->ordinal = *is_end ? 0 : ++scanner->ordinal;
      return CHARTER_TAG_FOUND;
    }
  scanner->at = scanner->length;
  return CHARTER_TAG_END;
}

/* Leaps from one "<" to the last that lies within reach. */
static CharterTagStatus
find_long_tag (const CharterTagScanner *scanner, gsize at, gsize *start)
{
  while (scanner->length - at > scanner->longest)
    {
      const char *next = memrchr (scanner->bytes + at + 1, '<', scanner->longest);

      *start = at;
      if (next)
        at = (gsize)(next - scanner->bytes);
      else if (find_tag_end (scanner, at) == 0)
        return CHARTER_TAG_TOO_LONG;
      else if (!(next = memchr (scanner->bytes + at + 1, '<', scanner->length - at - 1)))
        break;
      else
        at = (gsize)(next - scanner->bytes);
    }
  return CHARTER_TAG_END;
}

CharterTagStatus
charter_tag_scanner_check (const char *bytes, gsize length, gsize longest, gsize *start)
{
  CharterTagScanner scanner;
  CharterTagStatus status;
  CharterTag tag = { 0 };

  charter_tag_scanner_init (&scanner, bytes, length, longest);
  status = charter_tag_scanner_next (&scanner, &tag);
  *start = tag.start;
  if (status != CHARTER_TAG_FOUND)
    return status;
  return find_long_tag (&scanner, tag.start, start);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

gboolean
charter_tag_find_attribute (const char *bytes, const CharterTag *tag, const char *name, gsize *start, gsize *end)
{
  gsize n = strlen (name);
  gsize at = tag->start + 1;

  while (at < tag->end && !is_space (bytes[at]))
    at++;
  while (at < tag->end)
    {
      gsize name_start, name_end;
      const char *close;

      while (at < tag->end && is_space (bytes[at]))
        at++;
      name_start = at;
      while (at < tag->end && bytes[at] != '=' && !is_space (bytes[at]))
        at++;
      name_end = at;
      while (at < tag->end && bytes[at] != '"' && bytes[at] != '\'')
        at++;
      if (at >= tag->end || !(close = memchr (bytes + at + 1, bytes[at], tag->end - at - 1)))
        return FALSE;
      at = close - bytes + 1;
      if (name_end - name_start == n && memcmp (bytes + name_start, name, n) == 0)
        {
          *start = name_start;
          *end = at;
          return TRUE;
        }
    }
  return FALSE;
}

static void
count_lines (CharterPlaceCounter *counter, const char *bytes, gsize offset)
{
  const char *found;

  while ((found = memchr (bytes + counter->offset, '\n', offset - counter->offset)))
    {
      counter->lines++;
      counter->offset = counter->line_start = found - bytes + 1;
    }
  counter->offset = offset;
}

char *
charter_tag_dup_attribute (const char *bytes, const CharterTag *tag, const char *name)
{
  gsize start, end;
  const char *quote;

  if (!charter_tag_find_attribute (bytes, tag, name, &start, &end))
    return NULL;
  quote = memchr (bytes + start, bytes[end - 1], end - 1 - start);
  return quote ? g_strndup (quote + 1, (gsize)(bytes + end - 1 - (quote + 1))) : NULL;
}

void
charter_place_counter_locate (CharterPlaceCounter *counter, const char *bytes, gsize offset, guint *line, guint *column)
{
  guint n = 0;

  count_lines (counter, bytes, offset);
  for (gsize i = counter->line_start; i < offset; i++)
    if ((bytes[i] & 0xC0) != 0x80)
      n++;
  if (counter->line_start == 0 && offset >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    n--;
  *line = counter->lines + 1;
  *column = n + 1;
}
