/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-grammar.h"
#include "charter-slips.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables, laid out to be read. */
/* clang-format off */
static const char *const attribute_names[N_ATTRIBUTES] = {
  [AT_AC] = "ac", [AT_ACCENTS] = "accents", [AT_ACTUAL] = "actual", [AT_ADVICE] = "advice", [AT_ALT] = "alt",
  [AT_ANSWER] = "answer", [AT_APPROACH] = "approach", [AT_AT] = "at", [AT_BAC] = "bac", [AT_BECAUSE] = "because",
  [AT_BY] = "by", [AT_CALCULATOR] = "calculator", [AT_CASE] = "case", [AT_CASES] = "cases", [AT_CHECKED] = "checked",
  [AT_CORRECT] = "correct", [AT_COUNTS_AS] = "counts-as", [AT_DIFFICULTY] = "difficulty",
  [AT_DRILL] = "drill", [AT_DURATION] = "duration",
  [AT_EAC] = "eac", [AT_EV] = "ev", [AT_FIXED] = "fixed", [AT_FOR] = "for", [AT_FORMAT] = "format", [AT_FROM] = "from",
  [AT_GAUGE] = "gauge", [AT_GRADE] = "grade", [AT_HREF] = "href", [AT_ID] = "id", [AT_IMPACT] = "impact",
  [AT_IN] = "in", [AT_ITEMS] = "items", [AT_KIND] = "kind", [AT_LANG] = "xml:lang", [AT_MINUTES] = "minutes",
  [AT_MINUTES_LEFT] = "minutes-left", [AT_MISCONCEPTION] = "misconception", [AT_NAME] = "name", [AT_NODE] = "node",
  [AT_PACK] = "pack", [AT_PASS] = "pass", [AT_PERCENT] = "percent", [AT_PLANNED] = "planned", [AT_POINT] = "point",
  [AT_POINTS] = "points", [AT_PROBABILITY] = "probability", [AT_PV] = "pv", [AT_REF] = "ref", [AT_RELEASE] = "release",
  [AT_RESERVE] = "reserve", [AT_SCORING] = "scoring", [AT_SEE] = "see", [AT_SELECT] = "select", [AT_SHAPE] = "shape",
  [AT_SHEET] = "sheet", [AT_SHOW] = "show", [AT_SIDE] = "side", [AT_SPACES] = "spaces", [AT_SRC] = "src",
  [AT_START] = "start", [AT_STEP] = "step", [AT_TAGS] = "tags", [AT_TO] = "to", [AT_TOLERANCE] = "tolerance",
  [AT_TOPIC] = "topic", [AT_TWIN] = "twin", [AT_UNIT] = "unit", [AT_UNSCORED] = "unscored", [AT_VALUE] = "value",
};

#define WORDS(...) (const char *const[]){ __VA_ARGS__, NULL }
#define SET(...) (const guint8[]){ __VA_ARGS__, EL_NONE }
#define HAS(...) .attributes = (const CharterAttributeRule[]){ __VA_ARGS__, { AT_NONE } }
#define HAS_NONE .attributes = (const CharterAttributeRule[]){ { AT_NONE } }
#define HOLDS(...) .content = CONTENT_ELEMENTS, .particles = (const CharterParticle[]){ __VA_ARGS__, { 0, 0, NULL } }

#define ONE(el) { 1, 1, SET (el) }
#define MAYBE(el) { 0, 1, SET (el) }
#define ANY(el) { 0, 0, SET (el) }
#define SOME(el) { 1, 0, SET (el) }
#define TWO_OR_MORE(el) { 2, 0, SET (el) }

#define MUST(name, kind) { AT_##name, VALUE_##kind, TRUE, NULL }
#define MAY(name, kind) { AT_##name, VALUE_##kind, FALSE, NULL }
#define MUST_BE(name, ...) { AT_##name, VALUE_CHOICE, TRUE, WORDS (__VA_ARGS__) }
#define MAY_BE(name, ...) { AT_##name, VALUE_CHOICE, FALSE, WORDS (__VA_ARGS__) }
#define MAY_BE_SOME(name, ...) { AT_##name, VALUE_CHOICES, FALSE, WORDS (__VA_ARGS__) }

