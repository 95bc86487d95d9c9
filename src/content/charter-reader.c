/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the parser's events against the grammar and gathers each unit's elements. It never stops at a fault: what is
 * unknown is skipped with all that it holds, what lacks something needed is left out, and reading goes on. */
#include "charter-reader-private.h"

#include "charter-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMESPACE "urn:charter:pack:1"
#define NAMESPACE_STEM "urn:charter:pack:"

/* ---- units */

typedef void (*ReadUnit) (CharterReader *reader, const CharterElement *element);

static const ReadUnit unit_readers[N_ELEMENTS] = {
  [EL_INFO] = charter_read_info,          [EL_LESSON] = charter_read_lesson,  [EL_ENTRY] = charter_read_entry,
  [EL_SCENARIO] = charter_read_group_end, [EL_BANK] = charter_read_group_end, [EL_SITUATION] = charter_read_group_part,
  [EL_SINGLE] = charter_read_item,        [EL_MULTIPLE] = charter_read_item,  [EL_TRUEFALSE] = charter_read_item,
  [EL_CLASSIFY] = charter_read_item,      [EL_MATCH] = charter_read_item,     [EL_ORDER] = charter_read_item,
  [EL_NUMBER] = charter_read_item,        [EL_SHORT] = charter_read_item,     [EL_CLOZE] = charter_read_item,
  [EL_HOTSPOT] = charter_read_item,       [EL_DRILL] = charter_read_item,     [EL_CASE] = charter_read_case,
  [EL_EXAM] = charter_read_exam,
};

/* Units stand in these; they are never units' parts and outlive them. */
static gboolean
is_container (CharterElementKind kind)
{
  return kind == EL_PACK || kind == EL_GLOSSARY || kind == EL_SCENARIO || kind == EL_BANK;
}

static ReadUnit
find_unit_reader (const CharterElement *element)
{
  gboolean in_group = element->parent && (element->parent->kind == EL_SCENARIO || element->parent->kind == EL_BANK);

  if (in_group && (element->kind == EL_TITLE || element->kind == EL_SUMMARY))
    return charter_read_group_part;
  return unit_readers[element->kind];
}

/* Without what these lack they can still be read; others that lack something are left out. */
static gboolean
is_kept_when_bad (CharterElementKind kind)
{
  return is_container (kind) || kind == EL_INFO || kind == EL_LESSON || kind == EL_SECTION || kind == EL_SITUATION;
}

/* ---- elements */

static const char *
name_of (CharterElementKind kind)
{
  return charter_grammar_get_rule (kind)->name;
}

static void
append (CharterElement *parent, CharterElement *child)
{
  child->next = NULL;
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

/* ---- text between tags */

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
      return FALSE;
  return TRUE;
}

/* The first words of a text, for a diagnostic. Returns: (transfer full) */
static char *
quote_start (const char *text)
{
  enum { LONGEST = 20 };
  g_autofree char *words = g_strstrip (g_strdelimit (g_strdup (text), "\n\t\r", ' '));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= LONGEST)
    return g_steal_pointer (&words);
  start = g_utf8_substring (words, 0, LONGEST);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* Words need an element round them: which, where there is one for words. */
static char *
dup_wrapping (CharterElementKind kind)
{
  static const char *const wrappers[] = { "p", "text" };
  guint particle;

  for (guint i = 0; i < G_N_ELEMENTS (wrappers); i++)
    if (charter_grammar_find_child (kind, wrappers[i], &particle) != EL_NONE)
      return g_strdup_printf (_ ("write <%s> before it and </%s> behind it"), wrappers[i], wrappers[i]);
  return g_strdup (_ ("put the text into one of these elements, or remove it"));
}

static void
report_stray_text (CharterReader *reader, CharterElement *element)
{
  g_autofree char *start = quote_start (reader->text->str);

  element->disturbed = TRUE;
  charter_reader_error (reader, "stray-text", element, AT_NONE,
                        g_strdup_printf (_ ("text (“%s”) stands directly in “%s”"), start, name_of (element->kind)),
                        charter_grammar_describe_content (element->kind), dup_wrapping (element->kind));
}

