/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pack format as tables: what each element may hold and carry. It says the same as data/schema/charter-pack.rnc,
 * and the tests see to it that both agree. An element whose meaning depends on where it stands has one rule a place
 * (the cell of a table, the cell of a comparison). */
typedef enum {
  EL_NONE,
  EL_PACK,
  EL_INFO,
  EL_TITLE,
  EL_SUMMARY,
  EL_AUTHOR,
  EL_LICENSE,
  EL_SOURCE,
  EL_USE,
  EL_TOPIC,
  EL_MISCONCEPTION,
  EL_EM,
  EL_STRONG,
  EL_CODE,
  EL_TERM,
  EL_LINK,
  EL_MATH,
  EL_P,
  EL_LIST,
  EL_STEPS,
  EL_LI,
  EL_QUOTE,
  EL_CALLOUT,
  EL_FIGURE,
  EL_CAPTION,
  EL_TABLE,
  EL_HEAD,
  EL_ROW,
  EL_CELL,
  EL_FACTS,
  EL_FACT,
  EL_FACT_NAME,
  EL_FACT_VALUE,
  EL_DIAGRAM,
  EL_NODE,
  EL_TEXT,
  EL_NOTE,
  EL_EDGE,
  EL_POINT,
  EL_LESSON,
  EL_SECTION,
  EL_CHECK,
  EL_COMPARISON,
  EL_SIDE,
  EL_ASPECT,
  EL_ASPECT_CELL,
  EL_GLOSSARY,
  EL_ENTRY,
  EL_ENTRY_NAME,
  EL_SCENARIO,
  EL_SITUATION,
  EL_BANK,
  EL_SINGLE,
  EL_MULTIPLE,
  EL_TRUEFALSE,
  EL_CLASSIFY,
  EL_MATCH,
  EL_ORDER,
  EL_NUMBER,
  EL_SHORT,
  EL_CLOZE,
  EL_HOTSPOT,
  EL_DRILL,
  EL_STEM,
  EL_HINT,
  EL_RATIONALE,
  EL_IGNORE,
  EL_WHY,
  EL_OPTION,
  EL_TRUEFALSE_WHY,
  EL_CATEGORY,
  EL_CARD,
  EL_PAIR,
  EL_LEFT,
  EL_RIGHT,
  EL_EXTRA,
  EL_STEP,
  EL_NUMBER_NEAR,
  EL_ACCEPT,
  EL_SHORT_NEAR,
  EL_NEAR_TEXT,
  EL_PASSAGE,
  EL_BLANK,
  EL_CHOICE,
  EL_REGION,
  EL_TARGET,
  EL_LET,
  EL_ANSWER,
  EL_DRILL_NEAR,
  EL_CASE,
  EL_GAUGE,
  EL_SCENE,
  EL_MOVE,
  EL_EFFECT,
  EL_ENDING,
  EL_EXAM,
  EL_DRAW,
  EL_SHARE,
  EL_EXAM_SECTION,
  EL_BREAK,
  EL_WARN,
  N_ELEMENTS
} CharterElementKind;

typedef enum {
  AT_NONE,
  AT_ACCENTS,
  AT_AC,
  AT_ACTUAL,
  AT_ADVICE,
  AT_ALT,
  AT_ANSWER,
  AT_APPROACH,
  AT_AT,
  AT_BAC,
  AT_BECAUSE,
  AT_BY,
  AT_CALCULATOR,
  AT_CASE,
  AT_CASES,
  AT_CHECKED,
  AT_CORRECT,
  AT_COUNTS_AS,
  AT_DIFFICULTY,
  AT_DRILL,
  AT_DURATION,
  AT_EAC,
  AT_EV,
  AT_FIXED,
  AT_FOR,
  AT_FORMAT,
  AT_FROM,
  AT_GAUGE,
  AT_GRADE,
  AT_HREF,
  AT_ID,
  AT_IMPACT,
  AT_IN,
  AT_ITEMS,
  AT_KIND,
  AT_LANG,
  AT_MINUTES,
  AT_MINUTES_LEFT,
  AT_MISCONCEPTION,
  AT_NAME,
  AT_NODE,
  AT_PACK,
  AT_PASS,
  AT_PERCENT,
  AT_PLANNED,
  AT_POINT,
  AT_POINTS,
  AT_PROBABILITY,
  AT_PV,
  AT_REF,
  AT_RELEASE,
  AT_RESERVE,
  AT_SCORING,
  AT_SEE,
  AT_SELECT,
  AT_SHAPE,
  AT_SHEET,
  AT_SHOW,
  AT_SIDE,
  AT_SPACES,
  AT_SRC,
  AT_START,
  AT_STEP,
  AT_TAGS,
  AT_TO,
  AT_TOLERANCE,
  AT_TOPIC,
  AT_TWIN,
  AT_UNIT,
  AT_UNSCORED,
  AT_VALUE,
  N_ATTRIBUTES
} CharterAttribute;