#define INLINE_MARKS EL_EM, EL_STRONG, EL_CODE, EL_TERM, EL_LINK, EL_MATH
#define MIXED_WITH(...) \
  .content = CONTENT_MIXED, .particles = (const CharterParticle[]){ { 0, 0, SET (__VA_ARGS__) }, { 0, 0, NULL } }
#define INLINE MIXED_WITH (INLINE_MARKS)
#define TEXT .content = CONTENT_TEXT
#define ALONE .content = CONTENT_EMPTY

#define BLOCK_KINDS EL_P, EL_LIST, EL_STEPS, EL_QUOTE, EL_CALLOUT, EL_FIGURE, EL_DIAGRAM, EL_TABLE, EL_FACTS
#define BLOCKS { 1, 0, SET (BLOCK_KINDS) }
#define ITEM_KINDS                                                                                                     \
  EL_SINGLE, EL_MULTIPLE, EL_TRUEFALSE, EL_CLASSIFY, EL_MATCH, EL_ORDER, EL_NUMBER, EL_SHORT, EL_CLOZE, EL_HOTSPOT, \
    EL_DRILL

#define APPROACHES "predictive", "adaptive", "hybrid"
#define ITEM_ATTRIBUTES                                                                                                \
  MUST (ID, ID), MAY (TOPIC, REF), MAY (SEE, REF), MAY (DIFFICULTY, ONE_TO_FIVE), MAY (POINTS, POSITIVE),              \
    MAY_BE (APPROACH, APPROACHES), MAY_BE (RESERVE, "mock"), MAY_BE (SCORING, "exact", "partial"), MAY (TAGS, IDS), \
    MAY (TWIN, ID)
#define OPTION_ATTRIBUTES MUST (ID, ID), MAY (CORRECT, YES_NO), MAY (MISCONCEPTION, REF)
#define ITEM_END MAYBE (EL_HINT), MAYBE (EL_RATIONALE), ANY (EL_IGNORE)
#define FOLD_KEEP "fold", "keep"