static void
report_long_text (CharterReader *reader, const CharterElement *element)
{
  charter_reader_error (reader, "text-too-long", element, AT_NONE,
                        g_strdup_printf (_ ("the text of “%s” is very long"), name_of (element->kind)),
                        g_strdup_printf (_ ("one element’s text has at most %u bytes"), CHARTER_MAX_TEXT),
                        g_strdup (_ ("split it into several paragraphs")));
}

static void
flush_text (CharterReader *reader)
{
  CharterElement *open = reader->open;
  CharterContent content;

  if (reader->text->len == 0)
    return;
  content = charter_grammar_get_rule (open->kind)->content;
  if (reader->text_too_long)
    {
      report_long_text (reader, open);
      open->disturbed = TRUE;
    }
  else if (content == CONTENT_MIXED || content == CONTENT_TEXT)
    {
      CharterElement *stretch = charter_arena_new_n (reader->scratch, CharterElement, 1);

      stretch->length = reader->text->len;
      stretch->text = charter_arena_strndup (reader->scratch, reader->text->str, stretch->length);
      append (open, stretch);
    }
  else if (!is_blank (reader->text->str, reader->text->len))
    report_stray_text (reader, open);
  g_string_truncate (reader->text, 0);
  reader->text_too_long = FALSE;
}

void
charter_reader_text (CharterReader *reader, const char *text, gsize length)
{
  if (reader->skipping || !reader->open || reader->text_too_long)
    return;
  if (charter_grammar_get_rule (reader->open->kind)->content == CONTENT_ELEMENTS && is_blank (text, length))
    return; /* what indents the tags */
  if (reader->text->len + length > CHARTER_MAX_TEXT)
    reader->text_too_long = TRUE;
  else
    charter_append (reader->text, text, length);
}

/* ---- start tags */

/* A pack of a newer minor may well hold what is not known here: that is no mistake of its author. */
static void
report_newer (CharterReader *reader, const char *name, const char *attribute)
{
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "newer-format", reader->ordinal, attribute,
                            g_strdup_printf (_ ("“%s” is not known to format 1.0"), name),
                            g_strdup_printf (_ ("the pack says that it is written in 1.%u"), reader->minor),
                            g_strdup (_ ("what holds it is set aside; a newer Charter can show it")));
}

/* An element that could stand outside of parent: then parent's end tag may be what is missing. */
static gboolean
could_follow (const CharterElement *parent, const char *name)
{
  guint particle;

  return parent->parent && !is_container (parent->kind)
         && charter_grammar_find_child (parent->parent->kind, name, &particle) != EL_NONE;
}

/* Where an element belongs, if these are few: "move it into “scenario” or “bank”". Returns: (transfer full) */
static char *
dup_way_home (const char *name)
{
  const char *first = NULL, *second = NULL;
  guint particle;

  for (guint kind = EL_NONE + 1; kind < N_ELEMENTS; kind++)
    if (charter_grammar_find_child (kind, name, &particle) != EL_NONE && g_strcmp0 (name_of (kind), first) != 0
        && g_strcmp0 (name_of (kind), second) != 0)
      {
        if (second)
          return g_strdup (_ ("remove it, or move it to where it belongs"));
        *(first ? &second : &first) = name_of (kind);
      }
  if (second)
    return g_strdup_printf (_ ("move it into “%s” or “%s”, or remove it"), first, second);
  return first ? g_strdup_printf (_ ("move it into “%s”, or remove it"), first) : g_strdup (_ ("remove it"));
}

