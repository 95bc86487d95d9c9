/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-number.h"

#include <string.h>

#define MAX_LENGTH 200 /* bytes; nobody types more */

/* The text after signs of one meaning are made one sign: every space ' ', every apostrophe '\'', every minus '-'. */
static char *
unify_signs (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar sign = g_utf8_get_char (text);

      if (g_unichar_isspace (sign))
        sign = ' ';
      else if (sign == 0x2019 || sign == 0x02bc)
        sign = '\'';
      else if (sign == 0x2212 || sign == 0x2013)
        sign = '-';
      g_string_append_unichar (out, sign);
    }
  return g_strstrip (g_string_free (out, FALSE));
}

/* Signs unified, NFKC, no case, no spaces: "K $" and "k$" are one unit. Only compared, never shown. */
static char *
fold_unit (const char *unit)
{
  g_autofree char *normal = g_utf8_normalize (unit, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *signs = unify_signs (normal != NULL ? normal : "");
  char *folded = g_utf8_casefold (signs, -1);
  char *out = folded;

  for (const char *c = folded; *c != '\0'; c++)
    if (*c != ' ')
      *out++ = *c;
  *out = '\0';
  return folded;
}

static gboolean
is_unit (const char *start, gsize length, const char *unit)
{
  g_autofree char *candidate = g_strndup (start, length);
  g_autofree char *a = fold_unit (candidate);
  g_autofree char *b = fold_unit (unit);

  return *a != '\0' && g_str_equal (a, b);
}

static gboolean
cut_unit_after (char *text, const char *unit)
{
  for (char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (is_unit (c, strlen (c), unit))
      {
        *c = '\0';
        return TRUE;
      }
  return FALSE;
}

static void
cut_unit_before (char *text, const char *unit)
{
  gsize before = strcspn (text, "0123456789.,");
  gsize sign = *text == '-' || *text == '+';

  if (before > sign && is_unit (text + sign, before - sign, unit)) /* "-$ 5" */
    memmove (text + sign, text + before, strlen (text + before) + 1);
  else if (before > 1 && text[before - 1] == '-' && is_unit (text, before - 1, unit)) /* "$ -5" */
    memmove (text, text + before - 1, strlen (text + before - 1) + 1);
}

static void
cut_unit (char *text, const char *unit)
{
  if (!cut_unit_after (text, unit))
    cut_unit_before (text, unit);
  g_strstrip (text);
}

static gboolean
cut_end (char *text, char sign)
{
  gsize length = strlen (text);

  if (length == 0 || text[length - 1] != sign)
    return FALSE;
  text[length - 1] = '\0';
  g_strstrip (text);
  return TRUE;
}

/* Whether whole is digits alone, or groups of digits: one to three, then twos or threes, three at the end. */
static gboolean
is_grouped (const char *whole, gsize length, char group)
{
  gsize run = 0, n_groups = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (whole[i]))
        {
          run++;
          continue;
        }
      if (whole[i] != group || run < (n_groups == 0 ? 1 : 2) || run > 3)
        return FALSE;
      n_groups++;
      run = 0;
    }
  return n_groups == 0 || run == 3;
}

static char
find_group (const char *text, char mark)
{
  for (const char *c = text; *c != '\0' && *c != mark; c++)
    if (!g_ascii_isdigit (*c))
      return *c;
  return '\0';
}

/* mark: what separates the decimals, or '\0' where there are none. */
static gboolean
read_with_mark (const char *text, char mark, double *number)
{
  const char *at = mark != '\0' ? strchr (text, mark) : NULL;
  gsize length = at != NULL ? (gsize)(at - text) : strlen (text);
  gsize n_decimals = at != NULL ? strspn (at + 1, "0123456789") : 0;
  g_autoptr (GString) digits = g_string_new (NULL);
  char group = find_group (text, mark);

  if (strchr (" '.,", group) == NULL || !is_grouped (text, length, group))
    return FALSE;
  if (at != NULL && at[1 + n_decimals] != '\0')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      g_string_append_c (digits, text[i]);
  if (digits->len + n_decimals == 0)
    return FALSE;
  g_string_append_printf (digits, ".%.*s", (int)n_decimals, at != NULL ? at + 1 : "");
  *number = g_ascii_strtod (digits->str, NULL);
  return TRUE;
}