const CharterElementRule charter_grammar_rules[N_ELEMENTS] = {
  [EL_PACK] = { "pack",
    HAS (MUST (FORMAT, FORMAT), MUST (ID, PACK_ID), MUST (RELEASE, RELEASE), MUST (LANG, LANGUAGE)),
    HOLDS (ONE (EL_INFO), { 0, 0, SET (EL_LESSON, EL_GLOSSARY, EL_SCENARIO, EL_BANK, EL_CASE, EL_EXAM) }) },
  [EL_INFO] = { "info", HAS_NONE,
    HOLDS (ONE (EL_TITLE), MAYBE (EL_SUMMARY), ANY (EL_AUTHOR), MAYBE (EL_LICENSE), ANY (EL_SOURCE), ANY (EL_USE),
           ANY (EL_TOPIC), ANY (EL_MISCONCEPTION)) },
  [EL_TITLE] = { "title", HAS_NONE, INLINE },
  [EL_SUMMARY] = { "summary", HAS_NONE, INLINE },
  [EL_AUTHOR] = { "author", HAS_NONE, TEXT },
  [EL_LICENSE] = { "license", HAS_NONE, TEXT },
  [EL_SOURCE] = { "source", HAS (MUST (CHECKED, DATE), MAY (HREF, ADDRESS)), INLINE },
  [EL_USE] = { "use", HAS (MUST (PACK, PACK_ID)), ALONE },
  [EL_TOPIC] = { "topic", HAS (MUST (ID, ID), MAY (COUNTS_AS, REF)), HOLDS (ONE (EL_TITLE), ANY (EL_TOPIC)) },
  [EL_MISCONCEPTION] = { "misconception", HAS (MUST (ID, ID), MAY (SEE, REF)), HOLDS (ONE (EL_TITLE), BLOCKS) },

  [EL_EM] = { "em", HAS_NONE, INLINE },
  [EL_STRONG] = { "strong", HAS_NONE, INLINE },
  [EL_CODE] = { "code", HAS_NONE, TEXT },
  [EL_TERM] = { "term", HAS (MUST (REF, REF)), INLINE },
  [EL_LINK] = { "link", HAS (MAY (HREF, ADDRESS), MAY (SEE, REF)), INLINE },
  [EL_MATH] = { "math", HAS_NONE, TEXT },

  [EL_P] = { "p", HAS_NONE, INLINE },
  [EL_LIST] = { "list", HAS_NONE, HOLDS (SOME (EL_LI)) },
  [EL_STEPS] = { "steps", HAS_NONE, HOLDS (SOME (EL_LI)) },
  [EL_LI] = { "li", HAS_NONE, INLINE },
  [EL_QUOTE] = { "quote", HAS (MAY (BY, ANY)), HOLDS (SOME (EL_P)) },
  [EL_CALLOUT] = { "callout", HAS (MUST_BE (KIND, "definition", "example", "warning", "exam-tip", "key-idea")),
    HOLDS (MAYBE (EL_TITLE), { 1, 0, SET (EL_P, EL_LIST, EL_STEPS, EL_QUOTE, EL_TABLE, EL_FACTS) }) },
  [EL_FIGURE] = { "figure", HAS (MUST (SRC, PATH), MUST (ALT, WORDS)), HOLDS (MAYBE (EL_CAPTION)) },
  [EL_CAPTION] = { "caption", HAS_NONE, INLINE },
  [EL_TABLE] = { "table", HAS_NONE, HOLDS (MAYBE (EL_CAPTION), MAYBE (EL_HEAD), SOME (EL_ROW)) },
  [EL_HEAD] = { "head", HAS_NONE, HOLDS (SOME (EL_CELL)) },
  [EL_ROW] = { "row", HAS_NONE, HOLDS (SOME (EL_CELL)) },
  [EL_CELL] = { "cell", HAS_NONE, INLINE, .may_be_blank = TRUE },
  [EL_FACTS] = { "facts", HAS_NONE, HOLDS (SOME (EL_FACT)) },
  [EL_FACT] = { "fact", HAS_NONE, HOLDS (ONE (EL_FACT_NAME), ONE (EL_FACT_VALUE)) },
  [EL_FACT_NAME] = { "name", HAS_NONE, INLINE },
  [EL_FACT_VALUE] = { "value", HAS_NONE, INLINE },
  [EL_DIAGRAM] = { "diagram",
    HAS (MAY (ID, ID), MUST_BE (KIND, "cycle", "flow", "network", "burn-down", "risk-matrix", "earned-value"),
         MUST (ALT, WORDS), MAY_BE (SHOW, "names", "durations", "dates", "critical"), MAY (BAC, POSITIVE),
         MAY (EAC, POSITIVE)),
    HOLDS (MAYBE (EL_CAPTION), ANY (EL_NODE), ANY (EL_EDGE), ANY (EL_POINT)) },
  [EL_NODE] = { "node",
    HAS (MUST (ID, ID), MAY_BE (KIND, "neutral", "project", "operation", "idea", "delivery", "milestone"),
         MAY (DURATION, POSITIVE), MAY (PROBABILITY, ONE_TO_FIVE), MAY (IMPACT, ONE_TO_FIVE)),
    HOLDS (ONE (EL_TEXT), MAYBE (EL_NOTE)) },
  [EL_TEXT] = { "text", HAS_NONE, INLINE },
  [EL_NOTE] = { "note", HAS_NONE, INLINE },
  [EL_EDGE] = { "edge", HAS (MUST (FROM, ID), MUST (TO, ID)), INLINE, .may_be_blank = TRUE },
  [EL_POINT] = { "point",
    HAS (MAY (ID, ID), MUST (AT, WORDS), MAY (PLANNED, DECIMAL), MAY (ACTUAL, DECIMAL), MAY (PV, DECIMAL),
         MAY (EV, DECIMAL), MAY (AC, DECIMAL)),
    ALONE },

  [EL_LESSON] = { "lesson", HAS (MUST (ID, ID), MAY (TOPIC, REF), MAY (MINUTES, COUNT)),
    HOLDS (ONE (EL_TITLE), MAYBE (EL_SUMMARY), SOME (EL_SECTION)) },
  [EL_SECTION] = { "section", HAS (MUST (ID, ID)),
    HOLDS (ONE (EL_TITLE), { 1, 0, SET (BLOCK_KINDS, EL_COMPARISON, EL_CHECK) }) },
  [EL_CHECK] = { "check", HAS (MUST (REF, REF)), ALONE },
  [EL_COMPARISON] = { "comparison", HAS (MUST (ID, ID), MAY (TOPIC, REF), MAY (SEE, REF)), .strict = TRUE,
    HOLDS (MAYBE (EL_CAPTION), SOME (EL_SIDE), SOME (EL_ASPECT)) },
  [EL_SIDE] = { "side", HAS (MUST (ID, ID)), HOLDS (ONE (EL_TEXT)) },
  [EL_ASPECT] = { "aspect", HAS (MUST (ID, ID), MAY (DRILL, YES_NO)), HOLDS (ONE (EL_TEXT), SOME (EL_ASPECT_CELL)) },
  [EL_ASPECT_CELL] = { "cell", HAS (MUST (SIDE, ID)), HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY)) },
  [EL_GLOSSARY] = { "glossary", HAS_NONE, HOLDS (ANY (EL_ENTRY)) },
  [EL_ENTRY] = { "entry", HAS (MUST (ID, ID)), HOLDS (ONE (EL_ENTRY_NAME), BLOCKS) },
  [EL_ENTRY_NAME] = { "name", HAS_NONE, INLINE },

  [EL_SCENARIO] = { "scenario", HAS (MUST (ID, ID), MAY (TOPIC, REF), MAY (SEE, REF)),
    HOLDS (ONE (EL_TITLE), MAYBE (EL_SUMMARY), ONE (EL_SITUATION), { 0, 0, SET (ITEM_KINDS) }) },
  [EL_SITUATION] = { "situation", HAS_NONE, HOLDS (BLOCKS) },
  [EL_BANK] = { "bank", HAS (MUST (ID, ID), MAY (TOPIC, REF)), HOLDS (MAYBE (EL_TITLE), { 0, 0, SET (ITEM_KINDS) }) },

  [EL_SINGLE] = { "single", HAS (ITEM_ATTRIBUTES), .strict = TRUE,
    HOLDS (ONE (EL_STEM), TWO_OR_MORE (EL_OPTION), ITEM_END) },
  [EL_MULTIPLE] = { "multiple", HAS (ITEM_ATTRIBUTES, MAY (SELECT, COUNT)), .strict = TRUE,
    HOLDS (ONE (EL_STEM), TWO_OR_MORE (EL_OPTION), ITEM_END) },
  [EL_TRUEFALSE] = { "truefalse", HAS (ITEM_ATTRIBUTES, MUST (ANSWER, YES_NO)), .strict = TRUE,
    HOLDS (ONE (EL_STEM), ANY (EL_TRUEFALSE_WHY), ITEM_END) },
  [EL_CLASSIFY] = { "classify", HAS (ITEM_ATTRIBUTES), .strict = TRUE,
    HOLDS (ONE (EL_STEM), TWO_OR_MORE (EL_CATEGORY), SOME (EL_CARD), ITEM_END) },
  [EL_MATCH] = { "match", HAS (ITEM_ATTRIBUTES), .strict = TRUE,
    HOLDS (ONE (EL_STEM), TWO_OR_MORE (EL_PAIR), ANY (EL_EXTRA), ITEM_END) },
  [EL_ORDER] = { "order", HAS (ITEM_ATTRIBUTES), .strict = TRUE,
    HOLDS (ONE (EL_STEM), TWO_OR_MORE (EL_STEP), ITEM_END) },
  [EL_NUMBER] = { "number",
    HAS (ITEM_ATTRIBUTES, MUST (ANSWER, DECIMAL), MAY (TOLERANCE, POSITIVE), MAY (UNIT, UNIT)), .strict = TRUE,
    HOLDS (ONE (EL_STEM), ANY (EL_NUMBER_NEAR), ITEM_END) },
  [EL_SHORT] = { "short",
    HAS (ITEM_ATTRIBUTES, MAY_BE (CASE, FOLD_KEEP), MAY_BE (ACCENTS, FOLD_KEEP), MAY_BE (SPACES, FOLD_KEEP)),
    .strict = TRUE, HOLDS (ONE (EL_STEM), SOME (EL_ACCEPT), ANY (EL_SHORT_NEAR), ITEM_END) },
  [EL_CLOZE] = { "cloze", HAS (ITEM_ATTRIBUTES), .strict = TRUE,
    HOLDS (ONE (EL_STEM), ONE (EL_PASSAGE), ITEM_END) },
  [EL_HOTSPOT] = { "hotspot", HAS (ITEM_ATTRIBUTES), .strict = TRUE,
    HOLDS (ONE (EL_STEM), { 1, 1, SET (EL_FIGURE, EL_DIAGRAM) }, { 1, 0, SET (EL_REGION, EL_TARGET) }, ITEM_END) },
  [EL_DRILL] = { "drill", HAS (ITEM_ATTRIBUTES), .strict = TRUE,
    HOLDS (ONE (EL_STEM), SOME (EL_LET), ONE (EL_ANSWER), ANY (EL_DRILL_NEAR), ITEM_END) },

  [EL_STEM] = { "stem", HAS_NONE, HOLDS (BLOCKS) },
  [EL_HINT] = { "hint", HAS_NONE, HOLDS (BLOCKS) },
  [EL_RATIONALE] = { "rationale", HAS_NONE, HOLDS (BLOCKS) },
  [EL_IGNORE] = { "ignore", HAS (MUST (ADVICE, ID), MUST (BECAUSE, WORDS)), ALONE },
  [EL_WHY] = { "why", HAS_NONE, HOLDS (BLOCKS) },
  [EL_OPTION] = { "option", HAS (OPTION_ATTRIBUTES, MAY (FIXED, YES_NO)), HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY)) },
  [EL_TRUEFALSE_WHY] = { "why", HAS (MUST (FOR, YES_NO), MAY (MISCONCEPTION, REF)), HOLDS (BLOCKS) },
  [EL_CATEGORY] = { "category", HAS (MUST (ID, ID)), HOLDS (ONE (EL_TEXT)) },
  [EL_CARD] = { "card", HAS (MUST (ID, ID), MUST (IN, ID), MAY (MISCONCEPTION, REF)),
    HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY)) },
  [EL_PAIR] = { "pair", HAS (MUST (ID, ID), MAY (MISCONCEPTION, REF)),
    HOLDS (ONE (EL_LEFT), ONE (EL_RIGHT), MAYBE (EL_WHY)) },
  [EL_LEFT] = { "left", HAS_NONE, INLINE },
  [EL_RIGHT] = { "right", HAS_NONE, INLINE },
  [EL_EXTRA] = { "extra", HAS (MUST (ID, ID), MAY (MISCONCEPTION, REF)), HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY)) },
  [EL_STEP] = { "step", HAS (MUST (ID, ID), MAY (MISCONCEPTION, REF)), HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY)) },
  [EL_NUMBER_NEAR] = { "near", HAS (MUST (VALUE, DECIMAL), MAY (TOLERANCE, POSITIVE), MAY (MISCONCEPTION, REF)),
    HOLDS (MAYBE (EL_WHY)) },
  [EL_ACCEPT] = { "accept", HAS_NONE, TEXT },
  [EL_SHORT_NEAR] = { "near", HAS (MAY (MISCONCEPTION, REF)), HOLDS (ONE (EL_NEAR_TEXT), MAYBE (EL_WHY)) },
  [EL_NEAR_TEXT] = { "text", HAS_NONE, TEXT },
  [EL_PASSAGE] = { "passage", HAS_NONE, MIXED_WITH (INLINE_MARKS, EL_BLANK) },
  [EL_BLANK] = { "blank", HAS (MUST (ID, ID)), HOLDS (TWO_OR_MORE (EL_CHOICE)) },
  [EL_CHOICE] = { "choice", HAS (OPTION_ATTRIBUTES), HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY)) },
  [EL_REGION] = { "region",
    HAS (OPTION_ATTRIBUTES, MUST_BE (SHAPE, "rect", "circle", "polygon"), MUST (AT, PERCENTS)),
    HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY)) },
  [EL_TARGET] = { "target",
    HAS (MAY (NODE, ID), MAY (POINT, ID), MAY (PROBABILITY, ONE_TO_FIVE), MAY (IMPACT, ONE_TO_FIVE),
         MAY (CORRECT, YES_NO), MAY (MISCONCEPTION, REF)),
    HOLDS (MAYBE (EL_WHY)) },
  [EL_LET] = { "let",
    HAS (MUST (NAME, NAME), MAY (FROM, DECIMAL), MAY (TO, DECIMAL), MAY (STEP, POSITIVE), MAY (VALUE, EXPRESSION)),
    ALONE },
  [EL_ANSWER] = { "answer", HAS (MUST (VALUE, EXPRESSION), MAY (TOLERANCE, POSITIVE), MAY (UNIT, UNIT)), ALONE },
  [EL_DRILL_NEAR] = { "near", HAS (MUST (VALUE, EXPRESSION), MAY (TOLERANCE, POSITIVE), MAY (MISCONCEPTION, REF)),
    HOLDS (MAYBE (EL_WHY)) },

  [EL_CASE] = { "case", HAS (MUST (ID, ID), MAY (TOPIC, REF), MAY (SEE, REF)), .strict = TRUE,
    HOLDS (ONE (EL_TITLE), MAYBE (EL_SUMMARY), ANY (EL_GAUGE), SOME (EL_SCENE), SOME (EL_ENDING)) },
  [EL_GAUGE] = { "gauge", HAS (MUST (ID, ID), MUST (START, PERCENT)), HOLDS (ONE (EL_TEXT)) },
  [EL_SCENE] = { "scene", HAS (MUST (ID, ID)), HOLDS (MAYBE (EL_TITLE), BLOCKS, SOME (EL_MOVE)) },
  [EL_MOVE] = { "move",
    HAS (MUST (ID, ID), MUST (TO, ID), MUST_BE (GRADE, "best", "fair", "poor"), MAY (MISCONCEPTION, REF)),
    HOLDS (ONE (EL_TEXT), MAYBE (EL_WHY), ANY (EL_EFFECT)) },
  [EL_EFFECT] = { "effect", HAS (MUST (GAUGE, ID), MUST (BY, DECIMAL)), ALONE },
  [EL_ENDING] = { "ending", HAS (MUST (ID, ID)), HOLDS (MAYBE (EL_TITLE), BLOCKS) },

  [EL_EXAM] = { "exam",
    HAS (MUST (ID, ID), MUST (MINUTES, COUNT), MUST (ITEMS, COUNT), MAY (UNSCORED, COUNT), MAY (PASS, PERCENT),
         MAY (CALCULATOR, YES_NO), MAY (SHEET, REF)),
    .strict = TRUE,
    HOLDS (ONE (EL_TITLE), MAYBE (EL_SUMMARY), ANY (EL_SOURCE), SOME (EL_DRAW), ANY (EL_SHARE),
           { 0, 0, SET (EL_EXAM_SECTION, EL_BREAK, EL_WARN) }) },
  [EL_DRAW] = { "draw", HAS (MUST (FROM, FROM), MAY_BE (RESERVE, "practice", "mock", "all")), ALONE },
  [EL_SHARE] = { "share",
    HAS (MAY (TOPIC, REF), MAY_BE_SOME (APPROACH, APPROACHES),
         MAY_BE_SOME (KIND, "single", "multiple", "truefalse", "classify", "match", "order", "number", "short", "cloze",
                      "hotspot", "drill"),
         MUST (PERCENT, PERCENT)),
    ALONE },
  [EL_EXAM_SECTION] = { "section", HAS (MUST (ID, ID), MAY (ITEMS, COUNT), MAY (CASES, COUNT)),
    HOLDS (MAYBE (EL_TITLE)) },
  [EL_BREAK] = { "break", HAS (MUST (MINUTES, COUNT)), ALONE },
  [EL_WARN] = { "warn", HAS (MUST (MINUTES_LEFT, COUNT)), ALONE },
};

