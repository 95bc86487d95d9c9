/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  CharterElementKind kind;
  const char *words;
} elements[] = {
  { EL_PACK, N_ ("Pack") },
  { EL_INFO, N_ ("About the Pack") },
  { EL_TITLE, N_ ("Title") },
  { EL_SUMMARY, N_ ("Summary") },
  { EL_LICENSE, N_ ("License") },
  { EL_SOURCE, N_ ("Source") },
  { EL_STEM, N_ ("Stem") },
  { EL_HINT, N_ ("Hint") },
  { EL_RATIONALE, N_ ("Rationale") },
  { EL_WHY, N_ ("Why") },
  { EL_TEXT, N_ ("Text") },
  { EL_NEAR_TEXT, N_ ("Text") },
  { EL_LEFT, N_ ("Left") },
  { EL_RIGHT, N_ ("Right Side") },
  { EL_PASSAGE, N_ ("Text with Blanks") },
  { EL_SITUATION, N_ ("Situation") },
  { EL_ENTRY_NAME, N_ ("Term") },
  { EL_CAPTION, N_ ("Caption") },
  { EL_NOTE, N_ ("Note") },
  { EL_ANSWER, N_ ("Answer") },
};

static const struct {
  CharterElementKind kind; /* EL_NONE for any; those of one kind stand before */
  CharterAttribute attribute;
  const char *words;
} attributes[] = {
  { EL_MOVE, AT_TO, N_ ("Leads To") },
  { EL_EFFECT, AT_BY, N_ ("By How Much") },
  { EL_QUOTE, AT_BY, N_ ("Said By") },
  { EL_POINT, AT_AT, N_ ("Date") },
  { EL_NODE, AT_KIND, N_ ("Tint") },
  { EL_DRAW, AT_RESERVE, N_ ("Which Questions") },
  { EL_SHARE, AT_KIND, N_ ("Kinds of Question") },
  { EL_TARGET, AT_POINT, N_ ("Date") },
  { EL_NONE, AT_ID, N_ ("Id") },
  { EL_NONE, AT_TOPIC, N_ ("Topic") },
  { EL_NONE, AT_COUNTS_AS, N_ ("Counts As") },
  { EL_NONE, AT_SEE, N_ ("Taught In") },
  { EL_NONE, AT_DIFFICULTY, N_ ("Difficulty") },
  { EL_NONE, AT_POINTS, N_ ("Points") },
  { EL_NONE, AT_APPROACH, N_ ("Approach") },
  { EL_NONE, AT_RESERVE, N_ ("Reserved For") },
  { EL_NONE, AT_SCORING, N_ ("Scoring") },
  { EL_NONE, AT_TAGS, N_ ("Tags") },
  { EL_NONE, AT_TWIN, N_ ("Twin") },
  { EL_NONE, AT_SELECT, N_ ("How Many to Choose") },
  { EL_NONE, AT_ANSWER, N_ ("Answer") },
  { EL_NONE, AT_TOLERANCE, N_ ("Tolerance") },
  { EL_NONE, AT_UNIT, N_ ("Unit") },
  { EL_NONE, AT_CASE, N_ ("Capitals") },
  { EL_NONE, AT_ACCENTS, N_ ("Accents") },
  { EL_NONE, AT_SPACES, N_ ("Spaces") },
  { EL_NONE, AT_CORRECT, N_ ("Right") },
  { EL_NONE, AT_MISCONCEPTION, N_ ("Misconception") },
  { EL_NONE, AT_FIXED, N_ ("Keeps Its Place") },
  { EL_NONE, AT_IN, N_ ("Belongs In") },
  { EL_NONE, AT_FOR, N_ ("For the Answer") },
  { EL_NONE, AT_VALUE, N_ ("Value") },
  { EL_NONE, AT_NAME, N_ ("Name") },
  { EL_NONE, AT_FROM, N_ ("From") },
  { EL_NONE, AT_TO, N_ ("To") },
  { EL_NONE, AT_STEP, N_ ("Step") },
  { EL_NONE, AT_NODE, N_ ("Box") },
  { EL_NONE, AT_POINT, N_ ("Date") },
  { EL_NONE, AT_KIND, N_ ("Kind") },
  { EL_NONE, AT_ALT, N_ ("What It Shows") },
  { EL_NONE, AT_SRC, N_ ("File") },
  { EL_NONE, AT_SHAPE, N_ ("Shape") },
  { EL_NONE, AT_AT, N_ ("Place") },
  { EL_NONE, AT_MINUTES, N_ ("Minutes") },
  { EL_NONE, AT_LANG, N_ ("Language") },
  { EL_NONE, AT_RELEASE, N_ ("Release") },
  { EL_NONE, AT_FORMAT, N_ ("Format") },
  { EL_NONE, AT_CHECKED, N_ ("Checked On") },
  { EL_NONE, AT_HREF, N_ ("Web Address") },
  { EL_NONE, AT_ADVICE, N_ ("Advice") },
  { EL_NONE, AT_BECAUSE, N_ ("Because") },
  { EL_NONE, AT_PACK, N_ ("Pack") },
  { EL_NONE, AT_REF, N_ ("What It Refers To") },
  { EL_NONE, AT_SIDE, N_ ("Column") },
  { EL_NONE, AT_DRILL, N_ ("Asked in Drills") },
  { EL_NONE, AT_SHOW, N_ ("How Much Is Shown") },
  { EL_NONE, AT_DURATION, N_ ("Duration") },
  { EL_NONE, AT_PROBABILITY, N_ ("Probability") },
  { EL_NONE, AT_IMPACT, N_ ("Impact") },
  { EL_NONE, AT_BAC, N_ ("Budget at Completion") },
  { EL_NONE, AT_EAC, N_ ("Estimate at Completion") },
  { EL_NONE, AT_PLANNED, N_ ("Planned") },
  { EL_NONE, AT_ACTUAL, N_ ("Actual") },
  { EL_NONE, AT_PV, N_ ("Planned Value") },
  { EL_NONE, AT_EV, N_ ("Earned Value") },
  { EL_NONE, AT_AC, N_ ("Actual Cost") },
  { EL_NONE, AT_GAUGE, N_ ("Gauge") },
  { EL_NONE, AT_START, N_ ("At the Start, 0 to 100") },
  { EL_NONE, AT_GRADE, N_ ("How Good It Is") },
  { EL_NONE, AT_ITEMS, N_ ("Number of Questions") },
  { EL_NONE, AT_UNSCORED, N_ ("Questions That Don’t Count") },
  { EL_NONE, AT_PASS, N_ ("Pass Mark in %") },
  { EL_NONE, AT_CALCULATOR, N_ ("Calculator") },
  { EL_NONE, AT_SHEET, N_ ("Lesson to Look At") },
  { EL_NONE, AT_CASES, N_ ("Scenarios That Come First") },
  { EL_NONE, AT_MINUTES_LEFT, N_ ("Minutes Left") },
  { EL_NONE, AT_PERCENT, N_ ("Per Cent") },
};

