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
  { EL_AUTHOR, N_ ("Author") },
  { EL_LICENSE, N_ ("License") },
  { EL_SOURCE, N_ ("Source") },
  { EL_USE, N_ ("Other Pack") },
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
  { EL_FIGURE, N_ ("Picture") },
  { EL_DIAGRAM, N_ ("Drawing") },
  { EL_NODE, N_ ("Box") },
  { EL_EDGE, N_ ("Arrow") },
  { EL_POINT, N_ ("Date") },
  { EL_ANSWER, N_ ("Answer") },
  { EL_IGNORE, N_ ("Silenced Advice") },
  { EL_CASE, N_ ("Branching Case") },
  { EL_GAUGE, N_ ("Gauge") },
  { EL_SCENE, N_ ("Scene") },
  { EL_MOVE, N_ ("Move") },
  { EL_EFFECT, N_ ("Effect") },
  { EL_ENDING, N_ ("Ending") },
  { EL_EXAM, N_ ("Exam") },
  { EL_DRAW, N_ ("Where Questions Come From") },
  { EL_SHARE, N_ ("Share") },
  { EL_EXAM_SECTION, N_ ("Section") },
  { EL_BREAK, N_ ("Break") },
  { EL_WARN, N_ ("Warning") },
};

static const struct {
  CharterAttribute attribute;
  const char *words;
} attributes[] = {
  { AT_ID, N_ ("Id") },
  { AT_TOPIC, N_ ("Topic") },
  { AT_COUNTS_AS, N_ ("Counts As") },
  { AT_SEE, N_ ("Taught In") },
  { AT_DIFFICULTY, N_ ("Difficulty") },
  { AT_POINTS, N_ ("Points") },
  { AT_APPROACH, N_ ("Approach") },
  { AT_RESERVE, N_ ("Reserved For") },
  { AT_SCORING, N_ ("Scoring") },
  { AT_TAGS, N_ ("Tags") },
  { AT_TWIN, N_ ("Twin") },
  { AT_SELECT, N_ ("How Many to Choose") },
  { AT_ANSWER, N_ ("Answer") },
  { AT_TOLERANCE, N_ ("Tolerance") },
  { AT_UNIT, N_ ("Unit") },
  { AT_CASE, N_ ("Capitals") },
  { AT_ACCENTS, N_ ("Accents") },
  { AT_SPACES, N_ ("Spaces") },
  { AT_CORRECT, N_ ("Right") },
  { AT_MISCONCEPTION, N_ ("Misconception") },
  { AT_FIXED, N_ ("Keeps Its Place") },
  { AT_IN, N_ ("Belongs In") },
  { AT_FOR, N_ ("For the Answer") },
  { AT_VALUE, N_ ("Value") },
  { AT_NAME, N_ ("Name") },
  { AT_FROM, N_ ("From") },
  { AT_TO, N_ ("To") },
  { AT_STEP, N_ ("Step") },
  { AT_NODE, N_ ("Box") },
  { AT_POINT, N_ ("Date") },
  { AT_KIND, N_ ("Kind") },
  { AT_ALT, N_ ("What It Shows") },
  { AT_SRC, N_ ("File") },
  { AT_SHAPE, N_ ("Shape") },
  { AT_AT, N_ ("Place") },
  { AT_MINUTES, N_ ("Minutes") },
  { AT_LANG, N_ ("Language") },
  { AT_RELEASE, N_ ("Release") },
  { AT_CHECKED, N_ ("Checked On") },
};

static const struct {
  CharterAttribute attribute; /* or AT_NONE for any */
  const char *value, *words;
} values[] = {
  { AT_NONE, "true", N_ ("True") },
  { AT_NONE, "false", N_ ("False") },
  { AT_APPROACH, "predictive", N_ ("Predictive") },
  { AT_APPROACH, "adaptive", N_ ("Adaptive") },
  { AT_APPROACH, "hybrid", N_ ("Hybrid") },
  { AT_RESERVE, "mock", N_ ("Rehearsals of an exam") },
  { AT_SCORING, "exact", N_ ("All or nothing") },
  { AT_SCORING, "partial", N_ ("By parts") },
  { AT_NONE, "fold", N_ ("Don’t matter") },
  { AT_NONE, "keep", N_ ("Matter") },
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
charter_form_words_get_attribute (CharterAttribute attribute)
{
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (attributes[i].attribute == attribute)
      return _ (attributes[i].words);
  return charter_grammar_get_attribute_name (attribute);
}

const char *
charter_form_words_get_value (CharterAttribute attribute, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if ((values[i].attribute == attribute || values[i].attribute == AT_NONE) && strcmp (values[i].value, value) == 0)
      return _ (values[i].words);
  return value;
}