static guint
count (const char *text, char sign)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == sign;
  return n;
}

/* Which sign is the mark: the last of two different ones, the only one; none where one sign is repeated. */
static char
find_mark (const char *text)
{
  const char *stop = strrchr (text, '.'), *comma = strrchr (text, ',');

  if (stop != NULL && comma != NULL)
    return stop > comma ? '.' : ',';
  if (stop == NULL && comma == NULL)
    return '\0';
  return count (text, stop != NULL ? '.' : ',') > 1 ? '\0' : stop != NULL ? '.' : ',';
}

/* "1,234" and the like; see the header. */
static gboolean
is_ambiguous (const char *text, char mark)
{
  gsize before = strspn (text, "0123456789");

  return mark != '\0' && before >= 1 && before <= 3 && text[0] != '0' && text[before] == mark
         && strspn (text + before + 1, "0123456789") == 3 && text[before + 4] == '\0';
}

static guint
read_unsigned (const char *text, double *readings)
{
  char mark = find_mark (text);
  guint n = 0;

  if (!is_ambiguous (text, mark))
    return read_with_mark (text, mark, &readings[0]);
  n += read_with_mark (text, mark == ',' ? '\0' : '.', &readings[n]);
  n += read_with_mark (text, mark == ',' ? ',' : '\0', &readings[n]);
  return n;
}

static guint
add_per_cents (double *readings, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      readings[n + i] = readings[i];
      readings[i] /= 100;
    }
  return 2 * n;
}

guint
charter_number_parse (const char *text, const char *unit, double readings[CHARTER_NUMBER_MAX_READINGS])
{
  g_autofree char *rest = NULL;
  const char *digits;
  gboolean percent = FALSE;
  guint n;

  g_return_val_if_fail (text != NULL, 0);

  if (strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return 0;
  rest = unify_signs (text);
  if (unit != NULL && *unit != '\0')
    cut_unit (rest, unit);
  else
    percent = cut_end (rest, '%');

  digits = rest + (*rest == '-' || *rest == '+');
  digits += strspn (digits, " ");
  n = read_unsigned (digits, readings);
  for (guint i = 0; *rest == '-' && i < n; i++)
    readings[i] = -readings[i];
  return percent ? add_per_cents (readings, n) : n;
}

/* ---- printing */

/* Where it is a full stop, by the Unicode CLDR; a region's own habit stands before that of its language. */
static const char *const with_full_stop[]
  = { "am",    "ar",    "bn",    "cy",    "de-CH", "de-LI", "en", "es-419", "es-DO", "es-GT", "es-HN", "es-MX",
      "es-NI", "es-PA", "es-PE", "es-PR", "es-SV", "es-US", "fa", "fil",    "ga",    "gd",    "gu",    "ha",
      "he",    "hi",    "ig",    "it-CH", "ja",    "kn",    "ko", "ml",     "mr",    "ms",    "mt",    "my",
      "ne",    "pa",    "si",    "sw",    "ta",    "te",    "th", "ur",     "yo",    "zh",    "zu",    NULL };

char
charter_number_get_mark (const char *language)
{
  gsize length = strcspn (language, "-");
  g_autofree char *alone = g_strndup (language, length);
  gboolean stop = g_strv_contains (with_full_stop, language) || g_strv_contains (with_full_stop, alone);

  return stop ? '.' : ',';
}

char *
charter_number_to_words (const char *digits, char mark)
{
  gboolean negative = *digits == '-';
  char *words = g_strconcat (negative ? "−" : "", digits + negative, NULL);

  g_strdelimit (words, ".", mark);
  return words;
}