/* clang-format on */

const char *
charter_grammar_get_attribute_name (CharterAttribute attribute)
{
  return attribute_names[attribute];
}

CharterElementKind
charter_grammar_find_child (CharterElementKind parent, const char *name, guint *particle)
{
  if (parent == EL_NONE)
    {
      *particle = 0;
      return strcmp (name, "pack") == 0 ? EL_PACK : EL_NONE;
    }
  for (guint i = 0; charter_grammar_rules[parent].particles && charter_grammar_rules[parent].particles[i].elements; i++)
    for (const guint8 *el = charter_grammar_rules[parent].particles[i].elements; *el != EL_NONE; el++)
      if (strcmp (charter_grammar_rules[*el].name, name) == 0)
        {
          *particle = i;
          return *el;
        }
  return EL_NONE;
}

gboolean
charter_grammar_knows_element (const char *name)
{
  for (guint kind = EL_NONE + 1; kind < N_ELEMENTS; kind++)
    if (strcmp (charter_grammar_rules[kind].name, name) == 0)
      return TRUE;
  return FALSE;
}

const char **
charter_grammar_list_children (CharterElementKind kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const CharterParticle *p = charter_grammar_rules[kind].particles; p && p->elements; p++)
    for (const guint8 *el = p->elements; *el != EL_NONE; el++)
      g_ptr_array_add (names, (gpointer)charter_grammar_rules[*el].name);
  g_ptr_array_add (names, NULL);
  return (const char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

const char **
charter_grammar_list_attributes (CharterElementKind kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const CharterAttributeRule *rule = charter_grammar_rules[kind].attributes; rule && rule->attribute != AT_NONE;
       rule++)
    g_ptr_array_add (names, (gpointer)attribute_names[rule->attribute]);
  g_ptr_array_add (names, NULL);
  return (const char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* "a, b and c" */
static char *
join_names (const char *const *names)
{
  guint n = g_strv_length ((char **)names);
  g_autofree char *head = NULL;
  g_auto (GStrv) most = NULL;

  if (n < 2)
    return g_strdup (n ? names[0] : "");
  most = g_new0 (char *, n);
  for (guint i = 0; i + 1 < n; i++)
    most[i] = g_strdup (names[i]);
  head = g_strjoinv (", ", most);
  /* Translators: joins the last two names of a list: "stem, option and hint" */
  return g_strdup_printf (_ ("%s and %s"), head, names[n - 1]);
}

char *
charter_grammar_describe_content (CharterElementKind kind)
{
  const CharterElementRule *rule = &charter_grammar_rules[kind];
  g_autofree const char **names = charter_grammar_list_children (kind);
  g_autofree char *list = join_names (names);

  switch (rule->content)
    {
    case CONTENT_EMPTY:
      return g_strdup_printf (_ ("“%s” holds nothing"), rule->name);
    case CONTENT_TEXT:
      return g_strdup_printf (_ ("“%s” holds plain text only"), rule->name);
    case CONTENT_MIXED:
      return g_strdup_printf (_ ("“%s” holds text with %s"), rule->name, list);
    case CONTENT_ELEMENTS:
    default:
      return g_strdup_printf (_ ("“%s” holds %s"), rule->name, list);
    }
}

char *
charter_grammar_describe_attributes (CharterElementKind kind)
{
  g_autofree const char **names = charter_grammar_list_attributes (kind);
  g_autofree char *list = join_names (names);

  if (!names[0])
    return g_strdup_printf (_ ("“%s” has no attributes"), charter_grammar_rules[kind].name);
  return g_strdup_printf (_ ("“%s” has the attributes %s"), charter_grammar_rules[kind].name, list);
}

const char *
charter_grammar_guess (const char *name, const char *const *candidates)
{
  const char *best = NULL;
  guint least = MAX (1, strlen (name) / 3) + 1;

  for (; *candidates; candidates++)
    {
      guint slips = charter_slips_count (name, *candidates);

      if (slips < least)
        {
          least = slips;
          best = *candidates;
        }
    }
  return best;
}