static char *
dup_way_out (const CharterElement *parent, const char *name)
{
  const char *guess = charter_guess_element (parent, name);
  gboolean in_words = charter_grammar_get_rule (parent->kind)->content == CONTENT_MIXED;

  if (guess && strcmp (guess, name) != 0)
    return g_strdup_printf (_ ("did you mean “%s”?"), guess);
  if (could_follow (parent, name))
    return g_strdup_printf (_ ("if “</%s>” is missing before it, add that; else move it to where it belongs"),
                            name_of (parent->kind));
  if (in_words && strcmp (name, "br") == 0 && parent->kind == EL_P)
    return g_strdup (_ ("for a new line end the paragraph with </p>, and begin another with <p>"));
  if (in_words)
    return g_strdup (_ ("remove its tags, and keep the words between them"));
  if (name[0] == 'h' && g_ascii_isdigit (name[1]) && name[2] == '\0' && parent->kind == EL_SECTION)
    return g_strdup (_ ("for a heading begin another “section”, which has a “title”"));
  return dup_way_home (name);
}

/* A missing end tag makes all that follows stand in the wrong element: the first one tells it. */
static gboolean
was_told (CharterReader *reader, CharterElement *parent, const char *name)
{
  gboolean told = parent->unended;

  if (!could_follow (parent, name))
    return FALSE;
  parent->unended = TRUE;
  reader->strict_fault = TRUE;
  return told;
}

static void
report_unknown_element (CharterReader *reader, CharterElement *parent, const char *name)
{
  char *found;

  if (charter_reader_is_full (reader) || was_told (reader, parent, name))
    return;
  if (reader->minor > 0 && !charter_grammar_knows_element (name))
    {
      report_newer (reader, name, NULL);
      return;
    }
  if (charter_grammar_knows_element (name))
    found = g_strdup_printf (_ ("“%s” can’t stand in “%s”"), name, name_of (parent->kind));
  else
    found = g_strdup_printf (_ ("“%s” is not an element of a pack"), name);
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "unknown-element", reader->ordinal, NULL, found,
                            charter_grammar_describe_content (parent->kind), dup_way_out (parent, name));
}

static void
report_namespace (CharterReader *reader, const char *name, const char *uri)
{
  char *found = uri ? g_strdup_printf (_ ("“%s” is of the namespace “%s”"), name, uri)
                    : g_strdup_printf (_ ("“%s” has no namespace"), name);
  gboolean other_major = uri && g_str_has_prefix (uri, NAMESPACE_STEM);

  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, other_major ? "other-major" : "wrong-namespace",
                            reader->ordinal, NULL, found,
                            g_strdup_printf (_ ("a pack’s elements are of the namespace “%s”"), NAMESPACE),
                            other_major ? g_strdup (_ ("this pack needs another version of Charter"))
                            : reader->open
                              ? g_strdup (_ ("remove the element"))
                              : g_strdup_printf (_ ("write xmlns=\"%s\" on the first element"), NAMESPACE));
}

static void
report_root (CharterReader *reader, const char *name)
{
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "not-a-pack", reader->ordinal, NULL,
                            g_strdup_printf (_ ("the first element is “%s”"), name),
                            g_strdup (_ ("a pack’s first element is “pack”")),
                            g_strdup (_ ("put everything into one “pack”")));
}

static void
report_too_many (CharterReader *reader, const CharterElement *parent, const char *name)
{
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "too-many", reader->ordinal, NULL,
                            g_strdup_printf (_ ("a second “%s” stands in “%s”"), name, name_of (parent->kind)),
                            g_strdup_printf (_ ("“%s” holds one “%s”"), name_of (parent->kind), name),
                            g_strdup (_ ("remove one of them")));
}

/* How many children stand before one that belongs before them. */
static guint
count_passed (const CharterElement *parent, guint particle)
{
  guint n = 0;

  for (guint i = particle + 1; i < CHARTER_MAX_PARTICLES; i++)
    n += parent->counts[i];
  return n;
}

/* Where it has passed one alone, that one may as well be what stands wrong. */
static void
report_order (CharterReader *reader, const CharterElement *parent, const char *name, guint particle)
{
  const char *previous = name_of (parent->previous);

  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "wrong-order", reader->ordinal, NULL,
                            g_strdup_printf (_ ("“%s” stands behind “%s” in “%s”"), name, previous,
                                             name_of (parent->kind)),
                            charter_grammar_describe_content (parent->kind),
                            count_passed (parent, particle) == 1
                              ? g_strdup_printf (_ ("move “%s” up, or “%s” down; the order matters"), name, previous)
                              : g_strdup (_ ("move it up; the order matters")));
}

