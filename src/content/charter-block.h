/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-text.h"

G_BEGIN_DECLS

typedef struct _CharterBlock CharterBlock;
typedef struct _CharterComparison CharterComparison;
typedef struct _CharterDiagram CharterDiagram;

/* BLOCKS: what stands one below the other. */
typedef struct {
  const CharterBlock *blocks;
  guint n_blocks;
} CharterBlocks;

typedef enum {
  CHARTER_BLOCK_P,
  CHARTER_BLOCK_LIST,
  CHARTER_BLOCK_STEPS,
  CHARTER_BLOCK_QUOTE,
  CHARTER_BLOCK_CALLOUT,
  CHARTER_BLOCK_FIGURE,
  CHARTER_BLOCK_DIAGRAM,
  CHARTER_BLOCK_TABLE,
  CHARTER_BLOCK_FACTS,
  CHARTER_BLOCK_COMPARISON,
  CHARTER_BLOCK_CHECK,
} CharterBlockKind;

typedef struct {
  const CharterText *entries;
  guint n_entries;
} CharterList;

typedef struct {
  const char *by; /* who says it, or NULL */
  CharterBlocks blocks;
} CharterQuote;

typedef enum {
  CHARTER_CALLOUT_DEFINITION,
  CHARTER_CALLOUT_EXAMPLE,
  CHARTER_CALLOUT_WARNING,
  CHARTER_CALLOUT_EXAM_TIP,
  CHARTER_CALLOUT_KEY_IDEA,
} CharterCalloutKind;

typedef struct {
  CharterCalloutKind kind;
  CharterText title; /* plain is "" where there is none */
  CharterBlocks blocks;
} CharterCallout;

typedef struct {
  const char *src; /* relative to the pack's folder, below it */
  const char *alt;
  CharterText caption; /* plain is "" where there is none */
} CharterFigure;

typedef struct {
  const CharterText *cells; /* row by row, n_rows * n_columns; short rows are filled with "" */
  guint n_rows;
  guint n_columns;
  gboolean has_head; /* the first row names the columns */
  CharterText caption;
} CharterTable;

typedef struct {
  CharterText name;
  CharterText value;
} CharterFact;

typedef struct {
  const CharterFact *facts;
  guint n_facts;
} CharterFacts;

struct _CharterBlock {
  CharterBlockKind kind;
  union {
    CharterText p;
    const CharterList *list; /* LIST and STEPS */
    const CharterQuote *quote;
    const CharterCallout *callout;
    const CharterFigure *figure;
    const CharterDiagram *diagram;
    const CharterTable *table;
    const CharterFacts *facts;
    const CharterComparison *comparison;
    const char *check; /* the ref of the item to ask */
  };
};

/* All words of blocks, a line each paragraph, without markup: for the terminal, search and screen readers.
 * Returns: (transfer full) (not nullable) */
char *charter_blocks_to_plain (CharterBlocks blocks);

G_END_DECLS
