/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be added in a form, and what a new one begins with: something that the loader takes as it is. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-author-form-private.h"

/* A kind's XML has names in braces: {id} its id; {question}, {right} and so on, the words below, in the author's
 * language; all others what is found in what holds it, see charter_author_form_find_named (). */
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
  { "scene", N_ ("How it begins") },
  { "wise", N_ ("Do what is wise") },
  { "unwise", N_ ("Do what is unwise") },
  { "move", N_ ("Do something else") },
  { "good-end", N_ ("It ends well") },
  { "bad-end", N_ ("It ends badly") },
  { "gauge-text", N_ ("Trust") },
  { "box", N_ ("Box") },
  { "picture", N_ ("What the picture shows") },
  { "author", N_ ("Your name") },
  { "because", N_ ("It is right as it is.") },
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
    "<region id=\"{id}\" shape=\"rect\" at=\"{place}\"><text>{answer}</text></region>" },
  { EL_TARGET, N_ ("Target"), NULL, NULL, "<target{target}/>" },
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
  { EL_IGNORE, N_ ("Silenced Advice"), NULL, NULL, "<ignore advice=\"{advice}\" because=\"{because}\"/>" },
  { EL_USE, N_ ("Other Pack"), NULL, NULL, "<use pack=\"org.example.pack-{count}\"/>" },
  { EL_AUTHOR, N_ ("Author"), NULL, NULL, "<author>{author}</author>" },

  { EL_CASE, N_ ("Branching Case"), N_ ("A story in which each move has consequences"), "case",
    "<case id=\"{id}\">\n  <title>{title}</title>\n  <scene id=\"start\">\n    <title>{scene}</title>\n"
    "    <p>{situation}</p>\n    <move id=\"a\" to=\"good\" grade=\"best\"><text>{wise}</text></move>\n"
    "    <move id=\"b\" to=\"bad\" grade=\"poor\"><text>{unwise}</text></move>\n  </scene>\n"
    "  <ending id=\"good\"><title>{good-end}</title><p>{paragraph}</p></ending>\n"
    "  <ending id=\"bad\"><title>{bad-end}</title><p>{paragraph}</p></ending>\n</case>" },
  { EL_GAUGE, N_ ("Gauge"), NULL, "gauge", "<gauge id=\"{id}\" start=\"50\"><text>{gauge-text}</text></gauge>" },
  { EL_SCENE, N_ ("Scene"), NULL, "scene",
    "<scene id=\"{id}\">\n  <title>{title}</title>\n  <p>{situation}</p>\n"
    "  <move id=\"{id}-a\" to=\"{ending}\" grade=\"best\"><text>{wise}</text></move>\n</scene>" },
  { EL_MOVE, N_ ("Move"), NULL, "a", "<move id=\"{id}\" to=\"{onward}\" grade=\"fair\"><text>{move}</text></move>" },
  { EL_EFFECT, N_ ("Effect"), NULL, NULL, "<effect gauge=\"{gauge}\" by=\"10\"/>" },
  { EL_ENDING, N_ ("Ending"), NULL, "ending", "<ending id=\"{id}\"><title>{title}</title><p>{paragraph}</p></ending>" },

  { EL_FIGURE, N_ ("Picture"), NULL, NULL, "<figure src=\"media/picture.png\" alt=\"{picture}\"></figure>" },
  { EL_DIAGRAM, N_ ("Drawing"), NULL, NULL,
    "<diagram kind=\"flow\" alt=\"{drawing}\">\n"
    "  <node id=\"one\"><text>{step-one}</text></node>\n  <node id=\"two\"><text>{step-two}</text></node>\n"
    "  <node id=\"three\"><text>{step-three}</text></node>\n"
    "  <edge from=\"one\" to=\"two\"></edge>\n  <edge from=\"two\" to=\"three\"></edge>\n</diagram>" },
  { EL_NODE, N_ ("Box"), NULL, "box", "<node id=\"{id}\"{box-facts}><text>{box} {id}</text></node>" },
  { EL_EDGE, N_ ("Arrow"), NULL, NULL, "<edge{arrow}></edge>" },
  { EL_POINT, N_ ("Date"), NULL, "date", "<point id=\"{id}\" at=\"{count}\"{figures}/>" },

  { EL_EXAM, N_ ("Exam"), N_ ("Its rules, and where its questions come from"), "exam",
    "<exam id=\"{id}\" minutes=\"60\" items=\"10\">\n  <title>{title}</title>\n  <draw from=\"{pack}\"/>\n</exam>" },
  { EL_DRAW, N_ ("Where Questions Come From"), NULL, NULL, "<draw from=\"{group}\"/>" },
  { EL_SHARE, N_ ("Share"), NULL, NULL, "<share{share}/>" },
  { EL_EXAM_SECTION, N_ ("Section"), NULL, "part", "<section id=\"{id}\"><title>{title}</title></section>" },
  { EL_BREAK, N_ ("Break"), NULL, NULL, "<break minutes=\"10\"/>" },
  { EL_WARN, N_ ("Warning"), NULL, NULL, "<warn minutes-left=\"{minutes-left}\"/>" },
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

/* ---- its text ---- */

static char *
find_value (const char *name, CharterOutline *outline, guint parent, const char *id)
{
  if (strcmp (name, "id") == 0)
    return g_strdup (id);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].name, name) == 0)
      return g_strdup (_ (words[i].words));
  return charter_author_form_find_named (name, outline, parent);
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
