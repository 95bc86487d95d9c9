/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-scan.h"

#include <string.h>

#define MOST_DIGITS 18

void
charter_scan_init (CharterScan *scan, const char *text)
{
  *scan = (CharterScan){ .at = text };
}

static gboolean
fail (CharterScan *scan)
{
  scan->failed = TRUE;
  return FALSE;
}

/* Returns: whether c was there */
static gboolean
pass (CharterScan *scan, char c)
{
  if (*scan->at != c)
    return FALSE;
  scan->at++;
  return TRUE;
}

static gboolean
scan_word (CharterScan *scan, const char **text, gsize *length)
{
  if (!pass (scan, '"'))
    return fail (scan);
  *text = scan->at;
  while (*scan->at >= ' ' && *scan->at < 0x7f && *scan->at != '"' && *scan->at != '\\')
    scan->at++;
  *length = scan->at - *text;
  return pass (scan, '"') || fail (scan);
}

static gboolean
scan_words (CharterScan *scan, CharterScanValue *value)
{
  const char *word;
  gsize length;

  value->kind = CHARTER_SCAN_WORDS;
  value->text = ++scan->at;
  if (pass (scan, ']'))
    return TRUE;
  do
    if (!scan_word (scan, &word, &length))
      return FALSE;
  while (pass (scan, ','));
  value->length = scan->at - value->text;
  return pass (scan, ']') || fail (scan);
}

static guint
pass_digits (CharterScan *scan)
{
  const char *start = scan->at;

  while (g_ascii_isdigit (*scan->at))
    scan->at++;
  return scan->at - start;
}

/* Part by part as JSON has it; what follows is looked at by whoever called. */
static gboolean
scan_number (CharterScan *scan, CharterScanValue *value)
{
  guint n_digits;

  value->text = scan->at;
  pass (scan, '-');
  if (*scan->at == '0' && g_ascii_isdigit (scan->at[1]))
    return fail (scan);
  n_digits = pass_digits (scan);
  value->kind = n_digits <= MOST_DIGITS ? CHARTER_SCAN_WHOLE : CHARTER_SCAN_NUMBER;
  if (n_digits == 0)
    return fail (scan);
  if (pass (scan, '.'))
    {
      value->kind = CHARTER_SCAN_NUMBER;
      if (pass_digits (scan) == 0)
        return fail (scan);
    }
  if (pass (scan, 'e') || pass (scan, 'E'))
    {
      value->kind = CHARTER_SCAN_NUMBER;
      if (!pass (scan, '-'))
        pass (scan, '+');
      if (pass_digits (scan) == 0)
        return fail (scan);
    }
  value->length = scan->at - value->text;
  return TRUE;
}

static gboolean
scan_boolean (CharterScan *scan, CharterScanValue *value)
{
  value->kind = CHARTER_SCAN_BOOLEAN;
  value->text = scan->at;
  value->length = *scan->at == 't' ? strlen ("true") : strlen ("false");
  if (strncmp (scan->at, *scan->at == 't' ? "true" : "false", value->length) != 0)
    return fail (scan);
  scan->at += value->length;
  return TRUE;
}

static gboolean
scan_value (CharterScan *scan, CharterScanValue *value)
{
  *value = (CharterScanValue){ .kind = CHARTER_SCAN_WORD };
  if (*scan->at == '"')
    return scan_word (scan, &value->text, &value->length);
  if (*scan->at == '[')
    return scan_words (scan, value);
  if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
    return scan_number (scan, value);
  return scan_boolean (scan, value);
}

gboolean
charter_scan_next (CharterScan *scan, const char **name, gsize *length, CharterScanValue *value)
{
  if (scan->failed)
    return FALSE;
  if (scan->begun && pass (scan, '}'))
    return *scan->at == '\0' ? FALSE : fail (scan);
  if (!pass (scan, scan->begun ? ',' : '{'))
    return fail (scan);
  scan->begun = TRUE;
  return scan_word (scan, name, length) && (pass (scan, ':') || fail (scan)) && scan_value (scan, value);
}

char *
charter_scan_dup_word (const CharterScanValue *value)
{
  return g_strndup (value->text, value->length);
}

char **
charter_scan_dup_words (const CharterScanValue *value)
{
  CharterScan scan = { .at = value->text };
  CharterScanValue word = { .kind = CHARTER_SCAN_WORD };
  GPtrArray *words = g_ptr_array_new ();

  while (scan.at < value->text + value->length && scan_word (&scan, &word.text, &word.length))
    {
      g_ptr_array_add (words, charter_scan_dup_word (&word));
      pass (&scan, ',');
    }
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_free (words, FALSE);
}

gint64
charter_scan_get_whole (const CharterScanValue *value)
{
  return g_ascii_strtoll (value->text, NULL, 10);
}

double
charter_scan_get_number (const CharterScanValue *value)
{
  return g_ascii_strtod (value->text, NULL);
}

gboolean
charter_scan_get_boolean (const CharterScanValue *value)
{
  return *value->text == 't';
}
