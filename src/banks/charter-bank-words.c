/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-bank-words.h"

#include <math.h>
#include <string.h>

#define LONGEST_ID 80

/* ---- decoding ---- */

static char *
convert (const char *bytes, gsize length, const char *from)
{
  return g_convert_with_fallback (bytes, (gssize)length, "UTF-8", from, "?", NULL, NULL, NULL);
}

static const char *
find_utf16 (const char *bytes, gsize length)
{
  if (length >= 2 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  return length >= 2 && memcmp (bytes, "\xFE\xFF", 2) == 0 ? "UTF-16BE" : NULL;
}

/* Line feeds only, and nothing that XML 1.0 forbids. U+E000 and U+FFFC have a meaning of their own here. */
static char *
clean (const char *text)
{
  GString *cleaned = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r')
        {
          if (at[1] != '\n')
            g_string_append_c (cleaned, '\n');
        }
      else if ((c >= 0x20 || c == '\n' || c == '\t') && c != 0x7F && c != 0xFFFE && c != 0xFFFF && c != 0xFFFC
               && c != 0xE000)
        g_string_append_len (cleaned, at, g_utf8_next_char (at) - at);
    }
  return g_string_free (cleaned, FALSE);
}

static char *
decode (const char *bytes, gsize length, const char *declared, gboolean *was_foreign)
{
  const char *utf16 = find_utf16 (bytes, length);
  char *text = NULL;

  *was_foreign = utf16 == NULL && !g_utf8_validate (bytes, (gssize)length, NULL);
  if (utf16 != NULL)
    text = convert (bytes + 2, length - 2, utf16);
  else if (*was_foreign && declared != NULL && g_ascii_strcasecmp (declared, "UTF-8") != 0)
    text = convert (bytes, length, declared);
  if (text == NULL && (*was_foreign || utf16 != NULL))
    text = convert (bytes, length, "WINDOWS-1252");
  return text != NULL ? text : g_utf8_make_valid (bytes, (gssize)length);
}

char *
charter_bank_words_decode (GBytes *bytes, const char *declared, gboolean *was_foreign)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean has_mark = length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0;
  const char *start = data != NULL ? data + (has_mark ? 3 : 0) : "";
  g_autofree char *copy = NULL, *text = NULL;

  length -= has_mark ? 3 : 0;
  if (find_utf16 (start, length) == NULL && memchr (start, '\0', length) != NULL)
    {
      copy = g_memdup2 (start, length);
      for (gsize i = 0; i < length; i++)
        copy[i] = copy[i] != '\0' ? copy[i] : ' ';
      start = copy;
    }
  text = decode (start, length, declared, was_foreign);
  return clean (text);
}

/* ---- writing ---- */

void
charter_bank_words_escape (GString *xml, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&':
        g_string_append (xml, "&amp;");
        break;
      case '<':
        g_string_append (xml, "&lt;");
        break;
      case '>':
        g_string_append (xml, "&gt;");
        break;
      case '"':
        g_string_append (xml, "&quot;");
        break;
      default:
        g_string_append_c (xml, *text);
      }
}

char *
charter_bank_words_dup_escaped (const char *text)
{
  GString *xml = g_string_new (NULL);

  charter_bank_words_escape (xml, text);
  return g_string_free (xml, FALSE);
}

char *
charter_bank_words_fold (const char *text)
{
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (; *text != '\0'; text++)
    if (g_ascii_isspace (*text))
      space = folded->len > 0;
    else
      {
        if (space)
          g_string_append_c (folded, ' ');
        space = FALSE;
        g_string_append_c (folded, *text);
      }
  return g_string_free (folded, FALSE);
}

/* ---- ids ---- */

char *
charter_bank_words_slug (const char *text, gsize longest)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *slug = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = ascii; *at != '\0' && slug->len + 1 < longest; at++)
    if (g_ascii_isalnum (*at))
      {
        if (gap && slug->len > 0)
          g_string_append_c (slug, '-');
        gap = FALSE;
        g_string_append_c (slug, g_ascii_tolower (*at));
      }
    else if (*at != '\'' && *at != '?')
      gap = TRUE;
  return g_string_free (slug, FALSE);
}

gboolean
charter_bank_words_is_id (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > LONGEST_ID || text[0] == '-' || text[length - 1] == '-' || strstr (text, "--") != NULL)
    return FALSE;
  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* ---- numbers ---- */

char *
charter_bank_words_decimal (double number)
{
  char digits[64];
  char *end;
  const char *point;

  if (!isfinite (number) || fabs (number) >= 1e15)
    return NULL;
  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  point = strchr (digits, '.');
  if (strpbrk (digits, "eE") == NULL && (point == NULL || strlen (point + 1) <= 12))
    return g_strdup (digits);
  g_ascii_formatd (digits, sizeof digits, "%.12f", number);
  for (end = digits + strlen (digits); end[-1] == '0'; end--)
    ;
  *(end[-1] == '.' ? end - 1 : end) = '\0';
  return g_strdup (digits);
}

/* The decimal places that packs allow are kept as they were written. */
static gboolean
is_plain (const char *text)
{
  const char *at = *text == '-' || *text == '+' ? text + 1 : text;
  gsize whole = strspn (at, "0123456789"), places;

  if (at[whole] == '\0')
    return whole >= 1 && whole <= 15;
  places = at[whole] == '.' ? strspn (at + whole + 1, "0123456789") : 0;
  return whole >= 1 && whole <= 15 && places >= 1 && places <= 12 && at[whole + 1 + places] == '\0';
}

char *
charter_bank_words_dup_decimal (const char *text)
{
  g_autofree char *folded = charter_bank_words_fold (text);
  char *comma = strchr (folded, ','), *end;
  double number;

  if (g_str_has_prefix (folded, "\342\210\222"))
    {
      folded[0] = '-';
      memmove (folded + 1, folded + 3, strlen (folded + 3) + 1);
      comma = strchr (folded, ',');
    }
  if (comma != NULL && strchr (comma + 1, ',') == NULL && strchr (folded, '.') == NULL)
    *comma = '.';
  if (is_plain (folded))
    return g_steal_pointer (&folded);
  if (*folded == '\0' || strspn (folded, "+-.0123456789eE") != strlen (folded))
    return NULL;
  number = g_ascii_strtod (folded, &end);
  return *end == '\0' ? charter_bank_words_decimal (number) : NULL;
}
