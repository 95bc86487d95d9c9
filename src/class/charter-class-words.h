/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-analysis.h"

G_BEGIN_DECLS

/* Figures of a class in words, the same on the screen, on paper and in the terminal. What is a char * is (transfer
 * full). */

/* “67.5” or “−8.0”, with so many decimals, as the reader's country writes them; “–” for what can't be told. */
char *charter_class_words_dup_number (double number, guint decimals);
/* “67 %”. share: 0 to 1 */
char *charter_class_words_dup_share (double share);
/* “12 s”, “1 min 5 s”. */
char *charter_class_words_dup_seconds (double seconds);

/* The question's words in one line where its pack is at hand, else its id. */
char *charter_class_words_dup_item (const CharterClassItem *item);
/* An option's words, else what was answered. */
char *charter_class_words_dup_choice (const CharterClassItem *item, const CharterClassChoice *choice);
/* “Right”, “Distractor”, “Does nothing: hardly anybody chooses it”, or that it is not known. */
const char *charter_class_words_get_role (const CharterClassChoice *choice);
/* A misconception's title, else its ref. Returns: (transfer none) */
const char *charter_class_words_get_idea (const CharterClassIdea *idea);
/* “Guess”, “Think so”, “Sure”, “Not said” */
const char *charter_class_words_get_confidence (CharterConfidence confidence);

/* A figure, its value in words, and whether it says little. */
typedef struct {
  const char *title;
  char *words;
  gboolean is_small;
  CharterClassKind kind; /* why, where it is small */
} CharterClassFact;

/* Of the class: learners, mean, spread, consistency. Returns: (transfer full) (element-type CharterClassFact) */
GArray *charter_class_words_list_figures (const CharterClassAnalysis *analysis);
/* Of an item: facility, discrimination, time. Returns: (transfer full) (element-type CharterClassFact) */
GArray *charter_class_words_list_item (const CharterClassItem *item);

/* How figures are made and what is left out: paragraphs. Returns: (transfer full) */
GStrv charter_class_words_list_rules (const CharterClassAnalysis *analysis);
/* What says little in this class, and why: a sentence each. Returns: (transfer full) empty where all is enough */
GStrv charter_class_words_list_cautions (const CharterClassAnalysis *analysis);
/* The same of one item's figures. */
GStrv charter_class_words_list_item_cautions (const CharterClassItem *item);

/* What an author should look at in an item: a sentence each. Returns: (transfer full) empty for nothing */
GStrv charter_class_words_list_findings (const CharterClassItem *item);

G_END_DECLS