/* A choice of more than these is told by its first. */
#define MOST_NAMED 4

static char *
name_particle (const CharterParticle *particle)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  while (particle->elements[n] != EL_NONE)
    n++;
  if (n > MOST_NAMED)
    return g_strdup_printf (_ ("“%s” or another block of text"), name_of (particle->elements[0]));
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (names, particle->elements[i + 1] == EL_NONE ? _ (" or ") : ", ");
      /* Translators: the name of an element, in quotes. */
      g_string_append_printf (names, _ ("“%s”"), name_of (particle->elements[i]));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
report_missing (CharterReader *reader, CharterElement *parent, const CharterParticle *particle, guint count)
{
  g_autofree char *names = name_particle (particle);

  parent->bad = TRUE;
  if (parent->disturbed)
    return;
  charter_reader_error (reader, "missing-element", parent, AT_NONE,
                        count == 0 ? g_strdup_printf (_ ("“%s” has no %s"), name_of (parent->kind), names)
                                   : g_strdup_printf (_ ("“%s” has only one %s"), name_of (parent->kind), names),
                        particle->max == 1   ? g_strdup_printf (_ ("it needs one %s"), names)
                        : particle->min == 1 ? g_strdup_printf (_ ("it needs at least one %s"), names)
                                             : g_strdup_printf (_ ("it needs at least two of %s"), names),
                        g_strdup_printf (_ ("add %s"), names));
}

/* Returns: FALSE where the child comes once too often. One that comes at the wrong place is read, and what follows is
 * held against its place, so that one wrong move is told once. */
static gboolean
place_child (CharterReader *reader, CharterElement *parent, CharterElementKind kind, const char *name, guint particle)
{
  guint max = charter_grammar_get_rule (parent->kind)->particles[particle].max;

  if (max && parent->counts[particle] >= max)
    {
      report_too_many (reader, parent, name);
      parent->disturbed = TRUE;
      return FALSE;
    }
  if (particle < parent->particle)
    report_order (reader, parent, name, particle);
  parent->particle = particle;
  parent->previous = kind;
  parent->counts[particle]++;
  return TRUE;
}

static char *
dup_way_of_attribute (CharterElementKind kind, const char *name, const char *guess)
{
  guint particle;

  if (guess)
    return g_strdup_printf (_ ("did you mean “%s”?"), guess);
  if (charter_grammar_find_child (kind, name, &particle) != EL_NONE)
    return g_strdup_printf (_ ("write it as an element of its own: <%s>…</%s>"), name, name);
  if (strcmp (name, "lang") == 0 || strcmp (name, "xml:lang") == 0)
    return g_strdup (_ ("remove it; the language of all stands on “pack”, as xml:lang"));
  return g_strdup (_ ("remove it"));
}

/* Returns: (nullable) the attribute that was probably meant */
static const char *
report_unknown_attribute (CharterReader *reader, CharterElement *element, const char *name)
{
  const char *guess;
  guint particle;

  if (charter_reader_is_full (reader))
    return NULL;
  if (reader->minor > 0)
    {
      report_newer (reader, name, name);
      return NULL;
    }
  guess = charter_guess_attribute (element->kind, name);
  if (!guess && charter_grammar_find_child (element->kind, name, &particle) != EL_NONE)
    element->disturbed = TRUE;
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "unknown-attribute", element->ordinal, name,
                            g_strdup_printf (_ ("“%s” has no attribute “%s”"), name_of (element->kind), name),
                            charter_grammar_describe_attributes (element->kind),
                            dup_way_of_attribute (element->kind, name, guess));
  return guess;
}

