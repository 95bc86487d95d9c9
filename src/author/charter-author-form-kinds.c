/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be added in a form, and what a new one begins with: something that the loader takes as it is. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-author-form.h"

/* A kind's XML has names in braces: {id} its id; {question}, {right} and so on, the words below, in the author's
 * language; {category}, {node} and {letter} what is found in what holds it. */
static const struct {
  const char *name;
  const char *words;
} words[] = {
  { "question", N_ ("What is asked?") },
  { "statement", N_ ("A statement that is true or false.") },
  { "right", N_ ("The right answer") },
  { "wrong", N_ ("A wrong answer") },
  { "also", N_ ("Another right answer") },
  { "answer", N_ ("An answer") },
  { "category-one", N_ ("One category") },
  { "category-two", N_ ("Another category") },
  { "card", N_ ("A card") },
  { "left", N_ ("One side") },
  { "right-side", N_ ("What belongs to it") },
  { "extra", N_ ("What belongs to none") },
  { "first", N_ ("What comes first") },
  { "second", N_ ("What comes next") },
  { "near", N_ ("An answer that is nearly right") },
  { "before-blank", N_ ("Words with") },
  { "choose", N_ ("Choose the place.") },
  { "drawing", N_ ("Three steps, one after another") },
  { "step-one", N_ ("Plan") },
  { "step-two", N_ ("Do") },
  { "step-three", N_ ("Check") },
  { "drill", N_ ("What is {a} plus {b}?") },
  { "title", N_ ("A title") },
  { "situation", N_ ("What has happened so far.") },
  { "paragraph", N_ ("A paragraph.") },
  { "term", N_ ("A term") },
  { "meaning", N_ ("What it means.") },
  { "belief", N_ ("What is believed wrongly") },
  { "mends", N_ ("What is true instead.") },
};

#define ITEM(name, rest) "<" name " id=\"{id}\">\n  <stem><p>{question}</p></stem>\n" rest "\n</" name ">"
#define OPTIONS                                                                                                        \
  "  <option id=\"a\" correct=\"true\"><text>{right}</text></option>\n"                                                \
  "  <option id=\"b\"><text>{wrong}</text></option>"

