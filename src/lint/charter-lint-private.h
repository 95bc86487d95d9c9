/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-form-stock.h"
#include "charter-lint.h"
#include "charter-tag-scanner.h"

G_BEGIN_DECLS

typedef struct _Lint Lint;
typedef struct _LintPack LintPack;

/* ---- charter-lint-words.c: texts as words, each word a number */

typedef struct {
  guint32 id;            /* the same for the same word, whatever its capitals */
  guint32 start, length; /* bytes of the text */
} LintWord;

/* Borrowed. */
typedef struct {
  const LintWord *words;
  guint n_words;
} LintWords;

static inline LintWords
lint_words (const GArray *array)
{
  return (LintWords){ (const LintWord *)(gpointer)array->data, array->len };
}

/* Gives words their numbers. */
typedef struct _LintVocabulary LintVocabulary;

LintVocabulary *lint_vocabulary_new (void);
void lint_vocabulary_free (LintVocabulary *self);
/* The words of a text. Returns: (transfer full) of LintWord */
GArray *lint_vocabulary_read (LintVocabulary *self, const char *text);

/* ---- charter-lint-terms.c: what a language says with which words */

typedef enum {
  LINT_TERMS_EXTREME, /* leave no exception, whatever they stand beside; “all” and “only” often mean no more than that
                       */
  LINT_TERMS_VAGUE,    /* how often, which everybody reads differently */
  LINT_TERMS_ARTICLE,  /* of one number or gender, or before one sound */
  LINT_TERMS_NEGATIVE, /* turn a question round */
  LINT_TERMS_CLAUSE,   /* begin a clause: a negation behind them is of the story and not of the question */
  LINT_TERMS_POSITIVE, /* phrases that have a negative word and turn nothing round */
  LINT_TERMS_TOGETHER, /* stand for other options */
  LINT_N_TERMS,
} LintTermKind;

typedef struct _LintTerms LintTerms;

/* language: BCP 47. Returns: (transfer full) (nullable) NULL for a language that is not known, and so not judged */
LintTerms *lint_terms_new (const char *language, LintVocabulary *vocabulary);
void lint_terms_free (LintTerms *self);
/* How many words the longest phrase of that kind has that begins with the word at that index; 0 where none does. */
guint lint_terms_match (const LintTerms *self, LintTermKind kind, LintWords words, guint at);
/* The first word of the first phrase of that kind among words from index from. Returns: -1 where there is none */
int lint_terms_find (const LintTerms *self, LintTermKind kind, LintWords words, guint from);

/* ---- what is looked at */

typedef struct {
  LintPack *pack;
  const CharterItem *item;
  gsize offset;                /* of its start tag in the file */
  CharterPlaceCounter counter; /* as it stood there */
  guint line, column;
  char *stem; /* its words without markup */
  GArray *stem_words;
} LintItem;

/* Whether one chooses among written options. */
static inline gboolean
lint_item_is_chosen (const LintItem *item)
{
  return item->item->kind == CHARTER_ITEM_SINGLE || item->item->kind == CHARTER_ITEM_MULTIPLE;
}

struct _LintPack {
  CharterLintFile *file;
  const CharterPack *pack;
  LintTerms *terms; /* of its language, or NULL */
  LintItem *items;  /* in the order of the pack's */
  guint n_items;
  guint line, column; /* of the pack's own start tag */
  gboolean is_drawn;  /* the exam draws from it */
};

typedef struct _LintRule LintRule;

/* What a rule looks at is whichever of these it has. */
struct _LintRule {
  CharterLintRule rule;
  void (*check_item) (Lint *lint, const LintItem *item);
  void (*check_pack) (Lint *lint, const LintPack *pack);
  void (*check_all) (Lint *lint);
};

struct _Lint {
  LintPack *packs;
  guint n_packs;
  const CharterExam *exam; /* or NULL */
  CharterFormStock *stock; /* for the exam, or NULL */
  LintVocabulary *vocabulary;
  const LintRule *rule; /* the one at work */
  GHashTable *needed;   /* of CharterIgnore: those that silenced something */
};

/* Finds where items stand in the file. */
void lint_pack_locate (LintPack *pack);
/* Where a part of an item stands, or the item itself where it has no tag of its own. part: its id, or NULL. */
void lint_item_locate (const LintItem *item, const char *part, guint *line, guint *column);

/* The place of the n-th start tag of the file, one of those inside the item. */
void lint_item_locate_tag (const LintItem *item, guint ordinal, guint *line, guint *column);

/* Whether the rule at work is silenced for that item, which is noted. For what two items are told of. */
gboolean lint_item_is_silenced (Lint *lint, const LintItem *item);
/* Tells what the rule at work found, unless it is silenced. part: id of the option or the like, or NULL. found is
 * taken. */
void lint_tell_item (Lint *lint, const LintItem *item, const char *part, char *found);
/* The same of an “ignore” of the item; that can't be silenced. */
void lint_tell_ignore (Lint *lint, const LintItem *item, const CharterIgnore *ignore, char *found);
void lint_tell_pack (Lint *lint, const LintPack *pack, char *found);

/* ---- the answers among which one chooses */

/* The options of a single or multiple, the choices of one blank of a cloze. */
typedef struct {
  const CharterPart **parts;
  guint n_parts, n_keys;
} LintChoice;

/* Returns: (transfer full) of LintChoice; empty where nothing is chosen from words */
GArray *lint_item_list_choices (const CharterItem *item);

/* Whether one of them is right and the others are wrong. */
static inline gboolean
lint_choice_is_single (const LintChoice *self)
{
  return self->n_keys == 1 && self->n_parts > 1;
}

/* ---- charter-lint-odds.c: how probable it is that chance alone did it */

/* Less is taken for no chance; each rule is asked once for a pack. */
#define LINT_CHANCE 0.01

/* That of n throws, each of which succeeds with probability p, at least or at most k succeed. */
double lint_odds_at_least (guint n, double p, guint k);
double lint_odds_at_most (guint n, double p, guint k);

/* ---- charter-lint-rules.c: one line a rule */

/* Returns: (nullable) NULL behind the last */
const LintRule *lint_get_rule (guint index);

extern const LintRule lint_rule_near_duplicate, lint_rule_longest_key, lint_rule_longest_keys, lint_rule_key_place,
  lint_rule_absolute_terms, lint_rule_repeated_words, lint_rule_together, lint_rule_negative_stem,
  lint_rule_missing_why, lint_rule_missing_rationale, lint_rule_missing_misconception, lint_rule_stem_length,
  lint_rule_missing_topic, lint_rule_missing_approach, lint_rule_missing_difficulty, lint_rule_needless_ignore,
  lint_rule_long_stem, lint_rule_unfocused_stem, lint_rule_grammar_cue, lint_rule_vague_frequency,
  lint_rule_not_parallel, lint_rule_overlap;

G_END_DECLS