static void
report_value (CharterReader *reader, CharterElement *element, const CharterAttributeRule *rule, const char *value)
{
  g_autofree char *shown = g_utf8_strlen (value, -1) > 60 ? g_utf8_substring (value, 0, 60) : g_strdup (value);
  g_autofree char *guess = charter_guess_value (rule, value);
  const char *name = charter_grammar_get_attribute_name (rule->attribute);

  element->bad |= rule->required;
  charter_reader_error (reader, "bad-value", element, rule->attribute,
                        g_strdup_printf (_ ("%s=\"%s\" can’t be read"), name, shown),
                        charter_grammar_describe_value (rule),
                        guess ? g_strdup_printf (_ ("did you mean “%s”?"), guess)
                              : g_strdup_printf (_ ("change the value of “%s”"), name));
}

static void
report_missing_attribute (CharterReader *reader, CharterElement *element, const CharterAttributeRule *rule)
{
  const char *name = charter_grammar_get_attribute_name (rule->attribute);
  gboolean is_id = rule->attribute == AT_ID && element->kind != EL_PACK; /* a pack's own is for its author to choose */

  element->bad = TRUE;
  charter_reader_error (reader, is_id ? "missing-id" : "missing-attribute", element, AT_NONE,
                        g_strdup_printf (_ ("“%s” has no attribute “%s”"), name_of (element->kind), name),
                        charter_grammar_describe_value (rule),
                        is_id ? g_strdup (_ ("add an id of your own; “charter-tool check --fix” writes one in"))
                              : g_strdup_printf (_ ("add %s=\"…\""), name));
}

/* libxml2 resolves all entities of a value but one: an ampersand comes as "&#38;", however it was written. */
static char *
copy_value (CharterArena *arena, const unsigned char **attribute)
{
  gsize length = attribute[4] - attribute[3];
  char *value = charter_arena_strndup (arena, (const char *)attribute[3], length);
  char *end = value;

  if (memchr (value, '&', length) == NULL)
    return value;
  for (const char *c = value; *c != '\0'; c += g_str_has_prefix (c, "&#38;") ? 5 : 1)
    *end++ = *c;
  *end = '\0';
  return value;
}

/* Returns: which of the rules the attribute follows, or −1 */
static int
find_attribute_rule (CharterReader *reader, CharterElement *element, const unsigned char **attribute)
{
  const char *name = (const char *)attribute[0], *prefix = (const char *)attribute[1];
  g_autofree char *full = prefix ? g_strconcat (prefix, ":", name, NULL) : NULL;
  int found = prefix ? charter_lookup_search_attribute (element->kind, full)
                     : charter_lookup_find_attribute (reader->lookup, element->kind, name);
  const char *guess;

  if (found >= 0)
    return found;
  guess = report_unknown_attribute (reader, element, prefix ? full : name);
  found = guess ? charter_lookup_search_attribute (element->kind, guess) : -1;
  return found >= 0 && !element->values[found] ? found : -1; /* so that it isn’t called missing, too */
}

static void
read_attributes (CharterReader *reader, CharterElement *element, guint n_attributes, const unsigned char **attributes)
{
  const CharterAttributeRule *rules = charter_grammar_get_rule (element->kind)->attributes;
  CharterArena *arena = is_container (element->kind) ? reader->arena : reader->scratch;
  guint n_rules = charter_lookup_count_attributes (reader->lookup, element->kind);

  for (guint i = 0; i < n_attributes; i++)
    {
      int found = find_attribute_rule (reader, element, attributes + 5 * i);
      char *value;

      if (found < 0)
        continue;
      value = copy_value (arena, attributes + 5 * i);
      if (charter_grammar_value_is_valid (&rules[found], value))
        element->values[found] = value;
      else
        {
          element->values[found] = "";
          report_value (reader, element, &rules[found], value);
        }
    }
  for (guint i = 0; i < n_rules; i++)
    if (rules[i].required && !element->values[i])
      report_missing_attribute (reader, element, &rules[i]);
    else if (element->values[i] && !*element->values[i] && rules[i].value != VALUE_ANY)
      element->values[i] = NULL; /* was told above */
}