/* clang-format off */
static const CharterAuthorFormKind kinds[] = {
  { EL_SINGLE, N_ ("Single Choice"), N_ ("One right answer among several"), "question", ITEM ("single", OPTIONS) },
  { EL_MULTIPLE, N_ ("Multiple Choice"), N_ ("Several right answers, all of them to be chosen"), "question",
    ITEM ("multiple", "  <option id=\"a\" correct=\"true\"><text>{right}</text></option>\n"
                      "  <option id=\"b\" correct=\"true\"><text>{also}</text></option>\n"
                      "  <option id=\"c\"><text>{wrong}</text></option>") },
  { EL_TRUEFALSE, N_ ("True or False"), N_ ("A statement to be judged"), "question",
    "<truefalse id=\"{id}\" answer=\"true\">\n  <stem><p>{statement}</p></stem>\n</truefalse>" },
  { EL_CLASSIFY, N_ ("Sorting Cards"), N_ ("Cards that belong into categories"), "question",
    ITEM ("classify", "  <category id=\"one\"><text>{category-one}</text></category>\n"
                      "  <category id=\"two\"><text>{category-two}</text></category>\n"
                      "  <card id=\"a\" in=\"one\"><text>{card}</text></card>") },
  { EL_MATCH, N_ ("Matching"), N_ ("Pairs that belong together"), "question",
    ITEM ("match", "  <pair id=\"a\"><left>{left} A</left><right>{right-side} A</right></pair>\n"
                   "  <pair id=\"b\"><left>{left} B</left><right>{right-side} B</right></pair>") },
  { EL_ORDER, N_ ("Putting in Order"), N_ ("Steps, written in the right order"), "question",
    ITEM ("order", "  <step id=\"a\"><text>{first}</text></step>\n  <step id=\"b\"><text>{second}</text></step>") },
  { EL_NUMBER, N_ ("Number"), N_ ("A number to be typed"), "question",
    "<number id=\"{id}\" answer=\"1\">\n  <stem><p>{question}</p></stem>\n</number>" },
  { EL_SHORT, N_ ("Short Answer"), N_ ("Words to be typed"), "question",
    ITEM ("short", "  <accept>{right}</accept>") },
  { EL_CLOZE, N_ ("Text with Blanks"), N_ ("Each blank filled from its own choices"), "question",
    ITEM ("cloze", "  <passage>{before-blank} <blank id=\"x\"><choice id=\"a\" correct=\"true\">"
                   "<text>{right}</text></choice><choice id=\"b\"><text>{wrong}</text></choice></blank></passage>") },
  { EL_HOTSPOT, N_ ("Pointing at a Place"), N_ ("A place in a picture or a drawing"), "question",
    "<hotspot id=\"{id}\">\n  <stem><p>{choose}</p></stem>\n"
    "  <diagram kind=\"flow\" alt=\"{drawing}\">\n"
    "    <node id=\"one\"><text>{step-one}</text></node>\n    <node id=\"two\"><text>{step-two}</text></node>\n"
    "    <node id=\"three\"><text>{step-three}</text></node>\n"
    "    <edge from=\"one\" to=\"two\"></edge>\n    <edge from=\"two\" to=\"three\"></edge>\n  </diagram>\n"
    "  <target node=\"one\" correct=\"true\"/>\n  <target node=\"two\"/>\n</hotspot>" },
  { EL_DRILL, N_ ("Calculation"), N_ ("With new numbers each time"), "question",
    "<drill id=\"{id}\">\n  <stem><p>{drill}</p></stem>\n  <let name=\"a\" from=\"1\" to=\"9\" step=\"1\"/>\n"
    "  <let name=\"b\" from=\"1\" to=\"9\" step=\"1\"/>\n  <answer value=\"a + b\"/>\n</drill>" },

  { EL_OPTION, N_ ("Option"), NULL, "a", "<option id=\"{id}\"><text>{answer}</text></option>" },
  { EL_TRUEFALSE_WHY, N_ ("Why for an Answer"), NULL, NULL, "<why for=\"{answered}\"><p>{paragraph}</p></why>" },
  { EL_CATEGORY, N_ ("Category"), NULL, "category",
    "<category id=\"{id}\"><text>{category-two} {id}</text></category>" },
  { EL_CARD, N_ ("Card"), NULL, "a", "<card id=\"{id}\" in=\"{category}\"><text>{card} {id}</text></card>" },
  { EL_PAIR, N_ ("Pair"), NULL, "a",
    "<pair id=\"{id}\"><left>{left} {id}</left><right>{right-side} {id}</right></pair>" },
  { EL_EXTRA, N_ ("Extra"), NULL, "extra", "<extra id=\"{id}\"><text>{extra} {id}</text></extra>" },
  { EL_STEP, N_ ("Step"), NULL, "a", "<step id=\"{id}\"><text>{second} {id}</text></step>" },
  { EL_NUMBER_NEAR, N_ ("Wrong Number"), NULL, NULL, "<near value=\"{far}\"/>" },
  { EL_ACCEPT, N_ ("Right Answer"), NULL, NULL, "<accept>{also} {count}</accept>" },
  { EL_SHORT_NEAR, N_ ("Wrong Answer"), NULL, NULL, "<near><text>{near} {count}</text></near>" },
  { EL_BLANK, N_ ("Blank"), NULL, "x",
    "<blank id=\"{id}\"><choice id=\"a\" correct=\"true\"><text>{right}</text></choice>"
    "<choice id=\"b\"><text>{wrong}</text></choice></blank>" },
  { EL_CHOICE, N_ ("Choice"), NULL, "a", "<choice id=\"{id}\"><text>{answer}</text></choice>" },
  { EL_REGION, N_ ("Place"), NULL, "a",
    "<region id=\"{id}\" shape=\"rect\" at=\"0 0 20 20\"><text>{answer}</text></region>" },
  { EL_TARGET, N_ ("Target"), NULL, NULL, "<target node=\"{node}\"/>" },
  { EL_LET, N_ ("Given Number"), NULL, NULL, "<let name=\"{name}\" from=\"1\" to=\"9\" step=\"1\"/>" },
  { EL_DRILL_NEAR, N_ ("Wrong Number"), NULL, NULL, "<near value=\"{far}\"/>" },

  { EL_SCENARIO, N_ ("Scenario"), N_ ("A case told once, and the questions that share it"), "scenario",
    "<scenario id=\"{id}\">\n  <title>{title}</title>\n  <situation>\n    <p>{situation}</p>\n"
    "  </situation>\n</scenario>" },
  { EL_BANK, N_ ("Bank"), N_ ("Questions that stand by themselves"), "bank",
    "<bank id=\"{id}\">\n  <title>{title}</title>\n</bank>" },
  { EL_LESSON, N_ ("Lesson"), N_ ("Something to read, in sections"), "lesson",
    "<lesson id=\"{id}\">\n  <title>{title}</title>\n  <section id=\"{id}-1\">\n    <title>{title}</title>\n"
    "    <p>{paragraph}</p>\n  </section>\n</lesson>" },
  { EL_SECTION, N_ ("Section"), N_ ("A part of a lesson"), "section",
    "<section id=\"{id}\">\n  <title>{title}</title>\n  <p>{paragraph}</p>\n</section>" },
  { EL_GLOSSARY, N_ ("Glossary"), N_ ("Terms with their meaning"), NULL, "<glossary></glossary>" },
  { EL_ENTRY, N_ ("Term"), N_ ("A word of the glossary"), "term",
    "<entry id=\"{id}\"><name>{term}</name><p>{meaning}</p></entry>" },
  { EL_MISCONCEPTION, N_ ("Misconception"), N_ ("A wrong belief that wrong answers stand for"), "misconception",
    "<misconception id=\"{id}\"><title>{belief}</title><p>{mends}</p></misconception>" },
  { EL_TOPIC, N_ ("Topic"), N_ ("What questions are about"), "topic",
    "<topic id=\"{id}\"><title>{title}</title></topic>" },
};
/* clang-format on */