static const struct {
  CharterElementKind kind;    /* or EL_NONE for any */
  CharterAttribute attribute; /* or AT_NONE for any */
  const char *value, *words;
} values[] = {
  { EL_TRUEFALSE, AT_ANSWER, "true", N_ ("True") },
  { EL_TRUEFALSE, AT_ANSWER, "false", N_ ("False") },
  { EL_NONE, AT_FOR, "true", N_ ("True") },
  { EL_NONE, AT_FOR, "false", N_ ("False") },
  { EL_NONE, AT_NONE, "true", N_ ("Yes") },
  { EL_NONE, AT_NONE, "false", N_ ("No") },
  { EL_NONE, AT_APPROACH, "predictive", N_ ("Predictive") },
  { EL_NONE, AT_APPROACH, "adaptive", N_ ("Adaptive") },
  { EL_NONE, AT_APPROACH, "hybrid", N_ ("Hybrid") },
  { EL_DRAW, AT_RESERVE, "practice", N_ ("Those for practice") },
  { EL_DRAW, AT_RESERVE, "mock", N_ ("Those kept for rehearsals") },
  { EL_DRAW, AT_RESERVE, "all", N_ ("All") },
  { EL_NONE, AT_RESERVE, "mock", N_ ("Rehearsals of an exam") },
  { EL_NONE, AT_SCORING, "exact", N_ ("All or nothing") },
  { EL_NONE, AT_SCORING, "partial", N_ ("By parts") },
  { EL_NONE, AT_NONE, "fold", N_ ("Don’t matter") },
  { EL_NONE, AT_NONE, "keep", N_ ("Matter") },
  { EL_NONE, AT_GRADE, "best", N_ ("The best") },
  { EL_NONE, AT_GRADE, "fair", N_ ("Fair") },
  { EL_NONE, AT_GRADE, "poor", N_ ("Poor") },
  { EL_NONE, AT_SHAPE, "rect", N_ ("Rectangle") },
  { EL_NONE, AT_SHAPE, "circle", N_ ("Circle") },
  { EL_NONE, AT_SHAPE, "polygon", N_ ("Polygon") },
  { EL_DIAGRAM, AT_KIND, "cycle", N_ ("Cycle") },
  { EL_DIAGRAM, AT_KIND, "flow", N_ ("Flow") },
  { EL_DIAGRAM, AT_KIND, "network", N_ ("Network") },
  { EL_DIAGRAM, AT_KIND, "burn-down", N_ ("Burn-Down") },
  { EL_DIAGRAM, AT_KIND, "risk-matrix", N_ ("Risk Matrix") },
  { EL_DIAGRAM, AT_KIND, "earned-value", N_ ("Earned Value") },
  { EL_DIAGRAM, AT_SHOW, "names", N_ ("Names") },
  { EL_DIAGRAM, AT_SHOW, "durations", N_ ("Durations as well") },
  { EL_DIAGRAM, AT_SHOW, "dates", N_ ("Dates as well") },
  { EL_DIAGRAM, AT_SHOW, "critical", N_ ("The critical path as well") },
  { EL_NODE, AT_KIND, "neutral", N_ ("Neutral") },
  { EL_NODE, AT_KIND, "project", N_ ("Project") },
  { EL_NODE, AT_KIND, "operation", N_ ("Operation") },
  { EL_NODE, AT_KIND, "idea", N_ ("Idea") },
  { EL_NODE, AT_KIND, "delivery", N_ ("Delivery") },
  { EL_NODE, AT_KIND, "milestone", N_ ("Milestone") },
  { EL_CALLOUT, AT_KIND, "definition", N_ ("Definition") },
  { EL_CALLOUT, AT_KIND, "example", N_ ("Example") },
  { EL_CALLOUT, AT_KIND, "warning", N_ ("Warning") },
  { EL_CALLOUT, AT_KIND, "exam-tip", N_ ("Exam tip") },
  { EL_CALLOUT, AT_KIND, "key-idea", N_ ("Key idea") },
};