static CharterElement *
open_element (CharterReader *reader, CharterElementKind kind)
{
  CharterArena *arena = is_container (kind) ? reader->arena : reader->scratch;
  gsize values = charter_lookup_count_attributes (reader->lookup, kind) * sizeof (const char *);
  CharterElement *element = charter_arena_alloc (arena, sizeof (CharterElement) + values);

  element->kind = kind;
  element->values = (const char **)(element + 1);
  element->ordinal = reader->ordinal;
  element->parent = reader->open;
  reader->open = element;
  return element;
}

static gboolean
is_too_deep (CharterReader *reader)
{
  if (reader->depth <= CHARTER_MAX_DEPTH)
    return FALSE;
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "too-deep", reader->ordinal, NULL,
                            g_strdup (_ ("elements stand too deep inside one another")),
                            g_strdup_printf (_ ("at most %d levels"), CHARTER_MAX_DEPTH),
                            g_strdup (_ ("take some of the levels out")));
  return TRUE;
}

/* Returns: the rule that the new element follows, or EL_NONE where it is to be skipped, which was told. */
static CharterElementKind
admit (CharterReader *reader, const char *name, const char *uri)
{
  CharterElement *parent = reader->open;
  CharterElementKind kind;
  guint particle;

  if (is_too_deep (reader))
    return EL_NONE;
  if (!uri || (uri != reader->uri && strcmp (uri, NAMESPACE) != 0))
    {
      report_namespace (reader, name, uri);
      return EL_NONE;
    }
  reader->uri = uri;
  kind = charter_lookup_find_child (reader->lookup, parent ? parent->kind : EL_NONE, name, &particle);
  if (kind == EL_NONE && parent)
    {
      report_unknown_element (reader, parent, name);
      parent->disturbed = TRUE;
    }
  else if (kind == EL_NONE)
    report_root (reader, name);
  else if (parent && charter_grammar_get_rule (parent->kind)->content == CONTENT_ELEMENTS
           && !place_child (reader, parent, kind, name, particle))
    return EL_NONE;
  return kind;
}

void
charter_reader_start (
  CharterReader *reader, const char *name, const char *uri, guint n_attributes, const unsigned char **attributes)
{
  CharterElementKind kind;
  CharterElement *element;

  reader->depth++;
  reader->ordinal++;
  if (reader->skipping)
    {
      reader->skipping++;
      return;
    }
  if (reader->open)
    flush_text (reader);
  kind = admit (reader, name, uri);
  if (kind == EL_NONE)
    {
      reader->skipping = 1;
      reader->n_set_aside += reader->open && is_container (reader->open->kind);
      return;
    }
  if (charter_grammar_get_rule (kind)->strict)
    reader->strict_fault = FALSE;
  element = open_element (reader, kind);
  read_attributes (reader, element, n_attributes, attributes);
  if (kind == EL_PACK)
    charter_read_pack_start (reader, element);
  else if (kind == EL_SCENARIO || kind == EL_BANK)
    charter_read_group_start (reader, element);
}

/* ---- end tags */

static gboolean
has_words (const CharterElement *element)
{
  for (const CharterElement *child = element->first; child; child = child->next)
    if (child->kind != EL_NONE || !is_blank (child->text, child->length))
      return TRUE;
  return FALSE;
}

static void
check_words (CharterReader *reader, CharterElement *element)
{
  if (has_words (element))
    return;
  element->bad = TRUE;
  if (!element->disturbed)
    charter_reader_error (reader, "empty", element, AT_NONE,
                          g_strdup_printf (_ ("“%s” is empty"), name_of (element->kind)),
                          charter_grammar_describe_content (element->kind), g_strdup (_ ("write something into it")));
}

static void
check_complete (CharterReader *reader, CharterElement *element)
{
  const CharterElementRule *rule = charter_grammar_get_rule (element->kind);

  if (rule->content == CONTENT_ELEMENTS)
    {
      for (guint i = 0; rule->particles[i].elements; i++)
        if (rule->particles[i].min > element->counts[i])
          report_missing (reader, element, &rule->particles[i], element->counts[i]);
    }
  else if (rule->content != CONTENT_EMPTY && !rule->may_be_blank)
    check_words (reader, element);
}

