/* SPDX-License-Identifier: GPL-3.0-or-later */

/* short: the words typed are the words accepted, case, accents and spaces folded as the item declares (Moodle's
 * shortanswer, QTI's stringMatch, which know only case). Both sides go through the same folding:
 *
 *   always    Unicode's compatibility forms are made one (NFKC), and the apostrophes, quotes and hyphens of print are
 *             made those that keyboards have
 *   accents   letters are taken apart (NFKD) and the marks U+0300 to U+036F left out
 *   case      Unicode's case folding: ß is ss
 *   spaces    a run of them is one, none at the ends
 */

#include "charter-scoring-kind.h"

static gunichar
plain_sign (gunichar sign)
{
  switch (sign)
    {
    case 0x2018:
    case 0x2019:
    case 0x02bc:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2212:
      return '-';
    default:
      return sign;
    }
}

static gboolean
is_accent (gunichar sign)
{
  return sign >= 0x0300 && sign <= 0x036f;
}

static char *
fold_signs (const char *text, gboolean keep_accents)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (keep_accents || !is_accent (g_utf8_get_char (c)))
      g_string_append_unichar (out, plain_sign (g_utf8_get_char (c)));
  return g_string_free (out, FALSE);
}

static char *
fold_spaces (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar sign = g_utf8_get_char (text);

      if (g_unichar_isspace (sign))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, sign);
      gap = FALSE;
    }
  return g_string_free (out, FALSE);
}

static char *
fold (const char *text, const CharterTyped *rules)
{
  g_autofree char *signs = fold_signs (text, rules->keep_accents);
  g_autofree char *letters = rules->keep_case ? g_strdup (signs) : g_utf8_casefold (signs, -1);
  g_autofree char *spaces = rules->keep_spaces ? g_strdup (letters) : fold_spaces (letters);

  return g_utf8_normalize (spaces, -1, G_NORMALIZE_ALL_COMPOSE);
}

static gboolean
is_same (const char *a, const char *b, const CharterTyped *rules)
{
  g_autofree char *folded_a = fold (a, rules);
  g_autofree char *folded_b = fold (b, rules);

  return g_strcmp0 (folded_a, folded_b) == 0;
}

static double
measure (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  for (guint i = 0; i < item->typed->n_accepts; i++)
    if (is_same (charter_response_get_typed (response), item->typed->accepts[i], item->typed))
      return 1;
  return 0;
}

static CharterResponse *
dup_key (const CharterItem *item, guint64 seed)
{
  return charter_response_new_typed (item->typed->accepts[0]);
}

static const CharterNear *
find_near (const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  for (guint i = 0; i < item->typed->n_nears; i++)
    if (is_same (charter_response_get_typed (response), item->typed->nears[i].value, item->typed))
      return &item->typed->nears[i];
  return NULL;
}

const CharterScoringKind charter_scoring_short = { .measure = measure, .dup_key = dup_key, .find_near = find_near };
