/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagram.h"

G_BEGIN_DECLS

/* All kinds of item share one shape: parts, which are chosen, sorted, paired or ordered, and slots, where parts go.
 * That is what lets scoring, shuffling, showing and exporting be small. What a kind adds beyond that stands in its
 * own struct below.
 *
 *   kind       parts                             slots         a right part
 *   single     options                           –             is correct
 *   multiple   options                           –             is correct
 *   truefalse  "true" and "false"                –             is correct
 *   classify   cards                             categories    goes to its slot
 *   match      right sides, then extras          left sides    goes to its slot (extras have none)
 *   order      steps, written in the right order –             keeps its place
 *   number     –                                 –             see CharterTyped
 *   short      –                                 –             see CharterTyped
 *   cloze      choices of all blanks             blanks        is correct and goes to its slot
 *   hotspot    regions, or the targets' nodes    –             is correct
 *   drill      –                                 –             see CharterDrill
 *
 * A pair's right side and its left side have the same id, the pair's. */
typedef enum {
  CHARTER_ITEM_SINGLE,
  CHARTER_ITEM_MULTIPLE,
  CHARTER_ITEM_TRUEFALSE,
  CHARTER_ITEM_CLASSIFY,
  CHARTER_ITEM_MATCH,
  CHARTER_ITEM_ORDER,
  CHARTER_ITEM_NUMBER,
  CHARTER_ITEM_SHORT,
  CHARTER_ITEM_CLOZE,
  CHARTER_ITEM_HOTSPOT,
  CHARTER_ITEM_DRILL,
} CharterItemKind;

#define CHARTER_N_ITEM_KINDS 11

typedef enum { CHARTER_SCORING_EXACT, CHARTER_SCORING_PARTIAL } CharterScoringRule;
typedef enum {
  CHARTER_APPROACH_NONE,
  CHARTER_APPROACH_PREDICTIVE,
  CHARTER_APPROACH_ADAPTIVE,
  CHARTER_APPROACH_HYBRID
} CharterApproach;

typedef struct {
  const char *id;
  CharterText text; /* plain is "" for true and false, whose words the screen supplies */
  CharterBlocks why;
  const char *misconception; /* ref, or NULL */
  const char *slot;          /* where it belongs, or NULL */
  gboolean correct;
  gboolean fixed; /* keeps its place when the others are shuffled */
} CharterPart;

typedef struct {
  const char *id;
  CharterText text; /* plain is "" for a blank */
} CharterSlot;

/* An answer that is nearly right, or wrong in a way that tells something. */
typedef struct {
  const char *value; /* as written: a number, words, or a drill's expression */
  double number;     /* number only */
  double tolerance;  /* number and drill: at least 0 */
  CharterBlocks why;
  const char *misconception;
} CharterNear;

/* number, short and a drill's answer */
typedef struct {
  const char *const *accepts; /* as written, the first is shown as the key: one number, any words, one expression */
  guint n_accepts;
  double number;                                 /* number only */
  double tolerance;                              /* number and drill */
  char mark;                                     /* number and drill: of decimals in the pack's language; else '\0' */
  const char *unit;                              /* or NULL */
  gboolean keep_case, keep_accents, keep_spaces; /* short only */
  const CharterNear *nears;
  guint n_nears;
} CharterTyped;

typedef enum { CHARTER_SHAPE_RECT, CHARTER_SHAPE_CIRCLE, CHARTER_SHAPE_POLYGON } CharterShape;

/* The place of the part with the same index; per cent of the picture's width and height (radius: of its width). */
typedef struct {
  CharterShape shape;
  const double *at;
  guint n_at;
} CharterRegion;

typedef struct {
  const CharterFigure *figure;   /* with regions, or NULL */
  const CharterDiagram *diagram; /* a part's id is its node's, or NULL */
  const CharterRegion *regions;  /* one for each part, or NULL */
} CharterHotspot;

/* A value that a drill draws (from … to, by step) or computes (expression). */
typedef struct {
  const char *name;
  double from, to, step;
  const char *expression; /* or NULL */
} CharterLet;

typedef struct {
  const CharterLet *lets;
  guint n_lets;
} CharterDrill;

/* Advice that the author has thought of and does not follow. */
typedef struct {
  const char *advice; /* the rule's name */
  const char *because;
  guint ordinal; /* of its start tag */
} CharterIgnore;

#define CHARTER_KEY_HASH_LENGTH 16

/* A digest that was made once; set from any thread, and never changed after. */
typedef struct {
  int state;
  char hash[CHARTER_KEY_HASH_LENGTH + 1];
} CharterKeyMemo;

typedef struct {
  CharterItemKind kind;
  guint ordinal; /* of its start tag among those of the file, from 1; 0 where it has none of its own */
  const char *id;
  const char *topic; /* its own, else that of its scenario or bank; ref, or NULL */
  const char *see;   /* its own, else that of its scenario or bank; ref of a section or lesson, or NULL */
  const char *group; /* id of the scenario or bank that holds it, never NULL */
  int difficulty;    /* 1 to 5, 0 where not given */
  double points;
  CharterApproach approach;
  gboolean reserved; /* kept for mocks */
  const char *twin;  /* id of the item that differs in one fact and in its key, and has this one for twin; or NULL */
  CharterScoringRule scoring;
  const char *const *tags; /* NULL-terminated, or NULL */
  CharterBlocks stem;
  CharterBlocks hint; /* n_blocks is 0 where there is none */
  CharterBlocks rationale;
  const CharterIgnore *ignores;
  guint n_ignores;
  const CharterPart *parts;
  guint n_parts;
  const CharterSlot *slots;
  guint n_slots;
  guint select;               /* multiple: how many to choose, 0 for all that apply */
  const CharterText *passage; /* cloze, else NULL */
  const CharterTyped *typed;  /* number, short, drill, else NULL */
  const CharterHotspot *hotspot;
  const CharterDrill *drill;
  CharterKeyMemo key_memo; /* charter_item_dup_key_hash's own */
} CharterItem;

/* A right or near value as it is shown: a number as the pack's language writes it, words as they are.
 * Returns: (transfer full) */
char *charter_typed_dup_words (const CharterTyped *typed, const char *value);

/* The element's name: "single". Returns: (not nullable) */
const char *charter_item_kind_name (CharterItemKind kind);
/* Returns: FALSE where no kind has that name; kind is then untouched. */
gboolean charter_item_kind_from_name (const char *name, CharterItemKind *kind);
/* The rule that holds where an item declares none. */
CharterScoringRule charter_item_kind_default_scoring (CharterItemKind kind);

/* Returns: (nullable) the part or slot with that id; owned by the pack. */
const CharterPart *charter_item_find_part (const CharterItem *item, const char *id);
const CharterSlot *charter_item_find_slot (const CharterItem *item, const char *id);

/* How many of its parts are correct, for the kinds whose parts are chosen. */
guint charter_item_count_keys (const CharterItem *item);

/* A digest of what decides the score and no prose: kind, ids, keys, scoring, points. 16 hexadecimal digits, the
 * first quarter of a SHA-256. It changes when a key changes and stays when a typo is mended.
 * Made once and then remembered; may be called from any thread. Returns: (transfer full) (not nullable) */
char *charter_item_dup_key_hash (const CharterItem *item);

G_END_DECLS
