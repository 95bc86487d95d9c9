/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values of attributes have to be written. No regular expressions: a large pack has a million of them. */
#include "charter-grammar.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define LONGEST_ID 80
#define LONGEST_PACK_ID 120
#define LONGEST_NAME 40
#define LONGEST_PATH 400
#define LONGEST_EXPRESSION 400

static inline gboolean
is_lower_or_digit (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Words of lower-case letters and digits, one hyphen between two. Returns: behind the last one, or NULL. */
static const char *
skip_words (const char *at)
{
  for (;;)
    {
      if (!is_lower_or_digit (*at))
        return NULL;
      while (is_lower_or_digit (*at))
        at++;
      if (*at != '-')
        return at;
      at++;
    }
}

static gboolean
is_id (const char *value)
{
  const char *end = skip_words (value);

  return end && *end == '\0' && end - value <= LONGEST_ID;
}

/* Returns: behind the pack's id, or NULL. */
static const char *
skip_pack_id (const char *at)
{
  guint parts = 0;

  while ((at = skip_words (at)))
    {
      parts++;
      if (*at != '.')
        return parts >= 2 ? at : NULL;
      at++;
    }
  return NULL;
}

static gboolean
is_pack_id (const char *value)
{
  const char *end = skip_pack_id (value);

  return end && *end == '\0' && end - value <= LONGEST_PACK_ID;
}

static gboolean
is_ref (const char *value)
{
  const char *end = skip_words (value);

  if (end && *end == '\0')
    return TRUE;
  end = skip_pack_id (value);
  if (!end || *end != '#')
    return FALSE;
  end = skip_words (end + 1);
  return end && *end == '\0';
}

/* Returns: behind at most longest digits, NULL where there are none or more. */
static const char *
skip_digits (const char *at, guint longest)
{
  const char *start = at;

  while (g_ascii_isdigit (*at))
    at++;
  return at > start && at - start <= longest ? at : NULL;
}

static const char *
skip_decimal (const char *at, guint whole, guint places)
{
  at = skip_digits (at, whole);
  if (at && *at == '.')
    at = skip_digits (at + 1, places);
  return at;
}

static gboolean
is_decimal (const char *value, gboolean is_signed)
{
  if (is_signed && (*value == '+' || *value == '-'))
    value++;
  value = skip_decimal (value, 15, 12);
  return value && *value == '\0';
}

static gboolean
is_count (const char *value)
{
  value = skip_digits (value, 6);
  return value && *value == '\0';
}

static gboolean
is_percent (const char *value)
{
  const char *end = skip_decimal (value, 3, 6);

  return end && *end == '\0' && g_ascii_strtod (value, NULL) <= 100;
}

static char **
split (const char *value)
{
  return g_strsplit_set (value, " \t\n\r", -1);
}

/* Every part of a list with spaces between, checked by test. */
static guint
count_parts (const char *value, gboolean (*test) (const char *), gboolean *all)
{
  g_auto (GStrv) parts = split (value);
  guint n = 0;

  *all = TRUE;
  for (char **part = parts; *part; part++)
    if (**part)
      {
        n++;
        *all = *all && test (*part);
      }
  return n;
}

static gboolean
is_date (const char *value)
{
  guint year, month, day;
  int used = 0;

  return strlen (value) == 10 && sscanf (value, "%4u-%2u-%2u%n", &year, &month, &day, &used) == 3 && used == 10
         && g_date_valid_dmy (day, month, year);
}

static gboolean
is_path (const char *value)
{
  return *value && *value != '/' && !strpbrk (value, "\\:") && g_utf8_strlen (value, -1) <= LONGEST_PATH;
}

static gboolean
is_address (const char *value)
{
  return *value && !strpbrk (value, " \t\n\r<>\"{}|\\^`");
}

static gboolean
is_name (const char *value)
{
  gsize n = strlen (value);

  return *value >= 'a' && *value <= 'z' && n <= LONGEST_NAME
         && strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

static gboolean
is_expression (const char *value)
{
  gsize n = strlen (value);

  return n > 0 && n <= LONGEST_EXPRESSION && strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789_.+-*/^(), ") == n;
}

static gboolean
is_language (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "-", -1);

  for (guint i = 0; parts[i]; i++)
    {
      gsize n = strlen (parts[i]);

      if (n < 2 || n > (i == 0 ? 3 : 8))
        return FALSE;
      for (const char *c = parts[i]; *c; c++)
        if (!(i == 0 ? g_ascii_isalpha (*c) : g_ascii_isalnum (*c)))
          return FALSE;
    }
  return parts[0] != NULL;
}

static gboolean
is_release (const char *value)
{
  for (guint part = 0; part < 4; part++)
    {
      value = skip_digits (value, 6);
      if (!value || *value == '\0')
        return value != NULL;
      if (*value++ != '.')
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_format (const char *value)
{
  return strncmp (value, "1.", 2) == 0 && (value = skip_digits (value + 2, 4)) && *value == '\0';
}

static gboolean
is_yes_no (const char *value)
{
  return strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
}

static gboolean
are_choices (const char *value, const char *const *choices)
{
  g_auto (GStrv) parts = split (value);
  guint n = 0;

  for (char **part = parts; *part; part++)
    if (**part)
      {
        n++;
        if (!g_strv_contains (choices, *part))
          return FALSE;
      }
  return n > 0;
}

gboolean
charter_grammar_value_is_valid (const CharterAttributeRule *rule, const char *value)
{
  gboolean all;

  switch ((CharterValueKind)rule->value)
    {
    case VALUE_ID:
      return is_id (value);
    case VALUE_PACK_ID:
      return is_pack_id (value);
    case VALUE_REF:
      return is_ref (value);
    case VALUE_FROM:
      return is_ref (value) || is_pack_id (value);
    case VALUE_DECIMAL:
      return is_decimal (value, TRUE);
    case VALUE_POSITIVE:
      return is_decimal (value, FALSE);
    case VALUE_COUNT:
      return is_count (value);
    case VALUE_PERCENT:
      return is_percent (value);
    case VALUE_PERCENTS:
      return count_parts (value, is_percent, &all) >= 3 && all;
    case VALUE_YES_NO:
      return is_yes_no (value);
    case VALUE_ONE_TO_FIVE:
      return value[0] >= '1' && value[0] <= '5' && value[1] == '\0';
    case VALUE_DATE:
      return is_date (value);
    case VALUE_WORDS:
      return *value != '\0';
    case VALUE_UNIT:
      return g_utf8_strlen (value, -1) <= LONGEST_NAME;
    case VALUE_ADDRESS:
      return is_address (value);
    case VALUE_PATH:
      return is_path (value);
    case VALUE_IDS:
      count_parts (value, is_id, &all);
      return all;
    case VALUE_NAME:
      return is_name (value);
    case VALUE_EXPRESSION:
      return is_expression (value);
    case VALUE_LANGUAGE:
      return is_language (value);
    case VALUE_RELEASE:
      return is_release (value);
    case VALUE_FORMAT:
      return is_format (value);
    case VALUE_CHOICE:
      return g_strv_contains (rule->choices, value);
    case VALUE_CHOICES:
      return are_choices (value, rule->choices);
    case VALUE_ANY:
    default:
      return TRUE;
    }
}

static char *
describe_choices (const char *const *choices, gboolean several)
{
  /* Translators: between two words of “one of “…”, “…””: ends the quotes of one and begins those of the next. */
  g_autofree char *list = g_strjoinv (_ ("”, “"), (char **)choices);

  if (!choices[1])
    return g_strdup_printf (_ ("the only value is “%s”"), choices[0]);
  return g_strdup_printf (several ? _ ("one or more of “%s”, with spaces between") : _ ("one of “%s”"), list);
}

char *
charter_grammar_describe_value (const CharterAttributeRule *rule)
{
  static const char *const descriptions[] = {
    [VALUE_ID]
    = N_ ("an id is made of lower-case letters and digits with single hyphens between, at most 80 characters"),
    [VALUE_PACK_ID] = N_ ("a pack’s id is reverse DNS in lower case, such as org.example.my-pack"),
    [VALUE_REF] = N_ ("an id of this pack, or pack#id for one of another pack"),
    [VALUE_FROM] = N_ ("the id of a pack, a bank or a scenario"),
    [VALUE_DECIMAL] = N_ ("a number such as 12, -3 or 0.5, with a full stop and no exponent"),
    [VALUE_POSITIVE] = N_ ("a number such as 12 or 0.5, not negative, with a full stop"),
    [VALUE_COUNT] = N_ ("a whole number such as 12"),
    [VALUE_PERCENT] = N_ ("a number from 0 to 100"),
    [VALUE_PERCENTS] = N_ ("three or more numbers from 0 to 100 with spaces between"),
    [VALUE_YES_NO] = N_ ("“true” or “false”"),
    [VALUE_ONE_TO_FIVE] = N_ ("a whole number from 1 to 5"),
    [VALUE_DATE] = N_ ("a day written as 2026-11-23"),
    [VALUE_WORDS] = N_ ("some words"),
    [VALUE_UNIT] = N_ ("at most 40 characters"),
    [VALUE_ANY] = N_ ("any words"),
    [VALUE_ADDRESS] = N_ ("an address such as https://example.org/page"),
    [VALUE_PATH] = N_ ("a file below the pack’s own folder, such as media/plan.png"),
    [VALUE_IDS] = N_ ("ids with spaces between"),
    [VALUE_NAME] = N_ ("a lower-case letter, then lower-case letters, digits and “_”"),
    [VALUE_EXPRESSION] = N_ ("numbers, names, + - * / ^ and parentheses, at most 400 characters"),
    [VALUE_LANGUAGE] = N_ ("a language such as en or pt-BR"),
    [VALUE_RELEASE] = N_ ("numbers with full stops between, such as 1.2.0"),
    [VALUE_FORMAT] = N_ ("“1.0”"),
  };

  if (rule->value == VALUE_CHOICE || rule->value == VALUE_CHOICES)
    return describe_choices (rule->choices, rule->value == VALUE_CHOICES);
  return g_strdup (_ (descriptions[rule->value]));
}