typedef enum {
  VALUE_ID,
  VALUE_PACK_ID,
  VALUE_REF,
  VALUE_FROM, /* a pack's id or a ref */
  VALUE_DECIMAL,
  VALUE_POSITIVE,
  VALUE_COUNT,
  VALUE_PERCENT,
  VALUE_PERCENTS, /* three or more, with spaces between */
  VALUE_YES_NO,
  VALUE_ONE_TO_FIVE,
  VALUE_DATE,
  VALUE_WORDS, /* not empty */
  VALUE_UNIT,
  VALUE_ANY,
  VALUE_ADDRESS,
  VALUE_PATH,
  VALUE_IDS, /* with spaces between */
  VALUE_NAME,
  VALUE_EXPRESSION,
  VALUE_LANGUAGE,
  VALUE_RELEASE,
  VALUE_FORMAT,
  VALUE_CHOICE,
  VALUE_CHOICES, /* one or more, with spaces between */
} CharterValueKind;

typedef struct {
  guint8 attribute;
  guint8 value;
  gboolean required;
  const char *const *choices; /* VALUE_CHOICE and VALUE_CHOICES only */
} CharterAttributeRule;

/* A stretch of an element's content: between min and max (0: any number) of these elements, in any order. */
typedef struct {
  guint8 min;
  guint8 max;
  const guint8 *elements; /* ends with EL_NONE */
} CharterParticle;

#define CHARTER_MAX_PARTICLES 8

typedef enum {
  CONTENT_EMPTY,
  CONTENT_ELEMENTS,
  CONTENT_TEXT,
  CONTENT_MIXED, /* text and the elements of its one particle */
} CharterContent;

typedef struct {
  const char *name;
  CharterContent content;
  gboolean may_be_blank; /* TEXT and MIXED: without a word in it */
  gboolean strict;       /* a fault anywhere inside sets all of it aside: its score or its way depends on each part */
  const CharterAttributeRule *attributes; /* ends with AT_NONE */
  const CharterParticle *particles;       /* in this order; ends with elements == NULL */
} CharterElementRule;

extern const CharterElementRule charter_grammar_rules[N_ELEMENTS];

static inline const CharterElementRule *
charter_grammar_get_rule (CharterElementKind kind)
{
  return &charter_grammar_rules[kind];
}

const char *charter_grammar_get_attribute_name (CharterAttribute attribute);

/* Which rule a child of that name follows inside parent, and in which of the parent's particles it stands.
 * Returns: EL_NONE where parent can't hold it. */
CharterElementKind charter_grammar_find_child (CharterElementKind parent, const char *name, guint *particle);
/* Whether the format has an element of that name anywhere. */
gboolean charter_grammar_knows_element (const char *name);

/* Whether value is written as its kind demands. */
gboolean charter_grammar_value_is_valid (const CharterAttributeRule *rule, const char *value);
/* What the value has to look like: "an id is made of …". Returns: (transfer full) */
char *charter_grammar_describe_value (const CharterAttributeRule *rule);
/* "a single holds stem, option, hint and rationale". Returns: (transfer full) */
char *charter_grammar_describe_content (CharterElementKind kind);
/* "a single has the attributes id, topic and see". Returns: (transfer full) */
char *charter_grammar_describe_attributes (CharterElementKind kind);

/* The candidate that name was probably meant to be. Returns: (nullable) one of the candidates */
const char *charter_grammar_guess (const char *name, const char *const *candidates);
/* Names of all elements or attributes that kind may have. Returns: (transfer container) NULL-terminated */
const char **charter_grammar_list_children (CharterElementKind kind);
const char **charter_grammar_list_attributes (CharterElementKind kind);

G_END_DECLS
