/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number, short and drill: answers that are typed. */
#include "charter-drill.h"
#include "charter-number.h"
#include "charter-read-item-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
read_near (CharterReader *reader, const CharterElement *element, CharterNear *near)
{
  const CharterElement *text = charter_element_find (element, EL_NEAR_TEXT);

  near->value = text ? charter_read_verbatim (reader, text)
                     : charter_arena_strdup (reader->arena, charter_element_get (element, AT_VALUE));
  near->number = element->kind == EL_NUMBER_NEAR ? charter_element_get_number (element, AT_VALUE, 0) : 0;
  near->tolerance = element->kind == EL_SHORT_NEAR ? 0 : charter_element_get_number (element, AT_TOLERANCE, 0);
  near->why = charter_read_child_blocks (reader, element, EL_WHY);
  near->misconception = charter_read_misconception (reader, element);
}

static void
read_nears (CharterReader *reader, const CharterElement *element, CharterElementKind kind, CharterTyped *typed)
{
  CharterNear *nears = charter_arena_new_n (reader->arena, CharterNear, charter_element_count (element, kind));

  charter_element_foreach (near, element, kind) read_near (reader, near, &nears[typed->n_nears++]);
  typed->nears = nears;
}

/* The one answer of a number or drill; source carries its tolerance and unit. */
static CharterTyped *
read_one (CharterReader *reader, const CharterElement *source, CharterAttribute answer)
{
  CharterTyped *typed = charter_arena_new_n (reader->arena, CharterTyped, 1);
  const char **accepts = charter_arena_new_n (reader->arena, const char *, 1);

  accepts[0] = charter_arena_strdup (reader->arena, charter_element_get (source, answer));
  typed->accepts = accepts;
  typed->n_accepts = 1;
  typed->tolerance = charter_element_get_number (source, AT_TOLERANCE, 0);
  typed->mark = charter_number_get_mark (charter_pack_builder_get_pack (reader->builder)->language);
  typed->unit = charter_arena_strdup (reader->arena, charter_element_get (source, AT_UNIT));
  return typed;
}

/* What is right already is never near. */
static void
warn_of_right_near (CharterReader *reader, const CharterElement *near, const char *value, CharterAttribute attribute)
{
  charter_reader_report (reader, CHARTER_SEVERITY_WARNING, "near-is-right", near, attribute,
                         g_strdup_printf (_ ("“%s” is a right answer and a near one at once"), value),
                         g_strdup (_ ("a “near” is a wrong answer, which has a “why” of its own")),
                         g_strdup (_ ("give it another value, or remove the “near”")));
}

static void
check_number_nears (CharterReader *reader, const CharterElement *element, const CharterTyped *typed)
{
  charter_element_foreach (near, element, EL_NUMBER_NEAR)
  {
    const char *value = charter_element_get (near, AT_VALUE);

    if (value && fabs (charter_element_get_number (near, AT_VALUE, 0) - typed->number) <= typed->tolerance)
      warn_of_right_near (reader, near, value, AT_VALUE);
  }
}