/* Its id stays taken, so that what refers to it is not blamed too. */
static void
set_aside (CharterReader *reader, const CharterElement *element)
{
  reader->n_set_aside++;
  reader->strict_fault = FALSE;
  if (element->kind == EL_CASE || element->kind == EL_EXAM || element->kind == EL_ENTRY)
    charter_reader_reserve_id (reader, element,
                               element->kind == EL_CASE   ? CHARTER_INDEX_CASE
                               : element->kind == EL_EXAM ? CHARTER_INDEX_EXAM
                                                          : CHARTER_INDEX_ENTRY);
  else
    charter_reader_reserve_id (reader, element, CHARTER_INDEX_ITEM);
}

/* A strict unit that lies inside another (a comparison in a lesson), or an element that lacks something. */
static gboolean
is_left_out (CharterReader *reader, const CharterElement *element)
{
  gboolean strict = charter_grammar_get_rule (element->kind)->strict;

  if (strict && reader->strict_fault)
    {
      set_aside (reader, element);
      return TRUE;
    }
  if (element->bad && !is_kept_when_bad (element->kind))
    {
      if (find_unit_reader (element))
        set_aside (reader, element);
      return TRUE;
    }
  return FALSE;
}

static void
close_element (CharterReader *reader, CharterElement *element)
{
  ReadUnit read = find_unit_reader (element);
  gboolean left_out = is_left_out (reader, element);

  reader->open = element->parent;
  if (left_out && element->parent)
    element->parent->disturbed = TRUE;
  if (read && !left_out)
    {
      read (reader, element);
      if (charter_grammar_get_rule (element->kind)->strict && reader->strict_fault)
        set_aside (reader, element);
    }
  else if (element->parent && !is_container (element->parent->kind) && !left_out)
    append (element->parent, element);
  if (element->parent && is_container (element->parent->kind))
    charter_arena_reset (reader->scratch);
}

void
charter_reader_end (CharterReader *reader)
{
  reader->depth--;
  if (reader->skipping)
    {
      reader->skipping--;
      return;
    }
  if (!reader->open)
    return;
  flush_text (reader);
  check_complete (reader, reader->open);
  close_element (reader, reader->open);
}

void
charter_reader_abandon (CharterReader *reader)
{
  for (CharterElement *element = reader->open; element; element = element->parent)
    if (element->kind == EL_SCENARIO || element->kind == EL_BANK)
      charter_read_group_end (reader, element);
  reader->open = NULL;
}

/* ---- life */

CharterReader *
charter_reader_new (CharterPackBuilder *builder, GFile *folder)
{
  CharterReader *reader = g_new0 (CharterReader, 1);

  reader->builder = builder;
  reader->arena = charter_pack_builder_get_arena (builder);
  reader->ids = charter_pack_builder_get_ids (builder);
  reader->scratch = charter_arena_new ();
  reader->twins = charter_reader_new_twins ();
  reader->references = charter_reader_new_references ();
  reader->targets = charter_reader_new_targets ();
  reader->words = g_string_sized_new (1024);
  reader->spans = g_array_new (FALSE, FALSE, sizeof (CharterSpan));
  reader->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_fault_free);
  reader->folder = folder;
  reader->text = g_string_sized_new (1024);
  reader->lookup = charter_lookup_new ();
  return reader;
}

void
charter_reader_free (CharterReader *reader)
{
  charter_arena_free (reader->scratch);
  g_array_unref (reader->references);
  g_array_unref (reader->twins);
  g_hash_table_unref (reader->targets);
  g_string_free (reader->words, TRUE);
  g_array_unref (reader->spans);
  g_ptr_array_unref (reader->faults);
  g_string_free (reader->text, TRUE);
  charter_lookup_free (reader->lookup);
  g_free (reader);
}