const CharterAuthorFormKind *
charter_author_form_kind_get (CharterElementKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return &kinds[i];
  return NULL;
}

/* ---- what it refers to ---- */

static gboolean
is_used (CharterOutline *outline, guint parent, CharterElementKind kind, const char *attribute, const char *value)
{
  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      g_autofree char *has = charter_outline_get (outline, child)->kind == kind
                               ? charter_outline_dup_value (outline, child, attribute)
                               : NULL;

      if (g_strcmp0 (has, value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A box of the drawing that is no target yet. */
static char *
find_node (CharterOutline *outline, guint parent)
{
  guint diagram = charter_outline_find_child (outline, parent, EL_DIAGRAM);

  if (diagram == CHARTER_OUTLINE_NONE)
    return NULL;
  for (guint child = charter_outline_first_child (outline, diagram); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      g_autofree char *id = charter_outline_get (outline, child)->kind == EL_NODE
                              ? charter_outline_dup_value (outline, child, "id")
                              : NULL;

      if (id != NULL && !is_used (outline, parent, EL_TARGET, "node", id))
        return g_steal_pointer (&id);
    }
  return NULL;
}

static char *
find_category (CharterOutline *outline, guint parent)
{
  guint category = charter_outline_find_child (outline, parent, EL_CATEGORY);

  return category != CHARTER_OUTLINE_NONE ? charter_outline_dup_value (outline, category, "id") : NULL;
}

static char *
find_letter (CharterOutline *outline, guint parent)
{
  for (char name[2] = "a"; name[0] <= 'z'; name[0]++)
    if (!is_used (outline, parent, EL_LET, "name", name))
      return g_strdup (name);
  return NULL;
}

static char *
find_answered (CharterOutline *outline, guint parent)
{
  if (!is_used (outline, parent, EL_TRUEFALSE_WHY, "for", "false"))
    return g_strdup ("false");
  return is_used (outline, parent, EL_TRUEFALSE_WHY, "for", "true") ? NULL : g_strdup ("true");
}

static char *
count_children (CharterOutline *outline, guint parent)
{
  guint n = 1;

  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    n++;
  return g_strdup_printf ("%u", n);
}

/* A number that no answer is near to. */
static char *
find_far (CharterOutline *outline, guint parent)
{
  double far = 0;

  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      g_autofree char *value = charter_outline_dup_value (outline, child, "value");

      far = MAX (far, value != NULL ? g_ascii_strtod (value, NULL) : 0);
    }
  {
    g_autofree char *answer = charter_outline_dup_value (outline, parent, "answer");

    far = MAX (far, answer != NULL ? g_ascii_strtod (answer, NULL) : 0);
  }
  return far < 1e12 ? g_strdup_printf ("%.0f", far + 1000) : NULL;
}

static const struct {
  const char *name;
  char *(*find) (CharterOutline *outline, guint parent);
} findings[] = {
  { "category", find_category }, { "node", find_node },       { "name", find_letter },
  { "far", find_far },           { "count", count_children }, { "answered", find_answered },
};

/* ---- its text ---- */

static char *
find_value (const char *name, CharterOutline *outline, guint parent, const char *id)
{
  if (strcmp (name, "id") == 0)
    return g_strdup (id);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].name, name) == 0)
      return g_strdup (_ (words[i].words));
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    if (strcmp (findings[i].name, name) == 0)
      return findings[i].find (outline, parent);
  g_return_val_if_reached (NULL);
}

char *
charter_author_form_kind_dup_xml (const CharterAuthorFormKind *kind,
                                  CharterOutline *outline,
                                  guint parent,
                                  const char *id)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  const char *at = kind->xml;

  for (const char *brace = strchr (at, '{'); brace != NULL; brace = strchr (at, '{'))
    {
      const char *end = strchr (brace, '}');
      g_autofree char *name = g_strndup (brace + 1, (gsize)(end - brace) - 1);
      g_autofree char *value = find_value (name, outline, parent, id);

      if (value == NULL)
        return NULL;
      g_string_append_len (xml, at, brace - at);
      charter_written_escape (xml, value, strlen (value));
      at = end + 1;
    }
  g_string_append (xml, at);
  return g_strdup (xml->str);
}