static gboolean
is_accepted (const CharterTyped *typed, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  for (guint i = 0; i < typed->n_accepts; i++)
    {
      g_autofree char *accepted = g_utf8_casefold (typed->accepts[i], -1);

      if (strcmp (words, typed->accepts[i]) == 0 || (!typed->keep_case && strcmp (folded, accepted) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
check_short_nears (CharterReader *reader, const CharterElement *element, const CharterTyped *typed)
{
  guint i = 0;

  charter_element_foreach (near, element, EL_SHORT_NEAR)
  {
    const char *words = typed->nears[i++].value;

    if (words && is_accepted (typed, words))
      warn_of_right_near (reader, near, words, AT_NONE);
  }
}

void
charter_read_number (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterTyped *typed = read_one (reader, element, AT_ANSWER);

  typed->number = charter_element_get_number (element, AT_ANSWER, 0);
  read_nears (reader, element, EL_NUMBER_NEAR, typed);
  check_number_nears (reader, element, typed);
  item->typed = typed;
}

static gboolean
is_keep (const CharterElement *element, CharterAttribute attribute)
{
  return g_strcmp0 (charter_element_get (element, attribute), "keep") == 0;
}

void
charter_read_short (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterTyped *typed = charter_arena_new_n (reader->arena, CharterTyped, 1);
  guint n = charter_element_count (element, EL_ACCEPT);
  const char **accepts = charter_arena_new_n (reader->arena, const char *, n);

  charter_element_foreach (accept, element, EL_ACCEPT) accepts[typed->n_accepts++]
    = charter_read_verbatim (reader, accept);
  typed->accepts = accepts;
  typed->keep_case = is_keep (element, AT_CASE);
  typed->keep_accents = is_keep (element, AT_ACCENTS);
  typed->keep_spaces = is_keep (element, AT_SPACES);
  read_nears (reader, element, EL_SHORT_NEAR, typed);
  check_short_nears (reader, element, typed);
  item->typed = typed;
}

/* ---- drills */

static void
check_let (CharterReader *reader, const CharterElement *element)
{
  gboolean from = charter_element_get (element, AT_FROM) != NULL, to = charter_element_get (element, AT_TO) != NULL;
  gboolean step = charter_element_get (element, AT_STEP) != NULL,
           value = charter_element_get (element, AT_VALUE) != NULL;

  if (value ? (from || to || step) : !(from && to && step))
    charter_reader_error (reader, "missing-attribute", element, AT_NONE,
                          g_strdup_printf (_ ("“%s” can’t be worked out"), charter_element_get (element, AT_NAME)),
                          g_strdup (_ ("a “let” has either from, to and step, or value")),
                          g_strdup (_ ("complete the one, or remove the other")));
  else if (!value && charter_element_get_number (element, AT_STEP, 0) <= 0)
    charter_reader_error (reader, "bad-value", element, AT_STEP, g_strdup (_ ("the step is 0")),
                          g_strdup (_ ("“step” is more than 0")), g_strdup (_ ("write how far apart the numbers are")));
  else if (!value && charter_element_get_number (element, AT_FROM, 0) > charter_element_get_number (element, AT_TO, 0))
    charter_reader_error (reader, "bad-value", element, AT_FROM, g_strdup (_ ("“from” is more than “to”")),
                          g_strdup (_ ("numbers are drawn from “from” up to “to”")), g_strdup (_ ("swap the two")));
}

static gboolean
is_name_taken (const CharterDrill *drill, const char *name)
{
  for (guint i = 0; i < drill->n_lets; i++)
    if (strcmp (drill->lets[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_let_name (CharterReader *reader, const CharterElement *element, const CharterDrill *drill, const char *name)
{
  if (is_name_taken (drill, name))
    charter_reader_error (reader, "duplicate-id", element, AT_NAME,
                          g_strdup_printf (_ ("the name “%s” is taken"), name),
                          g_strdup (_ ("every “let” has a name of its own")), g_strdup (_ ("give it another name")));
  else if (!charter_expression_is_name (name))
    charter_reader_error (reader, "bad-value", element, AT_NAME,
                          g_strdup_printf (_ ("“%s” is a function’s name"), name),
                          g_strdup (_ ("every “let” has a name of its own")), g_strdup (_ ("give it another name")));
}

static void
read_lets (CharterReader *reader, const CharterElement *element, CharterDrill *drill)
{
  CharterLet *lets = charter_arena_new_n (reader->arena, CharterLet, charter_element_count (element, EL_LET));

  drill->lets = lets;
  charter_element_foreach (child, element, EL_LET)
  {
    CharterLet *let = &lets[drill->n_lets];
    const char *name = charter_element_get (child, AT_NAME);

    check_let (reader, child);
    check_let_name (reader, child, drill, name);
    let->name = charter_arena_strdup (reader->arena, name);
    let->from = charter_element_get_number (child, AT_FROM, 0);
    let->to = charter_element_get_number (child, AT_TO, 0);
    let->step = charter_element_get_number (child, AT_STEP, 0);
    let->expression = charter_arena_strdup (reader->arena, charter_element_get (child, AT_VALUE));
    drill->n_lets++;
  }
}

static void
report_expression (CharterReader *reader,
                   const CharterElement *element,
                   CharterAttribute attribute,
                   const GError *error)
{
  charter_reader_error (reader, "bad-expression", element, attribute, g_strdup (error->message),
                        attribute == AT_NONE
                          ? g_strdup (_ ("braces hold a name or an expression; “{{” is a plain brace"))
                          : g_strdup (_ ("numbers, the names of the lets above, + - * / ^, parentheses, and min, "
                                         "max, round, sqrt and abs; it has a value for all numbers drawn")),
                        attribute == AT_NONE ? g_strdup (_ ("mend what stands between the braces"))
                                             : g_strdup (_ ("mend the expression")));
}

static gboolean
is_expression (CharterElementKind kind)
{
  return kind == EL_LET || kind == EL_ANSWER || kind == EL_DRILL_NEAR;
}

/* The message holds the expression that it is about, as charter-drill.c writes it. */
static const CharterElement *
find_blamed (const CharterElement *element, const char *message)
{
  for (const CharterElement *child = element->first; child; child = child->next)
    {
      const char *value = is_expression (child->kind) ? charter_element_get (child, AT_VALUE) : NULL;
      g_autofree char *quoted = value ? g_strdup_printf (_ ("“%s”: "), value) : NULL;

      if (quoted && strstr (message, quoted))
        return child;
    }
  return NULL;
}

static void
check_places (CharterReader *reader, const CharterElement *element, const CharterItem *item, CharterBlocks blocks)
{
  g_autofree char *plain = charter_blocks_to_plain (blocks);
  g_autoptr (GError) error = NULL;

  if (!charter_drill_check_text (item, plain, &error))
    report_expression (reader, element, AT_NONE, error);
}

static void
check_values (CharterReader *reader, const CharterElement *element, const CharterItem *item)
{
  g_autoptr (GError) error = NULL;
  const CharterElement *blamed;

  if (charter_drill_check (item, &error))
    return;
  blamed = find_blamed (element, error->message);
  report_expression (reader, blamed ? blamed : element, blamed ? AT_VALUE : AT_ID, error);
}

void
charter_read_drill (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterDrill *drill = charter_arena_new_n (reader->arena, CharterDrill, 1);
  const CharterElement *answer = charter_element_find (element, EL_ANSWER);
  CharterTyped *typed = read_one (reader, answer, AT_VALUE);

  read_lets (reader, element, drill);
  read_nears (reader, element, EL_DRILL_NEAR, typed);
  item->typed = typed;
  item->drill = drill;
  if (!reader->strict_fault)
    check_values (reader, element, item);
  if (reader->strict_fault)
    return;
  check_places (reader, charter_element_find (element, EL_STEM), item, item->stem);
  check_places (reader, charter_element_find (element, EL_HINT), item, item->hint);
  check_places (reader, charter_element_find (element, EL_RATIONALE), item, item->rationale);
}