/* The numbers of a place, in the order in which they are written. */
static const struct {
  const char *shape, *words;
} places[] = {
  { "rect", N_ ("From the Left, From the Top, Width, Height, in %") },
  { "circle", N_ ("Middle From the Left, From the Top, Radius, in %") },
  { "polygon", N_ ("Each Corner: From the Left, From the Top, in %") },
};

const char *
charter_form_words_get_element (CharterElementKind kind)
{
  const CharterAuthorFormKind *row = charter_author_form_kind_get (kind);

  if (row != NULL)
    return _ (row->title);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].kind == kind)
      return _ (elements[i].words);
  return charter_grammar_get_rule (kind)->name;
}

const char *
charter_form_words_get_attribute (CharterElementKind kind, CharterAttribute attribute)
{
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (attributes[i].attribute == attribute && (attributes[i].kind == kind || attributes[i].kind == EL_NONE))
      return _ (attributes[i].words);
  return charter_grammar_get_attribute_name (attribute);
}

/* Which kinds of question a share is of is told by their elements. */
static const char *
get_item_title (const char *name)
{
  for (guint kind = EL_NONE + 1; kind < N_ELEMENTS; kind++)
    if (charter_element_is_item ((CharterElementKind)kind)
        && strcmp (charter_grammar_get_rule ((CharterElementKind)kind)->name, name) == 0)
      return charter_form_words_get_element ((CharterElementKind)kind);
  return name;
}

const char *
charter_form_words_get_value (CharterElementKind kind, CharterAttribute attribute, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if ((values[i].kind == kind || values[i].kind == EL_NONE)
        && (values[i].attribute == attribute || values[i].attribute == AT_NONE) && strcmp (values[i].value, value) == 0)
      return _ (values[i].words);
  return kind == EL_SHARE && attribute == AT_KIND ? get_item_title (value) : value;
}

const char *
charter_form_words_get_place (const char *shape)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].shape, shape) == 0)
      return _ (places[i].words);
  return charter_form_words_get_attribute (EL_REGION, AT_AT);
}
