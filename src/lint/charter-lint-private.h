/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

typedef struct {
  const LintWord *words;
  guint n_words;
} LintWords;

/* Gives words their numbers. */
typedef struct _LintVocabulary LintVocabulary;

LintVocabulary *lint_vocabulary_new (void);
void lint_vocabulary_free (LintVocabulary *self);
/* The words of a text. Returns: (transfer full) of LintWord */
GArray *lint_vocabulary_read (LintVocabulary *self, const char *text);

/* ---- charter-lint-terms.c: what a language says with which words */

typedef enum {
  LINT_TERMS_ABSOLUTE, /* leave no exception */
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

struct _LintPack {
  CharterLintFile *file;
  const CharterPack *pack;
  LintTerms *terms; /* of its language, or NULL */
  LintItem *items;  /* in the order of the pack's */
  guint n_items;
  guint line, column; /* of the pack's own start tag */
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
  LintVocabulary *vocabulary;
  const LintRule *rule; /* the one at work */
};

/* Finds where items stand in the file. */
void lint_pack_locate (LintPack *pack);
/* Where a part of an item stands, or the item itself where it has no tag of its own. part: its id, or NULL. */
void lint_item_locate (const LintItem *item, const char *part, guint *line, guint *column);

/* Tells what the rule at work found. part: id of the option or the like, or NULL. found is taken. */
void lint_tell_item (Lint *lint, const LintItem *item, const char *part, char *found);
void lint_tell_pack (Lint *lint, const LintPack *pack, char *found);

/* ---- the answers among which one chooses */

/* The options of a single or multiple, the choices of one blank of a cloze. */
typedef struct {
  const CharterPart **parts;
  guint n_parts, n_keys;
} LintChoice;

/* Returns: (transfer full) of LintChoice; empty where nothing is chosen from words */
GArray *lint_item_list_choices (const CharterItem *item);

/* ---- charter-lint-rules.c: one line a rule */

/* Returns: (nullable) NULL behind the last */
const LintRule *lint_get_rule (guint index);

extern const LintRule lint_rule_near_duplicate, lint_rule_longest_key, lint_rule_missing_why;

G_END_DECLS
