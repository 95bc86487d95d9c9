/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was probably meant by a name or a value that can't be. */
#include "charter-reader-private.h"

/* ---- elements */

/* What people know from other formats. */
static const struct {
  const char *theirs, *ours;
} other_names[] = {
  { "b", "strong" },
  { "bold", "strong" },
  { "i", "em" },
  { "italic", "em" },
  { "br", "p" },
  { "div", "p" },
  { "ul", "list" },
  { "ol", "steps" },
  { "blockquote", "quote" },
  { "img", "figure" },
  { "a", "link" },
  { "h1", "title" },
  { "tr", "row" },
  { "td", "cell" },
  { "question", "stem" },
  { "answer", "option" },
  { "feedback", "why" },
  { "explanation", "rationale" },
  { "multichoice", "single" },
  { "multiplechoice", "single" },
};

const char *
charter_guess_element (const CharterElement *parent, const char *name)
{
  g_autofree const char **candidates = charter_grammar_list_children (parent->kind);

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (strcmp (other_names[i].theirs, name) == 0 && g_strv_contains (candidates, other_names[i].ours))
      return other_names[i].ours;
  return charter_grammar_guess (name, candidates);
}

/* ---- attributes */

const char *
charter_guess_attribute (CharterElementKind kind, const char *name)
{
  g_autofree const char **candidates = charter_grammar_list_attributes (kind);

  if (strcmp (name, "lang") == 0 && g_strv_contains (candidates, "xml:lang"))
    return "xml:lang";
  return charter_grammar_guess (name, candidates);
}

/* ---- values */

/* "Measure first" was meant to be "measure-first". */
static char *
guess_id (const char *value)
{
  g_autofree char *plain = g_str_to_ascii (value, "C");
  g_autofree char *words = g_ascii_strdown (plain, -1);
  g_auto (GStrv) parts = g_strsplit_set (words, " _-.,:;/?\t\n", -1);
  GString *id = g_string_new (NULL);

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_string_append_printf (id, "%s%s", id->len > 0 ? "-" : "", parts[i]);
  return g_string_free (id, FALSE);
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  for (; *words; words++)
    if (g_ascii_strcasecmp (word, *words) == 0)
      return TRUE;
  return FALSE;
}

static char *
guess_yes_no (const char *value)
{
  static const char *const yes[] = { "true", "yes", "y", "1", "right", "correct", NULL };
  static const char *const no[] = { "false", "no", "n", "0", "wrong", "incorrect", NULL };

  return g_strdup (is_one_of (value, yes) ? "true" : is_one_of (value, no) ? "false" : NULL);
}

/* "$62,5 %" was meant to be "62.5". Nothing is guessed where a comma stands before three digits, for it may separate
 * thousands, nor where digits stand apart, as in "1e6". */
static char *
guess_number (const char *value)
{
  const char *start = value + strcspn (value, "+-0123456789");
  gsize n = strspn (start, "+-0123456789.,");
  g_autofree char *number = g_strndup (start, n);
  char *comma = strchr (number, ',');

  if ((comma && strlen (comma + 1) == 3) || strpbrk (start + n, "0123456789"))
    return NULL;
  if (comma)
    *comma = '.';
  return g_steal_pointer (&number);
}

static char *
guess (const CharterAttributeRule *rule, const char *value)
{
  switch ((CharterValueKind)rule->value)
    {
    case VALUE_ID:
    case VALUE_REF:
      return guess_id (value);
    case VALUE_YES_NO:
      return guess_yes_no (value);
    case VALUE_DECIMAL:
    case VALUE_POSITIVE:
    case VALUE_PERCENT:
    case VALUE_COUNT:
    case VALUE_RELEASE:
      return guess_number (value);
    case VALUE_FORMAT:
      return g_strdup (strcmp (value, "1") == 0 ? "1.0" : NULL);
    case VALUE_PACK_ID:
    case VALUE_FROM:
    case VALUE_PERCENTS:
    case VALUE_ONE_TO_FIVE:
    case VALUE_DATE:
    case VALUE_WORDS:
    case VALUE_UNIT:
    case VALUE_ANY:
    case VALUE_ADDRESS:
    case VALUE_PATH:
    case VALUE_IDS:
    case VALUE_NAME:
    case VALUE_EXPRESSION:
    case VALUE_LANGUAGE:
    case VALUE_CHOICE:
    case VALUE_CHOICES:
    default:
      return rule->choices ? g_strdup (charter_grammar_guess (value, rule->choices)) : NULL;
    }
}

char *
charter_guess_value (const CharterAttributeRule *rule, const char *value)
{
  g_autofree char *guessed = guess (rule, value);

  if (!guessed || !*guessed || !charter_grammar_value_is_valid (rule, guessed))
    return NULL;
  return g_steal_pointer (&guessed);
}
